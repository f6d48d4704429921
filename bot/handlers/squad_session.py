"""/session and the buttons of a squad's session: set, shown, moved, called off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import squad_session as messages
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services import (
    attendance,
    coach,
    reminder,
    squad_changed,
    squad_draft,
    squad_session,
)
from bot.services.desk import Answer
from bot.services.squad_draft import Setting, SquadRow
from bot.services.squad_version import groups_of
from bot.text import Text
from core.squad import GroupSession

ALERTS = {Said.REFUSED, Said.STALE}


async def command(context: Context) -> None:
    """/session, with the session behind it or alone; in the group, or in private."""
    if not context.private:
        await _in_the_group(context)
        return
    places = await _places(context)
    if not places:
        await context.tell("session-nowhere")
    elif len(places) > 1 and not _told(context):
        await context.say(messages.which({s.id: s.title for s, _ in places}, context.text()))
    else:
        squad, admin = places[0]
        await _begin(context, squad, _told(context), admin=admin)


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


async def heard(context: Context) -> bool:
    """A reply to a draft or to a session's card in the group; whether it was one."""
    message = context.message
    asked = message.reply_to_message if message else None
    if asked is None or asked.from_user is None or asked.from_user.id != context.bot.id:
        return False
    squad = await context.read(coach.squad_of_chat)
    if squad is None or not squad.active or not _about_a_session(asked):
        return False
    if context.anonymous:
        await context.tell("session-anonymous")
        return True
    admin = await context.is_admin()
    answer = await context.apply(squad_session.hear, squad.id, context.words, admin=admin)
    if answer.outcome.code != "not-yours":  # others may well talk about it
        await show(context, answer)
    return True


async def replied(context: Context) -> bool:
    """A reply to a draft in private; whether it was one."""
    message = context.message
    asked = message.reply_to_message if message else None
    if asked is None or not _about_a_session(asked):
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


def _about_a_session(asked: Any) -> bool:
    """Whether the message that is answered is one of these: it has one of their buttons."""
    markup = asked.reply_markup
    rows = markup.inline_keyboard if markup else ()
    topics = {str(button.callback_data).partition(":")[0] for row in rows for button in row}
    return bool(topics & {messages.TOPIC})


# Buttons


async def pressed(context: Context, press: Press) -> None:
    """A button of a draft, or of a session that stands."""
    if press.verb in _OF_A_DRAFT:
        await _on_draft(context, press)
    else:
        await _on_session(context, press)


_OF_A_DRAFT = {"set", "pick", "propose", "post", "drop", "library"}


async def _on_draft(context: Context, press: Press) -> None:
    stamp = press.number(0)
    setting = await context.read(squad_draft.find, stamp)
    if setting is None:
        await context.tell("session-draft-gone", alert=True)
        return
    text = _text(context, setting.squad)
    if press.verb == "library":
        await context.edit(messages.focuses(stamp, text))
        return
    admin = await context.is_admin(setting.squad.chat_id)
    if press.verb == "set":
        what, value = press.arg(1), press.arg(2)
        answer = await context.apply(squad_session.change, stamp, what, value, admin=admin)
    elif press.verb == "pick":
        answer = await context.apply(squad_session.pick, stamp, press.arg(1), admin=admin)
        if answer.outcome.code == "pick" and answer.view is not None:
            page = press.number(2) if len(press.args) > 2 else 0
            found = answer.view.recipes
            await context.edit(messages.pick(stamp, press.arg(1), found, text, max(page, 0)))
            return
    elif press.verb == "propose":
        answer = await context.apply(squad_session.propose, stamp, admin=admin)
    elif press.verb == "post":
        answer = await context.apply(squad_session.confirm, stamp, admin=admin)
    else:
        answer = await context.apply(squad_session.discard, stamp)
    await show(context, answer)


