"""Load: session-RPE by day and week, ramp, monotony, strain, and the longest of 30 days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean, stdev

from core.activity import Activity, Log
from core.units import Distance, Duration
from core.workout import Effort, PaceOf

MOST_MONOTONY = 10.0
"""Shown where every day was alike and the deviation is zero (ours)."""
MONOTONOUS = 2.0
"""Above it, with a high load, a week is flagged (Foster 1998)."""
LONGER = 1.10
"""A run may be so much longer than the longest of 30 days (Frandsen 2025)."""
EMPTY_MONTH = Duration.of_minutes(20)
"""What a month without a run counts as (coaching.md 3)."""
UNKNOWN_RPE = 4
"""Taken for a run told without its RPE: ordinary easy running (ours)."""


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """Seven days of session-RPE load; the deviation is the sample's, rest days count as zero."""

    daily: tuple[float, ...]
    monotony: float

    @property
    def total(self) -> float:
        return sum(self.daily)

    @property
    def strain(self) -> float:
        return self.total * self.monotony

    @property
    def monotonous(self) -> bool:
        return self.monotony > MONOTONOUS


def load_of(activity: Activity) -> float:
    """RPE × minutes; a run without an RPE counts as easy, one without a time as nothing."""
    if activity.load is not None:
        return activity.load
    return UNKNOWN_RPE * activity.time.minutes if activity.time and activity.ran else 0.0


def daily_loads(log: Log, last: date, days: int) -> tuple[float, ...]:
    """The load of each of the `days` days that end with `last`, oldest first."""
    sums = dict.fromkeys((last - timedelta(days=n) for n in range(days - 1, -1, -1)), 0.0)
    for activity in log.within(last, days):
        sums[activity.on] += load_of(activity)
    return tuple(sums.values())


def week_load(log: Log, last: date) -> WeekLoad:
    """The seven days that end with `last`."""
    daily = daily_loads(log, last, 7)
    return WeekLoad(daily, monotony(daily))


def monotony(daily: Sequence[float]) -> float:
    """Mean ÷ sample deviation, capped where days are alike; 0 for no load (Foster 1998)."""
    mean = fmean(daily)
    if mean == 0:
        return 0.0
    deviation = stdev(daily)
    return min(MOST_MONOTONY, mean / deviation) if deviation > 0 else MOST_MONOTONY


def ramp(log: Log, last: date, normal: float | None = None) -> float | None:
    """This week's load over the last normal week's (or the one before): 0.1 is ten per cent more.

    A cut-back week is no measure: its size stays out by giving `normal`. None: nothing to compare.
    """
    before = week_load(log, last - timedelta(days=7)).total if normal is None else normal
    return week_load(log, last).total / before - 1 if before > 0 else None


class Spike(StrEnum):
    """One run against the longest of 30 days, in the classes of Frandsen 2025."""

    REFERENCE = "reference"
    SMALL = "small"
    MODERATE = "moderate"
    LARGE = "large"


def spike(run: Distance, longest: Distance) -> Spike:
    """Up to 10 % more, to 30 %, to 100 %, and beyond; against nothing, every run is large."""
    ratio = run.metres / longest.metres if longest.metres > 0 else float("inf")
    if ratio <= LONGER + 1e-9:
        return Spike.REFERENCE
    if ratio <= 1.30 + 1e-9:
        return Spike.SMALL
    return Spike.MODERATE if ratio <= 2.0 + 1e-9 else Spike.LARGE


def longest_allowed(runs: Iterable[Activity], pace_of: PaceOf) -> Distance:
    """1.10 times the longest of these runs, those told by time alone at easy pace.

    Give it the last 30 days. An empty window counts as 20 minutes; races are not measured by this.
    """
    easy = pace_of(Effort.EASY)
    told = [run.distance or (easy.distance_in(run.time) if run.time else None) for run in runs]
    longest = max((d for d in told if d is not None), default=easy.distance_in(EMPTY_MONTH))
    return longest * LONGER
