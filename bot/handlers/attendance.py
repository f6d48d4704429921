"""In, maybe, out and done: the buttons of a session's card in a group; and kudos by reaction."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from telegram import MessageReactionUpdated
from telegram.error import Forbidden

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import activity as evenings
from bot.outcome import Said
from bot.services import activity, attendance
from bot.services.activity import Evening
from bot.services.attendance import Coming
from bot.services.desk import Answer as Answered
from core.squad import Answer


async def pressed(context: Context, press: Press) -> None:
    """A button of a session; whose finger it was is told by Telegram, never by the button."""
    session_id = press.number(0)
    if press.verb == "done":
        await context.show(await context.apply(attendance.done, session_id))
    elif press.verb in set(Answer):
        said = Answer(press.verb)
        await context.show(await context.apply(attendance.answer, session_id, said))
    else:
        raise BadPress(press.verb)


async def show(context: Context, answer: Answered[Coming]) -> None:
    """A word over the button, for that finger alone; the card follows."""
    outcome, view = answer.outcome, answer.view
    if outcome.said is Said.STRANGER and view is not None and not context.private:
        await context.open_private(view.squad)
        return
    kind = "attend-already" if outcome.said is Said.ALREADY else "attend"
    joined = outcome.code.endswith("-joined")
    await context.tell(f"{kind}-{outcome.code}", alert=joined or outcome.said is Said.STRANGER)
    if view is not None and view.card is not None:
        await context.house.cards.refresh(view.card)
    if outcome.code == "done-asks":
        on = date.fromisoformat(outcome.fact("day_on"))
        evening = view.evening if view is not None else await context.read(activity.look, on)
        with suppress(
            Forbidden
        ):  # the private chat is closed: the squad has its count all the same
            await _own_log(context, evening)


async def _own_log(context: Context, evening: Evening | None) -> None:
    """The own evening's card, in private: how hard it was."""
    if evening is None:
        return
    card = evenings.evening(
        context.text(evening.account),
        evening.on,
        today=evening.today,
        tomorrow=evening.tomorrow,
        session=evening.session,
        asks=evening.asks,
        activity=evening.activity,
        longest=evening.longest,
        harder=evening.harder,
    )
    await context.card(evening.account, activity.CARD, card, evening.on.isoformat(), evening.card)


async def reacted(context: Context, reaction: MessageReactionUpdated) -> None:
    """Kudos: any reaction under a session's card counts once, and taking it away takes it back."""
    given, before = bool(reaction.new_reaction), bool(reaction.old_reaction)
    if given == before or reaction.user is None:
        return
    await context.apply(attendance.react, reaction.message_id, given=given)
