"""The year that ends today: its months, cycles, best results and what got easier (R161)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from core.activity import Activity, Log
from core.athlete import Athlete, Result
from core.plan import Phase
from core.review.cycle import Cycle, cycles_of
from core.review.month import Month, month_before, month_of
from core.units import Distance, Duration, Pace
from core.workout import Focus, PaceOf

MONTHS = 12
YEAR = timedelta(days=365)
ENOUGH_RUNS = 6
"""Easy runs in each half that make "the same pace with less effort" worth saying (ours)."""
SAME_PACE = 0.02
"""Paces so close to each other are the same (ours)."""
LESS_EFFORT = 0.5
"""RPE by which an easy run feels easier (ours)."""
SHORT_RACE = Distance.of_km(15)
"""Up to here a season is a short one, and a long one may follow (R161; the border is ours)."""


@dataclass(frozen=True, slots=True)
class Best:
    """The year's best at a distance, and the best known from before, if any."""

    now: Result
    before: Result | None = None


@dataclass(frozen=True, slots=True)
class Easier:
    """Mean effort of easy runs at the same pace, earlier and lately."""

    before: float
    now: float


@dataclass(frozen=True, slots=True)
class Year:
    """The year that ends today; months and cycles oldest first.

    `next_short`: what a year to come may hold after the last race: True short ones, False a long
    one, None where no cycle is over.
    """

    first: date
    last: date
    months: tuple[Month, ...]
    cycles: tuple[Cycle, ...]
    best: tuple[Best, ...]
    easier: Easier | None
    next_short: bool | None

    @property
    def time(self) -> Duration:
        return Duration(sum(month.time.seconds for month in self.months))

    @property
    def distance(self) -> Distance:
        return Distance(sum(month.distance.metres for month in self.months))

    @property
    def runs(self) -> int:
        return sum(month.runs for month in self.months)


def year_review(
    athlete: Athlete,
    log: Log,
    today: date,
    pace_of: PaceOf,
    phases: Mapping[date, Phase] | None = None,
) -> Year:
    """Twelve months back from today; `phases` by the Monday of each week that a plan held."""
    months = _months(log, today, pace_of)
    first = max(months[0].first, min(athlete.started, today)) if months else today
    cycles = cycles_of(athlete, log, today, pace_of, phases or {}, since=today - YEAR)
    raced = [cycle.race for cycle in cycles if cycle.race is not None]
    return Year(
        first=first,
        last=today,
        months=months,
        cycles=cycles,
        best=_best(athlete.results, today),
        easier=_easier(log, today),
        next_short=raced[-1].distance > SHORT_RACE if raced else None,
    )


def _months(log: Log, today: date, pace_of: PaceOf) -> tuple[Month, ...]:
    """From the first month that holds a run, twelve at most."""
    first, months = today.replace(day=1), list[Month]()
    for _ in range(MONTHS):
        months.append(month_of(log, first, today, pace_of))
        first = month_before(first)
    while months and not months[-1].runs:
        months.pop()
    return tuple(reversed(months))


def _best(results: Sequence[Result], today: date) -> tuple[Best, ...]:
    """One for each distance that was raced in the year, the longest distance last."""
    year = [r for r in results if today - YEAR < r.on <= today]
    earlier = [r for r in results if r.on <= today - YEAR]
    made = []
    for metres in sorted({round(r.distance.metres) for r in year}):
        now = min((r for r in year if round(r.distance.metres) == metres), key=_seconds)
        same = [r for r in (*earlier, *year) if round(r.distance.metres) == metres]
        before = min((r for r in same if r.on < now.on), key=_seconds, default=None)
        made.append(Best(now, before))
    return tuple(made)


def _seconds(result: Result) -> tuple[float, date]:
    return result.time.seconds, result.on


def _easier(log: Log, today: date) -> Easier | None:
    """Less effort at the same pace, the first half of the year's easy runs against the second."""
    told = [
        run
        for run in log.within(today, YEAR.days)
        if run.focus is Focus.EASY and run.rpe and run.distance and run.time
    ]
    half = len(told) // 2
    if half < ENOUGH_RUNS:
        return None
    before, now = told[:half], told[half:]
    slower = _mean_pace(now) / _mean_pace(before) - 1
    effort = Easier(fmean(r.rpe or 0 for r in before), fmean(r.rpe or 0 for r in now))
    better = effort.before - effort.now >= LESS_EFFORT
    return effort if better and slower <= SAME_PACE else None


def _mean_pace(runs: Sequence[Activity]) -> float:
    return fmean(
        Pace.of(run.distance, run.time).seconds_per_km
        for run in runs
        if run.distance and run.time and run.distance.metres > 0
    )
