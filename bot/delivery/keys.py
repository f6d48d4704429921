"""Whose an update is, read from Telegram's raw JSON without trusting any of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ANONYMOUS = frozenset({1087968824, 136817688, 777000})
"""Telegram's own accounts that speak for anonymous administrators, channels and itself."""

_TOO_LARGE = 2**63
"""No number of Telegram's has more than 52 bits; no database keeps more than 64."""


def update_id(raw: object) -> int | None:
    """The update's number, or None where it is no update."""
    return _number(raw, "update_id")


def key_of(raw: Mapping[str, Any]) -> int:
    """The user's id, for all that must be handled in order; the chat's where there is no user."""
    for payload in _payloads(raw):
        for field in ("from", "user"):
            user = _id(payload.get(field))
            if user is not None and user not in ANONYMOUS:
                return user
    return chat_of(raw) or -(update_id(raw) or 0)


def tap_of(raw: Mapping[str, Any]) -> str | None:
    """The id of the callback query, if a button was pressed."""
    query = raw.get("callback_query")
    number = query.get("id") if isinstance(query, Mapping) else None
    return number if isinstance(number, str) else None


def chat_of(raw: Mapping[str, Any]) -> int | None:
    """The chat in which an answer would appear."""
    for payload in _payloads(raw):
        message = payload.get("message")
        for holder in (payload, message if isinstance(message, Mapping) else {}):
            chat = _id(holder.get("chat"))
            if chat is not None:
                return chat
    return None


def _payloads(raw: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (value for value in raw.values() if isinstance(value, Mapping))


def _id(thing: object) -> int | None:
    return _number(thing, "id")


def _number(thing: object, field: str) -> int | None:
    number = thing.get(field) if isinstance(thing, Mapping) else None
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    return number if abs(number) < _TOO_LARGE else None
