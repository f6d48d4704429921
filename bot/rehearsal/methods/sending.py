"""The methods that send: text, pictures, documents, places, albums, copies, chat actions."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.methods import media
from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.methods.deliver import deliver
from bot.rehearsal.methods.target import chat_of, message_of, writable
from bot.rehearsal.methods.texts import CAPTION_FIELDS, caption_of, text_of
from bot.rehearsal.model.errors import bad_request
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.model.world import World

ACTIONS = frozenset(
    """
    typing upload_photo record_video upload_video record_voice upload_voice
    upload_document choose_sticker find_location record_video_note upload_video_note
    """.split()  # noqa: SIM905  # a list of words reads better as words
)
IN_GROUP = range(2, 11)


def send_message(world: World, ask: Ask) -> dict[str, Any]:
    """A text of up to 4096 UTF-16 units."""
    return deliver(world, ask, writable(world, ask), text_of(world, ask.arguments)).wire()


def send_photo(world: World, ask: Ask) -> dict[str, Any]:
    """A picture, with a caption of up to 1024 UTF-16 units."""
    chat = writable(world, ask, "photos")
    content = media.photo(world, ask, ask["photo"], ask.arguments)
    return deliver(world, ask, chat, content).wire()


def send_document(world: World, ask: Ask) -> dict[str, Any]:
    """A file, with a caption of up to 1024 UTF-16 units."""
    chat = writable(world, ask, "documents")
    content = media.document(world, ask, ask["document"], ask.arguments)
    return deliver(world, ask, chat, content).wire()


def send_location(world: World, ask: Ask) -> dict[str, Any]:
    """A place; live ones are not played."""
    if not (abs(ask["latitude"]) <= 90 and abs(ask["longitude"]) <= 180):
        raise bad_request("wrong latitude or longitude specified")
    kept = ("latitude", "longitude", "horizontal_accuracy", "heading", "proximity_alert_radius")
    place = {key: ask[key] for key in kept if key in ask.arguments}
    return deliver(world, ask, writable(world, ask), {"location": place}).wire()


def send_media_group(world: World, ask: Ask) -> list[dict[str, Any]]:
    """An album: two to ten pictures, or as many documents, but not mixed."""
    chat = writable(world, ask, "photos")
    items = ask["media"]
    if len(items) not in IN_GROUP or len({item["type"] for item in items}) > 1:
        raise bad_request("an album has 2 to 10 pictures or 2 to 10 documents")
    contents = [media.from_media(world, ask, item) for item in items]
    group = {"media_group_id": str(world.sequence + 1)}
    return [deliver(world, ask, chat, content | group).wire() for content in contents]


def copy_message(world: World, ask: Ask) -> dict[str, Any]:
    """The same content as a new message without a link to the old one."""
    chat = writable(world, ask)
    source = chat_of(world, ask, "from_chat_id")
    message = message_of(world, source, ask["message_id"], "message to copy not found")
    if message.service or "poll" in message.content or message.protected:
        raise bad_request("message can't be copied")
    content = dict(message.content)
    if "caption" in ask.arguments and message.captioned:
        content = {key: content[key] for key in content if key not in CAPTION_FIELDS}
        content |= caption_of(world, ask.arguments)
    return {"message_id": deliver(world, ask, chat, content).id}


def send_chat_action(world: World, ask: Ask) -> bool:
    """ "typing..." above the chat, for a moment."""
    chat = chat_of(world, ask)
    if ask["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.journal.note(Happening.TYPING, chat, action=ask["action"])
    return True
