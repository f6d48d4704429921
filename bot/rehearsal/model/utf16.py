"""Telegram counts text in UTF-16 units: an emoji is two."""

from __future__ import annotations


def units(text: str) -> int:
    """The length of `text` as Telegram counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def piece(text: str, offset: int, length: int) -> str:
    """What an entity covers; offset and length in UTF-16 units."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
