"""*Keep my paces* and *Take the new paces*, under what training or a break has moved."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import renewal as messages
from bot.outcome import Said
from bot.services import renewal
from bot.services.desk import Answer
from bot.services.renewal import Asked

_COUNTS = {"take": True, "keep": False}


async def pressed(context: Context, press: Press) -> None:
    """Refused, or taken after all."""
    if press.verb not in _COUNTS:
        raise BadPress(press.verb)
    kind, on = press.arg(0), press.day(1)
    counts = _COUNTS[press.verb]
    await context.show(await context.apply(renewal.answer, kind, on, counts=counts))


async def show(context: Context, answer: Answer[Asked]) -> None:
    """What counts now."""
    outcome, text = answer.outcome, context.text(answer.view.account if answer.view else None)
    if outcome.said is Said.STRANGER:
        await context.meet()
    elif outcome.said is not Said.DONE:
        await context.tell("already-answered" if outcome.said is Said.ALREADY else "button-unknown")
    elif outcome.code == "kept":
        await context.edit(messages.kept(outcome.facts, text))
    else:
        await context.edit(messages.told(outcome.facts, text))
