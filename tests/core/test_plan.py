from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.athlete import Level
from core.paces import pace_of, paces_for
from core.plan import (
    Change,
    ChangeKind,
    Edit,
    Phase,
    Plan,
    Session,
    Week,
    WeekKind,
    apply_change,
    fits,
    hard,
    lay,
    phase_on,
    undo,
)
from core.reasons import Code, Reason
from core.units import Distance, Duration
from core.workout import Block, Effort, Focus, Repeat, Step, Workout

MONDAY = date(2027, 3, 1)
PACE_OF = pace_of(paces_for(45), Level.INTERMEDIATE)
WHY = (Reason(Code.ATHLETE_ASKED),)


def step(effort: Effort, minutes: float = 0, metres: float = 0) -> Step:
    if metres:
        return Step(effort, distance=Distance(metres))
    return Step(effort, time=Duration.of_minutes(minutes))


def easy(on: date, minutes: float = 40) -> Session:
    return Session(on, Workout("easy", Focus.EASY, (step(Effort.EASY, minutes),)))


@cache
def four_weeks() -> Plan:
    """A run every second day for four weeks."""
    days = [MONDAY + timedelta(days=n) for n in range(0, 28, 2)]
    weeks = tuple(
        Week(MONDAY + timedelta(weeks=n), phase, WeekKind.NORMAL, Distance(30_000))
        for n, phase in enumerate((Phase.BASE, Phase.BASE, Phase.BUILD, Phase.BUILD))
    )
    return Plan(MONDAY, weeks[-1].ends, weeks, tuple(easy(day) for day in days))


@st.composite
def changes(draw: st.DrawFn) -> tuple[Change, ...]:
    """Changes as they are laid: each edits days as the changes before it left them."""
    plan, found = four_weeks(), []
    for _ in range(draw(st.integers(1, 6))):
        days = draw(st.lists(st.integers(0, 27), min_size=1, max_size=3, unique=True))
        edits = []
        for day in days:
            on = MONDAY + timedelta(days=day)
            after = draw(st.none() | st.integers(20, 60).map(lambda m, on=on: easy(on, m)))
            edits.append(Edit(on, plan.on(on), after))
        change = Change(ChangeKind.ASKED, tuple(edits), WHY)
        found.append(change)
        plan = apply_change(plan, change)
    return tuple(found)


@given(changes())
def test_changes_laid_as_they_were_made_all_fit(made: tuple[Change, ...]) -> None:
    assert lay(four_weeks(), made)[1] == ()


@given(changes())
def test_undoing_the_last_change_gives_exactly_the_plan_before_it(made: tuple[Change, ...]) -> None:
    kept, gone = undo(four_weeks(), made, len(made) - 1)
    assert (kept, gone) == (made[:-1], ())
    assert lay(four_weeks(), kept)[0] == lay(four_weeks(), made[:-1])[0]


@given(changes(), st.data())
def test_undoing_an_older_change_takes_only_those_that_no_longer_fit(
    made: tuple[Change, ...], data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, len(made) - 1))
    kept, gone = undo(four_weeks(), made, position)
    assert len(kept) + len(gone) == len(made) - 1
    assert lay(four_weeks(), kept)[1] == ()
    plan, left = four_weeks(), list(kept)
    for change in (*made[:position], *made[position + 1 :]):
        if left and change is left[0]:
            plan = apply_change(plan, left.pop(0))
        else:
            assert not fits(plan, change), "it still had a place where it stood"


@given(changes())
def test_undoing_all_changes_gives_the_base(made: tuple[Change, ...]) -> None:
    left = made
    while left:
        left, _ = undo(four_weeks(), left, len(left) - 1)
    assert lay(four_weeks(), left)[0] == four_weeks()


@given(changes())
def test_the_base_is_never_touched_and_days_stay_in_order(made: tuple[Change, ...]) -> None:
    before = four_weeks().sessions
    plan, _ = lay(four_weeks(), made)
    assert four_weeks().sessions == before
    assert [s.on for s in plan.sessions] == sorted({s.on for s in plan.sessions})


