"""Pictures and documents as the content of a message, new or known by file id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.methods.texts import caption_of
from bot.rehearsal.model.errors import not_played
from bot.rehearsal.model.files import Stored, Upload, image_size
from bot.rehearsal.model.world import World


def photo(world: World, ask: Ask, value: Upload | str, said: Mapping[str, Any]) -> dict[str, Any]:
    """A picture; `said` has caption, parse_mode and looks (the call's or the media object's)."""
    caption = caption_of(world, said)
    file = _file(world, "photo", ask.file(value))
    width, height = image_size(file.upload.data)
    size = file.wire() | {"width": width, "height": height}
    spoiler = {"has_media_spoiler": True} if said.get("has_spoiler") else {}
    return {"photo": [size]} | caption | spoiler


def document(
    world: World, ask: Ask, value: Upload | str, said: Mapping[str, Any]
) -> dict[str, Any]:
    """A document; `said` as with pictures."""
    caption = caption_of(world, said)
    file = _file(world, "document", ask.file(value))
    told = file.wire() | {"file_name": file.upload.name, "mime_type": file.upload.mime}
    return {"document": told} | caption


def from_media(world: World, ask: Ask, media: dict[str, Any]) -> dict[str, Any]:
    """The content that an InputMedia object stands for."""
    make = photo if media["type"] == "photo" else document
    return make(world, ask, media["media"], media)


def _file(world: World, kind: str, value: Upload | str) -> Stored:
    if isinstance(value, Upload):
        if kind == "photo":
            image_size(value.data)
        return world.files.keep(kind, value)
    if value.startswith(("http://", "https://")):
        raise not_played("fetching a file by its URL")
    return world.files.find(value, kind)
