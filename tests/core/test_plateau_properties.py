"""What holds for every diagnosis, of whatever a log, mornings and answers may be."""

from __future__ import annotations

import random  # noqa: TID251 - seeded, so that a failing number is the same case again
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from core.activity import Activity, Done, Evenness, Log
from core.athlete import Level, RaceDistance, Result, ResultKind
from core.checkin import CheckIn, Told
from core.plateau import (
    ANSWERS,
    Answer,
    Asked,
    Case,
    Cause,
    Verdict,
    allows,
    diagnose,
    questions,
    recheck,
)
from core.safety import Allowance, Allowed, Ban
from core.units import Distance, Duration, HeartRate
from core.workout import Focus
from tests.core.judgement import library
from tests.core.plateau_cases import rules
from tests.core.plateau_cases_life import TODAY, Habits, life

T = TypeVar("T")
KEYS = ("", "no-such-recipe", *[recipe.key for recipe in library()][::7])
METRES = (1500, 3000, 5000, 10_000, 21_097.5, 42_195)


def any_case(seed: int) -> Case:
    """Half of them a made-up life with anything added to it, half anything at all."""
    dice = random.Random(seed)
    base = life(seed % 40, Habits())
    whole, known = dice.random() < 0.5, dice.random() < 0.7
    runs = [_activity(dice) for _ in range(dice.choice([0, 3, 15, 60]))]
    runs += base.log.activities if whole else ()
    results = [_result(dice) for _ in range(dice.choice([0, 0, 1, 2, 4]))]
    results += base.athlete.results if known else ()
    athlete = replace(
        base.athlete,
        level=dice.choice(list(Level)),
        goal=dice.choice([None, *RaceDistance]),
        results=tuple(results),
    )
    mornings = [_morning(dice) for _ in range(dice.choice([0, 5, 40]))]
    return replace(
        base,
        athlete=athlete,
        log=Log(tuple(sorted(runs, key=lambda a: a.on))),
        checkins=tuple(sorted(mornings, key=lambda c: c.on)),
        allowance=_allowance(dice),
        answers=_answers(dice),
    )


def _maybe(dice: random.Random, value: T) -> T | None:
    return value if dice.random() < 0.6 else None


def _activity(dice: random.Random) -> Activity:
    return Activity(
        TODAY - timedelta(days=dice.randint(-2, 130)),
        dice.choice(list(Done)),
        distance=_maybe(dice, Distance(dice.choice([1, 900, 8000, 21_000, 45_000]))),
        time=_maybe(dice, Duration.of_minutes(dice.choice([0, 1, 40, 90, 300]))),
        rpe=_maybe(dice, dice.randint(1, 10)),
        focus=dice.choice(list(Focus)),
        key=dice.choice(KEYS),
        hard=dice.random() < 0.4,
        reps_done=_maybe(dice, dice.randint(0, 12)),
        reps_planned=_maybe(dice, dice.randint(1, 12)),
        evenness=_maybe(dice, dice.choice(list(Evenness))),
        pulse=_maybe(dice, HeartRate(dice.randint(60, 200))),
        celsius=_maybe(dice, dice.uniform(-10, 40)),
    )


def _morning(dice: random.Random) -> CheckIn:
    return CheckIn(
        TODAY - timedelta(days=dice.randint(0, 60)),
        legs=dice.choice([None, 1, 2, 3, 4, 5, Told.USUAL]),
        sleep=dice.choice([None, Told.SKIPPED, Duration.of_hours(dice.uniform(3, 10))]),
        pulse=_maybe(dice, HeartRate(dice.randint(38, 90))),
        ill=dice.random() < 0.1,
        stress=dice.random() < 0.3,
        dread=dice.random() < 0.2,
    )


def _result(dice: random.Random) -> Result:
    metres = dice.choice(METRES)
    return Result(
        Distance(metres),
        Duration(dice.uniform(190, 460) * metres / 1000),
        TODAY - timedelta(days=dice.randint(0, 400)),
        dice.choice(list(ResultKind)),
        all_out=dice.random() < 0.8,
        representative=dice.random() < 0.8,
    )


