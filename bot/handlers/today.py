"""/today, /tomorrow, and the buttons of a verdict."""

from __future__ import annotations

from datetime import date

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import today as messages
from bot.messages import tomorrow as ahead
from bot.messages import why as reasons
from bot.outcome import Said
from bot.services import today, verdict, weather
from bot.services.desk import Answer
from bot.services.today import Today


async def command(context: Context) -> None:
    """/today: the card of the day, here and now."""
    await context.show(await context.apply(today.ask))


async def tomorrow(context: Context) -> None:
    """/tomorrow."""
    view = await context.read(today.look_ahead)
    if view is None:
        await context.meet()
        return
    await context.say(ahead.tomorrow(view.day, context.text(view.account)))


async def pressed(context: Context, press: Press) -> None:
    """A button under a verdict; each carries the delivery it came with and its day."""
    await context.adopt(press.number(0))
    on = press.day(1)
    match press.verb:
        case "keep":
            answer = await context.apply(verdict.keep, on, press.number(2))
        case "undo":
            answer = await context.apply(verdict.undo, on, press.number(2))
        case "easier":
            answer = await context.apply(verdict.easier, on, _which(press))
        case "rest":
            answer = await context.apply(verdict.take_rest, on, _which(press))
        case "indoors":
            answer = await context.apply(weather.indoors, on)
        case "why":
            await why(context)
            return
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


def _which(press: Press) -> int | None:
    """The change that the button stood under; buttons of older cards tell none."""
    return press.number(2) if len(press.args) > 2 else None


async def why(context: Context) -> None:
    """Why the day is as it is."""
    view = await context.read(today.look)
    if view is None:
        await context.meet()
        return
    await context.say(reasons.why(view.day, context.text(view.account)))


async def show(context: Context, answer: Answer[Today]) -> None:
    """The card as it is now; a word over the button where nothing was changed."""
    view = answer.view or await context.read(today.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    match answer.outcome.said:
        case Said.STALE:
            on = date.fromisoformat(answer.outcome.fact("day_on"))
            await context.tell("yesterday-card", alert=True, day=text.day(on))
            return
        case Said.REFUSED:
            await context.tell("cannot-undo", alert=True)
        case Said.ALREADY:
            await context.tell("already-answered")
        case Said.DONE if answer.outcome.code:
            await context.tell(answer.outcome.code)
    subject = view.day.on.isoformat()
    card = messages.card(view.day, text)
    await context.card(view.account, today.CARD, card, subject, view.card)
