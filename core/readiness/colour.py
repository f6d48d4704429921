"""The table of coaching.md 5: signs to green, amber and red, and what rows of days make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from core.checkin import CheckIn, Told
from core.readiness.signs import Kind, Seen, seen

IN_A_ROW = 3
"""The amber that makes a red (coaching.md 5)."""


class Colour(StrEnum):
    """How ready the athlete is; unknown where nothing was answered."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


_MILD = {Kind.SHORT, Kind.VERY_SHORT, Kind.PULSE_AMBER, Kind.STRESS, Kind.DREAD}


def colour_of(signs: Iterable[Seen]) -> Colour:
    """The colour of one morning by itself."""
    kinds = {sign.kind for sign in signs}
    mild = len(kinds & _MILD)
    strong = Kind.PULSE_RED in kinds
    if Kind.DEAD in kinds:
        return Colour.RED
    if Kind.HEAVY in kinds:
        return Colour.RED if mild or strong else Colour.AMBER
    if strong:
        return Colour.RED if mild else Colour.AMBER
    return Colour.AMBER if mild >= 2 or Kind.VERY_SHORT in kinds else Colour.GREEN


def told_something(checkin: CheckIn) -> bool:
    """Whether the morning has an answer that says how the athlete is; skipping says nothing."""
    three = (checkin.legs, checkin.sleep, checkin.pulse)
    return checkin.stress or checkin.dread or any(a not in {None, Told.SKIPPED} for a in three)


def by_itself(
    checkin: CheckIn | None, history: Sequence[CheckIn], since: date | None = None
) -> Colour:
    """One morning's colour without the days before it."""
    if checkin is None or not told_something(checkin):
        return Colour.UNKNOWN
    return colour_of(seen(checkin, history, since=since))


def colours(
    days: Sequence[CheckIn], last: date, count: int, since: date | None = None
) -> tuple[tuple[date, Colour], ...]:
    """The colours of `count` days up to `last`, newest first, each by what was known that morning.

    A third amber in a row is red.
    """
    by_day = {c.on: c for c in days}
    span = [last - timedelta(days=back) for back in range(count + IN_A_ROW - 1)]
    alone = [by_itself(by_day.get(day), days, since) for day in span]
    found = []
    for place, day in enumerate(span[:count]):
        third = all(each is Colour.AMBER for each in alone[place : place + IN_A_ROW])
        found.append((day, Colour.RED if third else alone[place]))
    return tuple(found)
