"""A coach's shorthand cut into pieces, each with the place it was written at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understand.cleaning import clean, fold
from bot.understand.shorthand_words import KM, METRES, MILES, MINUTES, SECONDS

LONGEST = 4000
"""Characters of one session; what is longer is no shorthand."""
_PRIMES = str.maketrans(
    {"′": "'", "″": '"', "’": "'", "”": '"', "`": "'", "´": "'", "✕": "x", "✖": "x"}
)
_PIECE = re.compile(
    r"(?P<clock>\d{1,3}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<number>(?<![\d,])\d,\d{3}(?![\d,])|(?<![\d,.a-zA-Z])\d{1,2},\d{1,2}(?=\s?(?:km?|mi|min|h)\b)"
    r"|\d+\.\d+|\d+)"
    r"|(?P<word>(?i:over[/-]unders?|[wc]/[ud](?![a-z])|b/w|w/o|w/)|[^\W\d_]+(?:-up|-down)?)"
    r"|(?P<mark>->|''|\S|\n)"
)
_UNITS = KM | METRES | MILES | MINUTES | SECONDS | {"m"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number, clock or mark; `value` of a clock is in seconds, as minutes:seconds."""

    kind: str
    text: str
    start: int
    end: int
    value: float = 0.0
    capital: bool = False
    glued: bool = False

    @property
    def number(self) -> bool:
        return self.kind == "number"

    @property
    def whole(self) -> bool:
        return self.kind == "number" and self.value == int(self.value)


NOTHING = Piece("end", "", 0, 0)


def plain(text: str) -> str:
    """The text as the places refer to it: cleaned, one kind of quotes and crosses."""
    return clean(text.translate(_PRIMES)).strip()


def cut(text: str) -> list[Piece]:
    """The pieces of a `plain` text."""
    found = list(_PIECE.finditer(text))
    pieces: list[Piece] = []
    end = -1
    for match in found:
        pieces += _pieces(match, glued=match.start() == end)
        end = match.end()
    return pieces


def _pieces(match: re.Match[str], *, glued: bool) -> list[Piece]:
    kind, raw, start = match.lastgroup or "mark", match[0], match.start()
    if kind == "number":
        return [Piece(kind, raw, start, match.end(), _number(raw), glued=glued)]
    if kind == "clock":
        return [Piece(kind, raw, start, match.end(), _seconds(raw), glued=glued)]
    if kind == "word":
        return _words(raw, start, glued=glued)
    text = {"->": ";", "''": '"', "*": "x", "[": "(", "]": ")", "{": "(", "}": ")"}.get(raw, raw)
    return [Piece("word" if text == "x" else kind, text, start, match.end(), glued=glued)]


def _words(raw: str, start: int, *, glued: bool) -> list[Piece]:
    """One word, or those that stand together without a space: "kr", "xmile"."""
    text, cuts = fold(raw), [0]
    if glued and text[:-1] in _UNITS and text[-1] in "rx":
        cuts = [0, len(raw) - 1]
    elif text.startswith("x") and text[1:] in _UNITS:
        cuts = [0, 1]
    ends = [*cuts[1:], len(raw)]
    return [
        Piece(
            "word",
            fold(raw[a:b]),
            start + a,
            start + b,
            capital=raw[a:b].isupper(),
            glued=glued or a > 0,
        )
        for a, b in zip(cuts, ends, strict=True)
    ]


def _number(raw: str) -> float:
    if re.fullmatch(r"\d,\d{3}", raw):
        raw = raw.replace(",", "")
    return float(raw[:9].replace(",", "."))


def _seconds(raw: str) -> float:
    parts = [int(part) for part in raw.split(":")]
    if len(parts) == 3:
        return parts[0] * 3600.0 + parts[1] * 60 + parts[2]
    return parts[0] * 60.0 + parts[1]
