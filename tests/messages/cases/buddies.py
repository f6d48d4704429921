"""A running buddy in the squad."""

from __future__ import annotations

from bot.messages import buddies
from bot.reply import Reply
from bot.text import Text
from tests.messages.recording import Cases

SQUAD = (3, "Track Tuesday")
CODES = (
    "asked",
    "nobody",
    "no-pace",
    "stopped",
    "not-in",
    "no-squad",
    "no",
    "answered",
    "gone",
)


def _words(text: Text) -> Reply:
    said = [text(f"buddy-{code}") for code in CODES]
    return Reply("\n\n".join([*said, text("buddy-both", name="Ana <b>")]))


CASES: Cases = {
    "offer": lambda text: buddies.offer(SQUAD, (), text, seeks=False, has_pace=True),
    "offer-no-pace": lambda text: buddies.offer(SQUAD, (), text, seeks=False, has_pace=False),
    "offer-seeking": lambda text: buddies.offer(SQUAD, ("Ana",), text, seeks=True, has_pace=True),
    "question": lambda text: buddies.question(SQUAD, 12, text),
    "found": lambda text: buddies.found("Ana", "Track Tuesday", text),
    "words": _words,
}
