"""What a doctor should know: the list behind /settings, and the question after words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.reasons import spoken
from bot.reply import Button, Reply
from bot.text import Text
from core.athlete import Condition
from core.safety import Allowance, Allowed

TOPIC = "health"


def asked(told: Sequence[Condition], text: Text) -> Reply:
    """Told in words: shall it be noted?"""
    rows = tuple((Button(text(f"health-{c}"), pack(TOPIC, "note", c)),) for c in told)
    leave = (Button(text("health-leave"), pack(TOPIC, "leave")),)
    return Reply(text("health-told"), (*rows, leave))


def listed(noted: Sequence[Condition], allowance: Allowance, text: Text, note: str = "") -> Reply:
    """Every condition with a tick where it is noted, and what follows today."""
    said = [note] if note else []
    said.append(text("health-head"))
    if allowance.level is not Allowed.FREE and allowance.reasons:
        said.append(spoken(allowance.reasons[:2], text))
    said.append(f"<i>{text('not-medical')}</i>")
    rows = tuple((_tick(condition, condition in noted, text),) for condition in Condition)
    back = (Button(text("settings-back"), pack("profile", "open")),)
    return Reply("\n\n".join(said), (*rows, back))


def _tick(condition: Condition, noted: bool, text: Text) -> Button:
    label = text(f"health-{condition}")
    return Button(f"✓ {label}" if noted else label, _data(condition, noted))


def _data(condition: Condition, noted: bool) -> str:
    return pack(TOPIC, "drop" if noted else "note", condition)
