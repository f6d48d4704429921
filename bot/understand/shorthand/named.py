"""Sessions that coaches call by a name alone, as the shorthand that they stand for."""

from __future__ import annotations

import re

_MONA = (
    "2x(90s @5k, 90s float), 4x(60s @5k, 60s float), 4x(30s @3k, 30s float),"
    " 4x(15s @mile, 15s float)"
)
"""Steve Moneghetti and Chris Wardlaw, 1983: twenty minutes."""
_DEEK = "8x400 @5k, 200 float"
"""Robert de Castella's quarters."""
_FOUR_BY_FOUR = "4x4min @5k"
"""Trondheim (Helgerud and others, 2007): four minutes near VO2max, three easy."""

NAMED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<![a-z]){name}(?![a-z])", re.IGNORECASE), written)
    for name, written in (
        (r"(?:the )?mon(?:a|egh?etti)(?:'?s)?(?: fart?lek| farltek)?", _MONA),
        (r"deek'?s?(?: quarters| fartlek)", _DEEK),
        (r"norwegian 4 ?x ?4(?: ?(?:min(?:ute)?s?\b|'))?s?", _FOUR_BY_FOUR),
    )
)
"""What the text calls it, and how it would be written out."""
