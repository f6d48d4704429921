"""Joining a squad: the button in the group, and the link that opens the private chat."""

from __future__ import annotations

from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import joining as messages
from bot.messages import squad as cards
from bot.outcome import Said
from bot.services import joining, squad, squad_nights
from bot.services.desk import Answer
from bot.services.joining import Invited

PREFIX = "squad_"
NO_PLAN = {"coach-only", "onboarding"}


async def follow(context: Context, token: str) -> None:
    """/start with an invitation."""
    invited = await context.read(joining.look, token)
    present = invited is not None and await context.is_present(invited.row.chat_id)
    await show(context, await context.apply(joining.follow, token, present=present))


async def pressed(context: Context, press: Press) -> None:
    """*Join* in the group, or one of the two ways in private."""
    if press.verb == "tap":
        await show(context, await context.apply(joining.tap, press.number(0)))
        return
    token, tongue = press.arg(0), context.tongue
    invited = await context.read(joining.look, token)
    present = invited is not None and await context.is_present(invited.row.chat_id)
    ways = {"plan": joining.with_plan, "only": joining.without_plan}
    if press.verb not in ways:
        raise BadPress(press.verb)
    answer = await context.apply(
        ways[press.verb], token, tongue.units, tongue.clock24, present=present
    )
    await show(context, answer)


async def show(context: Context, answer: Answer[Any]) -> None:
    """In, in already, or why not."""
    outcome = answer.outcome
    if outcome.said in {Said.REFUSED, Said.STALE}:
        facts = {"name": outcome.fact("name")} if outcome.code == "squad-not-in-group" else {}
        await context.tell(outcome.code, alert=True, **facts)
        return
    view = answer.view or await context.read(joining.look_at, outcome.number("squad"))
    if view is None:
        await context.tell("squad-link-old", alert=True)
    elif not context.private:
        await _in_the_group(context, view, outcome.said)
    elif outcome.said is Said.ASK:
        text = context.text()
        await context.say(messages.how(text, view.row.title, view.row.squad, view.row.token))
    else:
        await _in_private(context, view, outcome.said)


async def _in_the_group(context: Context, view: Invited, said: Said) -> None:
    """A word over the button; the card counts one more."""
    if said is Said.ASK:
        await context.open_private(view.row)
        return
    await context.tell("joining-in" if said is Said.DONE else "joining-already", alert=True)
    if said is Said.DONE:
        await _count(context, view)


async def _in_private(context: Context, view: Invited, said: Said) -> None:
    row, account = view.row, view.account
    text = context.text(account)
    plans = account is not None and account.state.value not in NO_PLAN
    asks = account is not None and account.state.value == "onboarding"
    if asks:
        await _say(context, messages.plan_begins(text, row.title, row.squad))
        await context.meet()
    elif said is Said.ALREADY:
        await _say(context, messages.again(text, row.title, "" if plans else row.token))
    else:
        days = squad_nights.moved_days(account, row) if account is not None and plans else None
        done = messages.done(text, row.title, row.squad, plans=plans, squad_id=row.id, days=days)
        await _say(context, done)
    if said is Said.DONE:
        await _count(context, view)


async def _say(context: Context, reply: Any) -> None:
    """In place of the question, where one was answered."""
    await context.edit(reply)


async def _count(context: Context, invited: Invited) -> None:
    """The group's card, with one more who is in."""
    view = await context.read(squad.look, invited.row.id)
    if view is None or view.card is None:
        return
    row = view.row
    reply = cards.card(
        context.squad_text(row),
        row.id,
        row.title,
        row.squad,
        count=view.count,
        coaches=view.coaches,
    )
    await context.squad_card(row, squad.CARD, reply, card=view.card)
