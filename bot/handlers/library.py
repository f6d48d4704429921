"""/library and its buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import library as messages
from bot.messages.steps import Runner
from bot.services import library


async def command(context: Context) -> None:
    """/library, alone or with a wish behind it."""
    if not context.arguments:
        await context.say(messages.ask(context.text()))
        return
    found = await context.read(library.find, context.arguments)
    if found is None:
        await context.meet()
        return
    text = context.text(found.account)
    await context.say(messages.found(found.workouts, found.wish.minutes, text))


async def pressed(context: Context, press: Press) -> None:
    """One workout in full."""
    if press.verb != "open":
        raise BadPress(press.verb)
    opened = await context.read(library.look, press.arg(0), press.number(1))
    if opened is None:
        await context.tell("button-unknown")
        return
    athlete = opened.stands.athlete
    runner = Runner(opened.paces, athlete.level, measured=athlete.measured_distance)
    text = context.text(opened.account)
    await context.say(messages.opened(opened.workout, runner, opened.locked, text))
