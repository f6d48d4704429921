"""What a doctor should know: told in words, and the list behind /settings."""

from __future__ import annotations

from bot.messages import health
from bot.reply import Reply
from bot.text import Text
from core.athlete import Condition
from core.safety import Allowance, allowance, standing_gates
from tests.messages.recording import Case, Cases
from tests.messages.scenes import TODAY, athlete


def _allowed(*noted: Condition) -> Allowance:
    who = athlete(conditions=noted)
    return allowance(standing_gates(who, TODAY), who, TODAY)


def _listed(*noted: Condition, code: str = "") -> Case:
    def case(text: Text) -> Reply:
        note = text(code) if code else ""
        return health.listed(noted, _allowed(*noted), text, note)

    return case


CASES: Cases = {
    "told": lambda text: health.asked((Condition.LUNG, Condition.PULSE_MEDICINE), text),
    "nothing": _listed(),
    "noted": _listed(Condition.PREGNANT, code="health-noted"),
    "walks": _listed(Condition.HEART, code="health-noted"),
    "dropped": _listed(code="health-dropped"),
}
