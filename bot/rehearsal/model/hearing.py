"""What reaches the bot: privacy mode withholds what Telegram withholds."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.members import Member
from bot.rehearsal.model.messages import Message, stamp
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.utf16 import piece
from bot.rehearsal.model.world import World


def bot_hears(world: World, message: Message) -> bool:
    """Whether a message of somebody else is told to the bot at all."""
    chat = message.chat
    if message.sender is world.bot or (message.sender.is_bot and not message.sender_chat):
        return False
    if chat.private or message.service:
        return bot_present(world, chat)
    place = chat.member(world.bot)
    if place is None:
        return False
    if place.admin or chat.bot_hears_all or message.receiver is world.bot:
        return True
    return _meant_for_bot(world, message)


def bot_present(world: World, chat: Chat) -> bool:
    """Whether the bot is in the chat (and not blocked in a private one)."""
    return not chat.blocked if chat.private else chat.member(world.bot) is not None


def _meant_for_bot(world: World, message: Message) -> bool:
    """Commands (unless another bot's), mentions of it and replies to it."""
    if message.reply_to and message.reply_to.sender is world.bot:
        return True
    name = f"@{world.bot.username}".lower()
    for entity in message.content.get("entities") or message.content.get("caption_entities") or []:
        covered = piece(message.text, entity["offset"], entity["length"]).lower()
        if entity["type"] == "mention" and covered == name:
            return True
        if entity["type"] == "bot_command" and "@" not in covered.removesuffix(name):
            return True
    return False


def tell(world: World, message: Message, kind: str = "message") -> bool:
    """Queues the update about a message, if the bot may know of it."""
    return bot_hears(world, message) and world.updates.push(kind, message.wire(), world.now())


def tell_membership(world: World, chat: Chat, by: Person, before: Member, after: Member) -> None:
    """my_chat_member when it is about the bot, else chat_member (only to an administrator)."""
    about_bot = after.person is world.bot
    place = chat.member(world.bot)
    if not about_bot and not (place and place.admin):
        return
    body: dict[str, Any] = {
        "chat": chat.wire(),
        "from": by.wire(),
        "date": stamp(world.now()),
        "old_chat_member": before.wire(),
        "new_chat_member": after.wire(),
    }
    world.updates.push("my_chat_member" if about_bot else "chat_member", body, world.now())
