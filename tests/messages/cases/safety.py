"""Every sign's answer, and how a gate is closed."""

from __future__ import annotations

from bot.messages import safety
from bot.reply import Reply
from bot.text import Text
from core.safety import Cleared, Gate, Sign, SignGroup, closes_by, told
from tests.messages.recording import Case, Cases
from tests.messages.scenes import TODAY

GATE = 31


def _alarm(sign: Sign, celsius: float | None = None) -> Case:
    def case(text: Text) -> Reply:
        rows = safety.way_out(GATE, closes_by(_gate(sign, celsius)), text)
        return safety.alarm(sign, celsius, text, rows)

    return case


def _doubt(sign: Sign) -> Case:
    return lambda text: safety.doubt(sign, text)


ASKED_BACK = {SignGroup.EMERGENCY, SignGroup.CRISIS, SignGroup.DOCTOR}


def _gate(sign: Sign, celsius: float | None) -> Gate:
    return told(sign, (), TODAY, celsius=celsius)[0]


def _closed(code: str, **facts: str | int) -> Case:
    return lambda text: safety.closed(text, code, facts)


CASES: Cases = {
    **{sign.value: _alarm(sign) for sign in Sign},
    "fever-measured": _alarm(Sign.FEVER, 38.4),
    "fever-high": _alarm(Sign.FEVER, 39.8),
    **{f"doubt-{sign.value}": _doubt(sign) for sign in Sign if sign.group in ASKED_BACK},
    "not-felt": lambda text: Reply(text("safety-not-felt")),
    "stranger": lambda text: safety.alarm(Sign.CHEST_PAIN, None, text),
    "pain-way-out": lambda text: Reply("", safety.way_out(GATE, Cleared.WALK_AND_HOP, text)),
    "sure": lambda text: safety.sure(GATE, text),
    "closed-ladder": _closed("safety-next-ladder"),
    "closed-easy": _closed("safety-next-easy", days=3),
    "closed-easy-one": _closed("safety-next-easy", days=1),
    "closed-plan": _closed("safety-next-plan"),
    "closed-tomorrow": _closed("safety-next-tomorrow"),
}
