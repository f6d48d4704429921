"""/help, and the lines of Telegram's menu."""

from __future__ import annotations

from bot.commands import COMMANDS
from bot.messages import help as helping
from bot.messages import silence
from tests.messages.recording import Cases

CASES: Cases = {
    "listed": lambda text: helping.listed([command.name for command in COMMANDS], text),
    "pause-offer": silence.offer,
}
