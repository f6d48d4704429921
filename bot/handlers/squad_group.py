"""What happens to a group: the coach comes or goes, it moves, takes a name, closes a topic."""

from __future__ import annotations

import asyncio

from telegram import ChatMember, ChatMemberUpdated

from bot.context import Answer, Context, Outcome
from bot.outcome import Said, Scalar
from bot.services import squad

AT_ONCE = 20
"""Questions to Telegram that are asked at the same time."""


async def opened(context: Context) -> None:
    """/squad in the group: its card, below."""
    view = await context.read(squad.look_here)
    if view is None or view.row.ended:
        await _arrived(context)
    else:
        facts: dict[str, Scalar] = {"squad": view.row.id}
        await context.show(Answer(Outcome(squad.TOPIC, Said.DONE, "opened", facts), view))


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
    gone = await _gone(context)
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
        await context.show(answer)


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
            await context.show(answer)
    elif message.new_chat_title:
        await context.apply(squad.rename, message.new_chat_title)
    elif message.forum_topic_closed and message.message_thread_id:
        answer = await context.apply(squad.leave_topic, message.message_thread_id)
        if answer.outcome.said is Said.DONE:
            await context.show(answer)
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


async def _gone(context: Context) -> list[int]:
    """Members of before whom Telegram says the group has lost, asked for a few at a time."""
    chat, found = context.incoming.effective_chat, list[int]()
    if chat is None:
        return found
    listed = await context.read(squad.listed_before)
    for first in range(0, len(listed), AT_ONCE):
        some = listed[first : first + AT_ONCE]
        there = await asyncio.gather(*(context.is_present(chat.id, each) for each in some))
        found += [each for each, is_there in zip(some, there, strict=True) if not is_there]
    return found
