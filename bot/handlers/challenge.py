"""A squad's challenge: the coach picks it, the members join in the group."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import challenge as messages
from bot.outcome import Said
from bot.reply import Reply
from bot.services import challenge, coach
from bot.services.challenge import CARD, ChallengeView, key_of
from bot.services.desk import Answer
from core.squad.challenge import Aim


async def pressed(context: Context, press: Press) -> None:
    """An aim, by the coach in private; in or out, by members in the group."""
    squad_id = press.number(0)
    if press.verb == "pick":
        if press.arg(1) not in set(Aim):
            raise BadPress("no aim of ours")
        squad = await context.read(coach.squad_by_id, squad_id)
        admin = squad is not None and await context.is_admin(squad.chat_id)
        aim = Aim(press.arg(1))
        await context.show(await context.apply(challenge.propose, squad_id, aim, admin=admin))
    elif press.verb in {"in", "out"}:
        wants = press.verb == "in"
        await context.show(await context.apply(challenge.join, squad_id, wants=wants))
    else:
        raise BadPress(press.verb)


async def show(context: Context, answer: Answer[ChallengeView]) -> None:
    """A proposal goes to the group; who joins hears it over the button, and the count follows."""
    outcome, view = answer.outcome, answer.view
    if outcome.code == "proposed":
        view = view or await context.read(challenge.look, outcome.number("squad"))
        if view is not None:
            await _post(context, view)
        await context.edit(Reply(context.text()("challenge-proposed")))
        return
    await context.tell(outcome.code, alert=outcome.said is not Said.DONE)
    if view is not None and view.card is not None:
        await context.house.cards.refresh(view.card)


async def _post(context: Context, view: ChallengeView) -> None:
    squad = view.squad
    reply = messages.card(squad.id, view.challenge, view.joined, context.squad_text(squad))
    await context.squad_card(squad, CARD, reply, key_of(squad, view.challenge).subject)
