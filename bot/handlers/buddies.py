"""/buddy and its buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import buddies as messages
from bot.outcome import Said
from bot.reply import Reply
from bot.services import buddies
from bot.services.buddies import Buddies
from bot.services.desk import Answer


async def command(context: Context) -> None:
    """/buddy: for each of one's squads, where one stands."""
    found = await context.read(buddies.squads_of)
    if not context.private or not found:
        await context.tell("group-later" if not context.private else "buddy-no-squad")
        return
    for squad in found:
        view = await context.read(buddies.look, squad.id)
        if view is not None:
            await context.say(_drawn(context, view))


def _drawn(context: Context, view: Buddies) -> Reply:
    text, squad = context.text(view.account), (view.squad.id, view.squad.title)
    return messages.offer(squad, view.names, text, seeks=view.seeks, has_pace=view.has_pace)


async def pressed(context: Context, press: Press) -> None:
    """Look for one, no more looking; yes or no of who was asked."""
    squad_id = press.number(0)
    match press.verb:
        case "seek":
            answer = await context.apply(buddies.seek, squad_id)
        case "stop":
            answer = await context.apply(buddies.stop, squad_id)
        case "yes" | "no":
            yes = press.verb == "yes"
            answer = await context.apply(buddies.answer, squad_id, press.number(1), yes=yes)
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def show(context: Context, answer: Answer[Buddies]) -> None:
    """The message becomes what was said; an old one only says so."""
    outcome, text = answer.outcome, context.text()
    if outcome.said in {Said.ALREADY, Said.STALE}:
        await context.tell(outcome.code, alert=True)
    elif outcome.code == "buddy-both":
        await context.edit(Reply(text("buddy-both", name=outcome.fact("name"))))
    else:
        await context.edit(Reply(text(outcome.code)))
