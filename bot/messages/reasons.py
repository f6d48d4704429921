"""Reasons in words: one clause for each code, joined as a coach would say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.text import Fact, Html, Text, numbers
from core.reasons import Code, Reason
from core.units import Distance, Duration

MOST = 3
"""Reasons said at once; the heaviest come first and the rest is behind *Why?*."""


def because(reasons: Sequence[Reason], text: Text, most: int = MOST) -> str:
    """ "your legs are heavy and you slept only 5 h"; ready HTML."""
    return text.listed([clause(reason, text) for reason in reasons[:most]])


def spoken(reasons: Sequence[Reason], text: Text, most: int = MOST) -> str:
    """The same as a sentence."""
    said = because(reasons, text, most)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


_NEEDS = {
    Code.SPARED: "spot",
    Code.RACE_RECOVERY: "days",
    Code.YESTERDAY_HARDER: "rpe",
    Code.SHORT_NIGHT: "usual",
    Code.WALK_ONLY: "condition",
    Code.LONG_RUN_CAPPED: "metres",
    Code.MOVED: "to",
    Code.PAIN_STOP: "spot",
    Code.PAIN_EASY_ONLY: "spot",
}
"""Facts without which a code is said in its bare form."""


def clause(reason: Reason, text: Text) -> str:
    """One reason as a clause."""
    needed = _NEEDS.get(reason.code)
    bare = "-bare" if needed is not None and needed not in reason.facts else ""
    facts = {name: _fact(reason.code, name, value, text) for name, value in reason.facts.items()}
    return text(f"reason-{reason.code.value}{bare}", **facts)


_PULSE = {Code.PULSE_RAISED, Code.PULSE_HIGH}
_NAMED = ("spot", "condition", "phase", "stretch")


def _fact(code: Code, name: str, value: int | float | str, text: Text) -> Fact:
    if name in {"hours", "usual"} and code not in _PULSE:
        return numbers.hours(Duration.of_hours(float(value)))
    if name in {"bpm", "usual", "percent", "celsius"}:
        return f"{float(value):.0f}"
    if name in _NAMED and text.has(f"{name}-{value}"):
        said = text(f"{name}-{value}")
        return Html(said[:1].lower() + said[1:] if name in {"spot", "phase"} else said)
    if name == "distance" and text.has(f"goal-{value}"):
        return Html(text(f"goal-{value}"))
    if name in {"metres", "reach", "needed", "longest"} and isinstance(value, int | float):
        return Distance(float(value))
    if name in {"to", "from", "on"} and isinstance(value, str):
        return date.fromisoformat(value)
    return value
