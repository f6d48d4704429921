"""A squad's session in words: behind /session, as a reply, or as a wish in the private chat."""

from __future__ import annotations

from typing import Any

from bot.context import Context
from bot.handlers.squad_session.showing import show
from bot.messages import coach as coaches
from bot.messages import squad_changed as changes
from bot.messages import squad_draft as messages
from bot.services import coach, squad_draft, squad_kept, squad_session, squad_wish
from bot.services.squad_draft import SquadRow
from bot.services.squad_wish import Meant, Wanted


async def command(context: Context) -> None:
    """/session, with the session behind it or alone; in the group, or in private."""
    if context.private:
        await _for_squad(context, await _places(context), _told(context))
    else:
        await _in_the_group(context)


async def _for_squad(context: Context, places: list[tuple[SquadRow, bool]], words: str) -> None:
    """For the one squad, or asked for which; what was written is kept meanwhile."""
    if not places:
        await context.tell("session-nowhere")
    elif len(places) == 1:
        squad, admin = places[0]
        await _begin(context, squad, words, admin=admin)
    else:
        if words:
            await context.apply(squad_kept.keep, messages.TOPIC, words)
        titles = {squad.id: squad.title for squad, _ in places}
        await context.say(messages.which(titles, context.text(), kept=bool(words)))


def _told(context: Context) -> str:
    """What stands behind the command, on its line or below it."""
    _, *told = context.words.split(maxsplit=1)
    return told[0] if told else ""


async def _in_the_group(context: Context) -> None:
    squad = await context.read(coach.squad_of_chat)
    if squad is None or not squad.active:
        await context.tell("session-no-squad")
    elif context.anonymous:
        await context.tell("session-anonymous")
    else:
        await _begin(context, squad, _told(context), admin=await context.is_admin())


async def _places(context: Context) -> list[tuple[SquadRow, bool]]:
    """The squads whose sessions who acts may set, with whether Telegram calls them admin there."""
    found = []
    for squad, named in await context.read(coach.squads_here):
        admin = squad.active and await context.is_admin(squad.chat_id)
        if squad.active and (named or admin):
            found.append((squad, admin))
    return found


async def _begin(context: Context, squad: SquadRow, words: str, *, admin: bool) -> None:
    answer = await context.apply(squad_session.begin, squad.id, words, admin=admin)
    await show(context, answer)


# Replies


async def heard(context: Context) -> bool:
    """A reply to a draft or to a session's card in the group; whether it was one."""
    message = context.message
    asked = message.reply_to_message if message else None
    if asked is None or asked.from_user is None or asked.from_user.id != context.bot.id:
        return False
    drafted, session_id = _about(asked)
    squad = await context.read(coach.squad_of_chat)
    if squad is None or not squad.active or not (drafted or session_id):
        return False
    if session_id and not await context.read(squad_wish.is_one, squad.id, context.words):
        return False
    if context.anonymous:
        await context.tell("session-anonymous")
        return True
    admin, words = await context.is_admin(), context.words
    if drafted:
        answer = await context.apply(squad_session.hear, squad.id, words, admin=admin)
    else:
        answer = await context.apply(squad_wish.about, session_id, words, admin=admin)
    if answer.outcome.code != "not-yours":  # others may well talk about it
        await show(context, answer)
    return True


async def replied(context: Context) -> bool:
    """A reply to a draft in private; whether it was one."""
    message = context.message
    asked = message.reply_to_message if message else None
    if asked is None or not _about(asked)[0]:
        return False
    setting = await context.read(squad_draft.find, 0)
    if setting is None:
        return False
    admin = await context.is_admin(setting.squad.chat_id)
    words = context.words
    await show(
        context, await context.apply(squad_session.hear, setting.squad.id, words, admin=admin)
    )
    return True


def _about(asked: Any) -> tuple[bool, int]:
    """Whether the message that is answered is a draft, and which session's card it is, if one."""
    markup = asked.reply_markup
    rows = markup.inline_keyboard if markup else ()
    datas = [str(button.callback_data).split(":") for row in rows for button in row]
    drafted = any(data[0] == messages.TOPIC for data in datas)
    cards = [data[2] for data in datas if data[:2] == ["attend", "in"] and len(data) > 2]
    return drafted, int(cards[0]) if cards and cards[0].isdecimal() else 0


# Wishes


async def asked(context: Context) -> bool:
    """A wish in private about a squad's session; whether it was one."""
    if not await context.read(squad_wish.may_be_one, context.words):
        return False
    places = await _places(context)
    meant = await context.read(squad_wish.meant, context.words, [squad for squad, _ in places])
    if meant is None:
        return False
    if meant.wish.wanted is Wanted.COMING:
        return await _coming(context, meant)
    if not places:
        return False
    if meant.wish.wanted is Wanted.SET:
        await _for_squad(context, places, meant.words)
    elif len(meant.sessions) > 1:
        named = [(row.id, squad.title, row.session) for squad, row in meant.sessions]
        await context.say(changes.which_one(named, context.text()))
    else:
        squad, _ = meant.sessions[0]
        admin = await context.is_admin(squad.chat_id)
        await show(context, await context.apply(squad_wish.ask, squad.id, meant.wish, admin=admin))
    return True


async def _coming(context: Context, meant: Meant) -> bool:
    """Who comes, as the group's card has it: for each session that may be meant."""
    if not meant.sessions:
        on = meant.wish.on
        day = context.text().day(on) if on else ""
        await context.tell("session-none-then" if on else "session-none-ahead", day=day)
    for squad, row in meant.sessions:
        view = await context.read(squad_wish.coming, row.id)
        reply = coaches.who_comes(squad.title, row.session, view, context.text())
        await context.say(reply)
    return True
