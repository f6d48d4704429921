"""Health behind /settings, and told in words."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import health as messages
from bot.outcome import Said
from bot.reply import Reply
from bot.services import health
from bot.services.desk import Answer
from bot.services.health import Health
from core.athlete import Condition


async def pressed(context: Context, press: Press) -> None:
    """A tick, a yes, or leave it."""
    match press.verb:
        case "open":
            view = await context.read(health.look)
            if view is None:
                await context.meet()
                return
            text = context.text(view.account)
            await context.edit(messages.listed(view.noted, view.allowance, text))
        case "note":
            await context.show(await context.apply(health.note, press.arg(0)))
        case "drop":
            await context.show(await context.apply(health.drop, press.arg(0)))
        case "leave":
            await context.edit(Reply(context.text()("cancelled")))
        case _:
            raise BadPress(press.verb)


async def show(context: Context, answer: Answer[Health]) -> None:
    """The question after words, or the list as it is now."""
    outcome = answer.outcome
    view = answer.view or await context.read(health.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if outcome.said is Said.STALE:
        await context.tell("button-unknown")
    elif outcome.said is Said.ASK:
        told = [Condition(code) for code in outcome.fact("told").split(",") if code]
        await context.say(messages.asked(told, text))
    else:
        note = text(outcome.code) if outcome.code else ""
        await context.edit(messages.listed(view.noted, view.allowance, text, note))
