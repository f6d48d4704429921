from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.activity import Activity, Done, Log
from core.adjust import (
    Action,
    Kind,
    Misfit,
    Offer,
    Stage,
    as_planned,
    decide,
    even_easier,
    good_decision,
    misfit,
    next_fit,
    preview,
    rest,
    streak,
)
from core.adjust.becoming import plain_session
from core.adjust.cutting import capped, fewer_reps, plain, running_minutes, shorter, spared
from core.adjust.facts import kind_of
from core.adjust.table import Situation, When, match
from core.athlete import Race
from core.checkin import CheckIn, Danger
from core.content.decisions import read_decisions
from core.content.reading import ContentError
from core.library import Recipe, size
from core.plan import ChangeKind, Plan, WeekKind, apply_change, fits
from core.readiness import Colour, assess
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed, Ban, Sign, allowance, told
from core.units import Distance
from core.workout import Effort, Focus, Repeat, Workout
from tests.core.judgement import (
    LADDER,
    RUNNER,
    SPACED,
    day,
    easy,
    fast_long,
    hills,
    intervals,
    ladder_session,
    library,
    long,
    minutes,
    morning,
    pace_of,
    plan_of,
    session,
    steps,
    strides,
    table,
    tempo,
    usual_mornings,
    verdict,
    with_session,
)

MON, TUE, WED, THU, FRI, SAT, SUN = (day(7 + n) for n in range(7))
"""The days of the plan's second week."""
GREEN, HEAVY, DEAD = {"legs": 4}, {"legs": 2}, {"legs": 1}
RACE = Race(SUN, Distance(10000))


def codes(found) -> set[Code]:
    return {reason.code for reason in found.reasons}


def spare_plan() -> Plan:
    """Tuesday hard with an easy Wednesday and Thursday and Friday after it."""
    return plan_of({1: intervals(), 2: easy(), 3: easy(50), 4: easy(), 6: long()})


