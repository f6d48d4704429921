"""What a prescription does to a plan: one change, inside every rule of the season, never harder."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from core.activity import Activity, Log
from core.athlete import Condition
from core.fitness import effective_fitness
from core.plan import Change, ChangeKind, Plan, Session, WeekKind, apply_change, fits, hard
from core.plateau import Case as PlateauCase
from core.plateau import Cause, Prescription, Remedy, prescribe
from core.reasons import Code
from core.safety import Allowance, Allowed, Ban, allowance, open_gates
from core.workout import Effort, Focus
from tests.core.season_case import CONTENT, Case, Rule, case_of
from tests.core.season_day_rules import DAY_RULES
from tests.core.season_load_rules import LOAD_RULES
from tests.core.season_people import person

SHORT, LONG = 40, 600
WEEKS = timedelta(weeks=6)
GROWS = (Remedy.MORE_EASY, Remedy.LONGER_LONG)
_NOT_OURS = {
    "weeks_follow_each_other_and_tell_themselves",
    "normal_weeks_progress",
    "nothing_comes_a_third_time_unchanged",
    "growth_is_about_six_per_cent",
    "the_first_whole_week_is_the_usual_one",
}
"""Rules about what a season writes down, not about what a day may ask."""
RULES = [r for r in (*LOAD_RULES, *DAY_RULES) if r.__name__ not in _NOT_OURS]
DAYS = [r for r in DAY_RULES if r.__name__ not in {*_NOT_OURS, "frequency_never_jumps"}]


@cache
def lived(seed: int) -> tuple[Case, PlateauCase]:
    """A season three weeks on, and what the detective sees of it."""
    case = case_of(*person(seed))
    today = case.start + timedelta(days=20)
    runs = tuple(_ran(s, case) for s in case.plan.sessions if s.on <= today)
    log = Log(tuple(sorted((*case.log.activities, *runs), key=lambda a: a.on)))
    gates = open_gates((), case.athlete, (), log, today=today, ladder=CONTENT.ladder)
    return case, PlateauCase(
        case.athlete,
        log,
        today,
        CONTENT.library,
        CONTENT.decisions.meant,
        plan=case.plan,
        fitness=effective_fitness(case.athlete, log, today),
        allowance=allowance(gates, case.athlete, today),
    )


def _ran(session: Session, case: Case) -> Activity:
    workout = session.workout
    return Activity(
        session.on,
        distance=workout.distance(case.pace_of),
        rpe=4,
        focus=workout.focus,
        key=workout.key,
        hard=session.hard,
    )


def laid(seed: int, remedy: Remedy, **more: object) -> tuple[Case, Change | None]:
    """The season, and what the remedy changes in it."""
    case, seen = lived(seed)
    seen = replace(seen, **more) if more else seen  # type: ignore[arg-type]
    until = seen.today + WEEKS
    chosen = Prescription(remedy, Cause.TRUE, until, until)
    change = prescribe(chosen, case.plan, seen, CONTENT.plateau, CONTENT.phases, case.pace_of)
    return case, change


def changes(seeds: range, remedy: Remedy) -> list[tuple[int, Case, Change]]:
    found = ((seed, *laid(seed, remedy)) for seed in seeds)
    return [(seed, case, change) for seed, case, change in found if change is not None]


LAID = [remedy for remedy in Remedy if remedy is not Remedy.SEE_DOCTOR]


@pytest.mark.parametrize("remedy", LAID)
def test_no_day_becomes_harder(remedy: Remedy) -> None:
    found = changes(range(SHORT), remedy)
    assert found
    assert [fault for each in found for fault in _harder(*each, remedy)] == []


@pytest.mark.long
@pytest.mark.parametrize("remedy", LAID)
def test_no_day_becomes_harder_in_many_seasons(remedy: Remedy) -> None:
    found = changes(range(SHORT, LONG), remedy)
    assert [fault for each in found for fault in _harder(*each, remedy)] == []


def _harder(seed: int, case: Case, change: Change, remedy: Remedy) -> list[str]:
    """Days that ask for more than the plan did, but for what may grow and days that change over."""
    moved = {reason.code for e in change.edits if e.after for reason in e.after.why}
    faults = []
    for edit in change.edits:
        if edit.after is None or edit.before is None or Code.MOVED in moved:
            continue
        before, after = edit.before.workout, edit.after.workout
        if (edit.after.hard or hard(after, case.pace_of)) and not edit.before.hard:
            faults.append(f"{seed} {edit.on}: hard")
        test = after.focus is Focus.TEST
        if after.fast_minutes(case.pace_of) > before.fast_minutes(case.pace_of) + 0.01 and not test:
            faults.append(f"{seed} {edit.on}: more of it fast")
        if remedy in GROWS:
            continue
        if after.minutes(case.pace_of) > before.minutes(case.pace_of) + 0.5:
            faults.append(f"{seed} {edit.on}: longer")
        quick = 1.03 if remedy is Remedy.ADD_STRIDES else 1.002  # twenty seconds of a stride go far
        if after.distance(case.pace_of) > before.distance(case.pace_of) * quick:
            faults.append(f"{seed} {edit.on}: further")
    return faults


@pytest.mark.parametrize("remedy", LAID)
def test_days_keep_the_rules_of_a_season(remedy: Remedy) -> None:
    assert _broken(range(SHORT), remedy, DAYS) == []


@pytest.mark.parametrize("remedy", GROWS)
def test_what_grows_keeps_ramp_longest_run_share_and_time(remedy: Remedy) -> None:
    assert _broken(range(SHORT), remedy, RULES) == []


@pytest.mark.long
@pytest.mark.parametrize("remedy", GROWS)
def test_what_grows_keeps_them_in_many_seasons(remedy: Remedy) -> None:
    assert _broken(range(SHORT, LONG), remedy, RULES) == []


def _broken(seeds: range, remedy: Remedy, rules: list[Rule]) -> list[str]:
    """Rules that the changed plan breaks and the plan did not."""
    faults = []
    for seed, case, change in changes(seeds, remedy):
        after = replace(case, plan=apply_change(case.plan, change))
        for rule in rules:
            new = set(rule(after)) - set(rule(case))
            faults += [f"{seed}, {rule.__name__}: {fault}" for fault in sorted(new)]
    return faults


@pytest.mark.parametrize("remedy", LAID)
def test_it_is_one_change_from_tomorrow_that_fits_and_tells_why(remedy: Remedy) -> None:
    for _, case, change in changes(range(SHORT), remedy):
        assert change.kind is ChangeKind.PLATEAU
        assert change.undoable
        assert fits(case.plan, change)
        first, last = change.edits[0].on, change.edits[-1].on
        assert first > case.start + timedelta(days=20)
        assert last <= case.start + timedelta(days=20) + WEEKS + timedelta(days=6)
        told = [e.after.why[-1] for e in change.edits if e.after]
        assert all(r.code is Code.PLATEAU and r.facts["remedy"] == remedy.value for r in told)


@pytest.mark.parametrize("remedy", LAID)
def test_races_tests_tapers_and_returns_are_left_alone(remedy: Remedy) -> None:
    closed = {WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN, WeekKind.START}
    for _, case, change in changes(range(SHORT), remedy):
        for edit in change.edits:
            week = case.plan.week_of(edit.on)
            assert week is not None
            assert week.kind not in closed
            assert edit.before is None or edit.before.race is None


@pytest.mark.parametrize("remedy", Remedy)
@pytest.mark.parametrize("level", [a for a in Allowed if a is not Allowed.FREE])
def test_nothing_is_laid_against_an_open_gate(remedy: Remedy, level: Allowed) -> None:
    for seed in range(8):
        assert laid(seed, remedy, allowance=Allowance(level))[1] is None


@pytest.mark.parametrize("remedy", GROWS)
def test_nothing_grows_while_load_may_not(remedy: Remedy) -> None:
    for seed in range(12):
        assert laid(seed, remedy, allowance=Allowance(growth=False))[1] is None


QUICK = {Effort.STRIDE, Effort.FAST, Effort.SPRINT}


@pytest.mark.parametrize("remedy", [Remedy.NEW_STIMULUS, Remedy.VARY_WORKOUT])
def test_a_sore_spot_gets_no_new_hills_or_strides(remedy: Remedy) -> None:
    bans = (Ban.STRIDES, Ban.HILLS, Ban.SPRINTS, Ban.FLAT_SPRINTS)
    for seed in range(SHORT):
        _, change = laid(seed, remedy, allowance=Allowance(bans=bans))
        for edit in change.edits if change else ():
            if (
                edit.after is None
                or edit.before is None
                or edit.after.workout == edit.before.workout
            ):
                continue
            steps = list(edit.after.workout.steps())
            assert not any(s.uphill or s.effort in QUICK for s in steps)


def test_a_doctors_matter_and_a_prescription_that_is_over_change_nothing() -> None:
    case, seen = lived(3)
    assert laid(3, Remedy.SEE_DOCTOR)[1] is None
    over = Prescription(Remedy.EASY_EASY, Cause.MEDIUM, seen.today, seen.today)
    assert prescribe(over, case.plan, seen, CONTENT.plateau, CONTENT.phases, case.pace_of) is None


def test_the_pregnant_are_left_alone() -> None:
    _, seen = lived(3)
    athlete = replace(seen.athlete, conditions=(Condition.PREGNANT,))
    gates = open_gates((), athlete, (), seen.log, today=seen.today, ladder=CONTENT.ladder)
    allowed = allowance(gates, athlete, seen.today)
    for remedy in Remedy:
        assert laid(3, remedy, athlete=athlete, allowance=allowed)[1] is None


# -- one by one ------------------------------------------------------------------------------------


def _weekly(plan: Plan, case: Case, change: Change) -> tuple[float, float]:
    days = [e.on for e in change.edits]
    after = apply_change(plan, change)
    total = [
        sum(s.workout.minutes(case.pace_of) for s in each.sessions if s.on in days)
        for each in (plan, after)
    ]
    return total[0], total[1]


@pytest.mark.parametrize(
    ("remedy", "least", "most"),
    [(Remedy.BACK_OFF, 0.55, 0.85), (Remedy.MAINTAIN, 0.5, 0.9)],
)
def test_backing_off_and_holding_cut_about_a_third(
    remedy: Remedy, least: float, most: float
) -> None:
    for _, case, change in changes(range(SHORT), remedy):
        before, after = _weekly(case.plan, case, change)
        if before > 90:
            assert least <= after / before <= most


def test_a_second_day_off_is_an_easy_run_less_in_weeks_that_have_but_one() -> None:
    found = changes(range(SHORT), Remedy.REST_DAY)
    assert found
    for _, case, change in found:
        after = apply_change(case.plan, change)
        for edit in change.edits:
            week = after.week_of(edit.on)
            assert edit.before is not None
            assert week is not None
            assert edit.after is None
            assert not edit.before.hard
            assert not edit.before.long
            assert 5 <= len(after.between(week.starts, week.ends)) <= 6


def test_backing_off_lasts_a_week_and_has_nothing_fast() -> None:
    for _, case, change in changes(range(SHORT), Remedy.BACK_OFF):
        assert (change.edits[-1].on - change.edits[0].on).days < 7
        for edit in change.edits:
            assert edit.after is not None
            assert edit.after.workout.fast_minutes(case.pace_of) == 0


def test_the_repeated_session_gives_way_to_another_of_its_kind() -> None:
    swapped = 0
    for seed in range(SHORT):
        case, seen = lived(seed)
        until = seen.today + WEEKS
        hard_ones = [s for s in case.plan.between(seen.today, until) if s.hard and not s.long]
        if not hard_ones:
            continue
        key = hard_ones[0].workout.key
        chosen = Prescription(Remedy.VARY_WORKOUT, Cause.REPEAT, until, until, {"key": key})
        change = prescribe(chosen, case.plan, seen, CONTENT.plateau, CONTENT.phases, case.pace_of)
        for edit in change.edits if change else ():
            assert edit.before is not None
            assert edit.after is not None
            if edit.before.workout.key == key and edit.after.workout != edit.before.workout:
                assert edit.after.workout.key != key
                assert edit.after.focus is edit.before.focus
                swapped += 1
    assert swapped > 10


def test_longer_rests_keep_the_paces_and_never_the_length() -> None:
    longer = 0
    for _, _, change in changes(range(SHORT), Remedy.LONGER_REST):
        for edit in change.edits:
            assert edit.before is not None
            assert edit.after is not None
            efforts = {s.effort for s in edit.before.workout.steps()}
            assert {s.effort for s in edit.after.workout.steps()} <= efforts
            longer += edit.before.workout != edit.after.workout
    assert longer > 10


def test_strides_stand_in_easy_runs_twice_a_week_at_most() -> None:
    for _, _, change in changes(range(SHORT), Remedy.ADD_STRIDES):
        new = [
            e for e in change.edits if e.after and e.before and e.after.workout != e.before.workout
        ]
        weeks = [e.on - timedelta(days=e.on.weekday()) for e in new]
        assert all(weeks.count(monday) <= 2 for monday in weeks)
        assert all(e.after and not e.after.hard for e in new)


def test_a_trial_takes_a_hard_days_place_and_never_its_time() -> None:
    trials = 0
    for _, case, change in changes(range(80), Remedy.RENEW_PACES):
        for edit in change.edits:
            if edit.after and edit.before and edit.after.focus is Focus.TEST:
                trials += 1
                assert edit.before.hard
                longest = edit.before.workout.minutes(case.pace_of)
                assert edit.after.workout.minutes(case.pace_of) <= longest + 0.5
    assert trials
