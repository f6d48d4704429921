"""/away and /busy, and their buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import away as messages
from bot.messages.steps import Runner
from bot.outcome import Said
from bot.services import away
from bot.services.away import Away
from bot.services.desk import Answer
from core.plan import ChangeKind


async def command(context: Context) -> None:
    """/away, alone or with the days behind it."""
    await _command(context, ChangeKind.AWAY)


async def busy(context: Context) -> None:
    """/busy, alone or with the days behind it."""
    await _command(context, ChangeKind.BUSY)


async def _command(context: Context, kind: ChangeKind) -> None:
    if context.arguments:
        await context.show(await context.apply(away.ask_for, kind, context.arguments))
    else:
        await context.show(await context.apply(away.begin, kind))


async def pressed(context: Context, press: Press) -> None:
    """The last day, and with running or without."""
    first, last = press.day(0), press.day(1)
    match press.verb:
        case "until":
            answer = await context.apply(away.until, first, last)
        case "runs" | "rests":
            runs = press.verb == "runs"
            answer = await context.apply(away.take, ChangeKind.AWAY, first, last, runs=runs)
        case "busy":
            answer = await context.apply(away.take, ChangeKind.BUSY, first, last, runs=True)
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def show(context: Context, answer: Answer[Away]) -> None:
    """The question, or what becomes of the days; a race out of reach is told below."""
    outcome = answer.outcome
    view = answer.view or await context.read(away.told_again, dict(outcome.facts))
    if view is None:
        await context.meet()
        return
    text, now = context.text(view.now.account), view.now
    if outcome.code == "back":
        await context.edit(messages.home(view.kind, text))
    elif outcome.said is Said.DONE and now.change is not None and view.last is not None:
        runner = Runner(now.paces, now.level, measured=now.measured)
        days, races = (view.first, view.last), view.races
        reply = messages.done(now.change, now.change_id, runner, text, days=days, races=races)
        await context.edit(reply)
    elif view.last is not None:
        await context.edit(messages.runs(view.first, view.last, text))
    else:
        await context.edit(messages.until(view.kind, now.today, text, outcome.code))
    if view.refusal is not None and view.refusal.race is not None:
        await context.say(messages.race_after(view.refusal, text))