class TestTheTable:
    """coaching.md 6, row by row: what becomes of each kind of day."""

    @pytest.mark.parametrize(
        ("on", "answers", "action", "rule"),
        [
            (WED, GREEN, Action.KEEP, "green"),
            (TUE, GREEN, Action.KEEP, "green"),
            (SUN, GREEN, Action.KEEP, "green"),
            (TUE, {"legs": 4, "stress": True}, Action.KEEP, "green-by-effort"),
            (WED, HEAVY, Action.TRIM, "easy-amber"),
            (WED, DEAD, Action.EASE, "easy-red"),
            (SUN, HEAVY, Action.TRIM, "long-amber"),
            (SUN, DEAD, Action.SWAP, "long-red"),
            (TUE, HEAVY, Action.TRIM, "hard-amber"),
            (THU, DEAD, Action.MOVE, "hard-red"),
            (TUE, DEAD, Action.SWAP, "hard-red"),
            (SAT, DEAD, Action.KEEP, "rest-day"),
        ],
    )
    def test_what_each_day_becomes(self, on: date, answers: dict, action: Action, rule: str):
        found = verdict(on, morning(on, **answers))
        assert (found.action, found.rule) == (action, rule)
        assert (found.change is None) == (action is Action.KEEP)

    def test_an_amber_easy_run_is_a_quarter_shorter(self):
        after = verdict(WED, morning(WED, **HEAVY)).after
        assert after is not None
        assert 0.70 <= after.workout.minutes(pace_of) / 45 <= 0.80

    def test_a_red_easy_run_is_20_to_30_minutes_or_rest_their_choice(self):
        found = verdict(WED, morning(WED, **DEAD))
        assert found.after is not None
        assert 20 <= found.after.workout.minutes(pace_of) <= 30
        assert Offer.REST in found.offers

    def test_an_amber_long_run_loses_a_quarter_and_its_fast_part(self):
        plan = with_session(plan_of(), session(SUN, fast_long()))
        before = plan.on(SUN)
        after = verdict(SUN, morning(SUN, **HEAVY), plan=plan).after
        assert before is not None
        assert after is not None
        assert after.workout.fast_minutes(pace_of) == 0
        assert not after.hard
        ratio = after.workout.minutes(pace_of) / before.workout.minutes(pace_of)
        assert 0.68 <= ratio <= 0.80

    def test_a_red_long_run_is_30_to_40_easy_minutes(self):
        found = verdict(SUN, morning(SUN, **DEAD))
        assert found.after is not None
        assert 30 <= found.after.workout.minutes(pace_of) <= 40
        assert Code.DROPPED in codes(found)

    def test_on_an_amber_hard_day_the_warm_up_decides_then_fewer_reps_at_the_same_pace(self):
        found = verdict(TUE, morning(TUE, **HEAVY))
        assert found.warm_up_decides
        assert found.after is not None
        (reps,) = [b for b in found.after.workout.blocks if isinstance(b, Repeat)]
        assert reps.times == 5
        assert reps.steps == intervals().blocks[1].steps

    def test_a_red_hard_session_moves_to_a_day_that_keeps_its_distance(self):
        found = verdict(THU, morning(THU, **DEAD))
        assert found.change is not None
        moved = {edit.on: edit.after for edit in found.change.edits}
        assert moved[FRI] is not None
        assert moved[FRI].workout == tempo()
        assert not moved[THU].hard

    def test_a_red_hard_session_with_no_such_day_is_dropped(self):
        found = verdict(TUE, morning(TUE, **DEAD))
        assert Code.DROPPED in codes(found)
        assert [edit.on for edit in found.change.edits] == [TUE]

    def test_a_session_moves_only_once(self):
        plan = plan_of(SPACED | {1: intervals(), 2: easy()})
        found = verdict(TUE, morning(TUE, **DEAD), plan=plan)
        moved = next(e.after for e in found.change.edits if e.on != TUE)
        later = apply_change(plan, found.change)
        again = verdict(moved.on, morning(moved.on, **DEAD), plan=later)
        assert again.action is Action.SWAP
        assert Code.DROPPED in codes(again)

    def test_the_two_days_together_hold_no_more_than_planned(self):
        plan = spare_plan()
        found = verdict(TUE, morning(TUE, **DEAD), plan=plan)
        before = sum(s.workout.minutes(pace_of) for s in plan.between(MON, SUN))
        after = apply_change(plan, found.change).between(MON, SUN)
        assert sum(s.workout.minutes(pace_of) for s in after) <= before
        assert sum(s.hard for s in after) <= 1

    def test_unanswered_stays_as_planned_by_effort(self):
        found = verdict(TUE, None)
        assert (found.action, found.rule, found.by_effort) == (Action.KEEP, "unanswered", True)
        assert found.change is None

    def test_every_kind_and_colour_has_its_row(self):
        for kind in Kind:
            for colour in Colour:
                situation = Situation(kind, colour, Allowed.FREE, frozenset(), None, None)
                assert match(table(), Stage.ANSWERS, situation) is not None

    def test_every_gate_has_its_row_for_every_run(self):
        for level in Allowed:
            for kind in set(Kind) - {Kind.REST}:
                situation = Situation(
                    kind, Colour.GREEN, level, frozenset({When.SORE_SPOT}), None, None
                )
                assert match(table(), Stage.GATE, situation) is not None

    def test_every_row_can_be_met(self):
        """No row stands below one that takes all of its cases."""
        for stage in Stage:
            rows = [row for row in table().rows if row.stage is stage]
            assert len({row.key for row in rows}) == len(rows)
        reached = set()
        for kind in Kind:
            for colour in Colour:
                for level in Allowed:
                    for whens in ((), *((w,) for w in When)):
                        for celsius in (None, 31.0, 34.0, 39.0):
                            situation = Situation(
                                kind, colour, level, frozenset(whens), None, celsius
                            )
                            rows = (match(table(), stage, situation) for stage in Stage)
                            reached |= {row.key for row in rows if row}
        assert reached == {row.key for row in table().rows}


class TestRaces:
    def plan(self) -> Plan:
        kinds = {0: WeekKind.TAPER, 1: WeekKind.RACE}
        raced = steps(minutes(Effort.TEN_K, 50), focus=Focus.RACE)
        return with_session(plan_of(kinds=kinds), session(SUN, raced, RACE))

    @pytest.mark.parametrize("on", [day(1), TUE, THU, FRI, SUN])
    @pytest.mark.parametrize("answers", [HEAVY, DEAD, {"sleep": 4.0, "pulse": 60}])
    def test_answers_change_nothing_on_race_day_or_in_the_taper(self, on: date, answers: dict):
        found = verdict(on, morning(on, **answers), plan=self.plan())
        assert (found.action, found.change) == (Action.KEEP, None)

    def test_the_two_days_before_any_race_are_left_alone_too(self):
        plan = with_session(plan_of(), session(SAT, tempo(), Race(SAT, Distance(5000))))
        assert verdict(THU, morning(THU, **DEAD), plan=plan).change is None
        assert verdict(WED, morning(WED, **DEAD), plan=plan).change is not None

    def test_after_the_race_the_week_is_a_week_again(self):
        early = Race(TUE, Distance(5000))
        plan = with_session(plan_of(kinds={1: WeekKind.RACE}), session(TUE, tempo(), early))
        assert verdict(WED, morning(WED, **DEAD), plan=plan).change is not None

    def test_only_a_gate_takes_a_race_away(self):
        gates = told(Sign.FEVER, (), SUN)
        found = verdict(
            SUN, morning(SUN), plan=self.plan(), allowance=allowance(gates, RUNNER, SUN)
        )
        assert (found.action, found.after, found.gated) == (Action.REST, None, True)


