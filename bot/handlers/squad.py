"""A squad in its group: what happens to the group, its card, and replies to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import ChatMember, ChatMemberUpdated

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import squad as messages
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services import founding, squad
from bot.services.desk import Answer
from bot.services.squad import GroupView

SETTINGS = {"settled", "settings", "squad-topic-here", "squad-link-new"}
"""What was changed from the settings, which are shown again."""


async def opened(context: Context) -> None:
    """/squad in the group: its card, below."""
    view = await context.read(squad.look_here)
    if view is None or view.row.ended:
        await _arrived(context)
    else:
        await _draw(context, view, anew=True)


async def pressed(context: Context, press: Press) -> None:
    """The card's own buttons; those that change a setting are `founding`'s."""
    view = await context.read(squad.look, press.number(0))
    chat = context.incoming.effective_chat
    if view is None or chat is None or view.row.chat_id != chat.id:
        await context.tell("squad-gone", alert=True)
        return
    if press.verb == "open":
        await _draw(context, view, passing=True)
        return
    if not await context.is_admin():
        await context.tell("squad-admins-only", alert=True)
        return
    match press.verb:
        case "settings":
            await _settings(context, view)
        case "ask":
            await _ask(context, view, press)
        case _:
            raise BadPress(press.verb)


async def _ask(context: Context, view: GroupView, press: Press) -> None:
    """One setting that is being changed."""
    row, text = view.row, context.squad_text(view.row)
    match press.arg(1):
        case "place":
            reply = messages.place(text, row.id, founding=False)
        case "days":
            days = [training.weekday for training in row.squad.trainings]
            reply = messages.days(text, row.id, days, founding=False)
        case "setters":
            reply = messages.setters(text, row.id, founding=False)
        case "coaches":
            await _coaches(context, view, press.number(2) if len(press.args) > 2 else 0)
            return
        case _:
            raise BadPress(press.arg(1))
    await context.squad_card(row, squad.CARD, reply, card=view.card, passing=True)


async def _coaches(context: Context, view: GroupView, page: int = 0) -> None:
    members = [row.member for row in await context.read(founding.roster, view.row.id)]
    reply = messages.coaches(context.squad_text(view.row), view.row.id, members, max(page, 0))
    await context.squad_card(view.row, squad.CARD, reply, card=view.card, passing=True)


async def _settings(context: Context, view: GroupView, *, kept: bool = False) -> None:
    """The settings; `kept`: one has been changed, so the card is drawn again in any case."""
    row = view.row
    if row.squad.missing is not None:
        await _draw(context, view)
        return
    reply = messages.settings(
        context.squad_text(row),
        row.id,
        row.title,
        row.squad,
        coaches=view.coaches,
        topic=row.thread_id is not None,
        looks_up=context.house.looks_up_weather,
    )
    await context.squad_card(row, squad.CARD, reply, card=view.card, passing=not kept)


async def _draw(
    context: Context, view: GroupView, *, anew: bool = False, passing: bool = False
) -> None:
    row, text = view.row, context.squad_text(view.row)
    reply = messages.card(
        text, row.id, row.title, row.squad, count=view.count, coaches=view.coaches
    )
    here = anew and context.incoming.message is not None
    await context.squad_card(
        row, squad.CARD, reply, card=view.card, anew=anew, here=here, passing=passing
    )


# What happens to the group


async def membership(context: Context) -> None:
    """The coach was added to a group, made administrator there, or removed."""
    change, chat = context.incoming.my_chat_member, context.incoming.effective_chat
    if change is None or chat is None or chat.type == chat.CHANNEL:
        return
    was, now = _in(change.old_chat_member), _in(change.new_chat_member)
    if now and not was:
        await _arrived(context)
    elif was and not now:
        await context.apply(squad.end, context.new_token())


async def _arrived(context: Context) -> None:
    chat, tongue = context.incoming.effective_chat, context.tongue
    gone = [
        user_id
        for user_id in await context.read(squad.listed_before)
        if chat is not None and not await context.is_present(chat.id, user_id)
    ]
    answer = await context.apply(
        squad.arrive,
        (chat.title if chat else None) or "",
        context.new_token(),
        locale=tongue.locale,
        units=tongue.units,
        clock24=tongue.clock24,
        gone=gone,
    )
    if answer.outcome.said is Said.DONE:
        await show(context, answer)


async def happened(context: Context) -> bool:
    """A service message; whether it was one."""
    message = context.message
    if message is None:
        return False
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        old = message.migrate_from_chat_id or message.chat_id
        answer = await context.apply(
            squad.migrate, old, message.migrate_to_chat_id or message.chat_id
        )
        if answer.outcome.said is Said.DONE:
            await show(context, answer)
    elif message.new_chat_title:
        await context.apply(squad.rename, message.new_chat_title)
    elif message.forum_topic_closed and message.message_thread_id:
        answer = await context.apply(squad.leave_topic, message.message_thread_id)
        if answer.outcome.said is Said.DONE:
            await show(context, answer)
    else:
        return bool(message.new_chat_members or message.left_chat_member)
    return True


def _in(member: ChatMember) -> bool:
    """Whether that makes somebody part of the chat; the restricted may be in or out."""
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", False))
    return member.status not in {ChatMember.LEFT, ChatMember.BANNED}


def left(change: ChatMemberUpdated) -> bool:
    """Whether somebody is out of the chat by this."""
    return not _in(change.new_chat_member)


# What is said to it


async def heard(context: Context) -> bool:
    """A reply to a question on the card; whether it was one."""
    message = context.message
    asked = message.reply_to_message if message else None
    if asked is None or asked.from_user is None or asked.from_user.id != context.bot.id:
        return False
    view = await context.read(squad.look_here)
    use_case = _answers(context, view, asked.text or "")
    if view is None or use_case is None:
        return False
    admin = await context.is_admin()
    await show(context, await context.apply(use_case, view.row.id, context.words, admin=admin))
    return True


def _answers(context: Context, view: GroupView | None, asked: str) -> Any:
    """Which question the message asks, by its words."""
    if view is None or view.row.ended:
        return None
    text = context.squad_text(view.row)
    if messages.asks(asked, text, ("squad-ask-place", "squad-change-place")):
        return founding.place_in_words
    if messages.asks_days(asked, text):
        return founding.days_in_words
    return None


def about_a_body(context: Context) -> bool:
    """Whether words tell of a morning or a pain: they are never repeated where others read."""
    return squad.about_a_body(context.words)


async def knows(context: Context) -> bool:
    """Whether who wrote is somebody the coach has met."""
    return await context.read(squad.knows)


async def only_in_private(context: Context) -> None:
    """That is for the private chat, which is one tap away."""
    reply = messages.private_only(context.text(), context.chat_link())
    await context.say(reply, answering=True)


async def suggest_deleting(context: Context) -> None:
    """In private, after the answer: what was written in the group can go from there."""
    chat, text = context.incoming.effective_chat, context.text()
    title = (chat.title if chat else None) or ""
    await context.say(Reply(text("squad-private-moved", title=title)))


async def show(context: Context, answer: Answer[Any]) -> None:
    """What came of it: a word over the button, and the card as it is now."""
    outcome = answer.outcome
    if outcome.said in {Said.REFUSED, Said.STALE, Said.ALREADY, Said.ASK_AGAIN}:
        await _refused(context, outcome)
        return
    view = answer.view or await context.read(squad.look, outcome.number("squad"))
    if view is None:
        await context.tell("squad-gone", alert=True)
        return
    if outcome.said is Said.ASK:
        await _asked_on(context, view, outcome)
    elif outcome.code in SETTINGS and view.row.squad.missing is None:
        await context.tell(outcome.code if outcome.code.startswith("squad-") else "squad-noted")
        await _settings(context, view, kept=True)
    elif outcome.code == "coaches":
        await _coaches(context, view)
    elif outcome.code == "topic-closed":
        await context.squad_say(view.row, Reply(context.squad_text(view.row)("squad-topic-closed")))
    else:
        await _draw(context, view, anew=context.incoming.callback_query is None)


async def _refused(context: Context, outcome: Outcome) -> None:
    code = outcome.code if outcome.code.startswith("squad-") else ""
    code = code or ("squad-already" if outcome.said is Said.ALREADY else "squad-gone")
    facts = {"places": outcome.fact("places")} if "places" in outcome.facts else {}
    await context.tell(code, alert=outcome.said is not Said.ALREADY, **facts)


async def _asked_on(context: Context, view: GroupView, outcome: Outcome) -> None:
    """The days ticked, or the hour of the next of them."""
    row, text = view.row, context.squad_text(view.row)
    founds = row.squad.missing is not None
    days = _numbers(outcome.fact("days"))
    if outcome.code == "days":
        reply = messages.days(text, row.id, days, founding=founds)
    else:
        told = [int(minute) for minute in outcome.fact("minutes").split(".") if minute]
        reply = messages.hour(text, row.id, days, told, founding=founds)
    await context.squad_card(row, squad.CARD, reply, card=view.card, passing=True)


def _numbers(digits: str) -> Sequence[int]:
    return [int(digit) for digit in digits]
