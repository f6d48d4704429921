"""The buttons of a squad's session: of its draft, and of one that stands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.handlers.squad_session.showing import show, text_of
from bot.messages import squad_changed as changes
from bot.messages import squad_draft as messages
from bot.outcome import Said
from bot.services import coach, squad_changed, squad_draft, squad_kept, squad_session, squad_wish
from bot.services.desk import Answer
from bot.services.squad_draft import Setting


async def pressed(context: Context, press: Press) -> None:
    """A button of a draft, of a squad, or of a session that stands."""
    if press.verb in _OF_A_DRAFT:
        await _on_draft(context, press)
    elif press.verb == "moved":
        await _moved(context, press.number(0))
    elif press.verb in _OF_A_SQUAD:
        await _on_squad(context, press)
    else:
        await _on_session(context, press)


_OF_A_DRAFT = {"set", "pick", "propose", "post", "drop", "library"}


async def _on_draft(context: Context, press: Press) -> None:
    stamp = press.number(0)
    setting = await context.read(squad_draft.find, stamp)
    if setting is None:
        await context.tell("session-draft-gone", alert=True)
        return
    if press.verb == "library":
        await context.edit(messages.focuses(stamp, text_of(context, setting.squad)))
        return
    admin = await context.is_admin(setting.squad.chat_id)
    if press.verb == "pick":
        await _pick(context, press, stamp, admin=admin)
        return
    if press.verb == "set":
        what, value = press.arg(1), press.arg(2)
        answer = await context.apply(squad_session.change, stamp, what, value, admin=admin)
    elif press.verb == "propose":
        answer = await context.apply(squad_session.propose, stamp, admin=admin)
    elif press.verb == "post":
        answer = await context.apply(squad_session.confirm, stamp, admin=admin)
    else:
        answer = await context.apply(squad_session.discard, stamp)
    await show(context, answer)


async def _pick(context: Context, press: Press, stamp: int, *, admin: bool) -> None:
    answer = await context.apply(squad_session.pick, stamp, press.arg(1), admin=admin)
    view = answer.view
    if answer.outcome.code != "pick" or view is None:
        await show(context, answer)
        return
    page = press.number(2) if len(press.args) > 2 else 0
    text = text_of(context, view.squad)
    await context.edit(messages.pick(stamp, press.arg(1), view.recipes, text, max(page, 0)))


async def _moved(context: Context, stamp: int) -> None:
    """Yes to a move in words: the draft knows which squad it is of."""
    squad = await context.read(squad_wish.squad_of, stamp)
    admin = squad is not None and await context.is_admin(squad.chat_id)
    await show(context, await context.apply(squad_wish.move, stamp, admin=admin))


_OF_A_SQUAD = {"squad", "for", "skip", "unrepeat"}


async def _on_squad(context: Context, press: Press) -> None:
    number = press.number(0)
    squad = await context.read(coach.squad_by_id, number)
    if squad is None:
        await context.tell("session-no-squad", alert=True)
        return
    admin = await context.is_admin(squad.chat_id)
    match press.verb:
        case "squad":
            answer = await context.apply(squad_session.begin, number, "", admin=admin)
        case "for":
            words = await context.read(squad_kept.find, messages.TOPIC)
            if words is None:
                await context.tell("session-draft-gone", alert=True)
                return
            answer = await context.apply(squad_session.begin, number, words, admin=admin)
        case "skip":
            answer = await context.apply(squad_wish.skip, number, press.day(1), admin=admin)
        case _:
            weekday = press.number(1)
            answer = await context.apply(squad_session.unrepeat, number, weekday, admin=admin)
    await show(context, answer)


Changing = Callable[[Context, Press, bool], Awaitable[Answer[Setting]]]


async def _on_session(context: Context, press: Press) -> None:
    number = press.number(0)
    squad = await context.read(coach.squad_of_session, number)
    if squad is None:
        await context.tell("session-gone", alert=True)
        return
    if press.verb not in _CHANGES:
        raise BadPress(press.verb)
    admin = await context.is_admin(squad.chat_id)
    answer = await _CHANGES[press.verb](context, press, admin)
    if press.verb == "leave" and answer.outcome.said is Said.ASK:
        await context.edit(changes.left(number, text_of(context, squad)))
        return
    await show(context, answer)


async def _look(context: Context, press: Press, admin: bool) -> Answer[Setting]:
    return await context.apply(squad_changed.look, press.number(0), admin)


async def _move(context: Context, press: Press, admin: bool) -> Answer[Setting]:
    number, version, on, minute = (
        press.number(0),
        press.number(1),
        press.day(2),
        press.number(3),
    )
    return await context.apply(squad_changed.move, number, version, on, minute, admin=admin)


async def _cancel(context: Context, press: Press, admin: bool) -> Answer[Setting]:
    """It is asked once whether it shall be."""
    number, version = press.number(0), press.number(1)
    use_case = squad_changed.cancel if len(press.args) > 2 else squad_changed.consider
    return await context.apply(use_case, number, version, admin=admin)


_CHANGES: dict[str, Changing] = {"change": _look, "leave": _look, "move": _move, "cancel": _cancel}
