"""Short words that handlers say by themselves: over a button, or as a message of their own."""

from __future__ import annotations

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
    "group-later": {},
    "yesterday-card": {"day": "Wed 25 Nov"},
    "cannot-undo": {},
    "plan-none-in-force": {},
    "routine-none": {},
    "forget-kept": {},
    "forget-nothing": {},
    "safety-group": {},
    "safety-too-soon": {},
}


def _said(code: str, facts: dict[str, str | int]) -> Case:
    def case(text: Text) -> Reply:
        return Reply(text(code, **facts))

    return case


CASES: Cases = {code: _said(code, facts) for code, facts in TOLD.items()}