class TestYesterday:
    @pytest.mark.parametrize(
        ("run", "harder"),
        [
            (Activity(MON, rpe=5, focus=Focus.EASY), True),
            (Activity(MON, rpe=4, focus=Focus.EASY), False),
            (Activity(MON, rpe=9, focus=Focus.THRESHOLD), True),
            (Activity(MON, rpe=8, focus=Focus.THRESHOLD), False),
            (Activity(MON, done=Done.OTHER, hard=True), True),
            (Activity(MON, done=Done.OTHER), False),
            (Activity(MON, done=Done.NOT_RUN, rpe=9), False),
        ],
    )
    def test_two_rpe_above_or_an_unplanned_hard_run_makes_today_easy(self, run, harder: bool):
        found = verdict(TUE, morning(TUE), log=Log((run,)))
        assert (Code.YESTERDAY_HARDER in codes(found)) is harder
        assert (found.after is not None and found.after.hard) is not harder

    def test_a_race_run_hard_is_no_reason(self):
        plan = with_session(plan_of(), session(MON, tempo(), Race(MON, Distance(5000))))
        log = Log((Activity(MON, rpe=10, focus=Focus.RACE, hard=True),))
        assert Code.YESTERDAY_HARDER not in codes(verdict(TUE, morning(TUE), plan=plan, log=log))

    def test_an_easy_day_loses_its_strides_after_a_hard_one(self):
        plan = with_session(plan_of(), session(WED, strides()))
        log = Log((Activity(TUE, rpe=10, focus=Focus.VO2MAX, hard=True),))
        found = verdict(WED, morning(WED), plan=plan, log=log)
        assert found.rule == "easy-after-harder"
        assert found.after is not None
        assert all(step.effort is not Effort.STRIDE for step in found.after.workout.steps())


def mornings(on: date, legs: list[int]) -> list[CheckIn]:
    """A month of usual mornings whose last ones, up to yesterday, had these legs."""
    past = usual_mornings(on, 40)
    return past[: -len(legs)] + [
        replace(c, legs=n) for c, n in zip(past[-len(legs) :], legs, strict=True)
    ]


