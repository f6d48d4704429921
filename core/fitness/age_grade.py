"""Age grading: a time as a share of the best for age and sex (USATF/WMA road tables 2025)."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.units import Distance, Duration


class Category(StrEnum):
    """The two tables that there are."""

    WOMEN = "women"
    MEN = "men"


@dataclass(frozen=True, slots=True)
class AgeTable:
    """Open standards in seconds by distance in metres, and a row of factors for every age."""

    from_age: int
    metres: tuple[float, ...]
    open: tuple[float, ...]
    factors: tuple[tuple[float, ...], ...]

    def row(self, age: int) -> tuple[float, ...] | None:
        place = age - self.from_age
        return self.factors[place] if 0 <= place < len(self.factors) else None


AgeTables = Mapping[Category, AgeTable]


@dataclass(frozen=True, slots=True)
class AgeGrade:
    """The grade as a share of the age standard, and the time's worth at the best age."""

    share: float
    open_time: Duration


def age_grade(
    tables: AgeTables, category: Category, age: int, distance: Distance, time: Duration
) -> AgeGrade | None:
    """age standard = open / factor; None outside 18-95 years and one mile to 100 km.

    Between the table's distances factor and pace run evenly over the log of distance (ours).
    """
    table = tables[category]
    row = table.row(age)
    place = None if row is None else _place(table.metres, distance.metres)
    if row is None or place is None:
        return None
    at, share = place
    factor = _between(row, at, share)
    paces = tuple(s / m for s, m in zip(table.open, table.metres, strict=True))
    best = _between(paces, at, share) * distance.metres / factor
    return AgeGrade(best / time.seconds, time * factor)


def _place(metres: tuple[float, ...], wanted: float) -> tuple[int, float] | None:
    """The column at or before a distance and how far it is to the next; None outside them."""
    slack = 0.001 * wanted
    if not metres[0] - slack <= wanted <= metres[-1] + slack:
        return None
    at = min(max(bisect_left(metres, wanted), 1), len(metres) - 1) - 1
    span = math.log(metres[at + 1] / metres[at])
    return at, min(1.0, max(0.0, math.log(wanted / metres[at]) / span))


def _between(values: tuple[float, ...], at: int, share: float) -> float:
    return values[at] + (values[at + 1] - values[at]) * share
