"""From a complaint to one cause: safety asks first, the log speaks, and only the rest is asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.symptoms.clues import Known
from core.symptoms.table import Cause, Clue, Question, Step, SymptomTable, Tree


@dataclass(frozen=True, slots=True)
class Ask:
    """The question that is open, with the options that the log leaves open."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The cause; `clue` is what told of it, `known` what the log knew (None: the athlete said so,
    or nothing spoke and this is where to begin).
    """

    cause: Cause
    clue: Clue | None = None
    known: Known | None = None


def examine(
    tree: Tree,
    table: SymptomTable,
    known: Mapping[Clue, Known],
    answers: Mapping[str, str],
    refused: Collection[str] = (),
) -> Ask | Found | None:
    """The next question, or the likeliest cause that was not refused; None: nothing is left.

    `answers`: question → option, as given so far.
    """
    questions = [table.questions[key] for key in tree.questions]
    for question in questions:
        if question.always and question.key not in answers:
            return Ask(question.key, tuple(option.key for option in question.options))
    told = {
        _clue(question, answers[question.key]) for question in questions if question.key in answers
    }
    steps = [step for step in tree.steps if step.cause not in refused]
    for step in steps:
        if step.clue in told:
            return Found(table.causes[step.cause], step.clue)
    for step in steps:
        if step.clue in known and known[step.clue].true:
            return Found(table.causes[step.cause], step.clue, known[step.clue])
    return _ask(questions, steps, known, answers) or _rest(tree, table, known, refused)


def _clue(question: Question, answer: str) -> Clue | None:
    return next((option.clue for option in question.options if option.key == answer), None)


def _ask(
    questions: Collection[Question],
    steps: Collection[Step],
    known: Mapping[Clue, Known],
    answers: Mapping[str, str],
) -> Ask | None:
    """The first question that could still tell something."""
    telling = {step.clue for step in steps if step.clue not in known}
    for question in questions:
        open_ = [o.key for o in question.options if o.clue is None or o.clue in telling]
        if question.key not in answers and telling & set(question.clues):
            return Ask(question.key, tuple(open_))
    return None


def _rest(
    tree: Tree, table: SymptomTable, known: Mapping[Clue, Known], refused: Collection[str]
) -> Found | None:
    """Where nothing spoke: the first of the usual causes that the log does not rule out, else the
    last, which is the one that does no harm.
    """
    left = [key for key in tree.otherwise if key not in refused]
    ruled_out = {s.cause for s in tree.steps if s.clue in known and not known[s.clue].true}
    likely = [key for key in left if key not in ruled_out] or left[-1:]
    return Found(table.causes[likely[0]]) if likely else None