class TestRows:
    def test_after_two_reds_nothing_hard_comes_before_a_green(self):
        amber = verdict(TUE, morning(TUE, **HEAVY), history=mornings(TUE, [1, 1]))
        assert amber.rule == "hold-hard"
        assert amber.after is not None
        assert not amber.after.hard
        green = verdict(TUE, morning(TUE), history=mornings(TUE, [1, 1]))
        assert green.action is Action.KEEP

    def test_the_hold_is_a_gate_it_has_no_way_back_and_silence_keeps_it(self):
        found = verdict(TUE, None, history=mornings(TUE, [1, 1]))
        assert found.rule == "hold-hard"
        assert as_planned(found) == found
        assert not {Offer.UNDO, Offer.KEEP_AS_PLANNED} & set(found.offers)

    def test_a_green_between_lets_go(self):
        found = verdict(TUE, morning(TUE, **HEAVY), history=mornings(TUE, [1, 1, 4]))
        assert found.rule == "hard-amber"

    @pytest.mark.parametrize(
        ("legs", "earned"),
        [
            ([2, 4, 2, 4], True),
            ([4, 2, 4, 4], False),
            ([2, 4, 4, 2, 4, 4, 4, 2, 4, 4, 2, 4], True),
            ([2, 4, 4, 4, 4, 4, 4, 2, 4, 4, 4, 4], False),
        ],
    )
    def test_three_ambers_in_seven_days_or_five_in_fourteen_earn_a_down_week(self, legs, earned):
        found = verdict(FRI, morning(FRI, **HEAVY), history=mornings(FRI, legs))
        assert (Code.DOWN_WEEK_EARNED in codes(found)) is earned
        assert (found.change.kind is ChangeKind.DOWN_WEEK) is earned

    def test_a_down_week_leaves_a_quarter_less_of_what_is_hard_or_long(self):
        plan = plan_of()
        found = verdict(FRI, morning(FRI, **HEAVY), history=mornings(FRI, [2, 4, 2, 4]))
        later = apply_change(plan, found.change)
        coming = {s.on: (s, later.on(s.on)) for s in plan.between(SAT, day(17))}
        assert [on for on, (was, now) in coming.items() if was != now] == [SUN, day(15), day(17)]
        for was, now in coming.values():
            if was.hard:
                kept = now.workout.fast_minutes(pace_of) / was.workout.fast_minutes(pace_of)
                assert 0.70 <= kept <= 0.80
            elif was.long:
                kept = now.workout.minutes(pace_of) / was.workout.minutes(pace_of)
                assert 0.70 <= kept <= 0.80
        assert all(
            Code.DOWN_WEEK_EARNED in {r.code for r in now.why} for now in later.between(SUN, SUN)
        )

    def test_where_nothing_is_hard_or_long_it_cuts_the_easy_runs(self):
        plan = plan_of({n: easy() for n in (0, 2, 4)})
        found = verdict(FRI, morning(FRI, **HEAVY), plan=plan, history=mornings(FRI, [2, 4, 2, 4]))
        assert [edit.on for edit in found.change.edits] == [FRI, day(14), day(16)]

    def test_a_down_week_is_not_earned_twice_in_a_fortnight(self):
        found = verdict(FRI, morning(FRI, **HEAVY), history=mornings(FRI, [2, 4, 2, 4]))
        later = apply_change(plan_of(), found.change)
        again = verdict(
            day(14), morning(day(14), **HEAVY), plan=later, history=mornings(day(14), [2, 2, 4])
        )
        assert Code.DOWN_WEEK_EARNED not in codes(again)

    @pytest.mark.parametrize(
        "kind", [WeekKind.DOWN, WeekKind.TAPER, WeekKind.RECOVERY, WeekKind.RETURN]
    )
    def test_a_week_that_is_small_already_gets_none(self, kind: WeekKind):
        found = verdict(
            TUE,
            morning(TUE, **HEAVY),
            plan=plan_of(kinds={1: kind}),
            history=mornings(TUE, [2, 4, 2, 4]),
        )
        assert Code.DOWN_WEEK_EARNED not in codes(found)

    def test_four_reds_in_a_row_ask_why_and_a_fortnight_of_them_names_a_doctor(self):
        four = verdict(WED, morning(WED, **DEAD), history=mornings(WED, [1, 1, 1]))
        assert Code.RED_DAYS in codes(four)
        assert Code.SEE_DOCTOR not in codes(four)
        many = verdict(WED, morning(WED, **DEAD), history=mornings(WED, [1] * 14))
        assert Code.SEE_DOCTOR in codes(many)


