"""Which questions are worth asking: what the data leave open and what could come out first."""

from __future__ import annotations

from itertools import islice

from core.plateau.alike import groups
from core.plateau.body import MORNINGS, Body
from core.plateau.body import strength as loud
from core.plateau.cause import Finding
from core.plateau.pieces import ENOUGH_LIFTED
from core.plateau.question import ANSWERS, MOST_QUESTIONS, Asked, Question
from core.plateau.sessions import ENOUGH_EASY, ENOUGH_HARD, contradicts, nameless, strain
from core.plateau.view import View
from core.plateau.waves import LONG_ENOUGH, weeks_of

_COULD_WEIGH = {
    Asked.FUEL: 0.82,
    Asked.LEGS: 0.7,
    Asked.WORKOUT: 0.75,
    Asked.EASY: 0.68,
    Asked.LIFE: 0.75,
    Asked.STRENGTH: 0.6,
    Asked.LATE: 0.64,
    Asked.BREAK: 0.66,
    Asked.PACES: 0.7,
    Asked.SPACING: 0.66,
    Asked.STRIDES: 0.56,
}
"""What the worst answer would weigh, in the order of asking."""


def open_questions(view: View, findings: tuple[Finding, ...]) -> tuple[Question, ...]:
    """At most five with those already answered, and none that could not come out first."""
    lead = findings[0].weight if findings else 0.0
    answered = view.case.answers
    room = MOST_QUESTIONS - len(answered)
    worth = (
        asked
        for asked, weight in _COULD_WEIGH.items()
        if asked not in answered and weight > lead and _unknown(asked, view)
    )
    return tuple(Question(asked, ANSWERS[asked]) for asked in islice(worth, max(0, room)))


def _unknown(asked: Asked, view: View) -> bool:
    """Whether the log, the mornings and the plan leave it open."""
    body, runs = Body(view), view.within(56)
    hard = [r for r in runs if r.quality]
    mornings = [c for c in view.mornings(28) if c.answered]
    weeks = weeks_of(view)
    strong = any((view.today - on).days < 56 for on in view.case.strength if on in view.strength)
    strong = strong or len(view.lifted) >= ENOUGH_LIFTED
    unknown = {
        Asked.FUEL: body.heavy_told or loud(body.tired) > 0.3 or loud(body.after_rest) > 0.3,
        Asked.LEGS: body.legs is None,
        Asked.WORKOUT: len(hard) < ENOUGH_HARD or nameless(groups(hard)[0]),
        Asked.EASY: sum(r.easy and r.rpe is not None for r in runs) < ENOUGH_EASY
        or contradicts(view),
        Asked.LIFE: len(mornings) < MORNINGS,
        Asked.STRENGTH: not strong,
        Asked.LATE: True,
        Asked.BREAK: weeks.of < LONG_ENOUGH or not weeks.waves,
        Asked.PACES: strain(view)[0] >= 0.3 or view.vdot is None,
        Asked.SPACING: len(hard) < ENOUGH_HARD or not strong,
        Asked.STRIDES: not view.keyed and not any(r.quick for r in runs),
    }
    return unknown[asked]
