"""A squad's session as it is set, its twin by time, a proposal, and groups of similar pace."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library import Slot
from core.squad.pacing import WIDTH, main_effort, pace_groups
from core.squad.setting import (
    MIDDLE,
    OFFERED,
    focus_of,
    from_library,
    main_efforts,
    offered,
    propose,
    twin_of,
    with_effort,
    workout_of,
)
from core.units import Distance, Duration, Pace
from core.workout import Block, Effort, Focus, Part, Repeat, Step
from tests.core.judgement import day, easy, intervals, library, long, plan_of, tempo

JOG = Step(Effort.JOG, time=Duration(120), part=Part.RECOVERY)
WARM = Step(Effort.EASY, distance=Distance(2000), part=Part.WARM_UP)


def rep(effort: Effort, metres: float = 800, *, uphill: bool = False) -> Step:
    return Step(effort, distance=Distance(metres), uphill=uphill)


@pytest.mark.parametrize(
    ("blocks", "focus", "key"),
    [
        ((Repeat(6, (rep(Effort.FIVE_K), JOG)),), Focus.VO2MAX, "squad-vo2max"),
        ((Step(Effort.THRESHOLD, time=Duration(1200)),), Focus.THRESHOLD, "squad-threshold"),
        ((Repeat(8, (rep(Effort.MILE, 200), JOG)),), Focus.SPEED, "squad-speed"),
        ((Step(Effort.MARATHON, distance=Distance(8000)),), Focus.RACE_PACE, "squad-race-pace"),
        ((Step(Effort.EASY, time=Duration(5400)),), Focus.LONG, "squad-long"),
        (
            (Step(Effort.EASY, time=Duration(5400)), Step(Effort.HALF, time=Duration(1200))),
            Focus.LONG,
            "squad-long",
        ),
        ((Step(Effort.EASY, time=Duration(2700)),), Focus.EASY, "squad-easy"),
        ((Repeat(8, (rep(Effort.FIVE_K, 300, uphill=True), JOG)),), Focus.VO2MAX, "squad-hills"),
    ],
)
def test_what_most_of_the_fast_running_trains_names_it(
    blocks: tuple[Block, ...], focus: Focus, key: str
) -> None:
    assert focus_of(blocks) is focus
    assert workout_of(blocks).key == key


def test_nobody_starts_fast_from_cold() -> None:
    bare = workout_of((Repeat(6, (rep(Effort.FIVE_K), JOG)),))
    first, *_, last = bare.blocks
    assert isinstance(first, Step)
    assert isinstance(last, Step)
    assert (first.part, last.part) == (Part.WARM_UP, Part.COOL_DOWN)
    written = workout_of((WARM, Repeat(6, (rep(Effort.FIVE_K), JOG))))
    assert written.blocks[0] == WARM, "what the coach wrote stays"
    easy_run = (Step(Effort.EASY, time=Duration(2700)),)
    assert workout_of(easy_run).blocks == easy_run


def test_another_effort_changes_the_fast_parts_alone() -> None:
    blocks = (WARM, Repeat(6, (rep(Effort.FIVE_K), JOG)))
    changed = with_effort(blocks, Effort.TEN_K)
    assert main_efforts(changed) == {Effort.TEN_K}
    assert changed[0] == WARM
    assert isinstance(changed[1], Repeat)
    assert changed[1].steps[1] == JOG


def test_the_twin_goes_by_time_and_takes_about_as_long() -> None:
    workout = workout_of((WARM, Repeat(6, (rep(Effort.FIVE_K), JOG))))
    twin = twin_of(workout)
    assert twin is not None
    assert all(step.time is not None for step in twin.steps())
    assert twin.minutes(MIDDLE) == pytest.approx(workout.minutes(MIDDLE), rel=0.1)
    assert twin_of(twin) is None, "it goes by time already"


@pytest.mark.parametrize("focus", OFFERED)
def test_every_focus_has_library_sessions_that_a_squad_can_run(focus: Focus) -> None:
    found = offered(library(), focus)
    assert found
    for recipe in found:
        assert Slot.LADDER not in recipe.slots
        assert from_library(recipe).minutes(MIDDLE) >= 20


def test_what_fits_most_weeks_is_proposed_and_counted() -> None:
    hard = {1: intervals(), 3: easy(), 5: long()}
    plans = [plan_of(hard), plan_of(hard), plan_of({1: tempo(), 5: long()})]
    found = propose([*plans, plan_of({1: easy()})], day(1), library())
    assert found is not None
    assert (found.fits, found.of) == (2, 4)
    assert library()[found.key].focus is Focus.VO2MAX
    assert propose([plan_of({1: easy()})], day(1), library()) is None
    assert propose([], day(1), library()) is None


PACES = st.lists(st.floats(180, 420).map(lambda s: Pace(round(s))), max_size=60)


@given(PACES)
def test_pace_groups_are_narrow_and_never_one_person(paces: list[Pace]) -> None:
    groups = pace_groups(paces)
    for group in groups:
        assert group.count >= 2
        assert group.slow.seconds_per_km <= group.fast.seconds_per_km * (1 + WIDTH)
    for faster, slower in pairwise(groups):
        assert faster.slow < slower.fast
    assert sum(group.count for group in groups) <= len(paces)


def test_a_group_is_told_by_its_fastest_and_slowest() -> None:
    told = pace_groups([Pace(s) for s in (240, 230, 232, 300, 360, 365)])
    assert [(g.fast, g.slow, g.count) for g in told] == [
        (Pace(230), Pace(240), 3),
        (Pace(360), Pace(365), 2),
    ]


def test_the_pace_that_counts_is_that_of_most_fast_running() -> None:
    fast = workout_of((Repeat(6, (rep(Effort.FIVE_K), JOG)), rep(Effort.MILE, 200)))
    assert main_effort(fast) is Effort.FIVE_K
    assert main_effort(workout_of((Repeat(8, (rep(Effort.FIVE_K, uphill=True), JOG)),))) is None
    assert main_effort(easy()) is None
