"""Short words that handlers say by themselves: over a button, or as a message of their own."""

from __future__ import annotations

from collections.abc import Mapping

from bot.reply import Reply
from bot.text import Text
from tests.messages.recording import Case, Cases

TOLD: dict[str, dict[str, str | int]] = {
    "unknown-command": {"command": "/<b>plateau"},
    "unknown-words": {},
    "unknown-thing": {},
    "stranger": {},
    "button-unknown": {},
    "already-answered": {},
    "cancelled": {},
    "nothing-open": {},
    "trouble": {},
    "yesterday-card": {"day": "Wed 25 Nov"},
    "cannot-undo": {},
    "verdict-taken-back": {},
    "plan-none-in-force": {},
    "routine-none": {},
    "raceday-none": {},
    "raceday-over": {},
    "forget-kept": {},
    "forget-nothing": {},
    "export-nothing": {},
    "result-only-run": {},
    "words-greeting": {},
    "words-thanks": {},
    "words-who": {},
    "words-back": {},
    "words-cycle-off": {},
    "words-easier": {},
    "words-no-plan": {},
    "back-length-or-fever": {"told": "38.5"},
    "safety-not-past": {},
    "safety-group": {},
    "safety-too-soon": {},
}


def _list(told: Mapping[str, dict[str, str | int]]) -> Case:
    """One paragraph for each, after its code."""

    def case(text: Text) -> Reply:
        return Reply("\n\n".join(f"{code}: {text(code, **facts)}" for code, facts in told.items()))

    return case


CASES: Cases = {"all": _list(TOLD)}
