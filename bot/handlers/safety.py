"""Signs in any message, before all else; and the buttons that close a gate."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import safety as messages
from bot.messages import today as cards
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services import doubt, pleas, safety, today
from bot.services.desk import Answer
from bot.text import Text
from core.safety import Cleared, Sign


async def heard(context: Context) -> bool:
    """Answer a message that holds a red flag; whether it did, and nothing else may answer it."""
    if not context.private:
        if not safety.emergency(context.words):
            return False
        await context.say(Reply(context.text()("safety-group")), answering=True)
        return True
    if safety.alarming(context.words):
        await context.show(await context.apply(safety.hear, context.words))
        return True
    for asked in (doubt, pleas):
        if asked.concerns(context.words) and await _asked(context, asked.hear):
            return True
    return False


async def _asked(context: Context, hear: Callable[..., Awaitable[Answer[Any]]]) -> bool:
    """Whether what may be a sign, or a plea against a stop, was answered."""
    answer = await context.apply(hear, context.words)
    if answer.outcome.said is Said.NOTHING and answer.outcome.topic == safety.TOPIC:
        return False
    await context.show_words(answer)
    return True


async def pressed(context: Context, press: Press) -> None:
    """What the athlete says about a gate."""
    match press.verb:
        case "sure":
            await context.say(messages.sure(press.number(0), context.text()))
        case "not-yet":
            await context.edit(Reply(context.text()("cancelled")))
        case "felt":
            await _felt(context, await context.apply(doubt.answered, press.arg(0), yes=True))
        case "not-felt":
            await _not_felt(context, await context.apply(doubt.answered, press.arg(0), yes=False))
        case "close":
            answer = await context.apply(safety.close, press.number(0), press.arg(1))
            await context.show(answer)
        case _:
            raise BadPress(press.verb)


async def _felt(context: Context, answer: Answer[Any]) -> None:
    """The alarm, in place of the question."""
    if answer.outcome.said is not Said.SAFETY:
        raise BadPress(answer.outcome.said)
    await context.edit(_alarm(context, answer.outcome))


async def _not_felt(context: Context, answer: Answer[Any]) -> None:
    """The question closes, and what was written is answered as if it had not been asked."""
    if answer.outcome.said is Said.STRANGER and answer.outcome.topic == doubt.TOPIC:
        raise BadPress(answer.outcome.said)
    await context.edit(Reply(context.text()("safety-not-felt")))
    if answer.outcome.topic in context.house.shows and answer.outcome.said is not Said.NOTHING:
        await context.show(answer)


def _alarm(context: Context, outcome: Outcome) -> Reply:
    celsius, text = outcome.facts.get("celsius"), context.text()
    closes = Cleared(outcome.fact("closes")) if outcome.fact("closes") else None
    rows = messages.way_out(outcome.number("gate"), closes, text)
    height = float(celsius) if isinstance(celsius, int | float) else None
    return messages.alarm(Sign(outcome.fact("sign")), height, text, rows)


def _question(outcome: Outcome, text: Text) -> Reply:
    """What is asked about a doubt, or about a stop that somebody speaks against."""
    if outcome.code == "sure":
        return messages.sure(outcome.number("gate"), text)
    if outcome.code == "not-past":
        closes = Cleared(outcome.fact("closes")) if outcome.fact("closes") else None
        rows = messages.way_out(outcome.number("gate"), closes, text)
        return Reply(text("safety-not-past"), rows)
    return messages.doubt(Sign(outcome.fact("sign")), text)


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
            await context.say(_alarm(context, outcome), answering=True)
        case Said.ASK:
            await context.say(_question(outcome, text), answering=True)
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
