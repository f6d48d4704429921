"""/checkin and the morning's buttons."""

from __future__ import annotations

from datetime import date

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import checkin as questions
from bot.messages import today as messages
from bot.outcome import Said
from bot.services import checkin, health_menu, mending, today
from bot.services.desk import Answer
from bot.services.today import Today


async def command(context: Context) -> None:
    """/checkin: the card with its open question."""
    await context.show(await context.apply(checkin.begin))


async def pressed(context: Context, press: Press) -> None:
    """A button of the card; each carries the delivery it came with and its day."""
    await context.adopt(press.number(0))
    on = press.day(1)
    match press.verb:
        case "legs" | "sleep" | "pulse":
            answer = await context.apply(checkin.answer, on, press.verb, press.number(2))
        case "skip":
            answer = await context.apply(checkin.skip, on, press.arg(2))
        case "usual":
            answer = await context.apply(checkin.usual, on)
        case "score":
            answer = await context.apply(checkin.score, on, press.arg(2), press.number(3))
        case "mend":
            answer = await context.apply(mending.mend, on, press.arg(2), press.number(3))
        case "not-ill":
            answer = await context.apply(mending.not_ill, on)
        case "morning":
            answer = await context.apply(checkin.morning, on, press.arg(2), press.arg(3))
        case "flag":
            answer = await context.apply(checkin.flag, on, press.arg(2))
        case "menu":
            answer = await context.apply(health_menu.menu, on, press.arg(2))
        case "reopen":
            answer = await context.apply(checkin.reopen, on)
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def show(context: Context, answer: Answer[Today]) -> None:
    """The card with its next question or its verdict; what was unclear is asked back."""
    outcome = answer.outcome
    view = answer.view or await context.read(today.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if outcome.said is Said.STALE and outcome.fact("day_on"):
        on = date.fromisoformat(outcome.fact("day_on"))
        await context.tell("yesterday-card", alert=True, day=text.day(on))
        return
    if outcome.said is Said.ALREADY:
        await context.tell("already-answered")
    subject = view.day.on.isoformat()
    card = messages.card(view.day, text)
    await context.card(view.account, today.CARD, card, subject, view.card)
    if outcome.said is Said.ASK_AGAIN:
        await context.say(questions.asked_back(outcome.code, text))