class TestGates:
    @pytest.mark.parametrize("on", [TUE, WED, SUN])
    @pytest.mark.parametrize("answers", [GREEN, HEAVY, DEAD, None])
    def test_a_stop_is_rest_whatever_the_answers_say(self, on: date, answers: dict | None):
        checkin = None if answers is None else morning(on, **answers)
        found = verdict(on, checkin, allowance=Allowance(Allowed.STOP))
        assert (found.action, found.after, found.rule) == (Action.REST, None, "gate-stop")
        assert found.offers == ()
        assert found.change is not None
        assert not found.change.undoable

    def test_walking_only_is_a_walk_no_longer_than_planned(self):
        found = verdict(WED, morning(WED), allowance=Allowance(Allowed.WALK_ONLY))
        assert found.after is not None
        assert running_minutes(found.after.workout, pace_of) == 0
        assert found.after.workout.key in library()

    @pytest.mark.parametrize("on", [TUE, SUN])
    def test_easy_only_makes_hard_and_long_days_short_and_easy(self, on: date):
        found = verdict(on, morning(on), allowance=Allowance(Allowed.EASY_ONLY))
        assert found.after is not None
        assert found.after.workout.minutes(pace_of) <= 40
        assert found.after.workout.fast_minutes(pace_of) == 0
        assert as_planned(found) == found

    def test_easy_only_and_a_red_morning_add_up(self):
        found = verdict(TUE, morning(TUE, **DEAD), allowance=Allowance(Allowed.EASY_ONLY))
        assert found.after is not None
        assert found.after.workout.minutes(pace_of) <= 25
        assert found.rules == ("gate-easy", "easy-red")
        assert Offer.UNDO not in found.offers

    def test_an_easy_day_under_an_easy_gate_may_still_be_undone_where_only_answers_cut_it(self):
        found = verdict(WED, morning(WED, **HEAVY), allowance=Allowance(Allowed.EASY_ONLY))
        assert Offer.UNDO in found.offers
        assert as_planned(found).after == plan_of().on(WED)

    def test_a_cold_allows_a_quarter_of_an_hour(self):
        cold = Allowance(Allowed.EASY_ONLY, minutes=15)
        for on in (TUE, WED, SUN):
            after = verdict(on, morning(on), allowance=cold).after
            assert after is not None
            assert after.workout.minutes(pace_of) <= 15

    def test_on_the_ladder_the_day_is_its_step_or_rest_the_day_after_one(self):
        step = Allowance(Allowed.LADDER, step=2)
        found = verdict(WED, morning(WED), allowance=step)
        assert found.after is not None
        assert (found.action, found.after.workout.key) == (Action.SWAP, LADDER[1])
        tired = verdict(WED, morning(WED), allowance=replace(step, rested=False))
        assert tired.action is Action.REST

    def test_a_ladder_step_never_runs_more_than_was_planned(self):
        plan = with_session(plan_of(), session(WED, easy(20)))
        found = verdict(
            WED, morning(WED), plan=plan, allowance=Allowance(Allowed.LADDER, step=len(LADDER))
        )
        assert found.after is not None
        assert running_minutes(found.after.workout, pace_of) <= 20

    def test_a_rest_day_stays_one_under_any_gate(self):
        for level in Allowed:
            found = verdict(SAT, morning(SAT), allowance=Allowance(level, step=1))
            assert (found.after, found.change) == (None, None)

    def test_a_sore_achilles_takes_the_strides_but_leaves_the_run(self):
        plan = with_session(plan_of(), session(WED, strides()))
        bans = (Ban.STRIDES, Ban.HILLS, Ban.SPRINTS, Ban.HOPS)
        found = verdict(WED, morning(WED), plan=plan, allowance=Allowance(bans=bans))
        assert (found.action, found.rule) == (Action.EASE, "gate-spare")
        assert found.after is not None
        assert found.after.workout == easy(40)
        assert not found.change.undoable

    def test_a_sore_achilles_leaves_flat_tempo_alone(self):
        bans = (Ban.STRIDES, Ban.HILLS, Ban.SPRINTS, Ban.HOPS)
        found = verdict(THU, morning(THU), allowance=Allowance(bans=bans))
        assert found.change is None

    def test_tomorrow_is_shown_as_the_open_gates_would_have_it(self):
        plan = plan_of()
        shown = preview(
            plan.on(TUE),
            plan,
            Allowance(Allowed.EASY_ONLY),
            athlete=RUNNER,
            decisions=table(),
            library=library(),
            pace_of=pace_of,
        )
        assert shown is not None
        assert not shown.hard


class TestWeather:
    @pytest.mark.parametrize(
        ("celsius", "action", "by_effort"),
        [
            (25, Action.KEEP, False),
            (30, Action.KEEP, True),
            (33, Action.SWAP, True),
            (38, Action.REST, False),
        ],
    )
    def test_heat_first_takes_the_pace_then_the_reps_then_the_run(
        self, celsius: float, action: Action, by_effort: bool
    ):
        found = verdict(TUE, morning(TUE), celsius=celsius)
        assert (found.action, found.by_effort) == (action, by_effort)

    def test_who_is_new_to_heat_is_judged_one_step_stricter(self):
        known = {"log": Log(), "athlete": RUNNER, "decisions": table(), "library": library()}
        seen = assess(morning(TUE), [], Log(), today=TUE)
        found = decide(
            TUE, plan_of(), seen, Allowance(), **known, pace_of=pace_of, celsius=31, hot_days=2
        )
        assert found.action is Action.SWAP
        assert Reason(Code.HEAT, {"celsius": 31}) in found.reasons, "and told as it is"

    @pytest.mark.parametrize("danger", Danger)
    def test_in_danger_nothing_is_run_outdoors_and_a_treadmill_is_offered(self, danger: Danger):
        found = verdict(TUE, morning(TUE), dangers=(danger,))
        assert (found.action, found.after) == (Action.REST, None)
        assert Reason(Code.DANGER, {"danger": danger}) in found.reasons
        assert Offer.INDOORS in found.offers
        assert not {Offer.UNDO, Offer.KEEP_AS_PLANNED} & set(found.offers)

    @pytest.mark.parametrize("weather", [{"dangers": (Danger.ICE,)}, {"celsius": 39}])
    def test_on_a_treadmill_there_is_no_weather_but_answers_and_gates_hold(self, weather: dict):
        plan = plan_of()
        kept = verdict(TUE, morning(TUE), plan=plan, indoors=True, **weather)
        assert kept.after == plan.on(TUE)
        assert Reason(Code.INDOORS) in kept.reasons
        tired = verdict(TUE, morning(TUE, **HEAVY), plan=plan, indoors=True, **weather)
        assert tired.after == verdict(TUE, morning(TUE, **HEAVY), plan=plan).after
        stopped = verdict(
            TUE, morning(TUE), plan=plan, allowance=Allowance(Allowed.STOP), indoors=True, **weather
        )
        assert stopped.after is None

    def test_an_easy_run_in_great_heat_has_45_minutes_at_most(self):
        found = verdict(SUN, morning(SUN), celsius=34)
        assert found.after is not None
        assert found.after.workout.minutes(pace_of) <= 45
        assert found.change.kind is ChangeKind.WEATHER


