"""deleteMessage, deleteMessages, deleteEphemeralMessage, pinChatMessage, unpinChatMessage."""

from __future__ import annotations

from datetime import timedelta

from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.methods.target import chat_of, message_of
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.errors import bad_request
from bot.rehearsal.model.groups import service
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.world import World

DELETABLE_FOR = timedelta(hours=48)
AT_ONCE = range(1, 101)


def delete_message(world: World, ask: Ask) -> bool:
    """Takes one message away for everybody."""
    chat = chat_of(world, ask)
    message = message_of(world, chat, ask["message_id"], "message to delete not found")
    if not _deletable(world, chat, message):
        raise bad_request("message can't be deleted")
    world.remove(message)
    return True


def delete_messages(world: World, ask: Ask) -> bool:
    """Those that are not there or cannot be deleted are passed over."""
    chat = chat_of(world, ask)
    if len(ask["message_ids"]) not in AT_ONCE:
        raise bad_request("1 to 100 message identifiers can be given")
    for number in ask["message_ids"]:
        message = world.archive.find(chat, number)
        if message and _deletable(world, chat, message):
            world.remove(message)
    return True


def delete_ephemeral_message(world: World, ask: Ask) -> bool:
    """Takes one away that only its receiver saw."""
    chat = chat_of(world, ask)
    message = world.archive.ephemeral(chat, ask["ephemeral_message_id"])
    ends = {p.id for p in (message.receiver, message.sender) if p} if message else set()
    if message is None or ask["receiver_user_id"] not in ends:
        raise bad_request("message to delete not found")
    world.remove(message)
    return True


def _deletable(world: World, chat: Chat, message: Message) -> bool:
    """Within 48 hours: its own, all in a private chat, and others' as an administrator."""
    if world.now() - message.date > DELETABLE_FOR:
        return False
    place = chat.member(world.bot)
    own = message.sender is world.bot
    return own or chat.private or bool(place and place.may("can_delete_messages"))


def pin_chat_message(world: World, ask: Ask) -> bool:
    """Pins a message; the chat says so in a line of its own."""
    chat = _pinnable(world, ask)
    message = message_of(world, chat, ask["message_id"], "message to pin not found")
    if message.id in chat.pinned:
        return True
    chat.pinned.append(message.id)
    service(world, chat, world.bot, {"pinned_message": message.wire(with_reply=False)})
    return True


def unpin_chat_message(world: World, ask: Ask) -> bool:
    """Without a message it is the latest."""
    chat = _pinnable(world, ask)
    number = ask.get("message_id", chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.journal.note(Happening.CHATS, chat)
    return True


def _pinnable(world: World, ask: Ask) -> Chat:
    chat = chat_of(world, ask)
    place = chat.member(world.bot)
    if not chat.private and not (place and place.may("can_pin_messages")):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
