"""The numbers that a diagnosis goes by, as plateau.toml gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.athlete import Level, RaceDistance
from core.plateau.cause import Cause
from core.plateau.prescription import Remedy
from core.units import Distance, Duration


@dataclass(frozen=True, slots=True)
class Noise:
    """What makes two efforts comparable, and what chance alone does (per cent, degrees, days)."""

    days: int
    fresh_days: int
    oldest_days: int
    form_days: int
    vdot: float
    percent: float
    reps_percent: float
    pulse_percent: float
    rpe_percent: float
    heat_apart: float
    distance_ratio: float
    far_ratio: float
    far_times: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a goal needs in a usual week: below it, something is missing (R243)."""

    week: Distance
    long: Distance
    long_time: Duration


@dataclass(frozen=True, slots=True)
class CauseRule:
    """One cause: what is done about it, for how many weeks, and when the coach looks again.

    `second`: what else would do, for so many weeks, for who runs nearly every day.
    """

    cause: Cause
    remedy: Remedy
    source: str
    weeks: int
    recheck_weeks: int
    second: Remedy | None = None
    second_weeks: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """All of plateau.toml; `levels` are the factors on what a goal needs."""

    noise: Noise
    wanted: Mapping[RaceDistance, Wanted]
    levels: Mapping[Level, float]
    causes: Mapping[Cause, CauseRule]
    same_of_six: int
    target_ahead: float
    easy_over: int
    medium_share: float

    def wants(self, goal: RaceDistance, level: Level) -> tuple[Distance, Distance, Duration]:
        """The week, the long run and its minutes that the goal needs at this level."""
        wanted, factor = self.wanted[goal], self.levels[level]
        return wanted.week * factor, wanted.long * factor, wanted.long_time * factor