class TestAnswering:
    def test_undo_gives_the_plan_back_exactly(self):
        plan = plan_of()
        found = verdict(THU, morning(THU, **DEAD), plan=plan)
        assert fits(plan, found.change)
        kept = as_planned(found)
        assert (kept.change, kept.after, kept.action) == (None, plan.on(THU), Action.KEEP)

    def test_even_easier_goes_down_step_by_step_to_rest(self):
        found = verdict(TUE, morning(TUE, **HEAVY))
        lengths = []
        while found.after is not None:
            found = even_easier(found, pace_of)
            lengths.append(found.after and round(found.after.workout.minutes(pace_of)))
        assert lengths == [40, 20, None]
        assert found.action is Action.REST
        assert even_easier(found, pace_of) == found

    def test_rest_is_taken_only_where_it_was_offered(self):
        assert rest(verdict(WED, morning(WED, **DEAD))).after is None
        keeps = verdict(WED, morning(WED))
        assert rest(keeps) == keeps

    def test_what_moved_stays_moved_when_today_gets_even_easier(self):
        found = even_easier(verdict(THU, morning(THU, **DEAD)), pace_of)
        assert [edit.on for edit in found.change.edits] == [THU, FRI]


class TestSpacing:
    @pytest.mark.parametrize(
        ("to", "why"),
        [
            (TUE, Misfit.PAST),
            (WED, Misfit.NEXT_TO_HARD),
            (THU, Misfit.TAKEN),
            (FRI, Misfit.NEXT_TO_HARD),
            (SAT, Misfit.TOO_LATE),
        ],
    )
    def test_why_a_day_does_not_fit(self, to: date, why: Misfit):
        plan = plan_of()
        assert misfit(plan, plan.on(TUE), to, RUNNER) is why

    def test_the_next_week_and_rest_days_are_not_offered(self):
        plan = plan_of()
        assert misfit(plan, plan.on(SUN), day(15), RUNNER) is Misfit.OTHER_WEEK
        assert misfit(plan, plan.on(THU), SAT, RUNNER) is Misfit.REST_DAY

    def test_strides_never_come_the_day_after(self):
        plan = with_session(spare_plan(), session(FRI, strides()))
        assert misfit(plan, plan.on(TUE), THU, RUNNER) is Misfit.STRIDES_AFTER

    def test_strength_is_never_the_day_before(self):
        plan = replace(spare_plan(), strength=((TUE, "strength-gym"),))
        assert misfit(plan, plan.on(TUE), WED, RUNNER) is Misfit.STRENGTH_BEFORE

    def test_a_race_within_three_days_closes_the_day(self):
        race = Race(FRI, Distance(5000))
        plan = with_session(spare_plan(), session(FRI, tempo(), race))
        assert misfit(plan, plan.on(TUE), WED, RUNNER) is Misfit.RACE_NEAR

    def test_from_fifty_two_easy_days_lie_between_hard_ones(self):
        plan = plan_of({1: intervals(), 2: easy(), 3: easy(), 5: tempo()})
        elder = replace(RUNNER, birth_year=1970)
        assert next_fit(plan, plan.on(TUE), RUNNER) == WED
        assert misfit(plan, plan.on(TUE), THU, RUNNER) is None
        assert misfit(plan, plan.on(TUE), THU, elder) is Misfit.NEXT_TO_HARD


