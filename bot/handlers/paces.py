"""/paces and /zones."""

from __future__ import annotations

from bot.context import Context
from bot.messages import paces as messages
from bot.services import paces


async def paces_command(context: Context) -> None:
    """/paces."""
    shown = await context.read(paces.look)
    if shown is None:
        await context.meet()
        return
    text = context.text(shown.account)
    allowed = shown.paces if shown.pace else None
    fitness = shown.fitness if shown.pace else None
    await context.say(messages.paces(text, fitness, allowed, shown.equal))


async def zones_command(context: Context) -> None:
    """/zones."""
    shown = await context.read(paces.look)
    if shown is None:
        await context.meet()
        return
    await context.say(
        messages.zones(
            context.text(shown.account),
            shown.zones,
            pulse_allowed=shown.pulse,
            told_age=shown.athlete.birth_year is not None,
            pace_allowed=shown.pace,
        )
    )
