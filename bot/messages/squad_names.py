"""Names of people and groups as Telegram gives them: as long as a card can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.text import Html, Text

NAMES = 12
"""How many names a line has before it only counts the rest."""
LONGEST = 28
_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of a line: a name may be written in any script, not turn others."""
_UNSEEN = re.compile("[\u00ad\u115f\u1160\u200b\u2060\u2800\u3164\ufeff\uffa0]")
"""Letters that nobody sees, of which some make their whole name."""


def short(name: str, longest: int = LONGEST) -> str:
    """A name on one line, cut where it is longer; some fill a screen."""
    line = " ".join(_UNSEEN.sub(" ", _TURNS.sub("", name)).split()) or "…"
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def listed(names: Sequence[str], text: Text, most: int = NAMES) -> Html:
    """The first names, and how many others."""
    return some(
        [str(text.write(short(name))) for name in names[: most + 1]], text, most, len(names)
    )


def some(parts: Sequence[str], text: Text, most: int, count: int | None = None) -> Html:
    """The first of these, ready HTML, and how many others of `count` (all that there are)."""
    others = (len(parts) if count is None else count) - most
    told = [*parts[:most], *([text("attend-more", count=others)] if others > 0 else [])]
    return Html(text.listed(told))
