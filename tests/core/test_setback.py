from __future__ import annotations

import pytest

from core.activity import Activity, Done, Log
from core.athlete import Race
from core.plan import Plan, apply_change, fits
from core.reasons import Code
from core.setback import (
    Answer,
    Setback,
    after_gap,
    days_off,
    graded_return,
    missed,
    return_loads,
    short_sleeper,
)
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
    tempo,
    with_session,
)

MON, TUE, WED, THU, FRI, SAT, SUN = (day(7 + n) for n in range(7))


def log_of(plan: Plan, until, gone: tuple, unknown: tuple = ()) -> Log:
    """Every planned session before `until` run as planned, but for those told as not run."""
    runs = tuple(
        Activity(s.on, done=Done.NOT_RUN if s.on in gone else Done.AS_PLANNED)
        for s in plan.sessions
        if s.on < until and s.on not in unknown
    )
    return Log(runs, unknown)


def after(gone: tuple, today, plan: Plan | None = None, unknown: tuple = ()) -> Setback:
    plan = plan or plan_of()
    return after_gap(plan, log_of(plan, today, gone, unknown), today, RUNNER, pace_of)


class TestMissed:
    def test_nothing_missed_changes_nothing(self):
        assert after((), WED) == Setback(Answer.NOTHING)

    @pytest.mark.parametrize("on", [TUE, WED])
    def test_one_missed_run_is_let_go(self, on):
        found = after((on,), THU)
        assert (found.answer, found.change) == (Answer.LET_GO, None)
        assert found.reasons[0].facts == {"runs": 1}

    def test_an_unanswered_day_is_never_called_missed(self):
        assert after((), THU, unknown=(TUE, WED)).answer is Answer.NOTHING

    def test_a_day_the_coach_made_rest_is_not_missed(self):
        plan = plan_of()
        log = Log((Activity(SAT, done=Done.NOT_RUN),))
        assert missed(plan, log, SUN) == ()

    def test_of_two_or_three_the_one_that_matters_is_shifted_and_no_more(self):
        plan = plan_of({1: intervals(), 2: easy(), 3: easy(), 4: easy(), 6: long()})
        found = after((TUE, WED), THU, plan)
        assert found.answer is Answer.SHIFT
        assert found.change is not None
        (edit,) = found.change.edits
        assert edit.on == THU
        assert edit.after.workout == intervals()

    def test_a_session_older_than_three_days_is_not_made_up(self):
        plan = plan_of({1: intervals(), 2: easy(), 4: easy(), 5: easy()})
        found = after((TUE, WED), SAT, plan)
        assert (found.answer, found.change) == (Answer.LET_GO, None)

    def test_a_shift_never_stacks(self):
        found = after((TUE, WED), THU)
        assert (found.answer, found.change) == (Answer.LET_GO, None)

    def test_more_than_three_bring_a_smaller_week(self):
        plan = plan_of({n: easy() for n in range(7)})
        log = Log(
            tuple(
                Activity(day(n), done=Done.NOT_RUN if n in (8, 9, 11, 12) else Done.AS_PLANNED)
                for n in range(14)
            )
        )
        found = after_gap(plan, log, day(14), RUNNER, pace_of)
        assert found.answer is Answer.STEP_BACK
        later = apply_change(plan, found.change)
        minutes = [later.on(day(n)).workout.minutes(pace_of) for n in (13, 14, 20, 21)]
        assert minutes[0] == minutes[3] == 45
        assert minutes[1] == minutes[2] < 35


class TestTimeOff:
    @pytest.mark.parametrize(
        ("off", "loads"),
        [
            (5, ()),
            (6, ((3, 0.50), (3, 0.75))),
            (15, ((8, 0.50), (7, 0.75))),
            (28, ((14, 0.50), (14, 0.75))),
            (29, ((10, 0.33), (10, 0.50), (9, 0.75))),
            (56, ((19, 0.33), (19, 0.50), (18, 0.75))),
            (57, ((21, 0.33), (21, 0.50), (21, 0.70), (21, 0.85))),
        ],
    )
    def test_the_loads_of_daniels_four_categories(self, off: int, loads):
        assert return_loads(off) == loads

    @pytest.mark.parametrize("off", range(6, 57))
    def test_the_way_back_is_as_long_as_the_time_off(self, off: int):
        assert sum(days for days, _ in return_loads(off)) == off

    def test_days_off_are_counted_from_the_last_run_or_unanswered_day(self):
        ran = Log((Activity(day(1)), Activity(day(3), done=Done.NOT_RUN)))
        assert days_off(ran, day(9)) == 7
        assert days_off(Log(ran.activities, (day(5),)), day(9)) == 3
        assert days_off(Log(), day(9)) == 0

    def test_ten_days_off_come_back_by_degrees_with_nothing_fast_at_half_load(self):
        plan = plan_of(weeks=6)
        found = after_gap(plan, Log((Activity(day(3)),)), day(14), RUNNER, pace_of)
        assert found.answer is Answer.RETURN
        assert found.reasons[0].facts == {"days": 10, "percent": 50}
        later = apply_change(plan, found.change)
        first = later.between(day(14), day(18))
        assert not any(s.hard for s in first)
        for s in later.between(day(14), day(23)):
            share = s.workout.minutes(pace_of) / plan.on(s.on).workout.minutes(pace_of)
            assert share <= 0.9
        assert later.between(day(24), day(41)) == plan.between(day(24), day(41))

    def test_races_in_the_way_back_stay_to_be_judged_by_themselves(self):
        raced = session(day(15), tempo(), Race(day(15), Distance(5000)))
        plan = with_session(plan_of(), raced)
        found = graded_return(plan, day(14), 10, pace_of)
        assert apply_change(plan, found.change).on(day(15)) == raced

    def test_every_change_fits_the_plan_it_was_made_for(self):
        plan = plan_of(weeks=6)
        for off in (6, 20, 40, 80):
            found = graded_return(plan, day(2), off, pace_of)
            assert fits(plan, found.change)


def test_a_short_sleeper_s_plan_is_smaller_once():
    plan = plan_of()
    change = short_sleeper(plan, day(0), 6.0, pace_of)
    assert change is not None
    assert change.why[0].code is Code.SLEEP_USUAL_SHORT
    smaller = apply_change(plan, change)
    assert short_sleeper(smaller, day(3), 6.0, pace_of) is None
    before = sum(s.workout.minutes(pace_of) for s in plan.sessions)
    after_all = sum(s.workout.minutes(pace_of) for s in smaller.sessions)
    assert 0.8 <= after_all / before < 1
