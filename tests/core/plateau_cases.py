"""Twenty kinds of athletes with the diagnosis that a coach would give each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from core.content import load_content
from core.plateau import Answer, Asked, Case, Cause, Diagnosis, Rules, diagnose
from tests.core.plateau_cases_life import Habits, life, with_gaps, would_answer


@dataclass(frozen=True)
class Kind:
    """One kind of case: its habits, and the causes that may come first (none: no plateau)."""

    habits: Habits
    right: frozenset[Cause] = frozenset()
    second: bool = False


PIECES = frozenset({Cause.VOLUME, Cause.LONG_RUN, Cause.STRENGTH, Cause.STRIDES, Cause.FORM})

SINGLE: Mapping[str, Kind] = {
    "the same 6 x 800 every week": Kind(
        Habits(same=0.92, answers={Asked.WORKOUT: Answer.MOSTLY_SAME}), frozenset({Cause.REPEAT})
    ),
    "overcooked": Kind(
        Habits(
            down_every=0,
            growth=0.3,
            heavy_late=0.55,
            heavy=0.12,
            pulse_up=4.5,
            easy_over_late=1.3,
            hard_over=0.7,
            fade=0.3,
            gain=-1.0,
            answers={Asked.LEGS: Answer.HEAVY_LATELY},
        ),
        frozenset({Cause.OVERCOOKED}),
    ),
    "few kilometres": Kind(Habits(volume=0.5, long=0.55, days=3), frozenset({Cause.VOLUME})),
    "no long run": Kind(Habits(volume=1.05, long=0.5, days=5), frozenset({Cause.LONG_RUN})),
    "no strength": Kind(
        Habits(answers={Asked.STRENGTH: Answer.NEVER}), frozenset({Cause.STRENGTH})
    ),
    "life stress": Kind(
        Habits(
            stress=0.45,
            sleep=6.2,
            lost=0.2,
            heavy=0.2,
            pulse_up=1.5,
            answers={Asked.LIFE: Answer.HEAVY},
        ),
        frozenset({Cause.LIFE_STRESS}),
    ),
    "always medium": Kind(
        Habits(easy_over=2.3, hard_over=-1.2, answers={Asked.EASY: Answer.RARELY}),
        frozenset({Cause.MEDIUM}),
    ),
    "paces from wishes": Kind(
        Habits(target_ahead=4.0, hard_over=1.2, fade=0.55, answers={Asked.PACES: Answer.GOAL}),
        frozenset({Cause.WISHES}),
    ),
    "hard after heavy": Kind(
        Habits(after_heavy=0.85, after_long=0.5, answers={Asked.SPACING: Answer.GYM_DAY}),
        frozenset({Cause.SCHEDULING}),
    ),
    "tired for another reason": Kind(
        Habits(
            heavy=0.6,
            easy_over=1.2,
            hard_over=0.5,
            answers={Asked.FUEL: Answer.ALWAYS_TIRED, Asked.LEGS: Answer.ALWAYS_HEAVY},
        ),
        frozenset({Cause.UNDERFUELLED}),
    ),
    "no waves": Kind(
        Habits(down_every=0, answers={Asked.BREAK: Answer.NEVER}), frozenset({Cause.NO_CYCLES})
    ),
    "a true plateau": Kind(Habits(), frozenset({Cause.TRUE})),
}

MIXED: Mapping[str, Kind] = {
    "repeats, with little volume": Kind(
        replace(SINGLE["the same 6 x 800 every week"].habits, volume=0.8),
        frozenset({Cause.REPEAT}),
        second=True,
    ),
    "medium and life": Kind(
        replace(SINGLE["always medium"].habits, stress=0.3, sleep=6.7),
        frozenset({Cause.MEDIUM}),
        second=True,
    ),
    "overcooked with a far target": Kind(
        replace(SINGLE["overcooked"].habits, target_ahead=3.5),
        frozenset({Cause.OVERCOOKED}),
        second=True,
    ),
    "no waves and no strength": Kind(
        Habits(
            down_every=0,
            answers={Asked.BREAK: Answer.NEVER, Asked.STRENGTH: Answer.NEVER},
        ),
        frozenset({Cause.NO_CYCLES}),
        second=True,
    ),
    "stress on a short base": Kind(
        replace(SINGLE["life stress"].habits, volume=0.7),
        frozenset({Cause.LIFE_STRESS}),
        second=True,
    ),
}

HEALTHY: Mapping[str, Kind] = {
    "getting faster": Kind(Habits(gain=2.6)),
    "getting faster in spite of one habit": Kind(Habits(gain=2.8, same=0.9)),
    "getting faster though tired": Kind(Habits(gain=2.6, heavy=0.3, stress=0.25)),
}


@cache
def rules() -> Rules:
    return load_content().plateau


def told(case: Case, habits: Habits) -> Diagnosis:
    """The diagnosis once the athlete has answered whatever is asked."""
    answers: dict[Asked, Answer] = {}
    for _ in range(6):
        found = diagnose(replace(case, answers=answers), rules())
        if not found.questions:
            return found
        first = found.questions[0].asked
        answers[first] = would_answer(habits, first)
    return found


def seen(kind: Kind, seed: int, *, gaps: bool) -> Diagnosis:
    habits = with_gaps(kind.habits, seed) if gaps else kind.habits
    return told(life(seed, habits), habits)


def right(kind: Kind, found: Diagnosis) -> bool:
    """Whether the diagnosis is the coach's."""
    if not kind.right:
        return not found.verdict.plateau
    places = 2 if kind.second else 1
    return found.verdict.plateau and any(f.cause in kind.right for f in found.findings[:places])
