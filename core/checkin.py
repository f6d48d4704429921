"""The morning's answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.athlete import Spot
from core.units import Duration, HeartRate


class Told(StrEnum):
    """An answer without a value: `usual` enters no baseline, `skipped` is declined."""

    USUAL = "usual"
    SKIPPED = "skipped"


class Danger(StrEnum):
    """Weather that keeps everybody in (coaching.md 9)."""

    LIGHTNING = "lightning"
    ICE = "ice"
    SMOKE = "smoke"


class Morning(StrEnum):
    """How an open sore spot feels this morning (24-hour rule, Silbernagel 2007)."""

    USUAL = "usual"
    STIFFER = "stiffer"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Pain:
    """One place that hurts; `score` 0-10, None while not told."""

    spot: Spot
    score: int | None = None
    morning: Morning | None = None
    limping: bool = False
    painkiller: bool = False


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One morning; None is not answered yet. Legs: 1 dead, 2 heavy, 3 ok, 4 good, 5 springy.

    `celsius`: the air where they will run, as told; `dangers`: what else is out there; `indoors`:
    none of it matters, for they run on a treadmill.
    `cycle_day`: counted from 1, only for who turned it on.
    """

    on: date
    legs: int | Told | None = None
    sleep: Duration | Told | None = None
    pulse: HeartRate | Told | None = None
    hrv_ms: float | None = None
    ill: bool = False
    fever_celsius: float | None = None
    stress: bool = False
    dread: bool = False
    travelling: bool = False
    cycle_day: int | None = None
    pains: tuple[Pain, ...] = ()
    celsius: float | None = None
    dangers: tuple[Danger, ...] = ()
    indoors: bool = False

    @property
    def answered(self) -> bool:
        """Whether any of the three questions has an answer (skipping is one)."""
        return not (self.legs is None and self.sleep is None and self.pulse is None)

    @property
    def complete(self) -> bool:
        return self.legs is not None and self.sleep is not None and self.pulse is not None
