"""What a finished tag of Telegram's HTML stands for: an entity, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.model.errors import ApiError, bad_request

Entity = dict[str, Any]

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
USER_LINK = re.compile(r"tg://user\?id=(\d+)$")
LINK = re.compile(r"(?:https?://|tg://)?[^\s/?#]+\.[^\s]+|tg://\S+|https?://\S+", re.IGNORECASE)


@dataclass(slots=True)
class Open:
    """A tag that waits for its end: where its text begins, in UTF-16 units and in pieces read."""

    tag: str
    facts: dict[str, str]
    offset: int
    begin: int


def unparsable(text: str) -> ApiError:
    """The 400 that markup gets when Telegram cannot read it."""
    return bad_request(f"can't parse entities: {text}")


def entity_of(opened: Open, span: Entity, inside: str, before: Entity | None) -> Entity | None:
    """The entity of a tag over `span`; `inside` is its text, `before` the entity closed last."""
    if opened.tag == "a":
        return _link(opened.facts.get("href") or inside, span)
    if opened.tag == "tg-emoji":
        return _emoji(opened.facts.get("emoji-id", ""), span)
    if opened.tag == "tg-time":
        return _time(opened.facts.get("unix", ""), opened.facts.get("format"), span)
    if opened.tag in {"pre", "code"}:
        return _preformatted(opened, span, before or {})
    expandable = opened.tag == "blockquote" and "expandable" in opened.facts
    return {"type": "expandable_" * expandable + SIMPLE[opened.tag]} | span


def _link(url: str, span: Entity) -> Entity | None:
    """A link, a mention by id, or nothing when it leads nowhere: Telegram drops it in silence."""
    user = USER_LINK.match(url)
    if user:
        return {"type": "text_mention", "user": {"id": int(user[1])}} | span
    if not LINK.fullmatch(url):
        return None
    return {"type": "text_link", "url": url if "://" in url else f"http://{url}"} | span


def _emoji(number: str, span: Entity) -> Entity:
    if not number.isdecimal() or not 0 < int(number) < 2**63:
        raise unparsable("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": number} | span


def _time(unix: str, shape: str | None, span: Entity) -> Entity:
    if not unix.isdecimal() or int(unix) >= 2**31:
        raise unparsable("Invalid date specified")
    made = {"type": "date_time", "unix_time": int(unix)} | span
    return made | ({"date_time_format": shape} if shape else {})


def _preformatted(opened: Open, span: Entity, before: Entity) -> Entity | None:
    """`pre` around `code class="language-x"` is one block with a language."""
    language = opened.facts.get("class", "").removeprefix("language-")
    if opened.tag == "code":
        return {"type": "code"} | span | ({"language": language} if language else {})
    if before.get("type") == "code" and span.items() <= before.items() and "language" in before:
        before["type"] = "pre"
        return None
    return {"type": "pre"} | span
