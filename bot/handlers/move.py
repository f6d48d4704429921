"""/move and /skip, and their buttons."""

from __future__ import annotations

from datetime import date

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import move as messages
from bot.messages.steps import Runner
from bot.outcome import Said
from bot.reply import Reply
from bot.services import move
from bot.services.desk import Answer
from bot.services.move import Moving
from bot.text import Text


async def command(context: Context) -> None:
    """/move, alone or with the days behind it: "/move thursday to friday"."""
    if context.arguments:
        await context.show(await context.apply(move.ask_for, f"move {context.arguments}"))
        return
    await context.show(await context.apply(move.begin))


async def skip(context: Context) -> None:
    """/skip, alone or with the day behind it."""
    if context.arguments:
        await context.show(await context.apply(move.ask_for, f"skip {context.arguments}"))
        return
    await context.show(await context.apply(move.begin, skips=True))


async def pressed(context: Context, press: Press) -> None:
    """A session that was picked, or where it should go."""
    match press.verb:
        case "which":
            answer = await context.apply(move.begin)
        case "pick":
            answer = await context.apply(move.pick, press.day(0))
        case "to":
            answer = await context.apply(move.move, press.day(0), press.day(1))
        case "skip":
            answer = await context.apply(move.skip, press.day(0))
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def show(context: Context, answer: Answer[Moving]) -> None:
    """The question, the days that fit, or what was done."""
    view = answer.view or await context.read(move.told_again, dict(answer.outcome.facts))
    if view is None:
        await context.meet()
        return
    text = context.text(view.now.account)
    await context.edit(_reply(answer, view, text))


def _reply(answer: Answer[Moving], view: Moving, text: Text) -> Reply:
    outcome, now = answer.outcome, view.now
    runner = Runner(now.paces, now.level, measured=now.measured)
    if outcome.said is Said.DONE and now.change is not None:
        return messages.done(now.change, now.change_id, runner, text)
    if view.session is None:
        return messages.which(view.sessions, runner, text, outcome.code)
    refused = ""
    if outcome.said is Said.REFUSED:
        to = date.fromisoformat(outcome.fact("to"))
        refused = messages.refusal(to, outcome.code, text)
    return messages.where(view.session, view.options, runner, text, refused)
