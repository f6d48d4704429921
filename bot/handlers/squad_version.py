"""*My version* and *By time*: what the card's own buttons tell one member alone."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import squad_card as cards
from bot.messages import squad_version as messages
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.services import squad_version
from bot.services.squad_version import Mine
from bot.text import Text
from core.squad.version import Size


async def pressed(context: Context, press: Press) -> None:
    """One of the two, under the card or a private message."""
    match press.verb:
        case "twin":
            await _twin(context, press.number(0))
        case "mine":
            await mine(context, press.number(0))
        case _:
            raise BadPress(press.verb)


async def _twin(context: Context, session_id: int) -> None:
    """The same by time, over the button: it is the same for all."""
    session = await context.read(squad_version.session_of, session_id)
    if session is None or session.workout is None:
        await context.tell("session-gone", alert=True)
        return
    steps = cards.twin_steps(session, context.text())
    if steps:
        await context.tell("session-twin", alert=True, steps=steps)
    else:
        await context.tell("session-twin-none", alert=True)


async def mine(context: Context, session_id: int) -> None:
    """For this member alone; what an open gate says stays in the private chat."""
    view = await context.read(squad_version.look, session_id)
    if view is None:
        await context.tell("session-gone", alert=True)
        return
    if view.row.session.cancelled:
        await context.tell("session-is-cancelled", alert=True)
        return
    text = context.text(view.account)
    reply = _drawn(context, view, text)
    if context.private:
        await context.say(reply)
    elif _is_private(view):
        await _privately(context, view, reply)
    else:
        await context.whisper(view.squad, reply)


def _is_private(view: Mine) -> bool:
    """Whether the reason is about a body: that is never shown in a group, not even to one."""
    return view.made is not None and view.made.version.gated


async def _privately(context: Context, view: Mine, reply: Reply) -> None:
    user = context.incoming.effective_user
    if user is not None and await context.say_privately(user.id, reply):
        await context.tell("squad-in-private")
    else:
        await context.open_private(view.squad)


def _drawn(context: Context, view: Mine, text: Text) -> Reply:
    session = view.row.session
    if session.workout is None:
        return messages.bare(text)
    if view.made is None:
        link = context.invitation(view.squad)
        return messages.stranger(session, link, text, known=view.account is not None)
    made = view.made
    stands, version = made.stands, made.version
    plan = made.taker.plan
    return messages.mine(
        messages.Own(
            session_id=view.row.id,
            session=session,
            version=version,
            runner=Runner(
                stands.paces if stands.allowance.pace else None,
                stands.athlete.level,
                measured=stands.athlete.measured_distance,
            ),
            own_day=plan.on(session.on) if plan and version.size is Size.NOT else None,
            has_plan=plan is not None,
            laid=view.laid.id if view.laid else 0,
            today=version.gated,
        ),
        text,
    )
