"""What the bot says: text, buttons, a picture or a file, as values; delivery sends them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: `data` goes back to the coach (at most 64 bytes), `url` opens a page."""

    text: str
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG bytes and what a screen reader, or a person without pictures, is told."""

    png: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A document: name, bytes and a line about it."""

    name: str
    content: bytes
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `text` is Telegram HTML; picture and file follow as messages of their own."""

    text: str = ""
    rows: Rows = ()
    picture: Picture | None = None
    file: File | None = None
    silent: bool = False
    ask_location: str = ""
    """Label of a button that shares the location; the rows' labels stand below it and come back as
    words. Empty: none."""
    ends_keyboard: bool = False
    """Takes that keyboard away again; only where there are no rows."""