async def _on_session(context: Context, press: Press) -> None:
    number = press.number(0)
    if press.verb == "squad":
        squad = await context.read(coach.squad_by_id, number)
        if squad is None:
            await context.tell("session-no-squad", alert=True)
            return
        await _begin(context, squad, "", admin=await context.is_admin(squad.chat_id))
        return
    if press.verb == "unrepeat":
        squad = await context.read(coach.squad_by_id, number)
        admin = squad is not None and await context.is_admin(squad.chat_id)
        weekday = press.number(1)
        answer = await context.apply(squad_session.unrepeat, number, weekday, admin=admin)
        await show(context, answer)
        return
    squad = await context.read(coach.squad_of_session, number)
    if squad is None:
        await context.tell("session-gone", alert=True)
        return
    admin = await context.is_admin(squad.chat_id)
    match press.verb:
        case "change" | "leave":
            await show(context, await context.apply(squad_changed.look, number, admin))
        case "move":
            version, on, minute = press.number(1), press.day(2), press.number(3)
            await show(
                context,
                await context.apply(squad_changed.move, number, version, on, minute, admin=admin),
            )
        case "cancel" if len(press.args) < 3:
            text = _text(context, squad)
            await context.edit(messages.cancel_sure(number, press.number(1), text))
        case "cancel":
            version = press.number(1)
            answer = await context.apply(squad_changed.cancel, number, version, admin=admin)
            await show(context, answer)
        case _:
            raise BadPress(press.verb)


# What came of it


async def show(context: Context, answer: Answer[Setting]) -> None:
    """The draft as understood, the session's card, or why not."""
    outcome, view = answer.outcome, answer.view
    if outcome.said is Said.ASK_AGAIN:
        text = _text(context, view.squad if view else None)
        await context.say(
            messages.missed(outcome.fact("why"), outcome.fact("part"), text), answering=True
        )
    elif outcome.said in ALERTS:
        await _refused(context, answer)
    elif outcome.code in {"how", "shown"}:
        await _draft(context, answer)
    elif outcome.code == "set":
        await _posted(context, outcome.number("session"))
    elif outcome.code in {"moved", "cancelled"}:
        await _changed(context, answer)
    elif outcome.code == "change" and view is not None and view.row is not None:
        await _for_coaches(context, view)
    elif outcome.code == "repeats" and view is not None and view.draft is not None:
        text, session = _text(context, view.squad), _session_of(view)
        await context.edit(messages.repeats(session, view.squad.id, text))
    else:
        text = _text(context, view.squad if view else None)
        await context.edit(Reply(text(_words_of(outcome))))


async def _refused(context: Context, answer: Answer[Setting]) -> None:
    """For the finger that pressed, or in private; a group hears it of those without a chat only."""
    outcome, view = answer.outcome, answer.view
    facts: dict[str, str | int] = {}
    if outcome.code == "taken" and view is not None:
        on = view.draft.on if view.draft else view.row.session.on if view.row else None
        facts = {"day": _text(context, view.squad).day(on)} if on else {}
    if outcome.code == "changed-meanwhile" and view is not None and view.row is not None:
        await _for_coaches(context, view, meanwhile=True)
        return
    if context.incoming.callback_query is None and not context.private:
        user = context.incoming.effective_user
        said = Reply(context.text()(_words_of(outcome), **facts))
        if user is None or not await context.say_privately(user.id, said):
            await context.say(replace(said, silent=True))  # they have no chat with us yet
        return
    await context.tell(_words_of(outcome), alert=True, **facts)


