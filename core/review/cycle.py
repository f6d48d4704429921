"""Cycles: each build to one A race, what it held and what it brought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.activity import Activity, Log
from core.athlete import Athlete, Priority, Race, Result
from core.plan import Phase
from core.review.tally import total_distance, total_time
from core.taper import recovery_days
from core.units import Distance, Duration
from core.workout import PaceOf


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


def cycles_of(
    athlete: Athlete,
    log: Log,
    today: date,
    pace_of: PaceOf,
    phases: Mapping[date, Phase],
    *,
    since: date,
) -> tuple[Cycle, ...]:
    """From the start, no earlier than `since`, or the day after a race, to the next A race; the
    last may be under way.
    """
    starts = max(athlete.started, since)
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


def cycle_closes(athlete: Athlete, monday: date) -> Race | None:
    """The A race whose recovery ends in the week of this Monday."""
    days = [monday + timedelta(days=n) for n in range(7)]
    for race in _a_races(athlete):
        easy = recovery_days(race.distance, athlete.age(race.on))
        if race.on + timedelta(days=easy) in days:
            return race
    return None
