"""/squad in private: one's squads, what each may see, and leaving; and who leaves the group."""

from __future__ import annotations

from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import membership as messages
from bot.outcome import Said
from bot.reply import Reply
from bot.services import membership, squad_nights
from bot.services.desk import Answer
from bot.services.membership import Membership


async def command(context: Context) -> None:
    """/squad: the one squad, or a list of them."""
    mine = await context.read(membership.look)
    text = context.text(mine.account)
    if not mine.squads:
        await context.say(messages.none(text, context.group_link()))
    elif len(mine.squads) == 1:
        await _see(context, mine.squads[0].id)
    else:
        await context.say(_list(context, mine))


def _list(context: Context, mine: membership.Mine) -> Reply:
    titles = [(row.id, row.title) for row in mine.squads]
    return messages.listed(context.text(mine.account), titles, context.group_link())


async def pressed(context: Context, press: Press) -> None:
    """A button of one's own squads."""
    match press.verb:
        case "list":
            mine = await context.read(membership.look)
            await context.edit(_list(context, mine))
        case "see":
            await _see(context, press.number(0))
        case "share":
            answer = await context.apply(membership.share, press.number(0), press.arg(1))
            await show(context, answer)
        case "nights":
            await context.show(await context.apply(squad_nights.propose, press.number(0)))
        case "leave":
            await _sure(context, press.number(0))
        case "left":
            await show(context, await context.apply(membership.leave, press.number(0)))
        case _:
            raise BadPress(press.verb)


async def gone(context: Context, user_id: int) -> None:
    """Somebody is not in the group any more: they are not in its squad any more."""
    await context.apply(membership.gone, user_id)


async def _sure(context: Context, squad_id: int) -> None:
    view = await context.read(membership.look_at, squad_id)
    if view is None:
        await context.tell("squad-not-in", alert=True)
        return
    reply = messages.sure(context.text(view.account), squad_id, view.row.title)
    await context.card(view.account, membership.CARD, reply, str(squad_id), view.card)


async def _see(context: Context, squad_id: int, view: Membership | None = None) -> None:
    view = view or await context.read(membership.look_at, squad_id)
    if view is None:
        await context.tell("squad-not-in", alert=True)
        return
    text, row = context.text(view.account), view.row
    days = squad_nights.moved_days(view.account, row)
    reply = messages.card(text, row.id, row.title, row.squad, view.mine.member, days=days)
    await context.card(view.account, membership.CARD, reply, str(squad_id), view.card)


async def show(context: Context, answer: Answer[Any]) -> None:
    """The squad's card in private, or the word that it is over."""
    outcome = answer.outcome
    if outcome.said in {Said.STALE, Said.ALREADY}:
        await context.tell(outcome.code, alert=True)
    elif outcome.code == "left":
        text = context.text()
        await context.edit(Reply(text("membership-left", name=outcome.fact("name"))))
    else:
        await _see(context, outcome.number("squad"), answer.view)
