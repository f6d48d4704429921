"""A result told in words, and its two buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import fitness as messages
from bot.outcome import Said
from bot.reply import Reply
from bot.services import fitness
from bot.services.desk import Answer
from bot.services.fitness import Told, result_of
from core.athlete import Result


async def pressed(context: Context, press: Press) -> None:
    """All-out, or only a run."""
    match press.verb:
        case "take":
            await context.show(await context.apply(fitness.take, _result(press)))
        case "run":
            await context.edit(Reply(context.text()("result-only-run")))
        case _:
            raise BadPress(press.verb)


def _result(press: Press) -> Result:
    try:
        return result_of(press.arg(0), press.arg(1), press.arg(2), press.arg(3))
    except ValueError:
        raise BadPress("no result") from None


async def show(context: Context, answer: Answer[Told]) -> None:
    """Asked, taken, or taken already."""
    outcome = answer.outcome
    if outcome.said is Said.STRANGER:
        await context.meet()
        return
    if outcome.said is Said.ALREADY:
        await context.tell("already-answered")
        return
    names = ("result_on", "metres", "seconds", "kind")
    result = result_of(*(outcome.fact(name) for name in names))
    worth = float(outcome.fact("vdot"))
    text = context.text(answer.view.account if answer.view else None)
    if outcome.said is Said.ASK:
        await context.say(messages.asked(result, worth, text))
    else:
        await context.edit(messages.taken(result, worth, text))
