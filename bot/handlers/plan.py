"""/plan and /week, in words and as pictures."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import pictures
from bot.messages import plan as messages
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.services import plan
from bot.services.plan import Season

CARD = "week"


async def season(context: Context) -> None:
    """/plan: the way to the race, in words and at a glance."""
    view = await _view(context)
    if view is None or view.plan is None:
        return
    text, runner = context.text(view.account), _runner(view)
    await context.say(messages.season(view.plan, view.today, runner, text))
    picture = await context.draw(
        pictures.season,
        text,
        view.plan,
        view.athlete.races,
        log=view.log,
        runner=runner,
        today=view.today,
    )
    await context.say(Reply(picture=picture, silent=True))


async def week(context: Context) -> None:
    """/week: this one."""
    await _week(context, 0)


async def pressed(context: Context, press: Press) -> None:
    """Another week, or a week as a picture."""
    match press.verb:
        case "week":
            await _week(context, press.number(0))
        case "picture":
            await _picture(context, press.number(0))
        case "day" | "profile":
            await _day(context, press)
        case _:
            raise BadPress(press.verb)


async def _week(context: Context, weeks_on: int) -> None:
    view = await _view(context, weeks_on)
    if view is None or view.plan is None:
        return
    reply = messages.week(
        context.text(view.account),
        view.plan,
        view.first,
        done=view.done,
        runner=_runner(view),
        weeks_on=weeks_on,
        base=view.base,
    )
    await context.card(view.account, CARD, reply)


async def _picture(context: Context, weeks_on: int) -> None:
    view = await _view(context, weeks_on)
    if view is None or view.plan is None:
        return
    picture = await context.draw(
        pictures.week,
        context.text(view.account),
        view.plan,
        view.first,
        done=view.done,
        runner=_runner(view),
        today=view.today,
    )
    await context.say(Reply(picture=picture, silent=True))


async def _day(context: Context, press: Press) -> None:
    """One session in full, or its profile."""
    view = await _view(context)
    if view is None or view.plan is None:
        return
    session = view.plan.on(press.day(0))
    if session is None:
        await context.tell("picture-rest")
        return
    text, runner = context.text(view.account), _runner(view)
    if press.verb == "day":
        await context.say(messages.day(text, session, runner))
        return
    picture = await context.draw(pictures.session, text, session.workout, runner)
    await context.say(Reply(picture=picture, silent=True))


async def _view(context: Context, weeks_on: int = 0) -> Season | None:
    """The plan and a week of it; who has none is told."""
    view = await context.read(plan.look, weeks_on)
    if view is None:
        await context.meet()
    elif view.plan is None:
        await context.tell("plan-none-in-force")
    return view


def _runner(view: Season) -> Runner:
    return Runner(view.paces, view.athlete.level, measured=view.athlete.measured_distance)
