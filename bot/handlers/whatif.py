"""*What if?* under /plan: other days, a race, a week away; shown before anything changes."""

from __future__ import annotations

import re

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import pictures
from bot.messages import whatif as messages
from bot.messages.steps import Runner
from bot.outcome import Said
from bot.reply import Reply
from bot.services import whatif
from bot.services.desk import Answer
from bot.services.whatif import FEWEST_DAYS, WhatIf


async def pressed(context: Context, press: Press) -> None:
    """A question, a preview, or what was seen taken."""
    match press.verb:
        case "menu":
            await context.edit(messages.menu(context.text()))
        case "ask":
            await context.say(messages.menu(context.text()))
        case "race":
            await context.edit(messages.race(context.text()))
        case "leave":
            await context.edit(messages.left(context.text()))
        case "take":
            await context.show(await context.apply(whatif.take_days, _days(press)))
        case _:
            await _looked(context, press)


async def _looked(context: Context, press: Press) -> None:
    """What is looked at and changes nothing."""
    match press.verb:
        case "days":
            await _tick(context, press)
        case "see":
            await _on_days(context, await context.read(whatif.with_days, _days(press)))
        case "picture":
            await _picture(context, await context.read(whatif.with_days, _days(press)))
        case "away":
            await _weeks(context)
        case "week":
            await _away(context, await context.read(whatif.with_week_away, press.number(0)))
        case _:
            raise BadPress(press.verb)


def _days(press: Press, least: int = FEWEST_DAYS) -> tuple[int, ...]:
    """The weekdays of a button, Monday 0; BadPress for what is none."""
    digits = press.arg(0).replace("-", "")
    if not re.fullmatch(r"[0-6]{0,7}", digits) or len(set(digits)) < least:
        raise BadPress("no days")
    return tuple(sorted({int(digit) for digit in digits}))


async def _tick(context: Context, press: Press) -> None:
    view = await _known(context, await context.read(whatif.look))
    if view is not None:
        ticked = _days(press, 0) if press.args else view.days
        await context.edit(messages.days(ticked, context.text(view.account)))


async def _on_days(context: Context, seen: WhatIf | None) -> None:
    view = await _known(context, seen)
    if view is None:
        return
    text = context.text(view.account)
    if view.refusal is not None or view.then is None:
        reply = messages.refused(view.refusal, text) if view.refusal else messages.left(text)
    else:
        long_day = view.athlete.long_day
        reply = messages.on_days(view.days, long_day, (view.now, view.then), _runner(view), text)
    await context.edit(reply)


async def _picture(context: Context, seen: WhatIf | None) -> None:
    view = await _known(context, seen)
    if view is None or view.plan is None:
        return
    picture = await context.draw(
        pictures.season,
        context.text(view.account),
        view.plan,
        view.athlete.races,
        log=view.log,
        runner=_runner(view),
        today=view.today,
    )
    await context.say(Reply(picture=picture, silent=True))


async def _weeks(context: Context) -> None:
    view = await _known(context, await context.read(whatif.look))
    if view is None:
        return
    ahead = range(1, messages.WEEKS_OFFERED + 1)
    mondays = tuple(whatif.monday(view.today, n) for n in ahead)
    await context.edit(messages.weeks(mondays, context.text(view.account)))


async def _away(context: Context, seen: WhatIf | None) -> None:
    view = await _known(context, seen)
    if view is None or view.then is None or view.first is None:
        return
    text = context.text(view.account)
    await context.edit(
        messages.without_week(view.first, (view.now, view.then), _runner(view), text)
    )


async def show(context: Context, answer: Answer[WhatIf]) -> None:
    """The plan on its new days, or why not."""
    outcome = answer.outcome
    text = context.text(answer.view.account if answer.view else None)
    if outcome.said is Said.STRANGER:
        await context.meet()
    elif outcome.said is Said.REFUSED and answer.view and answer.view.refusal:
        await context.edit(messages.refused(answer.view.refusal, text))
    elif outcome.said is Said.DONE:
        days = tuple(int(digit) for digit in outcome.fact("days"))
        await context.edit(messages.taken(days, text))
    else:
        await context.tell("already-answered")


async def _known(context: Context, view: WhatIf | None) -> WhatIf | None:
    """The view; who has no plan is told how to get one."""
    if view is None:
        await context.meet()
    return view


def _runner(view: WhatIf) -> Runner:
    return Runner(view.paces, view.athlete.level, measured=view.athlete.measured_distance)
