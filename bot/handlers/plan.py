"""/plan and /week."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import plan as messages
from bot.messages.steps import Runner
from bot.services import plan
from bot.services.plan import Season

CARD = "week"


async def season(context: Context) -> None:
    """/plan: the way to the race."""
    view = await context.read(plan.look)
    if view is None:
        await context.meet()
        return
    if view.plan is None:
        await context.tell("plan-none-in-force")
        return
    text = context.text(view.account)
    await context.say(messages.season(view.plan, view.today, _runner(view), text))


async def week(context: Context) -> None:
    """/week: this one."""
    await _week(context, 0)


async def pressed(context: Context, press: Press) -> None:
    """Another week."""
    if press.verb != "week":
        raise BadPress(press.verb)
    await _week(context, press.number(0))


async def _week(context: Context, weeks_on: int) -> None:
    view = await context.read(plan.look, weeks_on)
    if view is None:
        await context.meet()
        return
    if view.plan is None:
        await context.tell("plan-none-in-force")
        return
    reply = messages.week(
        context.text(view.account),
        view.plan,
        view.first,
        done=view.done,
        runner=_runner(view),
        weeks_on=weeks_on,
    )
    await context.card(view.account, CARD, reply)


def _runner(view: Season) -> Runner:
    return Runner(view.paces, view.athlete.level, measured=view.athlete.measured_distance)
