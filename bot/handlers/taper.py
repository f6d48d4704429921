"""/taper and its buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import taper as messages
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.services import taper
from bot.services.taper import Tapering
from core.athlete import Priority
from core.raceday import Stage


async def command(context: Context) -> None:
    """/taper: where the next race's taper stands, in words and as a curve."""
    view = await context.read(taper.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if view.race is None:
        await context.say(messages.none(text, races=view.races))
    elif not view.races:
        await context.say(
            messages.held(view.race, view.held, text, days=(view.race.on - view.today).days)
        )
    elif view.curve is None or view.plan is None:
        await context.tell("plan-none-in-force")
    else:
        await _card(context, view)


async def _card(context: Context, view: Tapering) -> None:
    if view.curve is None or view.plan is None:
        return
    text, athlete = context.text(view.account), view.athlete
    runner = Runner(view.paces, athlete.level, measured=athlete.measured_distance)
    age = athlete.age(view.today)
    card = messages.card(
        view.curve,
        view.plan,
        view.days,
        runner,
        text,
        age=age,
        feel=view.feel,
        journal=view.journal,
    )
    await context.say(card)
    if view.curve.race.priority is not Priority.A or view.curve.stage is Stage.NONE:
        return
    picture = await context.draw(messages.picture, view.curve, view.today, text)
    if picture is not None:
        await context.say(Reply(picture=picture, silent=True))


async def pressed(context: Context, press: Press) -> None:
    """Why it works, and nerves."""
    text = context.text()
    match press.verb:
        case "why":
            await context.say(messages.why(press.arg(0), text))
        case "nerves":
            await context.say(messages.nerves(text))
        case _:
            raise BadPress(press.verb)
