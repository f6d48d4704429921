"""getChat and what is asked about members; leaveChat; createForumTopic; getFile."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.methods.target import bot_place, chat_of, user_of
from bot.rehearsal.model.errors import bad_request
from bot.rehearsal.model.groups import open_topic, remove
from bot.rehearsal.model.members import Member, Status
from bot.rehearsal.model.world import World

GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)
TOPIC_NAME = range(1, 129)
TOPIC_COLORS = frozenset({7322096, 16766590, 13338331, 9367192, 16749490, 16478047})


def get_chat(world: World, ask: Ask) -> dict[str, Any]:
    """The chat with what little the room knows beyond its name."""
    chat = chat_of(world, ask)
    told = chat.wire() | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    pinned = world.archive.find(chat, chat.pinned[-1]) if chat.pinned else None
    return told | ({"pinned_message": pinned.wire(with_reply=False)} if pinned else {})


def get_chat_member(world: World, ask: Ask) -> dict[str, Any]:
    """Anybody who never was there is told as "left"."""
    chat = chat_of(world, ask)
    person = user_of(world, ask["user_id"], bad_request("member not found"))
    if chat.private:
        if person not in {chat.person, world.bot}:
            raise bad_request("member not found")
        return Member(person).wire()
    return chat.members.get(person.id, Member(person, Status.LEFT)).wire()


def get_chat_administrators(world: World, ask: Ask) -> list[dict[str, Any]]:
    """Without other bots; with `return_bots` this bot is among them."""
    chat = chat_of(world, ask)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    admins = [member for member in chat.members.values() if member.admin]
    bots = bool(ask.get("return_bots"))
    return [member.wire() for member in admins if bots or not member.person.is_bot]


def get_chat_member_count(world: World, ask: Ask) -> int:
    """How many are in the chat, the bot included."""
    chat = chat_of(world, ask)
    return 2 if chat.private else sum(member.present for member in chat.members.values())


def leave_chat(world: World, ask: Ask) -> bool:
    """The bot goes by itself and can be added again."""
    chat = chat_of(world, ask)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    remove(world, chat, world.bot)
    return True


def create_forum_topic(world: World, ask: Ask) -> dict[str, Any]:
    """A new thread, for administrators who may manage topics."""
    chat = chat_of(world, ask)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    if not bot_place(world, chat).may("can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    color = ask.get("icon_color", 7322096)
    if len(ask["name"]) not in TOPIC_NAME or color not in TOPIC_COLORS:
        raise bad_request("invalid topic name or icon color specified")
    topic = open_topic(world, chat, world.bot, ask["name"], color)
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": color}


def get_file(world: World, ask: Ask) -> dict[str, Any]:
    """A link to a file, good for an hour."""
    return world.files.link(ask["file_id"], world.now())
