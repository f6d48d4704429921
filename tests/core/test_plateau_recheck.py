"""The look back: what was to change, what it brought, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.activity import Log
from core.athlete import Result
from core.fitness import race_time
from core.plateau import Case, Diagnosis, Measure, Outcome, Recheck, Verdict, diagnose, recheck
from core.units import Distance
from tests.core.plateau_cases import HEALTHY, SINGLE, rules
from tests.core.plateau_cases_life import TODAY, Habits, life

SEED = 8


def later(diagnosis: Diagnosis, habits: Habits, *, vdot: float | None = None) -> Case:
    """The same athlete on the day of the re-check, having lived by other habits since."""
    assert diagnosis.recheck_on is not None
    shift = diagnosis.recheck_on - TODAY
    then, now = life(SEED, before(diagnosis)), life(SEED, habits)
    runs = [a for a in then.log.activities if a.on <= TODAY]
    runs += [replace(a, on=a.on + shift) for a in now.log.activities if a.on + shift > TODAY]
    mornings = [c for c in then.checkins if c.on <= TODAY]
    mornings += [replace(c, on=c.on + shift) for c in now.checkins if c.on + shift > TODAY]
    strength = tuple(on for on in then.strength if on <= TODAY)
    strength += tuple(on + shift for on in now.strength if on + shift > TODAY)
    results = then.athlete.results
    if vdot is not None:
        distance = Distance(10_000)
        results += (Result(distance, race_time(vdot, distance), diagnosis.recheck_on),)
    return replace(
        then,
        athlete=replace(then.athlete, results=results),
        log=Log(tuple(sorted(runs, key=lambda a: a.on))),
        checkins=tuple(sorted(mornings, key=lambda c: c.on)),
        strength=strength,
        today=diagnosis.recheck_on,
    )


def before(diagnosis: Diagnosis) -> Habits:
    assert diagnosis.prescription is not None
    return next(k.habits for k in SINGLE.values() if diagnosis.prescription.cause in k.right)


def judged(name: str, habits: Habits, *, gain: float | None = None) -> Recheck:
    """The re-check of one of the twenty, with a new result so much better, or without one."""
    first = SINGLE[name].habits
    diagnosis = diagnose(replace(life(SEED, first), answers=first.answers), rules())
    assert diagnosis.verdict is Verdict.PLATEAU
    assert diagnosis.prescription is not None
    assert diagnosis.prescription.cause in SINGLE[name].right
    assert diagnosis.comparison is not None
    vdot = None if gain is None else diagnosis.comparison.after.value + gain
    found = recheck(diagnosis, later(diagnosis, habits, vdot=vdot), rules())
    assert found is not None
    return found


MEASURED = {
    "the same 6 x 800 every week": Measure.SAME_SHARE,
    "overcooked": Measure.HEAVY_SHARE,
    "few kilometres": Measure.VOLUME,
    "no long run": Measure.LONGEST,
    "life stress": Measure.STRESS_SHARE,
    "always medium": Measure.EASY_SHARE,
    "paces from wishes": Measure.HELD_SHARE,
    "hard after heavy": Measure.SPACED_SHARE,
    "tired for another reason": Measure.HEAVY_SHARE,
}
FEELS = {"overcooked", "life stress", "tired for another reason"}


@pytest.mark.parametrize("name", MEASURED)
def test_each_cause_is_compared_in_its_own_measure(name: str) -> None:
    found = judged(name, Habits(), gain=0.0)
    assert found.own is not None
    assert found.own.measure is MEASURED[name]
    better = found.own.after - found.own.before
    assert (better > 0) == found.own.measure.more_is_better


@pytest.mark.parametrize("name", MEASURED)
def test_a_change_that_was_made_and_brought_a_better_time_worked(name: str) -> None:
    assert judged(name, Habits(), gain=2.0).outcome is Outcome.WORKED


@pytest.mark.parametrize("name", sorted(set(MEASURED) - FEELS))
def test_a_change_that_was_made_without_a_better_time_has_not_worked_yet(name: str) -> None:
    assert judged(name, Habits(), gain=0.0).outcome is Outcome.NOT_YET


@pytest.mark.parametrize("name", sorted(set(MEASURED) - FEELS - {"few kilometres"}))
def test_a_change_that_was_not_made_is_called_so(name: str) -> None:
    found = judged(name, SINGLE[name].habits, gain=0.0)
    assert found.outcome is Outcome.NOT_DONE, found


@pytest.mark.parametrize("name", sorted(set(MEASURED) - FEELS))
def test_without_a_new_effort_nobody_can_tell_and_the_way_is_told(name: str) -> None:
    found = judged(name, Habits())
    assert found.outcome is Outcome.CANNOT_TELL
    assert found.fitness is None
    assert found.ways


@pytest.mark.parametrize("name", sorted(FEELS))
def test_a_body_that_feels_well_again_needs_no_time(name: str) -> None:
    assert judged(name, Habits(heavy=0.03)).outcome is Outcome.WORKED


def test_faster_is_faster_whatever_was_done() -> None:
    habits = SINGLE["always medium"].habits
    assert judged("always medium", habits, gain=2.0).outcome is Outcome.WORKED


def test_it_tells_fitness_before_and_after() -> None:
    found = judged("always medium", Habits(), gain=2.0)
    assert found.fitness is not None
    assert found.fitness.measure is Measure.VDOT
    assert found.fitness.after - found.fitness.before == pytest.approx(2.0, abs=0.05)


def test_where_nothing_was_prescribed_there_is_nothing_to_look_back_on() -> None:
    case = life(SEED, HEALTHY["getting faster"].habits)
    assert recheck(diagnose(case, rules()), case, rules()) is None


def test_something_else_is_judged_by_its_own_measure() -> None:
    habits = replace(SINGLE["always medium"].habits, volume=0.6, long=0.6)
    case = life(SEED, habits)
    diagnosis = diagnose(case, rules())
    other = next(p for p in diagnosis.alternatives if p.cause is not diagnosis.findings[0].cause)
    again = replace(case, today=TODAY + timedelta(weeks=6))
    found = recheck(replace(diagnosis, prescription=other), again, rules())
    assert found is not None
    assert (found.cause, found.remedy) == (other.cause, other.remedy)