def test_a_change_that_found_the_day_otherwise_is_left_out_and_named() -> None:
    day = MONDAY
    skip = Change(ChangeKind.SKIPPED, (Edit(day, easy(day), None),), WHY)
    plan, left_out = lay(four_weeks(), (skip, skip))
    assert plan.on(day) is None
    assert left_out == (1,)


def test_undo_names_the_later_changes_that_go_with_it() -> None:
    day, next_day = MONDAY, MONDAY + timedelta(days=1)
    moved = Change(
        ChangeKind.MOVED,
        (Edit(day, easy(day), None), Edit(next_day, None, easy(next_day))),
        WHY,
    )
    shorter = Change(
        ChangeKind.READINESS, (Edit(next_day, easy(next_day), easy(next_day, 20)),), WHY
    )
    elsewhere = MONDAY + timedelta(days=4)
    other = Change(ChangeKind.SKIPPED, (Edit(elsewhere, easy(elsewhere), None),), WHY)
    kept, gone = undo(four_weeks(), (moved, shorter, other), 0)
    assert (kept, gone) == ((other,), (shorter,))


@pytest.mark.parametrize(
    ("blocks", "focus", "is_hard"),
    [
        pytest.param((step(Effort.EASY, 60),), Focus.EASY, False, id="an hour easy"),
        pytest.param((step(Effort.STEADY, 50),), Focus.STEADY, False, id="50 min steady"),
        pytest.param((step(Effort.MARATHON, 6),), Focus.RACE_PACE, False, id="6 min at M"),
        pytest.param((step(Effort.MARATHON, 6.5),), Focus.RACE_PACE, True, id="6.5 min at M"),
        pytest.param(
            (Repeat(8, (step(Effort.STRIDE, 0.5), step(Effort.WALK, 2))),),
            Focus.EASY,
            False,
            id="eight strides",
        ),
        pytest.param(
            (Repeat(8, (step(Effort.SPRINT, 1 / 6), step(Effort.WALK, 2))),),
            Focus.EASY,
            False,
            id="eight 10-s hill sprints",
        ),
        pytest.param(
            (Repeat(12, (step(Effort.SPRINT, 1 / 6), step(Effort.WALK, 2))),),
            Focus.SPEED,
            True,
            id="twelve of them",
        ),
        pytest.param(
            (step(Effort.EASY, 90), step(Effort.HALF, 4)),
            Focus.LONG,
            True,
            id="a long run with a fast part",
        ),
        pytest.param((step(Effort.EASY, 120),), Focus.LONG, False, id="a plain long run"),
        pytest.param((step(Effort.THREE_K, metres=3000),), Focus.TEST, True, id="a time trial"),
        pytest.param((step(Effort.MARATHON, metres=1000),), Focus.RACE, True, id="a race"),
        pytest.param(
            (Repeat(5, (step(Effort.FIVE_K, 1), step(Effort.JOG, 2))),),
            Focus.VO2MAX,
            False,
            id="five minutes of fartlek",
        ),
    ],
)
def test_a_hard_day_is_one_by_the_definition_of_coaching(
    blocks: tuple[Block, ...], focus: Focus, is_hard: bool
) -> None:
    assert hard(Workout("w", focus, blocks), PACE_OF) is is_hard


def test_the_phase_of_a_day_is_that_of_its_week() -> None:
    plan = four_weeks()
    assert phase_on(plan, MONDAY + timedelta(days=13)) is Phase.BASE
    assert phase_on(plan, MONDAY + timedelta(days=14)) is Phase.BUILD
    assert phase_on(plan, MONDAY - timedelta(days=1)) is None


@settings(max_examples=30)
@given(st.integers(0, 27), st.integers(0, 27))
def test_between_holds_both_ends(first: int, last: int) -> None:
    one, other = MONDAY + timedelta(days=first), MONDAY + timedelta(days=last)
    found = four_weeks().between(one, other)
    assert [s.on for s in found] == [s.on for s in four_weeks().sessions if one <= s.on <= other]


def test_the_next_session_is_a_later_one() -> None:
    following = four_weeks().next_session(MONDAY)
    assert following is not None
    assert following.on == MONDAY + timedelta(days=2)
    assert four_weeks().next_session(four_weeks().ends) is None