async def _draft(context: Context, answer: Answer[Setting]) -> None:
    """In place after a tap on it, below after words."""
    view = answer.view
    if view is None or view.draft is None:  # told again after a crash: read what was kept
        view = await context.read(squad_draft.find, answer.outcome.number("stamp"))
    if view is None or view.draft is None:
        await context.tell("session-draft-gone", alert=True)
        return
    text = _text(context, view.squad)
    facts = answer.outcome.facts
    fits = (int(facts["fits"] or 0), int(facts["of"] or 0)) if "fits" in facts else None
    days = await context.read(squad_changed.days_for, view.squad.id)
    draft = messages.Draft(
        squad_id=view.squad.id,
        stamp=view.draft.stamp,
        session=_session_of(view),
        every=view.draft.every,
        notes=frozenset(note.value for note in view.notes),
        efforts=view.efforts,
        fits=fits,
        days=days,
        title=view.squad.title if context.private else "",
    )
    if answer.outcome.code == "how":
        ahead = await context.read(squad_changed.ahead, view.squad.id)
        sessions = {row.id: row.session.on for row in ahead}
        reply = messages.how(draft, text, sessions)
    else:
        reply = messages.shown(draft, text)
    if context.incoming.callback_query is not None:
        await context.edit(reply)
    else:
        await context.say(Reply(reply.text, reply.rows, silent=True), answering=True)


def _session_of(view: Setting) -> GroupSession:
    """The draft as the session it would be."""
    draft = view.draft
    if draft is None:
        raise ValueError("there is no draft")
    return GroupSession(
        on=draft.on,
        minute=draft.minute,
        place=draft.place,
        workout=view.workout,
        shorthand=draft.text,
        recipe=draft.recipe,
    )


async def _posted(context: Context, session_id: int) -> None:
    """The card goes to the group; the draft becomes the coach's word about it."""
    squad = await draw(context, session_id, anew=True)
    if squad is None:
        return
    message = context.message
    text = _text(context, squad)
    if message is not None and message.chat_id == squad.chat_id:
        await context.house.parts.speaker.remove(message.chat_id, message.message_id)
        user = context.incoming.effective_user
        if user is not None:
            await context.say_privately(user.id, messages.posted(session_id, text))
    else:
        await context.edit(messages.posted(session_id, text))


async def draw(context: Context, session_id: int, *, anew: bool = False) -> SquadRow | None:
    """The session's card in the group, as it is now; the squad it is of."""
    drawn = await context.read(card_of, session_id, context.squad_text)
    if drawn is None:
        return None
    squad, reply = drawn
    await context.squad_card(squad, reminder.CARD, reply, str(session_id), anew=anew)
    return squad


TextOf = Callable[[SquadRow], Text]


async def card_of(desk: Any, session_id: int, text_of: TextOf) -> tuple[SquadRow, Reply] | None:
    """The card drawn from what the database says."""
    view = await attendance.seen(desk.unit, session_id, desk.now)
    if view is None:
        return None
    groups = await groups_of(desk.unit, view.squad, view.row, view.attended, desk.now)
    reply = messages.card(
        view.row.id,
        view.row.session,
        view.attended,
        text_of(view.squad),
        over=view.over,
        kudos=view.kudos,
        celsius=view.celsius,
        groups=groups,
    )
    return view.squad, reply


async def _changed(context: Context, answer: Answer[Setting]) -> None:
    """The group's card as it is now, and a word for the coach."""
    outcome = answer.outcome
    squad = await draw(context, outcome.number("session"))
    if squad is None:
        return
    text = _text(context, squad)
    await context.edit(Reply(text(_words_of(outcome))))


async def _for_coaches(context: Context, view: Setting, *, meanwhile: bool = False) -> None:
    row = view.row
    if row is None:
        return
    text = _text(context, view.squad)
    reply = messages.change(row.id, row.version, row.session, view.days, text, meanwhile=meanwhile)
    await context.edit(reply)


def _words_of(outcome: Outcome) -> str:
    """The id of the words for an outcome."""
    code = outcome.code
    return code if code.startswith("session-") else f"session-{code}"


def _text(context: Context, squad: SquadRow | None) -> Text:
    """The group's words in the group, the person's own in private."""
    if squad is not None and not context.private:
        return context.squad_text(squad)
    return context.text()
