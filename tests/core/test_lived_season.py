"""A season as it is lived: laid anew on Mondays, and it neither shrinks nor runs away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.activity import Activity, Done, Log
from core.athlete import Athlete, Level, Priority, Race, RaceDistance, UsualWeek
from core.content import load_content
from core.fitness import effective_fitness
from core.paces import pace_of, paces_for
from core.plan import Plan, WeekKind
from core.season import Refusal, build_plan, week_was_kept
from core.units import Distance
from tests.core.judgement import RUNNER

MONDAY = date(2026, 11, 30)
WEEK = timedelta(days=7)
CONTENT = load_content()


def person(km: float, days: tuple[int, ...]) -> Athlete:
    race = Race(MONDAY + timedelta(days=7 * 20 - 1), Distance.of_km(10), Priority.A)
    return replace(
        RUNNER,
        level=Level.INTERMEDIATE,
        days=days,
        long_day=6,
        usual=UsualWeek(len(days), Distance.of_km(km), Distance.of_km(km * 0.32)),
        started=MONDAY,
        goal=RaceDistance.TEN_K,
        races=(race,),
    )


def laid(athlete: Athlete, log: Log, on: date, *, continues: bool) -> Plan:
    fitness = effective_fitness(athlete, log, on)
    made = build_plan(
        athlete, log, CONTENT.library, CONTENT.phases, fitness, on, continues=continues
    )
    assert not isinstance(made, Refusal)
    return made


def lived(
    athlete: Athlete,
    weeks: int,
    *,
    share: float = 1.0,
    always: bool = False,
    misses: int = 0,
) -> list[float]:
    """Kilometres laid for each week that was not a lighter one.

    Runs are run at that `share` of their length, every `misses`-th one but the long run not at all.
    """
    fitness = effective_fitness(athlete, Log(), MONDAY)
    pace = pace_of(paces_for(fitness.vdot) if fitness else None, athlete.level)
    log, plan, told = Log(), laid(athlete, Log(), MONDAY, continues=False), []
    for n in range(weeks):
        monday = MONDAY + n * WEEK
        if n and (always or not week_was_kept(plan, log, monday, pace)):
            plan = laid(athlete, log, monday, continues=True)
        runs = [
            Activity(
                session.on,
                Done.OTHER,
                Distance(session.workout.distance(pace).metres * share),
                key=session.workout.key,
                hard=session.hard,
                focus=session.workout.focus,
                rpe=3,
            )
            for session in plan.between(monday, monday + timedelta(days=6))
            if session.long or not misses or (session.on - MONDAY).days % misses
        ]
        log = Log((*log.activities, *runs))
        week = plan.week_of(monday)
        if week is not None and week.kind is WeekKind.NORMAL:
            sessions = plan.between(monday, monday + timedelta(days=6))
            told.append(sum(session.workout.distance(pace).km for session in sessions))
    return told


@pytest.mark.parametrize(
    ("km", "days"), [(35.0, (1, 3, 5, 6)), (60.0, (0, 1, 3, 5, 6)), (80.0, (0, 1, 2, 3, 5, 6))]
)
def test_who_runs_the_plan_keeps_its_volume(km: float, days: tuple[int, ...]) -> None:
    weeks = lived(person(km, days), 16)
    assert min(weeks) >= 0.9 * km
    assert weeks[-1] >= 0.95 * km


@pytest.mark.parametrize(
    ("km", "days"), [(35.0, (1, 3, 5, 6)), (60.0, (0, 1, 3, 5, 6)), (80.0, (0, 1, 2, 3, 5, 6))]
)
def test_down_weeks_do_not_drag_a_plan_down_that_is_laid_anew_every_week(
    km: float, days: tuple[int, ...]
) -> None:
    weeks = lived(person(km, days), 16, always=True)
    assert min(weeks) >= 0.85 * km
    assert weeks[-1] >= 0.95 * km


def test_a_run_missed_now_and_then_is_let_go() -> None:
    weeks = lived(person(60.0, (0, 1, 3, 5, 6)), 16, misses=5)
    assert min(weeks) >= 0.85 * 60


def test_who_runs_less_is_asked_for_less() -> None:
    weeks = lived(person(60.0, (0, 1, 3, 5, 6)), 12, share=0.7)
    assert weeks == sorted(weeks, reverse=True)
    assert weeks[-1] < 0.8 * 60


def test_a_week_that_was_not_run_was_not_kept() -> None:
    athlete = person(60.0, (0, 1, 3, 5, 6))
    plan = laid(athlete, Log(), MONDAY, continues=False)
    fitness = effective_fitness(athlete, Log(), MONDAY)
    pace = pace_of(paces_for(fitness.vdot) if fitness else None, athlete.level)
    assert not week_was_kept(plan, Log(), MONDAY + WEEK, pace)
