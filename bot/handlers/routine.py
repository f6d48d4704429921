"""/mobility and its buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import routine as messages
from bot.services import routine


async def mobility(context: Context) -> None:
    """/mobility: which routine?"""
    await context.say(messages.menu(context.text()))


async def pressed(context: Context, press: Press) -> None:
    """One of the routines, or that one was done."""
    if press.verb == "done":
        answer = await context.apply(routine.done)
        await context.tell(answer.outcome.code)
        return
    if press.verb != "show":
        raise BadPress(press.verb)
    chosen = await context.read(routine.look, press.arg(0), press.number(1))
    if chosen is None:
        await context.meet()
        return
    text = context.text(chosen.account)
    if chosen.routine is None:
        await context.tell("routine-none")
        return
    await context.say(messages.listed(chosen.routine, chosen.day.allowance.sore, text))
