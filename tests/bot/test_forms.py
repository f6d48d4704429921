"""A draft is a set of answers: order of answering never matters."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.forms import Ask, Done, Question, answered, back, next_step

FORM = (
    Question("goal"),
    Question("date", lambda draft: draft.get("goal") == "race"),
    Question("level"),
)


def test_the_first_missing_question_is_asked() -> None:
    assert next_step(FORM, {}) == Ask("goal")
    assert next_step(FORM, {"goal": "fit"}) == Ask("level")
    assert next_step(FORM, {"goal": "race"}) == Ask("date")


@pytest.mark.parametrize("order", list(permutations(["goal", "date", "level"])))
def test_any_order_of_answers_ends_the_same(order: tuple[str, ...]) -> None:
    answers = {"goal": "race", "date": "2027-05-09", "level": "new"}
    draft: dict[str, object] = {}
    for key in order:
        draft = {**draft, key: answers[key]}
    assert isinstance(next_step(FORM, draft), Done)  # type: ignore[arg-type]


def test_an_answer_that_makes_another_needless_drops_it() -> None:
    draft = answered(FORM, {"goal": "race", "date": "2027-05-09"}, "goal", "fit")
    assert draft == {"goal": "fit"}


def test_back_takes_the_last_answer_in_the_form_s_order() -> None:
    assert back(FORM, {"level": "new", "goal": "fit"}) == {"goal": "fit"}
    assert back(FORM, {}) == {}


def test_what_the_form_does_not_know_is_kept() -> None:
    assert answered(FORM, {"picked": ["mon"]}, "goal", "fit") == {"picked": ["mon"], "goal": "fit"}
