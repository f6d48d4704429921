"""/help."""

from __future__ import annotations

from bot.context import Context
from bot.messages import help as messages


async def help_(context: Context) -> None:
    """Every command in one line."""
    await context.say(messages.listed(context.house.commands, context.text()))
