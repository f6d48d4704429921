"""Signs in any message, before all else; and the buttons that close a gate."""

from __future__ import annotations

from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import safety as messages
from bot.messages import today as cards
from bot.outcome import Said
from bot.reply import Reply
from bot.services import safety, today
from bot.services.desk import Answer
from core.safety import Cleared, Sign


async def heard(context: Context) -> bool:
    """Answer a message that holds a red flag; whether it did, and nothing else may answer it."""
    if not context.private:
        if not safety.emergency(context.words):
            return False
        await context.say(Reply(context.text()("safety-group")), answering=True)
        return True
    if not safety.alarming(context.words):
        return False
    await context.show(await context.apply(safety.hear, context.words))
    return True


async def pressed(context: Context, press: Press) -> None:
    """What the athlete says about a gate."""
    match press.verb:
        case "sure":
            await context.say(messages.sure(press.number(0), context.text()))
        case "not-yet":
            await context.edit(Reply(context.text()("cancelled")))
        case "close":
            answer = await context.apply(safety.close, press.number(0), press.arg(1))
            await context.show(answer)
        case _:
            raise BadPress(press.verb)


async def _closed(context: Context, answer: Answer[Any]) -> None:
    """What comes next, in place of the question; under the day's card, where that was pressed."""
    outcome, view = answer.outcome, await context.read(today.look)
    text = context.text(view.account if view else None)
    facts = {"days": outcome.number("days")} if "days" in outcome.facts else {}
    said = messages.closed(text, outcome.code, dict(facts))
    if view is not None and view.card is not None and context.pressed_on(view.card):
        subject = view.day.on.isoformat()
        card = cards.card(view.day, text)
        await context.card(view.account, today.CARD, card, subject, view.card)
        await context.say(said)
    else:
        await context.edit(said)


async def show(context: Context, answer: Answer[Any]) -> None:
    """The alarm, or what closing a gate has led to."""
    outcome, text = answer.outcome, context.text()
    match outcome.said:
        case Said.SAFETY:
            celsius = outcome.facts.get("celsius")
            closes = Cleared(outcome.fact("closes")) if outcome.fact("closes") else None
            rows = messages.way_out(outcome.number("gate"), closes, text)
            height = float(celsius) if isinstance(celsius, int | float) else None
            sign = Sign(outcome.fact("sign"))
            await context.say(messages.alarm(sign, height, text, rows), answering=True)
        case Said.DONE:
            await _closed(context, answer)
        case Said.REFUSED:
            await context.tell("safety-too-soon", alert=True)
        case Said.ALREADY:
            await context.tell("already-answered")
        case Said.ASK_AGAIN:
            await context.tell(outcome.code, told=outcome.fact("told"))
        case _:
            await context.meet()
