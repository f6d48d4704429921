"""/help, and the offer to pause."""

from __future__ import annotations

from bot.messages import help as helping
from bot.messages import silence
from tests.messages.recording import Cases

COMMANDS = (
    "today",
    "tomorrow",
    "week",
    "plan",
    "log",
    "paces",
    "settings",
    "help",
    "start",
    "squad",
    "session",
    "coach",
    "note",
    "results",
    "rain",
    "buddy",
    "checkin",
    "zones",
    "race",
    "taper",
    "move",
    "skip",
    "away",
    "busy",
    "ill",
    "hurt",
    "well",
    "readiness",
    "review",
    "plateau",
    "fix",
    "weather",
    "library",
    "mobility",
    "export",
    "forget",
    "cancel",
)
"""The table of bot/commands.py; another test holds the two together."""

CASES: Cases = {
    "listed": lambda text: helping.listed(COMMANDS, text),
    "pause-offer": silence.offer,
}
