"""Text and entities as the HTML the chat page may show: a handful of tags, all else escaped."""

from __future__ import annotations

from html import escape
from typing import Any

from bot.rehearsal.model.utf16 import piece, units

Entity = dict[str, Any]

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
LINKABLE = ("http://", "https://", "mailto:")


def to_html(text: str, entities: list[Entity]) -> str:
    """HTML with every tag closed in the reverse order of its opening; overlaps are reopened."""
    end = units(text)
    shown = sorted(
        (e for e in entities if _tags(e, text)[0] and e["length"] > 0),
        key=lambda e: (e["offset"], -e["length"]),
    )
    borders = sorted({0, end} | {at for e in shown for at in (e["offset"], _stop(e)) if at <= end})
    out: list[str] = []
    stack: list[Entity] = []
    for at, following in zip(borders, [*borders[1:], end], strict=True):
        _close(out, stack, at, text)
        for entity in shown:
            if entity["offset"] == at and at < end:
                stack.append(entity)
                out.append(_tags(entity, text)[0])
        out.append(escape(piece(text, at, following - at), quote=False))
    return "".join(out)


def _close(out: list[str], stack: list[Entity], at: int, text: str) -> None:
    """Ends what ends here; what lies above it on the stack is closed and opened again."""
    while any(_stop(entity) <= at for entity in stack):
        reopened = []
        while True:
            entity = stack.pop()
            out.append(_tags(entity, text)[1])
            if _stop(entity) <= at:
                break
            reopened.append(entity)
        for entity in reversed(reopened):
            stack.append(entity)
            out.append(_tags(entity, text)[0])


def _stop(entity: Entity) -> int:
    return int(entity["offset"]) + int(entity["length"])


def _tags(entity: Entity, text: str) -> tuple[str, str]:
    """(opening, closing); empty for what the page shows as plain text."""
    kind = entity["type"]
    if kind in TAGS:
        return f"<{TAGS[kind]}>", f"</{TAGS[kind]}>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if kind == "spoiler":
        return '<span class="tg-spoiler">', "</span>"
    if kind in {"text_link", "url"}:
        url = entity.get("url") or piece(text, entity["offset"], entity["length"])
        if url.lower().startswith(LINKABLE):
            return f'<a href="{escape(url)}">', "</a>"
    return "", ""
