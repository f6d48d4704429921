"""A squad's session in a member's own plan: the same or less, in a week that keeps its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from core.activity import Log
from core.adjust import demanding
from core.adjust.cutting import has_bits
from core.athlete import Level, Priority, Race, UsualWeek
from core.library import size
from core.library.caps import caps_for, within
from core.plan import WeekKind, apply_change, hard, lay, undo
from core.readiness import Colour, Readiness
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed, Ban
from core.season import Refusal, is_beginner_start
from core.squad.amount import COACH_SHARE, reps
from core.squad.morning import Morning, this_morning
from core.squad.room import edits_between
from core.squad.taker import Taker
from core.squad.version import Size, version_for
from core.units import Distance, Duration
from core.workout import Effort, Focus, Part, Repeat, Step, Workout
from tests.core.judgement import (
    LADDER,
    MONDAY,
    RUNNER,
    day,
    easy,
    intervals,
    library,
    long,
    pace_of,
    plan_of,
    session,
    strides,
    table,
    tempo,
    with_session,
)
from tests.core.season_case import Case, case_of
from tests.core.season_people import person

WARM = Step(Effort.EASY, time=Duration(900), part=Part.WARM_UP)
COOL = Step(Effort.EASY, time=Duration(600), part=Part.COOL_DOWN)
JOG = Step(Effort.JOG, time=Duration(120), part=Part.RECOVERY)


def of_reps(times: int, metres: float, effort: Effort, focus: Focus = Focus.VO2MAX) -> Workout:
    rep = Step(effort, distance=Distance(metres))
    return Workout("squad-vo2max", focus, (WARM, Repeat(times, (rep, JOG)), COOL))


TEMPO = Step(Effort.THRESHOLD, time=Duration(1500))
SESSIONS = {
    "6 x 800": of_reps(6, 800, Effort.FIVE_K),
    "30 x 400": of_reps(30, 400, Effort.FIVE_K),
    "10 x 200": of_reps(10, 200, Effort.MILE),
    "25 min tempo": Workout("squad-threshold", Focus.THRESHOLD, (WARM, TEMPO, COOL)),
    "two hours easy": Workout("squad-long", Focus.LONG, (Step(Effort.EASY, time=Duration(7200)),)),
    "an easy hour": easy(60),
}
GATES = (
    Allowance(),
    Allowance(Allowed.EASY_ONLY, (Reason(Code.PREGNANT),)),
    Allowance(Allowed.STOP, (Reason(Code.FEVER),)),
    Allowance(Allowed.WALK_ONLY, (Reason(Code.AFTER_BIRTH),)),
    Allowance(bans=(Ban.HILLS, Ban.SPRINTS, Ban.STRIDES, Ban.TEMPO)),
)
SEEDS = range(32)


def told(on: date) -> Reason:
    return Reason(Code.SQUAD_SET, {"on": on.isoformat(), "minute": 1140, "place": "the track"})


@cache
def case(seed: int) -> Case | None:
    athlete, log, start = person(seed)
    try:
        return case_of(athlete, log, start)
    except (AssertionError, TypeError, AttributeError):
        return None


def taker_of(case: Case, first: date, allowance: Allowance = GATES[0]) -> Taker:
    return Taker(
        athlete=case.athlete,
        plan=case.plan,
        log=case.log,
        pace_of=case.pace_of,
        allowance=allowance,
        first=first,
        spaced=is_beginner_start(case.athlete, case.log, first),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_gets_more_than_their_own_week_holds(seed: int) -> None:
    found = case(seed)
    if found is None or isinstance(found.plan, Refusal):
        pytest.skip("no plan could be made for this person")
    for number, workout in enumerate(SESSIONS.values()):
        for ahead in range(seed % 3, 28, 5):
            _judge(found, found.start + timedelta(days=ahead), workout, number)


def _judge(found: Case, on: date, workout: Workout, number: int) -> None:
    first = on - timedelta(days=number % 4)
    taker = taker_of(found, first)
    version = version_for(on, workout, taker, told(on))
    plan, pace_of = found.plan, found.pace_of
    if version.change is None:
        return
    after = apply_change(plan, version.change)
    assert lay(plan, [version.change]) == (after, ()), "it fits the plan it was made for"
    assert undo(plan, [version.change], 0) == ((), ())
    assert all(edit.on >= first for edit in version.change.edits)
    assert {s.on: s.race for s in plan.sessions if s.race} == {
        s.on: s.race for s in after.sessions if s.race
    }
    week = plan.week_of(on)
    assert week is not None
    before_week, after_week = (p.between(week.starts, week.ends) for p in (plan, after))
    assert len(after_week) == len(before_week), "no run more"
    hards = sum(s.hard for s in before_week)
    base = week.kind is WeekKind.NORMAL and found.athlete.level is not Level.BEGINNER
    assert sum(s.hard for s in after_week) <= max(hards, int(base))
    assert sum(s.long for s in after_week) <= sum(s.long for s in before_week)
    own = after.on(on)
    assert own == version.session
    assert own is not None
    if hard(own.workout, pace_of):
        assert own.hard
        caps = caps_for(
            max(week.volume, Distance(10_000)), found.athlete.level, pace_of, marathon=True
        )
        assert within(own.workout, caps, pace_of)
        beside = [after.on(on + timedelta(days=n)) for n in (-1, 1)]
        was = [plan.on(on + timedelta(days=n)) for n in (-1, 1)]
        assert not any(demanding(s) and not demanding(w) for s, w in zip(beside, was, strict=True))
        assert not any(
            s.race for s in after.between(on + timedelta(days=1), on + timedelta(days=3))
        )
    for weekday, minutes in found.athlete.minutes:
        if weekday == on.weekday() and version.size in {Size.SAME, Size.SMALLER}:
            assert own.workout.minutes(pace_of) <= minutes + 0.5
    volume = [sum(s.workout.minutes(pace_of) for s in w) for w in (before_week, after_week)]
    assert volume[1] <= volume[0] * 1.25 + 1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_morning_and_the_gates_only_ever_take_away(seed: int) -> None:
    found = case(seed)
    if found is None or isinstance(found.plan, Refusal):
        pytest.skip("no plan could be made for this person")
    pace_of = found.pace_of
    for number, workout in enumerate(SESSIONS.values()):
        on = found.start + timedelta(days=number * 3 + seed % 7)
        for allowance in GATES:
            for colour in (*Colour, None):
                taker = taker_of(found, on, allowance)
                version = version_for(on, workout, taker, told(on))
                readiness = Morning(Readiness(on, colour)) if colour else None
                judged = this_morning(
                    version, taker, readiness, decisions=table(), library=library()
                )
                if version.session is None or judged.session is None:
                    assert judged.session is None or judged.size is Size.NOT
                    continue
                longer = judged.session.workout.minutes(pace_of)
                assert longer <= version.session.workout.minutes(pace_of) + 1
                if allowance.level in {Allowed.STOP, Allowed.WALK_ONLY}:
                    assert judged.size is Size.NOT
                if allowance.level is Allowed.EASY_ONLY:
                    assert judged.session.workout.fast_minutes(pace_of) == 0


ON = day(1)
SIX = SESSIONS["6 x 800"]
FIVE = {1: intervals(), 2: easy(), 3: tempo(), 4: easy(), 6: long()}


def taker(layout: Mapping[int, Workout] | None = None, **more: Any) -> Taker:
    """A 50-minute runner over 10 km, on the Monday of a week like that."""
    plan = plan_of(FIVE if layout is None else layout)
    base = Taker(RUNNER, plan, Log(), pace_of, Allowance(), MONDAY)
    return replace(base, **more)


def test_it_takes_the_place_of_the_days_own_hard_session() -> None:
    version = version_for(ON, SIX, taker(), told(ON))
    assert version.size is Size.SAME
    assert version.change is not None
    assert [edit.on for edit in version.change.edits] == [ON]
    assert version.session is not None
    assert version.session.hard
    assert version.session.why == (told(ON),)


def test_on_an_easy_day_it_changes_places_with_the_nearest_hard_one() -> None:
    version = version_for(day(2), SIX, taker(), told(day(2)))
    assert version.change is not None
    after = apply_change(plan_of(FIVE), version.change)
    held = {s.on: s.workout.focus for s in after.between(day(0), day(6))}
    assert held[day(2)] is Focus.VO2MAX
    assert held[day(1)] is Focus.EASY
    assert Code.SQUAD_ROOM in {r.code for r in version.change.why}


def test_who_runs_less_does_fewer_reps_and_hears_how_many() -> None:
    version = version_for(ON, SESSIONS["30 x 400"], taker(), told(ON))
    assert version.size is Size.SMALLER
    assert version.session is not None
    fewer = next(r for r in version.reasons if r.code is Code.SQUAD_FEWER)
    assert fewer.facts["of"] == 30
    assert reps(version.session.workout) <= int(fewer.facts["reps"]) < 30


def test_the_squads_coach_may_make_it_smaller_and_never_larger() -> None:
    smaller = version_for(ON, SIX, taker(share=0.5), told(ON))
    assert smaller.session is not None
    assert reps(smaller.session.workout) == 3
    assert smaller.reasons[0] == Reason(Code.SQUAD_COACH, {"reps": 3, "of": 6})
    larger = version_for(ON, SIX, taker(share=2.0), told(ON))
    assert larger == version_for(ON, SIX, taker(), told(ON))


def test_a_base_week_takes_half_of_it_and_a_beginners_none() -> None:
    week = {1: easy(), 3: easy(), 5: long()}
    version = version_for(ON, SIX, taker(week), told(ON))
    assert (version.size, version.reasons[0].code) == (Size.SMALLER, Code.SQUAD_BASE)
    assert version.session is not None
    assert reps(version.session.workout) <= 3
    less = version_for(ON, SIX, taker(week, share=COACH_SHARE), told(ON))
    assert [r.code for r in less.reasons][:2] == [Code.SQUAD_COACH, Code.SQUAD_BASE]
    assert less.session is not None
    assert reps(less.session.workout) < reps(version.session.workout)
    beginner = replace(RUNNER, level=Level.BEGINNER)
    version = version_for(ON, SIX, taker(week, athlete=beginner), told(ON))
    assert version.size is Size.EASIER
    assert version.session is not None
    assert version.session.workout.focus is Focus.EASY
    assert version.reasons == (Reason(Code.SQUAD_NOT_YET),)


def test_hard_days_that_are_run_are_not_given_away_again() -> None:
    version = version_for(day(4), SIX, taker(first=day(4)), told(day(4)))
    assert version.size is Size.EASIER
    assert version.reasons == (Reason(Code.SQUAD_WEEK_FULL),)


@pytest.mark.parametrize("kind", [WeekKind.TAPER, WeekKind.RECOVERY, WeekKind.RETURN])
def test_lighter_weeks_stay_light(kind: WeekKind) -> None:
    member = taker(plan=plan_of(FIVE, kinds={0: kind}))
    version = version_for(day(2), SIX, member, told(day(2)))
    assert version.size is Size.EASIER
    assert version.reasons == (Reason(Code.SQUAD_LIGHT_WEEK),)


def test_the_days_before_a_race_are_no_squad_days() -> None:
    race = Race(day(4), Distance(10_000), Priority.B)
    plan = with_session(plan_of(FIVE), session(day(4), tempo(), race))
    version = version_for(day(2), SIX, taker(plan=plan), told(day(2)))
    assert version.size is Size.EASIER
    assert version.reasons == (Reason(Code.SQUAD_RACE_NEAR, {"until": day(4).isoformat()}),)
    on_it = version_for(day(4), SIX, taker(plan=plan), told(day(4)))
    assert (on_it.size, on_it.session, on_it.change) == (Size.NOT, None, None)


def test_without_a_plan_it_is_run_by_effort_within_the_level() -> None:
    stranger = replace(RUNNER, level=Level.BEGINNER, usual=UsualWeek(2, Distance(0), Distance(0)))
    member = Taker(stranger, None, Log(), pace_of, Allowance(), MONDAY)
    version = version_for(ON, SIX, member, told(ON))
    assert version.change is None
    assert version.session is not None
    assert version.session.workout.minutes(pace_of) < SIX.minutes(pace_of)


def test_who_cannot_run_twenty_minutes_yet_keeps_the_own_walk_and_run() -> None:
    walker = replace(RUNNER, can_run_20_min=False, level=Level.BEGINNER)
    ladder = size(library()[LADDER[0]], pace_of=pace_of)
    member = taker({1: ladder, 3: ladder, 5: ladder}, athlete=walker)
    for workout in SESSIONS.values():
        version = version_for(ON, workout, member, told(ON))
        assert version.session is not None
        assert version.session.workout == ladder
        assert version.size is Size.EASIER


def test_nothing_quick_follows_a_hard_day() -> None:
    member = taker({1: intervals(), 2: easy(), 5: long()})
    version = version_for(day(2), strides(), member, told(day(2)))
    assert version.session is not None
    assert not has_bits(version.session.workout)


def test_a_fever_says_not_today_and_that_is_the_members_alone() -> None:
    member = taker(allowance=GATES[2])
    version = version_for(ON, SIX, member, told(ON))
    judged = this_morning(version, member, None, decisions=table(), library=library())
    assert (judged.size, judged.session, judged.gated) == (Size.NOT, None, True)
    assert judged.reasons[0].code is Code.FEVER


def test_a_red_morning_makes_it_easy_and_a_green_one_leaves_it() -> None:
    member = taker(first=ON)
    version = version_for(ON, SIX, member, told(ON))

    def on_a(colour: Colour) -> Size:
        readiness = Morning(Readiness(ON, colour))
        return this_morning(version, member, readiness, decisions=table(), library=library()).size

    assert on_a(Colour.GREEN) is Size.SAME
    assert on_a(Colour.AMBER) in {Size.SMALLER, Size.EASIER}
    assert on_a(Colour.RED) in {Size.EASIER, Size.NOT}


def test_a_day_has_only_so_many_minutes() -> None:
    member = taker(athlete=replace(RUNNER, minutes=((1, 35),)))
    version = version_for(ON, SIX, member, told(ON))
    assert version.session is not None
    assert version.session.workout.minutes(pace_of) <= 35.1
    assert Code.SQUAD_SHORTER in {r.code for r in version.reasons}


def test_the_own_week_is_given_back_as_it_was() -> None:
    base = plan_of(FIVE)
    version = version_for(day(2), SIX, taker(), told(day(2)))
    assert version.change is not None
    with_squad, _ = lay(base, [version.change])
    assert with_squad != base
    kept, gone = undo(base, [version.change], 0)
    assert lay(base, kept)[0] == base
    assert gone == ()
    assert edits_between(base, with_squad) == version.change.edits
