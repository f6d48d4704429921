"""What the coach learns little by little: the questions on rest days, and behind /settings."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import background as messages
from bot.outcome import Outcome, Said
from bot.services import background
from bot.services.background import Known
from bot.services.desk import Answer


async def pressed(context: Context, press: Press) -> None:
    """An answer, a tick, *Never ask*; the last argument tells where the button stands."""
    match press.verb:
        case "open":
            await _list(context, await context.read(background.look))
            return
        case "ask":
            answer, where = await context.apply(background.ask, press.arg(0)), messages.LIST
        case "pick":
            answer = await context.apply(background.pick, press.arg(0), press.arg(1))
            where = press.arg(2)
        case "done":
            answer = await context.apply(background.done, press.arg(0), press.arg(1))
            where = press.arg(2)
        case "never":
            answer, where = await context.apply(background.never, press.arg(0)), press.arg(2)
        case _:
            raise BadPress(press.verb)
    await _shown(context, answer, where)


async def show(context: Context, answer: Answer[Known]) -> None:
    """The list, or the question that is open."""
    await _shown(context, answer, messages.LIST)


async def _shown(context: Context, answer: Answer[Known], where: str) -> None:
    outcome = answer.outcome
    known = answer.view or await context.read(background.look)
    if known is None or outcome.said is Said.STRANGER:
        await context.meet()
        return
    if outcome.said is Said.STALE:
        await context.tell("button-unknown")
        return
    if where != messages.LIST:
        if outcome.code and outcome.said is Said.DONE:
            await context.tell(outcome.code)
        await context.show(Answer(Outcome("today", Said.ASK)))
        return
    text = context.text(known.account)
    if known.open is not None:
        await context.edit(messages.opened(known.open, text))
        return
    await _list(context, known, text(outcome.code) if outcome.said is Said.DONE else "")


async def _list(context: Context, known: Known | None, note: str = "") -> None:
    if known is None:
        await context.meet()
        return
    await context.edit(messages.overview(known.questions, context.text(known.account), note))
