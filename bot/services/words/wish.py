"""Words as a wish: the command that would do what they ask for."""

from __future__ import annotations

from typing import Any

from bot.outcome import Outcome, Said
from bot.services.desk import Answer
from bot.understand.intents import Intent, read_intent

TOPIC = "words"


def wish_of(text: str) -> Intent | None:
    """The wish in the words that a command answers; None for any other."""
    intent = read_intent(text)
    return intent if intent is not None and intent.kind.value in COMMANDS else None


COMMANDS = {
    **{name: name for name in ("today", "tomorrow", "week", "plan", "paces", "zones", "log")},
    **{name: name for name in ("checkin", "mobility", "settings", "help", "start", "export")},
    **{
        name: name
        for name in ("forget", "cancel", "race", "readiness", "taper", "plateau", "fix", "review")
    },
    **dict.fromkeys(("hour", "units", "pause"), "settings"),
    "squad": "squad",
    "buddy": "buddy",
    "why": "why",
}
"""Wishes in words, by the command that answers them."""
SAID = {
    "thanks": "words-thanks",
    "greeting": "words-greeting",
    "measure-pulse": "count-pulse",
    "who-are-you": "words-who",
    "resume": "words-back",
}
ANSWERED = frozenset(COMMANDS) | frozenset(SAID)


def grant(text: str, intent: Intent | None = None) -> Answer[Any]:
    """What the words ask for, by the command that would do it."""
    intent = intent or read_intent(text)
    if intent is None:
        return Answer(Outcome(TOPIC, Said.NOTHING, "unknown-words"))
    kind = intent.kind.value
    code = COMMANDS.get(kind) or SAID.get(kind, "unknown-words")
    return Answer(Outcome(TOPIC, Said.NOTHING, code))
