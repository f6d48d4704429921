"""The words of a call: its text or caption with parse_mode and entities, people in them known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.rehearsal.model.wording import caption_content, text_content
from bot.rehearsal.model.world import World

Said = Mapping[str, Any]
Content = dict[str, Any]
CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")


def text_of(world: World, said: Said) -> Content:
    """The fields of a text message."""
    content = text_content(said.get("text", ""), said.get("parse_mode"), said.get("entities"))
    return _with_people(world, content, "entities")


def caption_of(world: World, said: Said) -> Content:
    """The fields of a caption; `said` is the call's arguments or a media object."""
    content = caption_content(
        said.get("caption"), said.get("parse_mode"), said.get("caption_entities")
    )
    above = said.get("show_caption_above_media") and "caption" in content
    content |= {"show_caption_above_media": True} if above else {}
    return _with_people(world, content, "caption_entities")


def _with_people(world: World, content: Content, field: str) -> Content:
    """Mentions by id name somebody Telegram knows, or are dropped."""
    kept = []
    for entity in content.pop(field, []):
        if entity["type"] != "text_mention":
            kept.append(entity)
        elif person := world.people.get(entity["user"]["id"]):
            kept.append(entity | {"user": person.wire()})
    return content | ({field: kept} if kept else {})
