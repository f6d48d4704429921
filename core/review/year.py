"""The longer reviews: a month beside the one before, and the year with its cycles (R161)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from core.activity import Activity, Log
from core.athlete import Athlete, Priority, Race, Result
from core.plan import Phase
from core.review.month import Month, month_before, month_of
from core.review.tally import total_distance, total_time
from core.taper import recovery_days
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
class PhaseRun:
    """What was run in one phase of a cycle."""

    phase: Phase
    weeks: int
    time: Duration
    distance: Distance


@dataclass(frozen=True, slots=True)
class Cycle:
    """One build to one A race; `race` None: the one under way. `result` is what it brought."""

    first: date
    last: date
    race: Race | None
    result: Result | None
    time: Duration
    distance: Distance
    biggest: Distance
    biggest_time: Duration
    phases: tuple[PhaseRun, ...] = ()

    @property
    def weeks(self) -> int:
        return max(1, round(((self.last - self.first).days + 1) / 7))


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
    cycles = _cycles(athlete, log, today, pace_of, phases or {})
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


def _cycles(
    athlete: Athlete,
    log: Log,
    today: date,
    pace_of: PaceOf,
    phases: Mapping[date, Phase],
) -> tuple[Cycle, ...]:
    """From the start, or the day after a race, to the next A race; the last may be under way."""
    starts = max(athlete.started, today - YEAR)
    raced = sorted((r for r in _a_races(athlete) if starts <= r.on <= today), key=lambda r: r.on)
    made = []
    for race in [*raced, None]:
        last = race.on if race else today
        if starts <= last:
            days = starts, last
            made.append(_cycle(athlete, log, days, race, pace_of=pace_of, phases=phases))
        starts = last + timedelta(days=1)
    return tuple(cycle for cycle in made if cycle.race is not None or cycle.distance.metres > 0)


def _a_races(athlete: Athlete) -> list[Race]:
    return [race for race in athlete.races if race.priority is Priority.A]


def _cycle(
    athlete: Athlete,
    log: Log,
    days: tuple[date, date],
    race: Race | None,
    *,
    pace_of: PaceOf,
    phases: Mapping[date, Phase],
) -> Cycle:
    first, last = days
    runs = log.within(last, (last - first).days + 1)
    weeks = _weeks(runs)
    biggest = max(weeks.values(), key=lambda w: total_distance(w, pace_of), default=())
    return Cycle(
        first=first,
        last=last,
        race=race,
        result=_result_of(athlete, race),
        time=total_time(runs, pace_of),
        distance=total_distance(runs, pace_of),
        biggest=total_distance(biggest, pace_of),
        biggest_time=total_time(biggest, pace_of),
        phases=_by_phase(weeks, phases, pace_of),
    )


def _weeks(runs: Sequence[Activity]) -> dict[date, tuple[Activity, ...]]:
    mondays = sorted({run.on - timedelta(days=run.on.weekday()) for run in runs})
    return {m: tuple(r for r in runs if 0 <= (r.on - m).days < 7) for m in mondays}


def _by_phase(
    weeks: Mapping[date, tuple[Activity, ...]], phases: Mapping[date, Phase], pace_of: PaceOf
) -> tuple[PhaseRun, ...]:
    """In training order; weeks that no plan held are left out."""
    made = []
    for phase in Phase:
        within = [runs for monday, runs in weeks.items() if phases.get(monday) is phase]
        if within:
            runs = tuple(run for week in within for run in week)
            time, distance = total_time(runs, pace_of), total_distance(runs, pace_of)
            made.append(PhaseRun(phase, len(within), time, distance))
    return tuple(made)


def _result_of(athlete: Athlete, race: Race | None) -> Result | None:
    if race is None:
        return None
    near = [r for r in athlete.results if r.on == race.on]
    return next((r for r in near if abs(r.distance.metres - race.distance.metres) < 1), None)


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


def cycle_closes(athlete: Athlete, monday: date) -> Race | None:
    """The A race whose recovery ends in the week of this Monday."""
    days = [monday + timedelta(days=n) for n in range(7)]
    for race in _a_races(athlete):
        easy = recovery_days(race.distance, athlete.age(race.on))
        if race.on + timedelta(days=easy) in days:
            return race
    return None
