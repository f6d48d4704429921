from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from statistics import fmean

from hypothesis import given, settings
from hypothesis import strategies as st

from core.activity import Activity, Done, Log
from core.adjust import Decision, as_planned, even_easier, rest
from core.adjust.cutting import running_minutes
from core.athlete import Athlete, Condition, Injury, Race, Spot
from core.checkin import CheckIn, Danger, Morning, Pain
from core.plan import Plan, Session, WeekKind, apply_change, fits, lay, undo
from core.readiness import assess
from core.reasons import Code
from core.safety import (
    Allowance,
    Allowed,
    Ban,
    Gate,
    Sign,
    allowance,
    gates_after,
    gates_after_run,
    open_gates,
    told,
)
from core.units import Distance
from core.workout import Effort, Focus, Workout
from tests.core.judgement import (
    FIVE_DAYS,
    LADDER,
    RUNNER,
    SPACED,
    day,
    easy,
    fast_long,
    hills,
    intervals,
    ladder_session,
    long,
    morning,
    pace_of,
    plan_of,
    session,
    strides,
    tempo,
    usual_mornings,
    verdict,
    with_session,
)
from tests.core.people import Lived, healthy, live, overreached

WORKOUTS = st.sampled_from(
    [
        easy(),
        easy(25),
        strides(),
        long(),
        long(150),
        fast_long(),
        intervals(),
        intervals(12),
        tempo(),
        ladder_session(),
        hills(),
    ]
)
WEEKS = st.dictionaries(st.integers(0, 6), WORKOUTS, min_size=1, max_size=7)
KINDS = st.dictionaries(st.integers(0, 3), st.sampled_from(WeekKind), max_size=2)
RACES = st.none() | st.integers(5, 20)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any week, well spaced or not, perhaps with a race in it."""
    plan = plan_of(draw(WEEKS), kinds=draw(KINDS))
    raced = draw(RACES)
    if raced is None:
        return plan
    race = Race(day(raced), Distance(10000))
    return with_session(plan, session(day(raced), replace(tempo(40), focus=Focus.RACE), race))


LEGS = st.lists(st.sampled_from([1, 2, 2, 4, 4, 4, None]), min_size=15, max_size=15)
BANS = st.lists(st.sampled_from(Ban), max_size=3, unique=True).map(tuple)
ALLOWANCES = st.builds(
    Allowance,
    level=st.sampled_from(Allowed),
    step=st.integers(1, len(LADDER)),
    rested=st.booleans(),
    minutes=st.none() | st.just(15),
    bans=BANS,
)
RUNS = st.builds(
    Activity,
    on=st.just(day(9)),
    done=st.sampled_from(Done),
    rpe=st.none() | st.integers(1, 10),
    focus=st.sampled_from(Focus),
    hard=st.booleans(),
)
ATHLETES = st.sampled_from([RUNNER, replace(RUNNER, birth_year=1965)])
TODAY = day(10)


@st.composite
def decisions(draw: st.DrawFn) -> tuple[Plan, Allowance, Decision, Athlete]:
    """Any decision on a Thursday of a second week."""
    legs = draw(LEGS)
    past = usual_mornings(TODAY, 40)
    told_legs = zip(past[-14:], legs[:14], strict=True)
    past = past[:-14] + [replace(c, legs=n) for c, n in told_legs if n is not None]
    checkin = (
        None if legs[14] is None else morning(TODAY, legs=legs[14], stress=draw(st.booleans()))
    )
    plan, allowed, athlete = draw(plans()), draw(ALLOWANCES), draw(ATHLETES)
    found = verdict(
        TODAY,
        checkin,
        plan=plan,
        history=past,
        log=Log((draw(RUNS),)),
        allowance=allowed,
        athlete=athlete,
        celsius=draw(st.sampled_from([None, 20.0, 31.0, 34.0, 40.0])),
        dangers=draw(st.sampled_from([(), (), (), (Danger.ICE,), tuple(Danger)])),
        indoors=draw(st.sampled_from([False, False, True])),
    )
    return plan, allowed, found, athlete


def load(session: Session | None) -> tuple[float, float, int]:
    """Running minutes, fast minutes and the hardest effort of a day."""
    if session is None:
        return 0.0, 0.0, 0
    workout = session.workout
    hardest = max(step.effort.rank for step in workout.steps())
    return running_minutes(workout, pace_of), workout.fast_minutes(pace_of), hardest


def no_harder(after: Session | None, before: Session | None) -> bool:
    now, then = load(after), load(before)
    # a walk may take the place of a run: walking is no effort to compare
    efforts = now[2] <= max(then[2], Effort.WALK.rank)
    return efforts and all(a <= b + 1e-6 for a, b in zip(now[:2], then[:2], strict=True))


any_decision = given(decisions())
often = settings(max_examples=150, deadline=None)


@often
@any_decision
def test_today_is_never_harder_than_planned(case):
    plan, _, found, _ = case
    assert found.before == plan.on(TODAY)
    assert no_harder(found.after, found.before)


@often
@any_decision
def test_the_days_that_change_hold_no_more_together_than_before(case):
    _, _, found, _ = case
    edits = found.change.edits if found.change else ()
    for part in range(2):
        now = sum(load(edit.after)[part] for edit in edits)
        assert now <= sum(load(edit.before)[part] for edit in edits) + 1e-6
    assert sum(bool(e.after and e.after.hard) for e in edits) <= sum(
        bool(e.before and e.before.hard) for e in edits
    )


@often
@any_decision
def test_no_gate_is_ever_passed_whatever_is_answered_to_the_decision(case):
    _, allowed, found, _ = case
    ways = [found, as_planned(found), even_easier(found, pace_of), rest(found)]
    ways.append(as_planned(even_easier(found, pace_of)))
    for way in ways:
        assert permitted(way.after, allowed)


@often
@any_decision
def test_in_danger_nothing_is_left_outdoors_whatever_is_answered_to_the_decision(case):
    _, _, found, _ = case
    if not {Code.DANGER, Code.TOO_HOT} & {reason.code for reason in found.reasons}:
        return
    for way in (found, as_planned(found), even_easier(found, pace_of), rest(found)):
        assert way.after is None


def permitted(session: Session | None, allowed: Allowance) -> bool:
    """Whether the session is within what the gates allow."""
    if session is None:
        return True
    running, fast, hardest = load(session)
    if allowed.level is Allowed.STOP:
        return False
    if allowed.level is Allowed.WALK_ONLY:
        return running == 0
    if allowed.level is Allowed.LADDER:
        return allowed.rested and session.workout.key in LADDER
    if allowed.level is Allowed.EASY_ONLY:
        short = allowed.minutes is None or session.workout.minutes(pace_of) <= allowed.minutes
        return short and fast == 0 and hardest <= Effort.EASY.rank and session.race is None
    steps = list(session.workout.steps())
    banned = {
        Ban.STRIDES: any(s.effort in {Effort.STRIDE, Effort.FAST} for s in steps),
        Ban.HILLS: any(s.uphill for s in steps),
        Ban.SPRINTS: any(s.effort is Effort.SPRINT for s in steps),
        Ban.TEMPO: fast > 0,
    }
    return not any(banned.get(ban) for ban in allowed.bans)


@often
@any_decision
def test_undo_restores_the_plan_exactly(case):
    plan, _, found, _ = case
    if found.change is None:
        return
    assert fits(plan, found.change)
    laid, left_out = lay(plan, (found.change,))
    assert left_out == ()
    assert laid == apply_change(plan, found.change)
    kept, gone = undo(plan, (found.change,), 0)
    assert (kept, gone) == ((), ())
    back, _ = lay(plan, kept)
    assert back == plan


@often
@any_decision
def test_a_moved_session_keeps_its_distance_from_hard_long_and_race_days(case):
    plan, _, found, athlete = case
    for edit in found.change.edits if found.change else ():
        moved = edit.on != TODAY and edit.before and edit.after
        if not moved or edit.after.workout.key == edit.before.workout.key:
            continue
        laid = apply_change(plan, found.change)
        assert edit.on - TODAY <= timedelta(days=3)
        for apart in (-1, 1):
            beside = laid.on(edit.on + timedelta(days=apart))
            assert beside is None or not (beside.hard or beside.long or beside.race)
        old = (athlete.age(TODAY) or 0) >= 50
        for apart in (-2, 2) if old and edit.after.hard else ():
            beside = laid.on(edit.on + timedelta(days=apart))
            assert beside is None or not (beside.hard or beside.race)


@often
@any_decision
def test_a_decision_has_a_rule_and_reasons_and_offers_that_make_sense(case):
    _, _, found, _ = case
    assert found.rule
    assert (found.after != found.before) <= (found.change is not None)
    if found.gated:
        assert found.change is not None
        assert not found.change.undoable


GATE_SIGNS = st.sampled_from([None, *Sign])
SCORES = st.none() | st.integers(0, 10)
PAINS = st.builds(
    Pain,
    spot=st.sampled_from([Spot.ACHILLES, Spot.KNEE, Spot.CHEST]),
    score=SCORES,
    morning=st.none() | st.sampled_from(Morning),
    limping=st.booleans(),
    painkiller=st.booleans(),
)
STORIES = st.lists(
    st.tuples(GATE_SIGNS, st.lists(PAINS, max_size=2), st.booleans()), min_size=1, max_size=10
)


@settings(max_examples=150, deadline=None)
@given(STORIES)
def test_nothing_told_ever_closes_a_gate_that_stops(story):
    """However a story of signs, pains and illness goes on, what stopped running still stops it."""
    gates: tuple[Gate, ...] = ()
    checkins: list[CheckIn] = []
    stopped = False
    for number, (sign, pains, ill) in enumerate(story):
        today = day(number)
        if sign is not None and sign is not Sign.HEAD_COLD:
            gates = told(sign, gates, today)
        checkins.append(morning(today, pains=tuple(pains), ill=ill))
        gates = gates_after(checkins[-1], gates)
        gates = gates_after_run(Activity(today, pain=((Spot.KNEE, 0),)), gates)
        opened = open_gates(gates, RUNNER, checkins, Log(), today=today, ladder=LADDER)
        stops = allowance(gates, RUNNER, today).level is Allowed.STOP
        assert stops or not stopped
        stopped = stops
        assert allowance(opened, RUNNER, today).level is Allowed.STOP or not stopped


@given(
    st.lists(st.sampled_from(Condition), unique=True, max_size=4),
    st.lists(st.builds(Injury, st.sampled_from(Spot), healed=st.booleans()), max_size=3),
    st.none() | st.integers(1940, 2015),
)
def test_any_athlete_has_an_allowance_with_reasons_for_what_it_takes(conditions, injuries, born):
    athlete = replace(
        RUNNER, conditions=tuple(conditions), injuries=tuple(injuries), birth_year=born
    )
    gates = open_gates((), athlete, [], Log(), today=TODAY, ladder=LADDER)
    allowed = allowance(gates, athlete, TODAY)
    assert allowed.level is Allowed.FREE or allowed.reasons


FOUR_DAYS: Mapping[int, Workout] = {1: intervals(), 3: easy(), 5: strides(), 6: long()}
LAYOUTS = {"five": FIVE_DAYS, "four": FOUR_DAYS, "one hard": SPACED}


@cache
def healthy_people() -> tuple[Lived, ...]:
    return tuple(
        live(lambda _: healthy, seed=seed, weeks=16, layout=layout)
        for seed, layout in enumerate([*LAYOUTS.values()] * 3)
    )


class TestAlarmRates:
    """coaching.md 5: what must hold in simulation."""

    def test_healthy_people_have_at_most_one_planned_session_in_eight_changed(self):
        assert fmean(person.changed() for person in healthy_people()) <= 1 / 8

    def test_healthy_people_are_red_on_at_most_three_days_in_a_hundred(self):
        assert fmean(person.reds() for person in healthy_people()) <= 0.03

    def test_healthy_people_are_not_simply_left_alone(self):
        assert fmean(person.changed() for person in healthy_people()) >= 0.03

    def test_overreached_people_have_four_of_five_hard_sessions_changed(self):
        bad = {day(number) for number in range(56, 77)}
        people = [
            live(
                lambda n: overreached if 56 <= n < 77 else healthy,
                seed=seed,
                weeks=12,
                layout=layout,
            )
            for seed, layout in enumerate([*LAYOUTS.values()] * 2)
        ]
        changed, planned = map(sum, zip(*(p.hard_changed(bad) for p in people), strict=True))
        assert changed / planned >= 0.8

    def test_ill_people_run_nothing_hard_while_ill_and_on_the_easy_days_after(self):
        sick = {day(number) for number in range(50, 58)}
        for seed in range(3):
            person = live(lambda _: healthy, seed=seed, weeks=10, ill={50: 4})
            changed, planned = person.hard_changed(sick)
            assert (changed, planned) == (planned, planned)
            assert not any(run.on in {day(n) for n in range(50, 54)} for run in person.runs)


def test_a_season_of_changes_lays_whole_and_undoes_to_the_base():
    for person in healthy_people():
        changes = tuple(d.change for d in person.decisions if d.change)
        assert lay(person.base, changes) == (person.plan, ())
        kept = changes
        while kept:
            kept, _ = undo(person.base, kept, len(kept) - 1)
        assert lay(person.base, kept) == (person.base, ())


def test_a_season_never_stacks_hard_days_nor_adds_one():
    for person in healthy_people():
        for week in person.base.weeks:
            now = person.plan.between(week.starts, week.ends)
            assert sum(s.hard for s in now) <= sum(
                s.hard for s in person.base.between(week.starts, week.ends)
            )
        hard = [s.on for s in person.plan.sessions if s.hard]
        assert all(b - a > timedelta(days=1) for a, b in pairwise(hard))


def test_the_same_answers_always_give_the_same_verdict():
    checkin = morning(TODAY, legs=2)
    past = usual_mornings(TODAY)
    again = [assess(checkin, past, Log(), today=TODAY) for _ in range(2)]
    assert again[0] == again[1]
