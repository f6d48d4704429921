"""What the answers to the questions weigh, alone and together with what the log says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.plateau.cause import Cause, Evidence, Finding, Sign
from core.plateau.question import Answer, Asked
from core.plateau.view import View

LEAST = 0.2
"""What weighs less is not worth a word."""
BOTH = 0.25
"""How far log and answer together close what is left to certainty."""


def answered(view: View, asked: Asked) -> Answer | None:
    """The answer that was given, if it was."""
    return view.case.answers.get(asked)


def with_told(  # noqa: PLR0917 - what the log says, then who answered what
    cause: Cause,
    weight: float,
    evidence: Sequence[Evidence],
    view: View,
    asked: Asked,
    told: Mapping[Answer, float],
) -> Finding | None:
    """The finding by log and answer: the larger of the two, and more where they agree."""
    answer = answered(view, asked)
    says = told.get(answer, 0.0) if answer else 0.0
    if says:
        assert answer is not None  # noqa: S101 - only an answer says anything, for the checker
        facts = {"asked": asked.value, "answer": answer.value}
        evidence = (*evidence, Evidence(Sign.TOLD, facts))
    whole = max(weight, says)
    whole += (1 - whole) * BOTH * min(1.0, 2 * min(weight, says))
    return Finding(cause, whole, tuple(evidence)) if whole >= LEAST and evidence else None
