"""/weather and its buttons."""

from __future__ import annotations

from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import weather as messages
from bot.services import weather
from bot.services.desk import Answer
from bot.services.weather import Weather


async def command(context: Context) -> None:
    """/weather, alone, or with a temperature or a town behind it."""
    if context.arguments:
        looks_up = context.house.looks_up_weather
        answer: Answer[Any] = await context.apply(
            weather.ask_for, context.arguments, looks_up=looks_up
        )
        await context.show(answer)
        return
    view = await context.read(weather.look)
    if view is None:
        await context.meet()
    else:
        await _say(context, view)


async def pressed(context: Context, press: Press) -> None:
    """A temperature, or no more looking up."""
    match press.verb:
        case "tell":
            await context.show(await context.apply(weather.tell, _celsius(press)))
        case "danger":
            await context.show(await context.apply(weather.danger, press.arg(0)))
        case "forget":
            await context.show(await context.apply(weather.forget))
        case _:
            raise BadPress(press.verb)


def _celsius(press: Press) -> float:
    celsius = press.number(0)
    if celsius not in messages.DEGREES:
        raise BadPress("no temperature of ours")
    return float(celsius)


async def show(context: Context, answer: Answer[Weather]) -> None:
    """What is known now, after what was changed or could not be read."""
    view = answer.view or await context.read(weather.look)
    if view is None:
        await context.meet()
        return
    await _say(context, view, answer.outcome.code)


async def _say(context: Context, view: Weather, note: str = "") -> None:
    text, looks_up = context.text(view.account), context.house.looks_up_weather
    known = messages.Known(view.celsius, view.dangers, view.town)
    reply = messages.asked(known, text, looks_up=looks_up, note=note)
    await context.edit(reply)
