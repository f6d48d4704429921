"""Edits of the bot's own messages, seen by all or by one."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.methods import keyboards, media
from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.methods.target import chat_of, message_of
from bot.rehearsal.methods.texts import CAPTION_FIELDS, caption_of, text_of
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.errors import bad_request
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.world import World

Content = dict[str, Any]
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def edit_message_text(world: World, ask: Ask) -> Content:
    """A text becomes another text, never a picture."""
    chat, message = _own(world, ask)
    content = _new_text(world, ask, message)
    return _changed(world, ask, chat, message, content)


def edit_message_caption(world: World, ask: Ask) -> Content:
    """New words below a picture or document; none take them away."""
    chat, message = _own(world, ask)
    return _changed(world, ask, chat, message, _new_caption(world, ask, message))


def edit_message_reply_markup(world: World, ask: Ask) -> Content:
    """New buttons; none take them away."""
    chat, message = _own(world, ask)
    return _changed(world, ask, chat, message, message.content)


def edit_message_media(world: World, ask: Ask) -> Content:
    """Another picture or document in place of the one before."""
    chat, message = _own(world, ask)
    if "text" in message.content or not message.captioned:
        raise bad_request("there is no media in the message to edit")
    return _changed(world, ask, chat, message, media.from_media(world, ask, ask["media"]))


def edit_ephemeral_message_text(world: World, ask: Ask) -> bool:
    """As editMessageText, for the one who sees it."""
    chat, message = _whispered(world, ask)
    _changed(world, ask, chat, message, _new_text(world, ask, message))
    return True


def edit_ephemeral_message_caption(world: World, ask: Ask) -> bool:
    """As editMessageCaption, for the one who sees it."""
    chat, message = _whispered(world, ask)
    _changed(world, ask, chat, message, _new_caption(world, ask, message))
    return True


def edit_ephemeral_message_reply_markup(world: World, ask: Ask) -> bool:
    """As editMessageReplyMarkup, for the one who sees it."""
    chat, message = _whispered(world, ask)
    _changed(world, ask, chat, message, message.content)
    return True


def _own(world: World, ask: Ask) -> tuple[Chat, Message]:
    """The bot's message to edit."""
    if "chat_id" not in ask.arguments:
        raise bad_request("chat_id is empty")
    chat = chat_of(world, ask)
    if "message_id" not in ask.arguments:
        raise bad_request("message identifier is not specified")
    message = message_of(world, chat, ask["message_id"], "message to edit not found")
    if message.sender is not world.bot or message.service:
        raise bad_request("message can't be edited")
    return chat, message


def _whispered(world: World, ask: Ask) -> tuple[Chat, Message]:
    """The bot's ephemeral message to edit."""
    chat = chat_of(world, ask)
    message = world.archive.ephemeral(chat, ask["ephemeral_message_id"])
    receiver = message.receiver if message else None
    if message is None or receiver is None or receiver.id != ask["receiver_user_id"]:
        raise bad_request("message to edit not found")
    return chat, message


def _new_text(world: World, ask: Ask, message: Message) -> Content:
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return text_of(world, ask.arguments)


def _new_caption(world: World, ask: Ask, message: Message) -> Content:
    if not message.captioned:
        raise bad_request("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if key not in CAPTION_FIELDS}
    return kept | caption_of(world, ask.arguments)


def _changed(world: World, ask: Ask, chat: Chat, message: Message, content: Content) -> Content:
    """Puts the new content and keyboard up; a keyboard not given again is gone."""
    keyboard = keyboards.inline(ask.get("reply_markup"))
    if content == message.content and keyboard == message.keyboard:
        raise bad_request(NOT_MODIFIED)
    world.pace.spend_edit(chat, world.now())
    if content != message.content:
        message.edited = world.now()
    message.content, message.keyboard = content, keyboard
    world.changed(message)
    return message.wire()
