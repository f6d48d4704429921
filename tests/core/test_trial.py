"""Where a time trial finds its place in a plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.athlete import Race
from core.plan import Plan, Session, apply_change
from core.season.trial import trial_day, with_trial
from core.units import Distance, Duration
from core.workout import Effort, Focus, Step, Workout

MONDAY = date(2026, 12, 7)


def workout(focus: Focus) -> Workout:
    return Workout(focus.value, focus, (Step(Effort.EASY, time=Duration.of_minutes(40)),))


def session(n: int, focus: Focus, *, hard: bool = True, long: bool = False) -> Session:
    return Session(MONDAY + timedelta(days=n), workout(focus), hard=hard, long=long)


def plan(*sessions: Session) -> Plan:
    return Plan(MONDAY, MONDAY + timedelta(days=27), (), sessions)


def test_a_trial_takes_the_next_hard_day_of_the_week() -> None:
    quick, later = session(2, Focus.THRESHOLD), session(4, Focus.VO2MAX)
    assert trial_day(plan(session(1, Focus.EASY, hard=False), quick, later), MONDAY) == quick


@pytest.mark.parametrize(
    "other",
    [
        session(2, Focus.EASY, hard=False),
        session(5, Focus.LONG, long=True),
        session(3, Focus.TEST),
        session(0, Focus.THRESHOLD),
        session(9, Focus.THRESHOLD),
        Session(
            MONDAY + timedelta(days=6),
            workout(Focus.RACE),
            hard=True,
            race=Race(MONDAY, Distance(10_000)),
        ),
    ],
    ids=["an easy run", "a long run", "a test", "today", "next week", "a race"],
)
def test_nothing_else_gives_way_to_it(other: Session) -> None:
    assert trial_day(plan(other), MONDAY) is None


def test_it_replaces_that_session_and_adds_no_hard_day() -> None:
    quick = session(2, Focus.THRESHOLD)
    before = plan(session(1, Focus.EASY, hard=False), quick)
    after = apply_change(before, with_trial(quick, workout(Focus.TEST)))
    assert [s.on for s in after.sessions if s.hard] == [quick.on]
    assert after.on(quick.on).focus is Focus.TEST
