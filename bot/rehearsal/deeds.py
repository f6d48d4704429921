"""What the person at the page does, as the page tells it: words, taps, places, reactions, files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.rehearsal.model import ApiError, Chat, Impossible, Message, Person, Telegram, talk
from bot.rehearsal.model.files import Upload, image_size
from bot.rehearsal.said import degrees, place, whole, words

Body = dict[str, Any]
PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif")


def _message(
    telegram: Telegram, viewer: Person, chat: Chat, body: Body, name: str = "message"
) -> Message:
    """The message with that number on the page, if that person can see it."""
    number = whole(body, name)
    for message in reversed(telegram.visible_to(viewer, chat)):
        if message.sequence == number:
            return message
    raise Impossible("that message is gone")


def send(telegram: Telegram, viewer: Person, chat: Chat, body: Body) -> None:
    """{"text", "reply_to"?}"""
    answered = body.get("reply_to") is not None
    reply_to = _message(telegram, viewer, chat, body, "reply_to") if answered else None
    telegram.say(viewer, chat, words(body, "text"), reply_to=reply_to)


def press(telegram: Telegram, viewer: Person, chat: Chat, body: Body) -> None:
    """{"message", "button": [row, column]}"""
    telegram.press(viewer, _message(telegram, viewer, chat, body), *place(body, "button"))


def location(telegram: Telegram, viewer: Person, chat: Chat, body: Body) -> None:
    """{"lat", "lon"}"""
    latitude, longitude = degrees(body, "lat", 90), degrees(body, "lon", 180)
    telegram.send_location(viewer, chat, latitude, longitude)


def react(telegram: Telegram, viewer: Person, chat: Chat, body: Body) -> None:
    """{"message", "emoji": one or null}"""
    emoji = [words(body, "emoji")] if body.get("emoji") else []
    telegram.react(viewer, _message(telegram, viewer, chat, body), *emoji)


def read(telegram: Telegram, viewer: Person, chat: Chat, _body: Body) -> None:
    """Everything in the chat is read."""
    talk.read(telegram.world, viewer, chat)


def send_file(telegram: Telegram, viewer: Person, chat: Chat, upload: Upload, caption: str) -> None:
    """Pictures go as pictures, as in any chat app; everything else as a document."""
    if upload.mime in PICTURES and _is_picture(upload):
        telegram.send_photo(viewer, chat, upload.data, caption=caption)
    else:
        telegram.send_document(
            viewer, chat, upload.name, upload.data, caption=caption, mime=upload.mime
        )


def _is_picture(upload: Upload) -> bool:
    try:
        image_size(upload.data)
    except ApiError:
        return False
    return True


DEEDS: dict[str, Callable[[Telegram, Person, Chat, Body], None]] = {
    "send": send,
    "press": press,
    "location": location,
    "react": react,
    "read": read,
}