class TestCutting:
    @pytest.mark.parametrize(
        ("workout", "fast_before", "fast_after"),
        [(intervals(10), 19.2, 13.44), (tempo(20), 20, 14)],
    )
    def test_fewer_reps_keep_the_pace(self, workout: Workout, fast_before, fast_after):
        assert workout.fast_minutes(pace_of) == pytest.approx(fast_before)
        assert fewer_reps(workout, 0.7).fast_minutes(pace_of) == pytest.approx(fast_after)

    def test_a_ladder_of_single_stretches_loses_its_last_ones_whole(self):
        less = fewer_reps(ladder_session(), 0.7)
        told_metres = [s.distance.metres for s in less.steps() if s.distance]
        assert told_metres == [1600, 1200]

    def test_strides_of_a_warm_up_are_no_reps(self):
        assert fewer_reps(steps(minutes(Effort.EASY, 30), focus=Focus.EASY), 0.7) == steps(
            minutes(Effort.EASY, 30), focus=Focus.EASY
        )

    @pytest.mark.parametrize("workout", [easy(), long(), strides(), intervals(), fast_long()])
    @pytest.mark.parametrize("share", [0.33, 0.5, 0.75, 0.9])
    def test_shorter_is_as_short_as_asked_and_never_longer(self, workout: Workout, share: float):
        before = workout.minutes(pace_of)
        after = shorter(workout, share, pace_of).minutes(pace_of)
        assert after <= before * share + 1e-6
        assert after >= before * share - 4

    def test_a_plain_run_of_a_long_one_with_a_fast_part_is_long_easy_and_no_longer(self):
        less = plain(fast_long(), pace_of)
        assert (less.key, less.focus) == ("long", Focus.LONG)
        assert less.key in library()
        assert less.minutes(pace_of) <= fast_long().minutes(pace_of)

    def test_what_is_easy_already_stays_itself(self):
        assert plain(easy(), pace_of) == easy()
        assert capped(easy(), 60, pace_of) == easy()

    @pytest.mark.parametrize(
        ("workout", "bans", "same"),
        [
            (hills(), (Ban.HILLS,), False),
            (intervals(), (Ban.TEMPO,), False),
            (intervals(), (Ban.HILLS, Ban.STRIDES), True),
            (strides(), (Ban.STRIDES,), False),
            (strides(), (Ban.SPRINTS,), True),
        ],
    )
    def test_sparing_takes_out_only_what_is_forbidden(self, workout, bans, same: bool):
        less = spared(workout, bans, pace_of)
        assert (less == workout) is same
        assert not any(step.uphill for step in less.steps() if Ban.HILLS in bans)

    def test_flat_sprints_go_and_hill_sprints_stay_after_an_old_hamstring(self):
        def sprints(uphill: bool) -> Workout:
            sprint = minutes(Effort.SPRINT, 10 / 60, uphill=uphill)
            run = minutes(Effort.EASY, 30)
            return steps(run, Repeat(6, (sprint, minutes(Effort.WALK, 2))), focus=Focus.SPEED)

        assert spared(sprints(True), (Ban.FLAT_SPRINTS,), pace_of) == sprints(True)
        flat = spared(sprints(False), (Ban.FLAT_SPRINTS,), pace_of)
        assert all(step.effort is not Effort.SPRINT for step in flat.steps())


class TestStreak:
    @pytest.mark.parametrize(
        ("on", "answers", "run", "good"),
        [
            (WED, GREEN, Activity(WED, rpe=3), True),
            (WED, GREEN, Activity(WED, done=Done.NOT_RUN), None),
            (WED, GREEN, Activity(WED, rpe=8), False),
            (WED, GREEN, Activity(WED, done=Done.OTHER, hard=True), False),
            (TUE, GREEN, Activity(TUE, rpe=8, focus=Focus.VO2MAX, hard=True), True),
            (TUE, DEAD, Activity(TUE, rpe=8, focus=Focus.VO2MAX, hard=True), False),
            (TUE, DEAD, Activity(TUE, rpe=3), True),
            (SAT, GREEN, Activity(SAT, done=Done.NOT_RUN), True),
            (SAT, GREEN, Activity(SAT, done=Done.OTHER, hard=True), False),
            (SAT, GREEN, Activity(SAT, done=Done.OTHER), None),
        ],
    )
    def test_running_what_was_right_and_resting_when_told_are_good(self, on, answers, run, good):
        found = verdict(on, morning(on, **answers))
        assert good_decision(found, (run,), table()) is good

    def test_running_through_a_gate_is_never_good(self):
        found = verdict(WED, morning(WED), allowance=Allowance(Allowed.STOP))
        assert good_decision(found, (Activity(WED, rpe=2),), table()) is False

    def test_an_unanswered_day_says_nothing(self):
        assert good_decision(verdict(WED, morning(WED)), (), table()) is None

    def test_unknown_and_missed_days_cost_no_streak(self):
        assert streak([True, None, True, None, True, False, True]) == 3


def test_the_kind_of_a_day_is_read_off_plan_and_session():
    plan = plan_of(kinds={3: WeekKind.TAPER})
    trial = session(WED, steps(minutes(Effort.FIVE_K, 12), focus=Focus.TEST))
    kinds = {on: kind_of(plan.on(on), plan, on) for on in (TUE, WED, SAT, SUN, day(22))}
    assert kinds == {
        TUE: Kind.HARD,
        WED: Kind.EASY,
        SAT: Kind.REST,
        SUN: Kind.LONG,
        day(22): Kind.TAPER,
    }
    assert kind_of(trial, plan, WED) is Kind.TEST


