"""What all sends share: topic, reply, keyboard, ephemeral receiver, limits, the message itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.rehearsal.methods import keyboards
from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.errors import bad_request, not_played
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.world import World

EPHEMERAL_REPLY_LIFE = timedelta(seconds=15)
GENERAL_TOPIC = 1
UNPLAYED_REPLIES = (
    "quote",
    "quote_parse_mode",
    "quote_entities",
    "quote_position",
    "checklist_task_id",
    "poll_option_id",
)


def deliver(world: World, ask: Ask, chat: Chat, content: dict[str, Any]) -> Message:
    """Sends `content` to the chat with everything the call says beside it."""
    inline, below = keyboards.split(ask.get("reply_markup"))
    keyboards.check_place(chat, below)
    topic = _topic(chat, ask.get("message_thread_id"))
    receiver = _receiver(world, ask, chat)
    replaces = _replaced(world, ask)
    reply_to = _reply(world, ask, chat, receiver)
    if topic is None and reply_to:
        topic = reply_to.topic
    world.pace.spend(chat, world.now())
    message = world.post(
        chat,
        world.bot,
        content,
        topic=topic,
        reply_to=reply_to,
        keyboard=inline,
        receiver=receiver,
        replaces=replaces,
        silent=bool(ask.get("disable_notification")),
        protected=bool(ask.get("protect_content")),
        deleted=receiver is not None and not receiver.online,
    )
    keyboards.show(world, message, below)
    return message


def _topic(chat: Chat, thread: int | None) -> int | None:
    """The thread to write in; the General topic is written to without one."""
    if thread is None:
        return None
    topic = chat.topics.get(thread)
    if topic is None or topic.deleted or thread == GENERAL_TOPIC:
        raise bad_request("message thread not found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED")
    return thread


def _receiver(world: World, ask: Ask, chat: Chat) -> Person | None:
    """Who alone will see it. An administrator may always; else only to answer a tap or a command.

    How Telegram words these refusals is not known: the words are the room's.
    """
    wanted = ask.get("ephemeral_message_parameters")
    if wanted is None:
        return None
    if chat.private:
        raise bad_request("ephemeral messages can be sent in groups and supergroups only")
    person = world.people.get(wanted["receiver_user_id"])
    if person is None or chat.member(person) is None:
        raise bad_request("user not found")
    if not _may_whisper(world, ask, chat, person):
        raise bad_request("not enough rights to send ephemeral messages to the user")
    return person


def _may_whisper(world: World, ask: Ask, chat: Chat, person: Person) -> bool:
    place = chat.member(world.bot)
    if place and place.admin:
        return True
    press = world.presses.get(ask["ephemeral_message_parameters"].get("callback_query_id", ""))
    if press and press.person is person and press.message.chat is chat:
        return not press.over(world.now())
    replied = ask.get("reply_parameters", {}).get("ephemeral_message_id")
    command = world.archive.ephemeral(chat, replied) if replied else None
    return command is not None and command.sender is person


def _replaced(world: World, ask: Ask) -> int | None:
    """The message that the receiver sees this one in place of."""
    wanted = ask.get("ephemeral_message_parameters") or {}
    if not wanted.get("replace_callback_query_message"):
        return None
    press = world.presses.get(wanted.get("callback_query_id", ""))
    if press is None or press.message.ephemeral_id:
        raise bad_request("there is no message of a callback query to replace")
    return press.message.id


def _reply(world: World, ask: Ask, chat: Chat, receiver: Person | None) -> Message | None:
    wanted = ask.get("reply_parameters")
    if wanted is None:
        return None
    for name in UNPLAYED_REPLIES:
        if name in wanted:
            raise not_played(f"{name!r} of a reply")
    if wanted.get("chat_id") not in {None, chat.id}:
        raise not_played("a reply to another chat")
    if "ephemeral_message_id" in wanted:
        return _ephemeral_reply(world, chat, wanted["ephemeral_message_id"], receiver)
    if "message_id" not in wanted:
        raise bad_request("message to be replied not found")
    message = world.archive.find(chat, wanted["message_id"])
    if message is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def _ephemeral_reply(world: World, chat: Chat, number: int, receiver: Person | None) -> Message:
    """A reply to an ephemeral message is ephemeral itself, and comes within 15 seconds."""
    message = world.archive.ephemeral(chat, number)
    if message is None or world.now() - message.date > EPHEMERAL_REPLY_LIFE:
        raise bad_request("message to be replied not found")
    if receiver is None or receiver is not message.sender:
        raise bad_request("a reply to an ephemeral message must be ephemeral itself")
    return message
