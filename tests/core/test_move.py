"""A session on another day, days changed over, left out: spacing kept, undo exact."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.adjust import Misfit, demanding
from core.athlete import Race
from core.away import away, busy, ended, runs_there, span
from core.carry import AGREED, carried
from core.move import first_planned, moved, options, skipped, why_not
from core.plan import Change, ChangeKind, Edit, Plan, WeekKind, apply_change, fits, lay, undo
from core.reasons import Code, Reason
from core.units import Distance
from tests.core.judgement import (
    RUNNER,
    day,
    easy,
    intervals,
    long,
    pace_of,
    plan_of,
    session,
    strides,
    tempo,
    with_session,
)
from tests.core.test_judgement_properties import load, no_harder

START = day(0)
TUE, WED, THU, FRI, SAT, SUN = (day(7 + n) for n in range(1, 7))
PLAN = plan_of({1: intervals(), 2: easy(), 4: easy(), 6: long()})


def misfit(plan: Plan, on, to, athlete=RUNNER, first=START, **more) -> Misfit | None:
    there = plan.on(on)
    assert there is not None
    return why_not(plan, there, to, athlete, first, **more)


@pytest.mark.parametrize(
    ("on", "to", "why"),
    [
        (TUE, WED, None),
        (TUE, THU, None),
        (TUE, FRI, None),
        (TUE, SAT, Misfit.TOO_LATE),
        (TUE, SUN, Misfit.TOO_LATE),
        (TUE, day(7), Misfit.NEXT_TO_HARD),
        (TUE, day(14), Misfit.OTHER_WEEK),
        (WED, SAT, None),
        (SUN, SAT, None),
        (SUN, WED, Misfit.NEXT_TO_HARD),
        (FRI, day(11 - 7), Misfit.OTHER_WEEK),
    ],
)
def test_where_sessions_of_a_week_may_go(on, to, why):
    assert misfit(PLAN, on, to) == why


def test_nothing_goes_to_a_day_that_is_over():
    assert misfit(PLAN, WED, TUE, first=WED) is Misfit.PAST
    assert misfit(PLAN, TUE, FRI, first=WED) is Misfit.PAST


def test_fixed_rest_days_stay():
    assert misfit(PLAN, FRI, THU, replace(RUNNER, rest_days=(3,))) is Misfit.REST_DAY


def test_races_stay_and_so_does_what_is_hard_around_them():
    raced = with_session(PLAN, session(SAT, tempo(), Race(SAT, Distance(5000))))
    assert misfit(raced, FRI, SAT) is Misfit.RACE
    assert misfit(raced, TUE, THU) is Misfit.RACE_NEAR
    tapered = plan_of({1: intervals(), 2: easy(), 4: easy(), 6: long()}, kinds={1: WeekKind.TAPER})
    assert misfit(tapered, TUE, WED) is Misfit.OTHER_WEEK
    assert misfit(tapered, WED, THU) is None


def test_strides_do_not_follow_a_hard_day():
    plan = plan_of({1: intervals(), 3: strides(), 6: long()})
    assert misfit(plan, THU, WED) is Misfit.STRIDES_AFTER


def test_two_easy_days_lie_between_from_fifty_on():
    plan = plan_of({1: intervals(), 4: easy(), 6: tempo()})
    assert misfit(plan, TUE, FRI, replace(RUNNER, birth_year=1965)) is Misfit.NEXT_TO_HARD


def test_in_a_beginner_s_first_weeks_a_day_lies_between_runs():
    plan = plan_of({1: easy(20), 3: easy(20), 5: easy(20)})
    assert misfit(plan, THU, WED, spaced=True) is Misfit.RUNS_IN_A_ROW
    assert misfit(plan, THU, WED) is None


def test_moves_in_a_row_do_not_bring_a_session_past_its_third_day():
    there = PLAN.on(TUE)
    assert there is not None
    plan = apply_change(PLAN, moved(PLAN, there, THU))
    again = plan.on(THU)
    assert again is not None
    assert first_planned(again) == TUE
    assert misfit(plan, THU, SAT) is Misfit.TOO_LATE


def test_options_are_the_other_days_of_the_week_that_are_left():
    there = PLAN.on(WED)
    assert there is not None
    assert [o.on for o in options(PLAN, there, RUNNER, WED)] == [THU, FRI, SAT, SUN]


WORKOUTS = st.sampled_from([easy(), strides(), long(), intervals(), tempo()])
LAYOUTS = st.dictionaries(st.integers(0, 6), WORKOUTS, min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(LAYOUTS, st.data())
def test_any_move_that_fits_keeps_its_distance_adds_nothing_and_is_undone_exactly(layout, data):
    plan = plan_of(layout)
    there = data.draw(st.sampled_from(plan.between(day(7), day(13))))
    fitting = [o.on for o in options(plan, there, RUNNER, day(7)) if o.misfit is None]
    assume(fitting)
    to = data.draw(st.sampled_from(fitting))
    change = moved(plan, there, to)
    assert fits(plan, change)
    laid, left_out = lay(plan, [change])
    assert left_out == ()
    week = day(7), day(13)
    assert sorted(map(load, laid.between(*week))) == sorted(map(load, plan.between(*week)))
    for on in (to, there.on):
        beside = [laid.on(on + timedelta(days=n)) for n in (-1, 1)]
        assert not (demanding(laid.on(on)) and any(map(demanding, beside)))
    kept, gone = undo(plan, [change], 0)
    assert (kept, gone) == ((), ())


def test_a_skipped_session_leaves_rest_and_its_reason():
    there = PLAN.on(TUE)
    assert there is not None
    change = skipped(there)
    assert apply_change(PLAN, change).on(TUE) is None
    assert {reason.code for reason in change.why} == {Code.ATHLETE_ASKED, Code.SKIPPED}


class TestAway:
    @pytest.mark.parametrize("runs", [True, False])
    def test_no_day_gets_harder_and_races_stay(self, runs):
        raced = with_session(PLAN, session(SAT, tempo(), Race(SAT, Distance(5000))))
        change = away(raced, TUE, SUN, pace_of, runs=runs)
        laid = apply_change(raced, change)
        assert laid.on(SAT) == raced.on(SAT)
        for was in raced.between(TUE, FRI):
            now = laid.on(was.on)
            assert no_harder(now, was)
            assert (now is not None) == runs
            assert now is None or not (now.hard or now.long)
        assert runs_there(change) == runs
        assert span(change) == (TUE, SUN)

    def test_home_sooner_keeps_what_lies_behind(self):
        change = away(PLAN, TUE, SUN, pace_of, runs=False)
        kept = ended(change, FRI)
        assert kept is not None
        assert span(kept) == (TUE, THU)
        assert {edit.on for edit in kept.edits} == {TUE, WED}
        assert ended(change, TUE) is None

    def test_a_busy_week_keeps_one_quick_session_shorter_than_planned(self):
        plan = plan_of({1: intervals(), 2: easy(), 4: tempo(), 6: long()})
        laid = apply_change(plan, busy(plan, day(7), day(20), pace_of))
        for first in (day(7), day(14)):
            week = laid.between(first, first + timedelta(days=6))
            assert sum(s.hard for s in week) == 1
            assert all(no_harder(s, plan.on(s.on)) for s in week)
            before = plan.between(first, first + timedelta(days=6))
            minutes = [sum(s.workout.minutes(pace_of) for s in part) for part in (week, before)]
            assert minutes[0] < 0.85 * minutes[1]


class TestCarried:
    """A plan made anew forgets no wish that still has a place in it."""

    def test_every_wish_comes_along(self):
        there, thursday = PLAN.on(TUE), PLAN.on(FRI)
        assert there is not None
        assert thursday is not None
        wishes = [
            moved(PLAN, there, WED),
            skipped(thursday),
            away(PLAN, day(14), day(20), pace_of, runs=False),
            busy(PLAN, day(21), day(27), pace_of),
        ]
        new = plan_of({1: tempo(), 2: easy(), 4: easy(), 6: long()}, weeks=5)
        new = replace(new, starts=day(7), sessions=new.between(day(7), new.ends))
        laid = new
        again = list(carried(wishes, new, RUNNER, pace_of, spaced=False))
        assert [change.kind for change in again] == [
            ChangeKind.MOVED,
            ChangeKind.SKIPPED,
            ChangeKind.AWAY,
            ChangeKind.BUSY,
        ]
        for change in again:
            assert fits(laid, change)
            laid = apply_change(laid, change)
        assert laid.on(FRI) is None
        assert laid.on(WED).workout == tempo()  # type: ignore[union-attr]
        assert not laid.between(day(14), day(20))

    @pytest.mark.parametrize("kind", sorted(AGREED))
    def test_what_was_agreed_on_stays_on_sessions_of_its_kind(self, kind):
        was = PLAN.on(day(8))
        assert was is not None
        after = replace(was, workout=easy(20), hard=False)
        change = Change(kind, (Edit(was.on, was, after),), ())
        (again,) = carried([change], PLAN, RUNNER, pace_of, spaced=False)
        assert apply_change(PLAN, again).on(was.on) == after
        other = with_session(PLAN, replace(was, hard=not was.hard))
        assert list(carried([change], other, RUNNER, pace_of, spaced=False)) == []
        raced = with_session(PLAN, session(was.on, tempo(), Race(was.on, Distance(5000))))
        symptom = replace(change, why=(Reason(Code.SYMPTOM, {"cause": "pace"}),))
        assert list(carried([symptom], PLAN, RUNNER, pace_of, spaced=False)) == []
        assert list(carried([change], raced, RUNNER, pace_of, spaced=False)) == []

    def test_what_grew_too_long_for_the_new_plan_is_left(self):
        was = PLAN.on(day(8))
        assert was is not None
        longer = replace(was, workout=easy(round(was.workout.minutes(pace_of) * 1.5)))
        change = Change(ChangeKind.ASKED, (Edit(was.on, was, longer),), ())
        assert list(carried([change], PLAN, RUNNER, pace_of, spaced=False)) == []

    def test_what_has_no_place_any_more_is_left(self):
        there = PLAN.on(TUE)
        assert there is not None
        raced = with_session(PLAN, session(WED, tempo(), Race(WED, Distance(5000))))
        change = moved(PLAN, there, WED)
        assert list(carried([change], raced, RUNNER, pace_of, spaced=False)) == []
        over = away(PLAN, day(0), day(2), pace_of, runs=False)
        late = replace(PLAN, starts=day(7))
        assert list(carried([over], late, RUNNER, pace_of, spaced=False)) == []


def test_hard_days_never_stand_side_by_side_after_any_offered_move():
    for there in PLAN.between(day(7), day(13)):
        for option in options(PLAN, there, RUNNER, day(7)):
            if option.misfit is None:
                laid = apply_change(PLAN, moved(PLAN, there, option.on))
                hard = [s.on for s in laid.sessions if demanding(s)]
                assert all(b - a > timedelta(days=1) for a, b in pairwise(hard))
