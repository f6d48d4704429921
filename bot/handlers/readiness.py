"""/readiness: the sentence, and the picture below it."""

from __future__ import annotations

from dataclasses import replace

from bot.context import Context
from bot.messages import readiness as messages
from bot.services import readiness


async def command(context: Context) -> None:
    """How ready, and the last six weeks."""
    view = await context.read(readiness.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if not view.shown:
        await context.say(messages.nothing(text))
        return
    picture = await context.draw(
        messages.picture,
        text,
        view.checkins,
        view.readiness,
        view.usual,
        today=view.today,
        pulse=view.asks_pulse,
    )
    said = messages.sentence(view.readiness, view.good, text)
    await context.say(replace(said, picture=picture))
