"""A coach's shorthand cut into pieces, each with the place it was written at."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.understand.cleaning import clean, fold
from bot.understand.shorthand.named import NAMED
from bot.understand.shorthand.words import COUNTS, KM, METRES, MILES, MINUTES, SECONDS

LONGEST = 1000
"""Characters of one session; what is longer is no shorthand."""
_PRIMES = str.maketrans(
    {"′": "'", "″": '"', "’": "'", "”": '"', "`": "'", "´": "'", "✕": "x", "✖": "x"}
)
_PIECE = re.compile(
    r"(?P<clock>\d{1,3}:\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<number>(?<![\d,])\d,\d{3}(?![\d,])|(?<![\d,.a-zA-Z])\d{1,2},\d{1,2}(?=\s?(?:km?|mi|min|h)\b)"
    r"|\d+\.\d+|\d+)"
    r"|(?P<word>(?i:over[/-]unders?|(?:all|flat)[ -]out|roll-on|in[ -]between)"
    r"|(?i:[wc][/-][ud](?![a-z])|b/w|w/o|w/)|[^\W\d_]+(?:-up|-down)?)"
    r"|(?P<mark>->|''|\S|\n)"
)
_BULLET = re.compile(r"^[ \t]*(?:[-*•·>]+|\d{1,2}\)|\d{1,2}\.|[a-d]\))[ \t]+", re.MULTILINE)
_PLURAL = re.compile(r"(?<=\d)'s\b")
"""The apostrophe of "800's"."""
_SHORTENED = re.compile(r"(?<=[a-z])'(?:ll|re|ve|d|m|s)\b", re.IGNORECASE)
"""What an apostrophe leaves of a word that says nothing: "we'll", "today's"."""
_QUOTED = re.compile(r"(?<!\d)[\"']([^\W\d_]+(?: [^\W\d_]+)*)[\"']")
_JOINED = re.compile(r"\b(pick|build|stride)[ -](?=(?:ups?|outs?)\b)", re.IGNORECASE)
"""Words written in two: "pick ups"."""
_ARROWS = re.compile("[=-]?->|=>|[\u2190-\u21ff\u27a1\u2794-\u27be\u25b6\u2b05-\u2b0d]")
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
    """The text as the places refer to it: cleaned, one kind of quotes and crosses, no bullets and
    no pictures.
    """
    said = clean(text.translate(_PRIMES))
    said = re.sub(r"\b1st\b", "first", re.sub(r"\b2nd\b", "next", said))
    said = _JOINED.sub(r"\1", said)
    said = _SHORTENED.sub("", _ARROWS.sub(";", said))
    said = "".join(" " if unicodedata.category(char) in {"So", "Sk"} else char for char in said)
    return _PLURAL.sub("s", _QUOTED.sub(r" \1 ", _BULLET.sub("", said))).strip()


def cut(text: str) -> list[Piece]:
    """The pieces of a `plain` text; one session called by its name alone is written out."""
    for name, written in NAMED:
        found = name.search(text)
        if found:
            start, end = found.span()
            there = [replace(piece, start=start, end=end) for piece in _cut(written)]
            return [*_cut(text[:start]), *there, *_cut(text[end:], end)]
    return _cut(text)


def _cut(text: str, offset: int = 0) -> list[Piece]:
    pieces: list[Piece] = []
    end = -1
    for match in _PIECE.finditer(text):
        pieces += _pieces(match, glued=match.start() == end)
        end = match.end()
    shouted = text.isupper()  # capitals say nothing in it
    return [
        replace(
            piece,
            start=piece.start + offset,
            end=piece.end + offset,
            capital=piece.capital and not shouted,
        )
        for piece in pieces
    ]


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
    if text[:3] in {"all", "fla"} and text.endswith("out"):
        text = raw = re.sub("[ -]", "", text)
    if text.endswith("between"):
        text = raw = "between"
    if text in COUNTS:
        return [Piece("number", text, start, start + len(raw), float(COUNTS[text]))]
    if glued and text[:-1] in _UNITS and text[-1] in "rx":
        cuts = [0, len(raw) - 1]
    elif glued and text.endswith("pace") and text[:-4] in _UNITS:
        cuts = [0, len(raw) - 4]
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
