"""One spelling for a place's name: letters only, lower case, no accents, "Saint" as "st"."""

from __future__ import annotations

import re

from bot.understand.cleaning import clean, fold

LONGEST = 120
"""Characters read of what should be a place."""
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_SHORT = {"saint": "st", "sankt": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_NO_LETTER = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """The name in its one spelling; "" where nothing in it is a letter or digit."""
    plain = fold(clean(name[:LONGEST])).translate(_LETTERS).replace("'", "")
    words = _NO_LETTER.sub(" ", plain).split()
    return " ".join(_SHORT.get(word, word) for word in words)