def _allowance(dice: random.Random) -> Allowance:
    level = Allowed.FREE if dice.random() < 0.7 else dice.choice(list(Allowed))
    bans = tuple(dice.sample(list(Ban), dice.choice([0, 0, 2])))
    growth, pace = dice.random() < 0.8, dice.random() < 0.8
    return Allowance(level, bans=bans, growth=growth, pace=pace)


def _answers(dice: random.Random) -> dict[Asked, Answer]:
    asked = dice.sample(list(Asked), dice.choice([0, 0, 1, 3, 5]))
    return {each: dice.choice(ANSWERS[each]) for each in asked}


many = settings(max_examples=80)
seeds = st.integers(0, 10**9)


@many
@given(seeds)
def test_a_diagnosis_is_whole(seed: int) -> None:
    found = diagnose(any_case(seed), rules())
    assert (found.prescription is not None) == found.verdict.plateau
    assert (found.recheck_on is not None) == found.verdict.plateau
    assert bool(found.missing) == bool(found.ways) == (found.comparison is None)
    assert (found.purpose is not None) == (found.verdict is Verdict.STEADY)
    assert found.comparison is not None or not found.verdict.plateau
    weights = [finding.weight for finding in found.findings]
    assert all(0 <= weight <= 1 for weight in weights)
    assert len({finding.cause for finding in found.findings}) == len(weights)
    assert all(finding.evidence for finding in found.findings)


@many
@given(seeds)
def test_nothing_is_prescribed_that_an_open_gate_forbids(seed: int) -> None:
    case = any_case(seed)
    found = diagnose(case, rules())
    offered = (found.prescription, *found.alternatives)
    assert all(allows(p.remedy, case.allowance) for p in offered if p is not None)
    assert case.allowance.level is Allowed.FREE or not found.verdict.plateau


@many
@given(seeds, seeds)
def test_the_order_in_which_a_log_was_told_changes_nothing(seed: int, order: int) -> None:
    case, dice = any_case(seed), random.Random(order)

    def shuffled(values: Sequence[T]) -> tuple[T, ...]:
        return tuple(dice.sample(list(values), len(values)))

    other = replace(
        case,
        log=Log(tuple(sorted(shuffled(case.log.activities), key=lambda a: a.on))),
        checkins=shuffled(case.checkins),
        athlete=replace(case.athlete, results=shuffled(case.athlete.results)),
    )
    once, again = diagnose(case, rules()), diagnose(other, rules())
    assert once.verdict is again.verdict
    assert [f.cause for f in once.findings] == [f.cause for f in again.findings]
    assert once.prescription == again.prescription
    assert once.questions == again.questions


@many
@given(seeds)
def test_the_same_case_gives_the_same_diagnosis(seed: int) -> None:
    assert diagnose(any_case(seed), rules()) == diagnose(any_case(seed), rules())


@many
@given(seeds)
def test_at_most_five_questions_and_none_twice(seed: int) -> None:
    case = any_case(seed)
    found = questions(case, rules())
    assert len(found) <= max(0, 5 - len(case.answers))
    assert not {question.asked for question in found} & set(case.answers)


@many
@given(seeds)
def test_the_doctors_finding_is_never_left_out(seed: int) -> None:
    tired = replace(any_case(seed), answers={Asked.FUEL: Answer.ALWAYS_TIRED})
    found = diagnose(tired, rules())
    assert found.doctor is not None
    assert found.doctor.cause is Cause.UNDERFUELLED


@many
@given(seeds)
def test_a_look_back_never_fails_and_is_about_what_was_prescribed(seed: int) -> None:
    case = any_case(seed)
    found = diagnose(case, rules())
    looked = recheck(found, replace(case, today=case.today + timedelta(weeks=6)), rules())
    assert (looked is None) == (found.prescription is None)
    if looked is not None and found.prescription is not None:
        assert (looked.cause, looked.remedy) == (
            found.prescription.cause,
            found.prescription.remedy,
        )
