"""Six even reps stand in for a hard session, and ask for no more than it did."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.athlete import Level
from core.plan import apply_change, fits
from core.plateau.even_reps import REPS, even_reps
from core.units import Duration
from core.workout import Effort, Focus, Repeat, Step, Workout
from tests.core.judgement import (
    RUNNER,
    day,
    easy,
    intervals,
    library,
    long,
    pace_of,
    plan_of,
    tempo,
)

TODAY = day(7)


def test_they_take_the_place_of_the_weeks_next_hard_session() -> None:
    plan = plan_of({1: easy(), 3: intervals(20), 6: long()}, 4)
    change = even_reps(plan, TODAY, RUNNER, library(), pace_of)
    assert change is not None
    assert fits(plan, change)
    (edit,) = change.edits
    assert edit.on == TODAY + timedelta(days=3)
    assert edit.after is not None
    assert any(isinstance(b, Repeat) and b.times == REPS for b in edit.after.workout.blocks)
    assert change.undoable


@pytest.mark.parametrize("workout", [intervals(20), tempo(40)])
def test_they_take_no_longer_and_are_no_harder(workout: object) -> None:
    plan = plan_of({3: workout, 6: long()}, 4)  # type: ignore[dict-item]  # a workout
    change = even_reps(plan, TODAY, RUNNER, library(), pace_of)
    assert change is not None
    (edit,) = change.edits
    assert edit.before is not None
    assert edit.after is not None
    before, after = edit.before.workout, edit.after.workout
    assert after.minutes(pace_of) <= before.minutes(pace_of) + 1e-6
    assert after.fast_minutes(pace_of) <= before.fast_minutes(pace_of) + 1e-6
    assert after.focus in {Focus.VO2MAX, Focus.THRESHOLD}


def test_without_a_hard_session_there_is_no_place() -> None:
    assert even_reps(plan_of({1: easy(), 6: long()}, 4), TODAY, RUNNER, library(), pace_of) is None


def test_a_session_that_is_too_short_is_left_alone() -> None:
    plan = plan_of({3: intervals(4)}, 4)
    change = even_reps(plan, TODAY, RUNNER, library(), pace_of)
    after = change.edits[0].after if change else None
    before = plan.on(day(10))
    assert before is not None
    assert after is None or after.workout.fast_minutes(pace_of) <= before.workout.fast_minutes(
        pace_of
    )


def test_what_they_are_already_is_not_laid_again() -> None:
    plan = plan_of({3: intervals(20), 6: long()}, 4)
    change = even_reps(plan, TODAY, RUNNER, library(), pace_of)
    assert change is not None
    again = even_reps(apply_change(plan, change), TODAY, RUNNER, library(), pace_of)
    assert again is None


def test_a_beginner_without_a_measured_distance_gets_none_that_is_closed() -> None:
    beginner = replace(RUNNER, level=Level.BEGINNER, measured_distance=False, kit=())
    change = even_reps(plan_of({3: intervals(20)}, 4), TODAY, beginner, library(), pace_of)
    for edit in change.edits if change else ():
        assert edit.after is not None
        assert library()[edit.after.workout.key].by_time


def test_an_hour_that_is_too_short_for_six_has_no_place() -> None:
    rep = Step(Effort.FIVE_K, time=Duration.of_minutes(7))
    short = Workout("short", Focus.VO2MAX, (rep,))
    assert even_reps(plan_of({3: short}, 4), TODAY, RUNNER, library(), pace_of) is None
