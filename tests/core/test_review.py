"""The week in five pillars: tables of weeks as a coach would read them, and what always holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.activity import Activity, Done, Evenness, Log
from core.adjust import Action, Decision
from core.athlete import Athlete, Priority, Race, RaceDistance, Result
from core.checkin import CheckIn
from core.paces import paces_for
from core.plan import Phase, Plan, Session, WeekKind
from core.reasons import Code
from core.review import (
    Given,
    Hindrance,
    Mark,
    PillarName,
    Review,
    Spell,
    cycle_closes,
    hindered_by,
    month_before,
    month_closes,
    month_of,
    week_number,
    week_review,
    year_review,
)
from core.review.share import FLOOR, MARATHON_FLOOR
from core.safety import GateKind
from core.units import Distance, Duration
from core.workout import Focus
from tests.core.judgement import (
    RUNNER,
    day,
    easy,
    intervals,
    long,
    morning,
    pace_of,
    plan_of,
    steps,
    strides,
    table,
    tempo,
    usual_mornings,
)

WEEK = 21
"""The plan's day on which the reviewed week begins: its fourth Monday."""
LAYOUT = {1: intervals(), 2: easy(), 3: tempo(), 4: strides(), 6: long()}
PLAN = replace(plan_of(LAYOUT, weeks=8), strength=((day(WEEK + 2), "strength-home"),))
MEANT = table().meant


def as_planned(session: Session, rpe: int | None = None, **more: object) -> Activity:
    """Run as it was planned; at the effort that was meant, unless said otherwise."""
    run = Activity(
        session.on,
        Done.AS_PLANNED,
        time=Duration.of_minutes(session.workout.minutes(pace_of)),
        distance=session.workout.distance(pace_of),
        rpe=MEANT[session.focus] if rpe is None else rpe,
        focus=session.focus,
        hard=session.hard,
        evenness=Evenness.EVEN if session.hard else None,
    )
    return replace(run, **more)  # type: ignore[arg-type]  # named fields of Activity


def whole_week(plan: Plan = PLAN, first: int = WEEK, **more: object) -> list[Activity]:
    return [as_planned(s, **more) for s in plan.between(day(first), day(first + 6))]  # type: ignore[arg-type]


def mornings(first: int = WEEK, legs: Sequence[int] = (4,) * 7, **more: object) -> list[CheckIn]:
    """Seven answered mornings after four weeks of usual ones."""
    told = [morning(day(first + n), legs=each, **more) for n, each in enumerate(legs)]  # type: ignore[arg-type]
    return [*usual_mornings(day(first)), *told]


def reviewed(
    runs: Sequence[Activity] = (),
    checkins: Sequence[CheckIn] = (),
    *,
    plan: Plan = PLAN,
    first: int = WEEK,
    today: int | None = None,
    **more: object,
) -> Review:
    """The review on the evening of the week's Sunday, or on another day."""
    return week_review(facts(runs, checkins, plan=plan, first=first, today=today, **more))