def test_a_time_trial_is_only_run_on_a_green_morning():
    trial = session(TUE, steps(minutes(Effort.FIVE_K, 12), focus=Focus.TEST))
    plan = with_session(plan_of(), trial)
    assert verdict(TUE, morning(TUE), plan=plan).action is Action.KEEP
    assert verdict(TUE, morning(TUE, **HEAVY), plan=plan).rule == "test-amber"


def test_a_decision_is_made_once_more_on_the_plan_without_it():
    first = verdict(TUE, morning(TUE, **DEAD))
    second = verdict(TUE, morning(TUE, **GREEN))
    assert first.change is not None
    assert second.change is None


RECIPES = [pytest.param(recipe, id=recipe.key) for recipe in library()]


@pytest.mark.parametrize("recipe", RECIPES)
def test_every_workout_of_the_library_can_be_made_smaller_and_never_harder(recipe: Recipe):
    whole = size(recipe, pace_of=pace_of, dose=recipe.doses[-1])
    before, fast = whole.minutes(pace_of), whole.fast_minutes(pace_of)
    hardest = max(step.effort.rank for step in whole.steps())
    ways = {
        "fewer": fewer_reps(whole, 0.7),
        "shorter": shorter(whole, 0.75, pace_of),
        "plain": plain(whole, pace_of),
        "capped": capped(whole, 15, pace_of),
        "spared": spared(whole, tuple(Ban), pace_of),
    }
    for less in ways.values():
        assert less.minutes(pace_of) <= before + 1e-6
        assert less.fast_minutes(pace_of) <= fast + 1e-6
        assert max(step.effort.rank for step in less.steps()) <= max(hardest, Effort.EASY.rank)
        assert less.key in library()
    assert all(s.effort.rank <= Effort.EASY.rank and not s.uphill for s in ways["plain"].steps())
    assert not any(s.effort.at_least_marathon or s.uphill for s in ways["spared"].steps())
    assert ways["capped"].minutes(pace_of) <= 15.01
    if session(TUE, whole).hard and fast:
        assert 0.4 <= ways["fewer"].fast_minutes(pace_of) / fast < 1


def row(**fields: object) -> dict[str, object]:
    """A decision table of one good row, with these fields instead."""
    good = {"key": "r", "stage": "answers", "becomes": "same", "source": "ours"}
    numbers = {
        "harder_by": 2,
        "ask_why_after": 4,
        "doctor_after": 14,
        "meant": {focus.value: 5 for focus in Focus},
        "down_week": {"earned": [{"mornings": 3, "within": 7}], "share": 0.75, "days": 7},
    }
    return {"decision": [good | fields], "numbers": numbers}


class TestTheDoor:
    def test_a_good_table_is_read(self):
        read = read_decisions(row(), "decisions.toml")
        assert read["r"].source == "ours"
        assert read.down_week.earned == ((3, 7),)

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"stage": "gate", "allowed": ["stop"], "offers": ["undo"]}, "offers neither undo"),
            ({"stage": "gate"}, "asks for 'allowed'"),
            ({"stage": "weather"}, "asks for 'celsius'"),
            ({"when": ["danger-outdoors"]}, "belongs to the stage 'weather'"),
            ({"allowed": ["stop"]}, "'allowed' belongs to the stage 'gate'"),
            ({"becomes": "shorter"}, "'shorter' needs a share below 1"),
            ({"minutes": [30, 20]}, "'minutes' must be a range"),
            ({"becomes": "easy"}, "'easy' needs its minutes"),
            ({"kinds": ["nap"]}, "'kinds' must be one of"),
            ({"colour": "red"}, "unknown field 'colour'"),
        ],
    )
    def test_a_row_that_could_never_hold_or_that_undoes_a_gate_is_refused(self, fields, said: str):
        with pytest.raises(ContentError, match="entry 'r'") as caught:
            read_decisions(row(**fields), "decisions.toml")
        assert said in str(caught.value)

    def test_every_focus_needs_its_meaning(self):
        raw = row()
        del raw["numbers"]["meant"]["easy"]
        with pytest.raises(ContentError, match="'easy' is missing"):
            read_decisions(raw, "decisions.toml")


def test_an_easy_run_in_a_session_s_place_keeps_only_where_it_was_moved_from():
    moved = Reason(Code.MOVED, {"from": day(0).isoformat(), "to": day(1).isoformat()})
    grown = Reason(Code.MORE_REPS, {"dose": 6, "before": 5})
    planned = replace(session(day(1), intervals()), why=(grown, moved))
    assert plain_session(planned, easy(30)).why == (moved,)
