"""What a person does in a chat: write, edit, press, react, send things, block."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.errors import Impossible
from bot.rehearsal.model.files import Upload, image_size
from bot.rehearsal.model.hearing import tell, tell_membership
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.model.members import Member, Status
from bot.rehearsal.model.messages import Message, stamp
from bot.rehearsal.model.people import ANONYMOUS, Person
from bot.rehearsal.model.queries import Press
from bot.rehearsal.model.utf16 import piece
from bot.rehearsal.model.wording import caption_content, text_content
from bot.rehearsal.model.world import World, sees


def send(
    world: World,
    person: Person,
    chat: Chat,
    content: dict[str, Any],
    *,
    reply_to: Message | None = None,
    topic: int | None = None,
) -> Message:
    """A message from a person; the bot is told if it may know."""
    place = chat.member(person)
    if not world.in_chat(person, chat):
        raise Impossible(f"{person.name} is not in that chat")
    if place and place.status is Status.RESTRICTED:
        raise Impossible(f"{person.name} may not write there")
    if reply_to and (reply_to.chat is not chat or reply_to.deleted):
        raise Impossible("what is replied to is not in this chat")
    if chat.private:
        unblock(world, person)
        chat.started = True
        world.pace.heard_from(chat)
    anonymous = place is not None and place.anonymous
    message = world.post(
        chat,
        ANONYMOUS if anonymous else person,
        content,
        sender_chat=chat if anonymous else None,
        reply_to=reply_to,
        topic=_topic(chat, topic, reply_to),
        receiver=world.bot if _ephemeral(world, chat, content) else None,
    )
    if chat.keyboards.get(person.id, {}).get("one_time_keyboard"):
        del chat.keyboards[person.id]
    read(world, person, chat)
    tell(world, message)
    return message


def say(
    world: World,
    person: Person,
    chat: Chat,
    text: str,
    *,
    reply_to: Message | None = None,
    topic: int | None = None,
) -> Message:
    """Writes plain text; commands, mentions and links in it become entities."""
    return send(world, person, chat, text_content(text), reply_to=reply_to, topic=topic)


def _topic(chat: Chat, topic: int | None, reply_to: Message | None) -> int | None:
    if topic is None:
        return reply_to.topic if reply_to else None
    known = chat.topics.get(topic)
    if known is None or known.deleted or known.closed:
        raise Impossible("that topic is closed or not there")
    return topic


def _ephemeral(world: World, chat: Chat, content: dict[str, Any]) -> bool:
    """Whether this is a command that the bot declared to be seen by nobody else."""
    entities = content.get("entities", [])
    if chat.private or not entities or entities[0]["type"] != "bot_command":
        return False
    said = piece(content["text"], entities[0]["offset"], entities[0]["length"])
    name = said.removeprefix("/").partition("@")[0]
    return any(
        command["command"] == name and command.get("is_ephemeral")
        for (scope, _), commands in world.profile.commands.items()
        for command in commands
        if scope in {"default", "all_group_chats", f"chat:{chat.id}"}
    )


def edit(world: World, message: Message, text: str) -> None:
    """A person rewrites their own message."""
    if "text" not in message.content or message.sender is world.bot or message.deleted:
        raise Impossible("that message cannot be rewritten")
    message.content = text_content(text)
    message.edited = world.now()
    world.changed(message)
    tell(world, message, "edited_message")


def press(
    world: World,
    person: Person,
    message: Message,
    button: dict[str, Any] | None,
    *,
    accessible: bool = True,
) -> Press:
    """A tap on one of the message's buttons; the bot gets a callback query.

    Telegram sometimes no longer has the message (`accessible`): then only its id is told.
    """
    if message.deleted or not world.in_chat(person, message.chat) or not sees(person, message):
        raise Impossible("that message is not there")
    if button is None or "callback_data" not in button:
        raise Impossible("that button is not there")
    if "disabled" in button:
        raise Impossible("that button is disabled")
    world.last_tap += 1
    number = f"{person.id}{world.last_tap:09d}"
    made = Press(number, person, message, button["callback_data"], world.now(), accessible)
    world.presses[number] = made
    if message.chat.private:
        world.pace.heard_from(message.chat)
    if message.chat.private or message.chat.member(world.bot):
        world.updates.push("callback_query", made.wire(), world.now())
    return made


def react(world: World, person: Person, message: Message, emoji: list[str]) -> None:
    """Sets a person's reactions; told to the bot in private chats and where it is admin."""
    if message.deleted or not world.in_chat(person, message.chat):
        raise Impossible("that message is not there")
    before = message.reactions.get(person.id, [])
    message.reactions[person.id] = emoji
    world.changed(message)
    place = message.chat.member(world.bot)
    if not message.chat.private and not (place and place.admin):
        return
    body = {
        "chat": message.chat.wire(),
        "message_id": message.id,
        "user": person.wire(),
        "date": stamp(world.now()),
        "old_reaction": reactions(before),
        "new_reaction": reactions(emoji),
    }
    world.updates.push("message_reaction", body, world.now())


def reactions(emoji: list[str]) -> list[dict[str, str]]:
    """The ReactionType objects of emoji."""
    return [{"type": "emoji", "emoji": one} for one in emoji]


def block(world: World, person: Person) -> None:
    """The person stops the bot: sends get 403 from now on."""
    chat = world.private_chat(person)
    if not chat.blocked:
        chat.blocked = True
        _tell_block(world, chat, person, Status.MEMBER, Status.KICKED)


def unblock(world: World, person: Person) -> None:
    """The person starts the bot again; writing to it does so too."""
    chat = world.private_chat(person)
    if chat.blocked:
        chat.blocked = False
        _tell_block(world, chat, person, Status.KICKED, Status.MEMBER)


def _tell_block(world: World, chat: Chat, person: Person, before: Status, after: Status) -> None:
    places = Member(world.bot, before), Member(world.bot, after)
    tell_membership(world, chat, person, *places)
    world.journal.note(Happening.CHATS, chat, only=person.id)


def read(world: World, person: Person, chat: Chat) -> None:
    """Everything in the chat is read."""
    world.read[person.id, chat.id] = world.sequence


def location(latitude: float, longitude: float) -> dict[str, Any]:
    """What a shared place is made of."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def contact(person: Person, phone: str) -> dict[str, Any]:
    """What a shared own contact is made of."""
    told = {"phone_number": phone, "first_name": person.first_name, "user_id": person.id}
    return {"contact": told}


def document(world: World, upload: Upload, caption: str = "") -> dict[str, Any]:
    """What a document is made of; kept with the files."""
    file = world.files.keep("document", upload)
    told = file.wire() | {"file_name": upload.name, "mime_type": upload.mime}
    return {"document": told} | caption_content(caption)


def photo(world: World, upload: Upload, caption: str = "") -> dict[str, Any]:
    """What a picture is made of; ApiError when it is none."""
    width, height = image_size(upload.data)
    size = world.files.keep("photo", upload).wire() | {"width": width, "height": height}
    return {"photo": [size]} | caption_content(caption)


def voice(world: World, upload: Upload, seconds: int) -> dict[str, Any]:
    """What a voice message is made of."""
    file = world.files.keep("voice", upload)
    return {"voice": file.wire() | {"duration": seconds, "mime_type": upload.mime}}


def sticker(world: World, emoji: str) -> dict[str, Any]:
    """What a sticker is made of."""
    file = world.files.keep("sticker", Upload("sticker.webp", b"RIFF" + emoji.encode()))
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False}
    return {"sticker": file.wire() | shape | {"is_video": False, "emoji": emoji}}
