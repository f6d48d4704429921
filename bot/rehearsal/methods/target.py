"""Finds the chat and the message a call is about, or says as Telegram why it cannot."""

from __future__ import annotations

from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.errors import ApiError, bad_request, forbidden
from bot.rehearsal.model.members import Member, Status
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.world import World


def chat_of(world: World, ask: Ask, name: str = "chat_id") -> Chat:
    """The chat named, with the bot able to act in it."""
    chat = _found(world, ask[name])
    if chat.private:
        _check_private(chat)
    else:
        _check_group(world, chat)
    return chat


def _found(world: World, named: int | str) -> Chat:
    if isinstance(named, str):
        wanted = named.removeprefix("@").lower()
        chats = (c for c in world.chats.values() if not c.private and c.username)
        chat = next((c for c in chats if (c.username or "").lower() == wanted), None)
    else:
        chat = world.chats.get(named)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def _check_private(chat: Chat) -> None:
    if chat.person and chat.person.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(world: World, chat: Chat) -> None:
    if chat.migrated_to:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    place = chat.members.get(world.bot.id)
    if place and place.status is Status.KICKED:
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if place is None or not place.present:
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def writable(world: World, ask: Ask, what: str = "text messages") -> Chat:
    """The chat named, with the bot allowed to write in it."""
    chat = chat_of(world, ask)
    place = chat.member(world.bot)
    if place and place.status is Status.RESTRICTED:
        raise bad_request(f"not enough rights to send {what} to the chat")
    return chat


def bot_place(world: World, chat: Chat) -> Member:
    """The bot's place in a group; ApiError in a private chat."""
    place = chat.member(world.bot)
    if place is None:
        raise bad_request("method is available only in groups and supergroups")
    return place


def message_of(world: World, chat: Chat, message_id: int, refusal: str) -> Message:
    """A message by id; ApiError 400 with the words of that method."""
    message = world.archive.find(chat, message_id)
    if message is None:
        raise bad_request(refusal)
    return message


def user_of(world: World, user_id: int, refusal: ApiError) -> Person:
    """A person by id."""
    person = world.people.get(user_id)
    if person is None:
        raise refusal
    return person
