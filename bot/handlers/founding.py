"""The buttons with which administrators settle a squad."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.services import founding

HALF_HOUR = 30


async def pressed(context: Context, press: Press) -> None:
    """One tap of an administrator; everybody else hears so, alone."""
    number, admin = press.number(0), await context.is_admin()
    match press.verb:
        case "place":
            answer = await context.apply(founding.place, number, press.arg(1), admin=admin)
        case "days":
            answer = await context.apply(founding.tick, number, _days(press), admin=admin)
        case "hours":
            answer = await context.apply(founding.pick, number, _days(press), (), admin=admin)
        case "hour":
            days, minutes = _days(press), _minutes(press)
            answer = await context.apply(founding.pick, number, days, minutes, admin=admin)
        case "who":
            answer = await context.apply(founding.setters, number, press.arg(1), admin=admin)
        case "switch":
            answer = await context.apply(founding.switch, number, press.arg(1), admin=admin)
        case "mornings":
            answer = await context.apply(founding.mornings, number, press.arg(1), admin=admin)
        case "link":
            token = context.new_token()
            answer = await context.apply(founding.new_link, number, token, admin=admin)
        case "topic":
            answer = await context.apply(founding.use_topic, number, context.thread, admin=admin)
        case "coach":
            athlete = press.number(1)
            answer = await context.apply(founding.name_coach, number, athlete, admin=admin)
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


def _days(press: Press) -> tuple[int, ...]:
    """Weekdays as digits: "13" is Tuesday and Thursday."""
    told = press.arg(1)
    if told and not told.isdecimal():
        raise BadPress("no weekdays")
    return tuple(int(day) for day in told)


def _minutes(press: Press) -> tuple[int, ...]:
    """Half hours in two digits each: "3818" is 19:00 and 9:00."""
    told = press.arg(2)
    if len(told) % 2 or not told.isdecimal():
        raise BadPress("no hours")
    return tuple(int(told[i : i + 2]) * HALF_HOUR for i in range(0, len(told), 2))
