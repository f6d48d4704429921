"""/export and /forget."""

from __future__ import annotations

from datetime import timedelta

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import export as messages
from bot.reply import Reply
from bot.services import export
from bot.services.desk import Answer


async def export_all(context: Context) -> None:
    """/export: everything, as one file."""
    exported = await context.read(export.export_all)
    if exported is None:
        await context.tell("export-nothing")
        return
    text = context.text(exported.account)
    await context.say(messages.exported(text, exported.document))


async def forget(context: Context) -> None:
    """/forget: asks once."""
    account = await context.read(export.ask)
    if account is None:
        await context.tell("forget-nothing")
        return
    await context.say(messages.ask(context.text(account)))


async def pressed(context: Context, press: Press) -> None:
    """Erase it, or keep it."""
    match press.verb:
        case "forget":
            await context.show(await context.apply(export.forget))
        case "keep":
            await context.edit(Reply(context.text()("forget-kept")))
        case _:
            raise BadPress(press.verb)


async def show(context: Context, answer: Answer[None]) -> None:
    """What was erased, and until when backups hold it."""
    until = context.today() + timedelta(days=export.BACKUPS_KEPT_DAYS)
    await context.edit(messages.forgotten(context.text(), answer.outcome.code, until))
