"""What becomes of a text on its way: markup read, entities found, lengths held."""

from __future__ import annotations

import re
from typing import Any

from bot.rehearsal.model import html
from bot.rehearsal.model.errors import bad_request, not_played
from bot.rehearsal.model.utf16 import units

Entity = dict[str, Any]
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100

FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"]+[^\s<>\".,;:!?)])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{3,31})?(?![\w/]))"
)
UNTOUCHED = frozenset({"pre", "code", "text_link", "text_mention"})
INVISIBLE = dict.fromkeys([*range(9), *range(11, 32), 0x200E, 0x200F], " ")


def formatted(
    source: str, parse_mode: str | None = None, entities: list[Entity] | None = None
) -> tuple[str, list[Entity]]:
    """A text as Telegram keeps it: trimmed, with the entities given and those it finds itself."""
    if parse_mode and parse_mode.lower() == "html":
        text, marked = html.parse(source)
    elif parse_mode and parse_mode.lower() in {"markdown", "markdownv2"}:
        raise not_played(f"parse_mode {parse_mode}")
    elif parse_mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, marked = source, _given(source, entities or [])
    text, marked = _trimmed(text.translate(INVISIBLE), marked)
    every = [*marked, *_found(text, marked)][:ENTITY_LIMIT]
    return text, sorted(every, key=lambda entity: (entity["offset"], -entity["length"]))


def text_content(
    source: str, parse_mode: str | None = None, entities: list[Entity] | None = None
) -> dict[str, Any]:
    """The fields of a text message; ApiError when empty or over 4096 UTF-16 units."""
    text, marked = formatted(source, parse_mode, entities)
    if not text:
        raise bad_request("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": marked} if marked else {})


def caption_content(
    source: str | None, parse_mode: str | None = None, entities: list[Entity] | None = None
) -> dict[str, Any]:
    """The fields of a caption; ApiError when over 1024 UTF-16 units."""
    text, marked = formatted(source or "", parse_mode, entities)
    if units(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    told: dict[str, Any] = {"caption": text} if text else {}
    return told | ({"caption_entities": marked} if text and marked else {})


def _given(text: str, entities: list[Entity]) -> list[Entity]:
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] <= 0:
            raise bad_request("can't parse entities: entity has a wrong offset or length")
        if entity["offset"] + entity["length"] > units(text):
            raise bad_request("can't parse entities: entity ends behind the text")
    return entities


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Telegram drops the space around a text; entities move with it."""
    lead = units(text) - units(text.lstrip())
    kept = text.strip()
    end = units(kept)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] + entity["length"] - lead)
        if stop > start:
            moved.append(entity | {"offset": start, "length": stop - start})
    return kept, moved


def _found(text: str, marked: list[Entity]) -> list[Entity]:
    """Commands, mentions, hashtags, links and addresses, except inside code and links."""
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in marked
        if entity["type"] in UNTOUCHED
    ]
    found = []
    for match in FOUND.finditer(text):
        start, length = units(text[: match.start()]), units(match[0])
        if not any(start < stop and begin < start + length for begin, stop in taken):
            found.append({"type": match.lastgroup, "offset": start, "length": length})
    return found
