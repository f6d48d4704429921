"""How long seasons take the engine, on one core: made, made anew, and with a change laid over.

`pytest -m bench -s` prints the figures; the targets are checked. Time is the processor's, so that a
busy machine counts little; sizes worked out for one athlete are forgotten before a first season.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from time import process_time

import pytest

from core.activity import Activity, Log
from core.athlete import Athlete, Level, RaceDistance
from core.content import load_content
from core.fitness import effective_fitness
from core.paces import pace_of, paces_for
from core.plan import Change, ChangeKind, Edit, Plan, lay, undo
from core.reasons import Code, Reason
from core.season import Refusal, build_plan
from core.units import Duration
from tests.core.guide_people import DAYS, MONDAY, race, runner

ROUNDS, WEEKS, CHANGES = 25, 52, 20
SEASON_MS, AGAIN_MS = 50, 10
CONTENT = load_content()
WHY = Reason(Code.ATHLETE_ASKED)

pytestmark = pytest.mark.bench


def athlete(level: Level, days: int, number: int = 0) -> Athlete:
    """A year with two peaks: 52 weeks with the recovery after the second.

    Each number has a fitness of its own, so that nothing is known of it from another one.
    """
    who = runner(level, days, race(RaceDistance.TEN_K, 22), race(RaceDistance.HALF, 50))
    (result,) = who.results
    return replace(who, results=(replace(result, time=result.time + Duration(number)),))


def season(who: Athlete, log: Log, start: date) -> Plan:
    fitness = effective_fitness(who, log, start)
    made = build_plan(who, log, CONTENT.library, CONTENT.phases, fitness, start)
    assert not isinstance(made, Refusal)
    return made


def took(act: Callable[[int], object]) -> float:
    """The median of all rounds, in milliseconds."""
    return median(took_once(lambda n=n: act(n)) for n in range(ROUNDS))


def took_once(act: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    began = process_time()
    act()
    return (process_time() - began) * 1000


def run_so_far(plan: Plan, until: date) -> Log:
    """Every session before a day, run as planned."""
    speed = pace_of(paces_for(50), Level.ADVANCED)
    runs = (s for s in plan.sessions if s.on < until)
    return Log(
        tuple(
            Activity(
                s.on,
                distance=s.workout.distance(speed),
                rpe=4,
                focus=s.focus,
                key=s.workout.key,
                hard=s.hard,
            )
            for s in runs
        )
    )


def asked(plan: Plan, number: int) -> Change:
    """The so-many-th easy session becomes a rest day."""
    session = [s for s in plan.sessions if not s.hard and not s.race][number]
    return Change(ChangeKind.ASKED, (Edit(session.on, session, None),), (WHY,))


@pytest.mark.parametrize("days", [3, 5, 7])
@pytest.mark.parametrize("level", Level)
def test_a_season_of_52_weeks_with_every_session_takes_less_than_50_ms(level: Level, days: int):
    plan = season(athlete(level, days), Log(), MONDAY)
    assert len(plan.weeks) == WEEKS
    assert len(plan.sessions) > days * 40
    others = [athlete(level, days, number + 1) for number in range(ROUNDS)]
    p50 = took(lambda number: season(others[number], Log(), MONDAY))
    print(
        f"\n52 weeks, {level.value:12} {days} days, {len(plan.sessions)} sessions:"
        f" p50 {p50:5.1f} ms   {1000 / p50:4.0f} athletes a second and core"
    )
    assert p50 < SEASON_MS


def test_the_plan_in_force_after_one_more_change_takes_less_than_10_ms():
    plan = season(athlete(Level.ADVANCED, 7), Log(), MONDAY)
    changes = [asked(plan, 5 * n) for n in range(CHANGES)]
    laid, undone = took(lambda _: lay(plan, changes)), took(lambda _: undo(plan, changes, 3))
    print(f"\n{CHANGES} changes over 52 weeks: laid {laid:.2f} ms, one undone {undone:.2f} ms")
    assert lay(plan, changes)[1] == ()
    assert laid < AGAIN_MS
    assert undone < AGAIN_MS


def test_a_season_made_anew_after_one_change_takes_less_than_10_ms():
    """In mid-season, from what was run, the plan of yesterday known; one weekday is gone."""
    today = MONDAY + timedelta(weeks=26)
    people = [athlete(Level.INTERMEDIATE, 5, number) for number in range(ROUNDS)]
    log = run_so_far(season(people[0], Log(), MONDAY), today)
    times = []
    for who in people:
        season(who, log, today)
        other = replace(who, days=tuple(day for day in DAYS[5] if day != 2))
        times.append(took_once(lambda other=other: season(other, log, today)))
    weeks = len(season(people[0], log, today).weeks)
    print(f"\nmade anew, {weeks} weeks to go: p50 {median(times):.1f} ms")
    assert median(times) < AGAIN_MS
