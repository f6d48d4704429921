"""Questions in order: a draft is the set of answers given; the first one missing is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Answer = int | float | str | bool | None | list[object] | dict[str, object]
Draft = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its key, and whether it is asked at all given the answers so far."""

    key: str
    asked: Callable[[Draft], bool] = lambda _draft: True


@dataclass(frozen=True, slots=True)
class Ask:
    """The question to show next."""

    key: str


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing is missing."""


Form = Sequence[Question]


def next_step(form: Form, draft: Draft) -> Ask | Done:
    """The first question that applies and has no answer yet."""
    for question in form:
        if question.key not in draft and question.asked(draft):
            return Ask(question.key)
    return Done()


def answered(form: Form, draft: Draft, key: str, answer: Answer) -> dict[str, Answer]:
    """The draft with this answer; answers to questions that no longer apply are dropped."""
    filled: dict[str, Answer] = {**draft, key: answer}
    known = {question.key: question for question in form}
    return {k: v for k, v in filled.items() if k not in known or known[k].asked(filled)}


def back(form: Form, draft: Draft) -> dict[str, Answer]:
    """The draft without its last answer, in the order of the form; unchanged if there is none."""
    given = [q.key for q in form if q.key in draft]
    return {k: v for k, v in draft.items() if not given or k != given[-1]}
