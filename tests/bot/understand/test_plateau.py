from __future__ import annotations

import pytest

from bot.understand.plateau import _SAID, read_answer
from core.plateau import ANSWERS, Answer, Asked


def test_every_answer_has_words() -> None:
    assert {each for answers in ANSWERS.values() for each in answers} <= set(_SAID)


@pytest.mark.parametrize(
    ("asked", "said", "answer"),
    [
        (Asked.WORKOUT, "yes, the same one", Answer.MOSTLY_SAME),
        (Asked.WORKOUT, "it varies", Answer.VARIES),
        (Asked.EASY, "always", Answer.ALWAYS),
        (Asked.EASY, "Not really", Answer.RARELY),
        (Asked.LIFE, "calm", Answer.CALM),
        (Asked.LIFE, "pretty stressful", Answer.HEAVY),
        (Asked.STRENGTH, "twice a week", Answer.TWICE_A_WEEK),
        (Asked.STRENGTH, "never", Answer.NEVER),
        (Asked.LATE, "my breathing", Answer.BREATH),
        (Asked.PACES, "from my goal", Answer.GOAL),
        (Asked.FUEL, "on an empty stomach", Answer.SKIPS),
        (Asked.LEGS, "fresh", Answer.FRESH),
        (Asked.SPACING, "the gym", Answer.GYM_DAY),
        (Asked.BREAK, "months ago", Answer.LONG_AGO),
        (Asked.STRIDES, "now and then", Answer.SOMETIMES),
        (Asked.STRIDES, "skip", ""),
        (Asked.LIFE, "I don't know", ""),
    ],
)
def test_words_answer_the_question(asked: Asked, said: str, answer: Answer | str) -> None:
    assert read_answer(asked, said) == answer


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked.LATE, "8k in 48:10"),
        (Asked.LATE, "legs and breath"),
        (Asked.LIFE, "/today"),
        (Asked.LIFE, ""),
        (Asked.SPACING, "legs heavy, slept five hours, pulse fifty eight today"),
    ],
)
def test_other_words_are_left_to_others(asked: Asked, said: str) -> None:
    assert read_answer(asked, said) is None