def facts(
    runs: Sequence[Activity] = (),
    checkins: Sequence[CheckIn] = (),
    *,
    plan: Plan = PLAN,
    first: int = WEEK,
    today: int | None = None,
    **more: object,
) -> Given:
    window = [day(first - 21 + n) for n in range(28)]
    made = Given(
        athlete=RUNNER,
        monday=day(first),
        today=day(first + 6 if today is None else today),
        plan=plan,
        log=Log(tuple(sorted(runs, key=lambda run: run.on))),
        checkins=checkins,
        decisions=(),
        planned={on: plan.on(on) for on in window},
        table=table(),
        pace_of=pace_of,
        paces=paces_for(42),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # named fields of Given


def marks(review: Review) -> dict[PillarName, Mark]:
    return {pillar.name: pillar.mark for pillar in review.pillars}


def told(review: Review) -> tuple[Code, Code | None]:
    return review.well.code, review.change.code if review.change else None


# The five pillars


def test_a_week_as_planned_is_good_in_all_that_was_told() -> None:
    review = reviewed(whole_week(), mornings(), lifted={day(WEEK): 1})
    assert set(marks(review).values()) == {Mark.GOOD}
    assert review.change is None


def test_what_nobody_told_is_unknown_and_says_what_would_help() -> None:
    review = reviewed()
    assert set(marks(review).values()) == {Mark.UNKNOWN}
    assert all(pillar.level is None for pillar in review.pillars)
    assert [pillar.why.code for pillar in review.pillars] == [
        Code.EASY_UNTOLD,
        Code.REPS_UNTOLD,
        Code.STRIDES_UNTOLD,
        Code.STRENGTH_UNTOLD,
        Code.MORNINGS_FEW,
    ]


def test_what_is_still_ahead_is_open_not_unknown() -> None:
    review = reviewed(today=WEEK)
    open_ = {name for name, mark in marks(review).items() if mark is Mark.OPEN}
    assert open_ == {PillarName.INTERVALS, PillarName.FORM}
    thursday = reviewed(today=WEEK + 3)
    assert marks(thursday)[PillarName.INTERVALS] is Mark.UNKNOWN
    assert marks(thursday)[PillarName.FORM] is Mark.OPEN


def test_nobody_with_two_days_is_asked_to_run_on_fewer() -> None:
    two = replace(RUNNER, days=(1, 6))
    assert reviewed(half_weeks(), athlete=two).change is None


def test_what_the_week_did_not_ask_for_is_off_and_no_neglect() -> None:
    plain = plan_of({1: easy(), 3: easy(), 6: long()}, weeks=8)
    review = reviewed(whole_week(plain), mornings(), plan=plain)
    wanted = {PillarName.INTERVALS, PillarName.FORM, PillarName.STRENGTH}
    assert {name for name, mark in marks(review).items() if mark is Mark.OFF} == wanted


EASY_DAY, STRIDES_DAY, LONG_DAY = day(WEEK + 2), day(WEEK + 4), day(WEEK + 6)
HARD_DAY, TEMPO_DAY = day(WEEK + 1), day(WEEK + 3)


def with_runs(*changed: Activity) -> list[Activity]:
    """The week as planned, but for these days."""
    days = {run.on for run in changed}
    return [run for run in whole_week() if run.on not in days] + list(changed)


def planned(on: date) -> Session:
    found = PLAN.on(on)
    assert found is not None
    return found


PACING = [
    ("one crept", with_runs(as_planned(planned(EASY_DAY), 5)), Mark.FAIR, (2, 3)),
    (
        "two crept",
        with_runs(as_planned(planned(EASY_DAY), 6), as_planned(planned(STRIDES_DAY), 7)),
        Mark.LOW,
        (1, 3),
    ),
    (
        "too quick without an effort",
        with_runs(Activity(EASY_DAY, Done.OTHER, Distance(8000), Duration(2200), focus=Focus.EASY)),
        Mark.FAIR,
        (2, 3),
    ),
    (
        "slow without an effort",
        with_runs(Activity(EASY_DAY, Done.OTHER, Distance(8000), Duration(3600), focus=Focus.EASY)),
        Mark.GOOD,
        (3, 3),
    ),
    ("told without size or effort", with_runs(Activity(EASY_DAY, Done.OTHER)), Mark.GOOD, (2, 2)),
]


@pytest.mark.parametrize(
    ("runs", "mark", "counted"), [row[1:] for row in PACING], ids=[r[0] for r in PACING]
)
def test_easy_runs_are_judged_by_effort_else_by_pace(
    runs: list[Activity], mark: Mark, counted: tuple[int, int]
) -> None:
    pacing = reviewed(runs).pillars[0]
    assert (pacing.mark, (pacing.kept, pacing.judged)) == (mark, counted)


def test_no_pace_is_a_measure_where_none_may_be() -> None:
    quick = Activity(EASY_DAY, Done.OTHER, Distance(8000), Duration(2200), focus=Focus.EASY)
    assert reviewed([quick], paces=None).pillars[0].mark is Mark.UNKNOWN


INTERVALS = [
    ("held", with_runs(), Mark.GOOD),
    ("faded", with_runs(as_planned(planned(HARD_DAY), evenness=Evenness.FADED)), Mark.FAIR),
    ("fewer", with_runs(as_planned(planned(HARD_DAY), reps_done=4, reps_planned=8)), Mark.FAIR),
    ("not run", with_runs(Activity(HARD_DAY, Done.NOT_RUN)), Mark.FAIR),
    ("an easy one instead", with_runs(Activity(HARD_DAY, Done.OTHER, rpe=3)), Mark.FAIR),
    ("one untold", [r for r in whole_week() if r.on != HARD_DAY], Mark.GOOD),
    (
        "both faded",
        with_runs(
            as_planned(planned(HARD_DAY), evenness=Evenness.FADED),
            as_planned(planned(TEMPO_DAY), evenness=Evenness.CUT_SHORT),
        ),
        Mark.LOW,
    ),
]


@pytest.mark.parametrize(
    ("runs", "mark"), [row[1:] for row in INTERVALS], ids=[row[0] for row in INTERVALS]
)
def test_hard_sessions_are_judged_by_how_they_held(runs: list[Activity], mark: Mark) -> None:
    assert marks(reviewed(runs))[PillarName.INTERVALS] is mark


def test_another_run_in_their_place_tells_nothing_of_strides() -> None:
    instead = with_runs(Activity(STRIDES_DAY, Done.OTHER, time=Duration(2400), rpe=3))
    assert marks(reviewed(instead))[PillarName.FORM] is Mark.UNKNOWN
    left_out = with_runs(Activity(STRIDES_DAY, Done.NOT_RUN))
    assert marks(reviewed(left_out))[PillarName.FORM] is Mark.LOW


@pytest.mark.parametrize(("count", "mark"), [(0, Mark.LOW), (1, Mark.GOOD), (2, Mark.GOOD)])
def test_strength_is_what_was_told(count: int, mark: Mark) -> None:
    review = reviewed(whole_week(), lifted={day(WEEK): count, day(WEEK - 7): 0})
    assert marks(review)[PillarName.STRENGTH] is mark


@pytest.mark.parametrize(
    ("legs", "mark"),
    [
        ((4, 4, 4, 4, 4, 4, 4), Mark.GOOD),
        ((4, 4, 2, 4, 4, 2, 4), Mark.GOOD),
        ((4, 1, 1, 4, 1, 1, 4), Mark.LOW),
        ((1, 1, 1, 1, 1, 1, 1), Mark.LOW),
    ],
)
def test_recovery_is_the_mornings_that_were_answered(legs: tuple[int, ...], mark: Mark) -> None:
    assert marks(reviewed(checkins=mornings(legs=legs)))[PillarName.RECOVERY] is mark


def test_two_mornings_are_too_few_to_say() -> None:
    few = [*usual_mornings(day(WEEK)), morning(day(WEEK), legs=1), morning(day(WEEK + 1), legs=1)]
    review = reviewed(checkins=few)
    assert marks(review)[PillarName.RECOVERY] is Mark.UNKNOWN
    assert review.change is None


# Planned and done


def test_a_day_is_run_not_run_unknown_or_still_open() -> None:
    runs = [as_planned(planned(HARD_DAY)), Activity(EASY_DAY, Done.NOT_RUN)]
    extra = Activity(day(WEEK + 5), Done.OTHER, time=Duration(1800), rpe=3)
    count = reviewed([*runs, extra]).tally
    assert (count.planned, count.run, count.not_run) == (5, 1, 1)
    assert (count.unknown, count.still_open, count.other, count.runs) == (2, 1, 1, 2)


def test_a_run_told_by_one_half_has_the_other_at_easy_pace() -> None:
    by_time = Activity(EASY_DAY, Done.OTHER, time=Duration(3750))
    by_distance = Activity(STRIDES_DAY, Done.OTHER, distance=Distance(10_000))
    count = reviewed([by_time, by_distance]).tally
    assert count.distance == Distance(20_000)
    assert count.time == Duration(7500)


def test_the_easy_share_counts_minutes_at_marathon_effort_or_faster() -> None:
    week, sessions = whole_week(), PLAN.between(day(WEEK), day(WEEK + 6))
    fast = sum(s.workout.fast_minutes(pace_of) for s in sessions)
    every = sum(s.workout.minutes(pace_of) for s in sessions)
    review = reviewed(week)
    assert review.easy == pytest.approx(1 - fast / every)
    assert review.easy_four_weeks is None
    assert review.floor == FLOOR


def test_four_weeks_with_too_little_easy_running_are_one_thing_to_change() -> None:
    quick = {1: tempo(45), 3: tempo(45), 5: tempo(45), 6: easy(20)}
    plan = plan_of(quick, weeks=8)
    runs = [as_planned(s) for s in plan.between(day(0), day(WEEK + 6))]
    review = reviewed(runs, plan=plan)
    assert review.easy_four_weeks is not None
    assert review.easy_four_weeks < FLOOR
    assert told(review)[1] is Code.MORE_EASY
    peaks = tuple(replace(week, phase=Phase.PEAK) for week in plan.weeks)
    marathoner = replace(RUNNER, goal=RaceDistance.MARATHON)
    near = reviewed(plan=replace(plan, weeks=peaks), athlete=marathoner)
    assert near.floor == MARATHON_FLOOR


def test_hard_running_of_unknown_make_up_leaves_the_share_unknown() -> None:
    race = Activity(EASY_DAY, Done.OTHER, time=Duration(3600), rpe=9, hard=True)
    assert reviewed([race]).easy is None


# One thing that went well, one to change


def sleepless() -> list[CheckIn]:
    return mornings(legs=(4, 2, 2, 4, 2, 2, 4), sleep=5.5)


def faded_week() -> list[Activity]:
    return with_runs(
        as_planned(planned(HARD_DAY), evenness=Evenness.FADED),
        as_planned(planned(TEMPO_DAY), evenness=Evenness.FADED),
    )


def crept_week() -> list[Activity]:
    return with_runs(as_planned(planned(EASY_DAY), 6), as_planned(planned(STRIDES_DAY), 6))


def unasked() -> list[Activity]:
    return [*whole_week(), Activity(day(WEEK + 5), Done.OTHER, rpe=8, hard=True)]


def medium_month() -> list[Activity]:
    weeks = [s for s in PLAN.sessions if s.on <= day(WEEK + 6)]
    return [as_planned(s, 5 if not s.hard else 6) for s in weeks]


def half_weeks() -> list[Activity]:
    """Two weeks with three of five runs told as not run."""
    runs = []
    for first in (WEEK - 7, WEEK):
        week = PLAN.between(day(first), day(first + 6))
        runs += [as_planned(s) for s in week[:2]]
        runs += [Activity(s.on, Done.NOT_RUN) for s in week[2:]]
    return runs


CHOICES = [
    ("as planned", whole_week(), mornings(), Code.REPS_EVEN, None),
    ("nothing told", [], [], Code.NOTHING_OWED, None),
    ("only mornings", [], mornings(), Code.MORNINGS_TOLD, None),
    ("one run", [as_planned(planned(EASY_DAY))], [], Code.RAN, None),
    ("short nights", whole_week(), sleepless(), Code.REPS_EVEN, Code.SLEEP_FIRST),
    (
        "tired",
        whole_week(),
        mornings(legs=(1, 1, 1, 4, 1, 1, 4)),
        Code.REPS_EVEN,
        Code.REST_MORE,
    ),
    ("always medium", medium_month(), [], Code.REPS_EVEN, Code.ALWAYS_MEDIUM),
    ("reps that faded", faded_week(), [], Code.ALL_RUN, Code.START_CALMER),
    ("easy runs that crept", crept_week(), [], Code.REPS_EVEN, Code.EASY_SLOWER),
    ("a hard run of its own", unasked(), [], Code.REPS_EVEN, Code.HARD_UNASKED),
    ("half of two weeks", half_weeks(), [], Code.RAN, Code.FEWER_DAYS),
]


@pytest.mark.parametrize(
    ("runs", "checkins", "well", "change"),
    [row[1:] for row in CHOICES],
    ids=[row[0] for row in CHOICES],
)
def test_one_thing_went_well_and_at_most_one_is_to_change(
    runs: list[Activity], checkins: list[CheckIn], well: Code, change: Code | None
) -> None:
    assert told(reviewed(runs, checkins)) == (well, change)


def test_doing_less_when_the_morning_asks_for_it_went_well() -> None:
    session = planned(HARD_DAY)
    eased = replace(session, workout=easy(30), hard=False)
    decision = Decision(HARD_DAY, Action.EASE, session, eased, None, (), ("hard-red",))
    runs = with_runs(as_planned(eased))
    assert reviewed(runs, decisions=(decision,)).well.code is Code.LISTENED
    raced_on = with_runs(as_planned(session))
    assert reviewed(raced_on, decisions=(decision,)).well.code is not Code.LISTENED


def test_a_race_goes_before_everything_else_that_went_well() -> None:
    race = Race(LONG_DAY, Distance(10_000))
    raced = Session(LONG_DAY, steps(*easy().blocks, focus=Focus.RACE), hard=True, race=race)
    plan = replace(PLAN, sessions=(*(s for s in PLAN.sessions if s.on != LONG_DAY), raced))
    review = reviewed(with_runs(as_planned(raced)), plan=plan)
    assert (review.well.code, review.well.facts["metres"]) == (Code.RACED, 10_000)
    assert review.change is None


@pytest.mark.parametrize(("metres", "grew"), [(14_000, True), (15_400, True), (17_000, False)])
def test_the_longest_run_is_praised_only_within_its_limit(metres: int, grew: bool) -> None:
    before = Activity(day(WEEK - 1), Done.AS_PLANNED, Distance(14_000), Duration(5400), rpe=4)
    now = Activity(LONG_DAY, Done.AS_PLANNED, Distance(metres + 1), Duration(5500), rpe=4)
    assert (reviewed([before, now]).well.code is Code.GREW_LONGEST) is grew


def test_a_pillar_left_out_for_four_weeks_is_reported() -> None:
    mondays = [day(WEEK - 7 * n) for n in range(4)]
    nothing_lifted = dict.fromkeys(mondays, 0)
    assert told(reviewed(whole_week(), lifted=nothing_lifted))[1] is Code.STRENGTH_BACK
    three = dict.fromkeys(mondays[:3], 0)
    assert told(reviewed(whole_week(), lifted=three))[1] is None
    strides_days = [day(WEEK + 4 - 7 * n) for n in range(4)]
    left_out = [Activity(on, Done.NOT_RUN) for on in strides_days]
    assert told(reviewed(left_out))[1] is Code.STRIDES_BACK
    hard = [s for s in PLAN.between(day(0), day(WEEK + 6)) if s.hard]
    easy_only = [as_planned(s) for s in PLAN.between(day(0), day(WEEK + 6)) if not s.hard]
    no_hard = [Activity(s.on, Done.NOT_RUN) for s in hard]
    assert told(reviewed([*easy_only, *no_hard]))[1] is Code.HARD_BACK


def test_in_a_taper_nothing_is_called_neglected() -> None:
    weeks = tuple(
        replace(week, kind=WeekKind.TAPER) if week.starts == day(WEEK) else week
        for week in PLAN.weeks
    )
    nothing_lifted = {day(WEEK - 7 * n): 0 for n in range(4)}
    review = reviewed(whole_week(), plan=replace(PLAN, weeks=weeks), lifted=nothing_lifted)
    assert review.change is None


# Weeks of something else

SPELLS = [
    ("ill", Spell(Hindrance.ILL, day(WEEK + 6)), Hindrance.ILL),
    ("ill the week before", Spell(Hindrance.ILL, day(WEEK - 7), day(WEEK - 1)), None),
    ("hurt", Spell(Hindrance.HURT, day(WEEK - 30)), Hindrance.HURT),
    ("away", Spell(Hindrance.AWAY, day(WEEK + 2), day(WEEK + 4)), Hindrance.AWAY),
    ("away for a day", Spell(Hindrance.AWAY, day(WEEK + 2), day(WEEK + 2)), None),
    ("paused", Spell(Hindrance.PAUSED, day(WEEK)), Hindrance.PAUSED),
]


@pytest.mark.parametrize(
    ("spell", "found"), [row[1:] for row in SPELLS], ids=[row[0] for row in SPELLS]
)
def test_a_week_of_something_else_is_known_as_such(spell: Spell, found: Hindrance | None) -> None:
    assert reviewed(spells=(spell,)).hindrance is found


@pytest.mark.parametrize("what", list(Hindrance))
def test_a_week_of_something_else_has_nothing_to_change(what: Hindrance) -> None:
    spells = (Spell(what, day(WEEK), day(WEEK + 6)),)
    easy_runs = [run for run in crept_week() if not run.hard]
    review = reviewed(easy_runs, sleepless(), spells=spells)
    well = Code.HEALTH_FIRST if what.health else Code.LIFE_FIRST
    assert told(review) == (well, None)


def test_nobody_is_praised_for_health_who_ran_hard_through_it() -> None:
    hurt = Spell(Hindrance.HURT, HARD_DAY, EASY_DAY)
    ran = [as_planned(planned(HARD_DAY))]
    assert reviewed(ran, spells=(hurt,)).well.code is Code.NOTHING_OWED
    easily = [as_planned(planned(EASY_DAY)), as_planned(planned(TEMPO_DAY))]
    assert reviewed(easily, spells=(hurt,)).well.code is Code.HEALTH_FIRST


def test_health_outranks_life_and_fever_is_known_by_the_morning() -> None:
    ill = replace(morning(EASY_DAY), ill=True, fever_celsius=38.5)
    away = Spell(Hindrance.AWAY, day(WEEK), day(WEEK + 6))
    assert reviewed(checkins=[ill], spells=(away,)).hindrance is Hindrance.ILL


def test_standing_conditions_do_not_make_a_setback_week() -> None:
    still = {GateKind.CONDITION, GateKind.PREGNANT, GateKind.SORE, GateKind.EASY_DAYS}
    assert {hindered_by(kind) for kind in still} == {None}
    assert hindered_by(GateKind.FEVER) is Hindrance.ILL
    assert hindered_by(GateKind.PAIN) is Hindrance.HURT


# Next week, and the week's number


def test_next_week_has_its_totals_its_hard_days_and_its_long_run() -> None:
    ahead = reviewed().ahead
    assert ahead is not None
    assert ahead.monday == day(WEEK + 7)
    assert ahead.hard == (day(WEEK + 8), day(WEEK + 10))
    assert ahead.long is not None
    assert ahead.long.on == day(WEEK + 13)
    assert not ahead.turns
    every = sum(w.minutes(pace_of) for w in LAYOUT.values())
    assert ahead.time.minutes == pytest.approx(every)


def test_a_new_phase_is_announced_and_the_plan_s_end_too() -> None:
    weeks = tuple(
        replace(week, phase=Phase.PEAK) if week.starts >= day(WEEK + 7) else week
        for week in PLAN.weeks
    )
    turning = reviewed(plan=replace(PLAN, weeks=weeks)).ahead
    assert turning is not None
    assert turning.turns
    assert reviewed(plan=plan_of(LAYOUT, weeks=4)).ahead is None


@pytest.mark.parametrize(
    ("monday", "number"), [(day(0), 1), (day(7), 2), (day(14), 3), (day(-7), 1)]
)
def test_weeks_are_counted_from_the_first(monday: date, number: int) -> None:
    assert week_number(day(3), monday) == number


def test_the_first_two_are_short() -> None:
    started = replace(RUNNER, started=day(WEEK - 3))
    assert reviewed(athlete=started).short
    assert not reviewed(athlete=replace(RUNNER, started=day(WEEK - 8))).short


# What holds for every week

RPES = st.one_of(st.none(), st.integers(1, 10))
EVENNESS = st.one_of(st.none(), st.sampled_from(Evenness))


@st.composite
def lived(draw: st.DrawFn) -> tuple[list[Activity], list[CheckIn]]:
    """Four weeks of anything: told, half told, or not told at all."""
    runs, checkins = list[Activity](), list[CheckIn]()
    for number in range(WEEK - 21, WEEK + 7):
        on = day(number)
        session = PLAN.on(on)
        what = draw(st.sampled_from(("unknown", "planned", "other", "not-run")))
        if what == "planned" and session is not None:
            runs.append(replace(as_planned(session, draw(RPES)), evenness=draw(EVENNESS)))
        elif what == "other":
            minutes = draw(st.integers(0, 180))
            time = Duration.of_minutes(minutes) if minutes else None
            hard = draw(st.booleans())
            runs.append(Activity(on, Done.OTHER, time=time, rpe=draw(RPES), hard=hard))
        elif what == "not-run":
            runs.append(Activity(on, Done.NOT_RUN))
        if draw(st.booleans()):
            legs, sleep = draw(st.integers(1, 5)), draw(st.floats(3, 10))
            checkins.append(morning(on, legs=legs, sleep=sleep))
    return runs, checkins


@settings(max_examples=60, deadline=None)
@given(lived(), st.integers(0, 6))
def test_every_week_has_one_good_thing_sums_that_are_right_and_no_made_up_mark(
    life: tuple[list[Activity], list[CheckIn]], weekday: int
) -> None:
    runs, checkins = life
    until = day(WEEK + weekday)
    runs = [run for run in runs if run.on <= until]
    review = reviewed(runs, checkins, today=WEEK + weekday)
    count = review.tally
    assert count.run + count.not_run + count.unknown + count.still_open == count.planned
    week = [run for run in runs if run.ran and run.on >= day(WEEK)]
    assert count.runs == len({run.on for run in week})
    assert len(review.pillars) == 5
    for pillar in review.pillars:
        assert pillar.level is None or 0 <= pillar.level <= 1
        assert (pillar.level is None) == (pillar.mark in {Mark.UNKNOWN, Mark.OFF, Mark.OPEN})
        assert (pillar.judged > 0) == (pillar.level is not None)
    assert review.easy is None or 0 <= review.easy <= 1
    assert review.medium is None or 0 <= review.medium <= 1
    assert review.well is not None
    assert review == reviewed(runs, checkins, today=WEEK + weekday)


@settings(max_examples=200, deadline=None)
@given(st.sets(st.sampled_from([s.on for s in PLAN.between(day(0), day(WEEK + 6))])))
def test_days_that_nobody_told_of_are_never_held_against_anyone(silent: set[date]) -> None:
    weeks = [run for n in range(4) for run in whole_week(first=7 * n)]
    review = reviewed([run for run in weeks if run.on not in silent])
    assert review.change is None
    assert Mark.LOW not in marks(review).values()
    assert Mark.FAIR not in marks(review).values()


# Month, cycle, year

STARTED = date(2025, 9, 1)
A_RACE = Race(date(2026, 1, 18), Distance(10_000))
NEXT_RACE = Race(date(2026, 5, 17), RaceDistance.MARATHON.distance, name="Porto")
SEASONED = replace(
    RUNNER,
    started=STARTED,
    races=(A_RACE, NEXT_RACE, Race(date(2026, 3, 8), Distance(5000), Priority.C)),
    results=(
        Result(Distance(10_000), Duration(3000), date(2025, 6, 1)),
        Result(Distance(10_000), Duration(2880), A_RACE.on),
        Result(Distance(5000), Duration(1400), date(2026, 3, 8)),
    ),
)


def year_of_runs(until: date, start: date = STARTED) -> Log:
    """Ten kilometres in an hour every other day; the second half at less effort."""
    days = [start + timedelta(days=n) for n in range(0, (until - start).days + 1, 2)]
    half = days[len(days) // 2]
    return Log(
        tuple(
            Activity(on, Done.OTHER, Distance(10_000), Duration(3600), 4 if on < half else 3)
            for on in days
        )
    )


TODAY = date(2026, 2, 15)


def test_months_add_up_and_are_cut_at_today() -> None:
    log = year_of_runs(TODAY)
    months = year_review(SEASONED, log, TODAY, pace_of).months
    assert [month.first.month for month in months] == [9, 10, 11, 12, 1, 2]
    assert sum(month.runs for month in months) == len(log.activities)
    assert months[0].distance == Distance(150_000)
    february = month_of(log, date(2026, 2, 1), TODAY, pace_of)
    assert february == months[-1]
    assert february.longest is not None


def test_cycles_lie_between_a_races_and_the_last_is_under_way() -> None:
    year = year_review(SEASONED, year_of_runs(TODAY), TODAY, pace_of)
    first, now = year.cycles
    assert (first.first, first.last, first.race) == (STARTED, A_RACE.on, A_RACE)
    assert first.result is not None
    assert first.result.time == Duration(2880)
    assert (now.first, now.last, now.race) == (date(2026, 1, 19), TODAY, None)
    assert first.biggest == Distance(40_000)
    assert year.distance == Distance(first.distance.metres + now.distance.metres)


def test_volume_by_phase_counts_the_weeks_that_a_plan_held() -> None:
    mondays = [STARTED + timedelta(weeks=n) for n in range(20)]
    phases = {monday: Phase.BASE if n < 8 else Phase.BUILD for n, monday in enumerate(mondays)}
    first = year_review(SEASONED, year_of_runs(TODAY), TODAY, pace_of, phases).cycles[0]
    assert [(part.phase, part.weeks) for part in first.phases] == [
        (Phase.BASE, 8),
        (Phase.BUILD, 12),
    ]
    assert sum(part.distance.metres for part in first.phases) == first.distance.metres


def test_best_results_stand_beside_the_best_before() -> None:
    five, ten = year_review(SEASONED, year_of_runs(TODAY), date(2026, 3, 9), pace_of).best
    assert (five.now.time, five.before) == (Duration(1400), None)
    assert ten.before is not None
    assert (ten.now.time, ten.before.time) == (Duration(2880), Duration(3000))


def test_the_same_pace_with_less_effort_is_said_only_where_it_is_so() -> None:
    easier = year_review(SEASONED, year_of_runs(TODAY), TODAY, pace_of).easier
    assert easier is not None
    assert easier.before - easier.now >= 0.5
    flat = Log(tuple(replace(run, rpe=4) for run in year_of_runs(TODAY).activities))
    assert year_review(SEASONED, flat, TODAY, pace_of).easier is None


@pytest.mark.parametrize(
    ("athlete", "short"), [(SEASONED, False), (RUNNER, None), (replace(SEASONED, races=()), None)]
)
def test_short_seasons_and_long_ones_take_turns(athlete: Athlete, short: bool | None) -> None:
    year = year_review(athlete, year_of_runs(TODAY), TODAY, pace_of)
    assert year.next_short is short


def test_without_a_run_the_year_is_empty() -> None:
    year = year_review(SEASONED, Log(), TODAY, pace_of)
    assert (year.months, year.runs, year.easier) == ((), 0, None)


@pytest.mark.parametrize(
    ("sunday", "month"),
    [
        (date(2026, 12, 6), date(2026, 11, 1)),
        (date(2026, 12, 13), None),
        (date(2027, 1, 3), date(2026, 12, 1)),
    ],
)
def test_the_first_sunday_of_a_month_closes_the_one_before(
    sunday: date, month: date | None
) -> None:
    assert month_closes(sunday) == month
    assert month_before(date(2026, 1, 31)) == date(2025, 12, 1)


@pytest.mark.parametrize(
    ("monday", "race"),
    [
        (date(2026, 1, 12), None),
        (date(2026, 1, 19), A_RACE),
        (date(2026, 5, 18), None),
        (date(2026, 5, 25), NEXT_RACE),
        (date(2026, 3, 9), None),
    ],
)
def test_a_cycle_ends_with_the_recovery_after_its_a_race(monday: date, race: Race | None) -> None:
    assert cycle_closes(SEASONED, monday) == race
