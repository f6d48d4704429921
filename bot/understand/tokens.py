"""Text cut into typed tokens: words, numbers, clocks, ratios, emoji and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.understand.cleaning import clean, fold

MOST = 1200
"""Tokens read of one message; a longer one is cut, so that work stays bounded."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set: a plain way to write a long list of them."""
    return frozenset(text.split())


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    CLOCK = "clock"
    RATIO = "ratio"
    DATE = "date"
    MARK = "mark"
    EMOJI = "emoji"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece; `value`: a number, a clock in minutes, a ratio's first part (`of` its last)."""

    kind: Kind
    text: str
    glued: bool = False
    value: float = 0.0
    of: float = 0.0
    worded: bool = False
    tags: frozenset[str] = frozenset()

    def has(self, *tags: str) -> bool:
        return not self.tags.isdisjoint(tags)

    @property
    def whole(self) -> bool:
        return self.kind is Kind.NUMBER and self.value == int(self.value)


_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_PIECE = re.compile(
    r"(?P<date>(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<clock>(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<ratio>(?<![\d/])(?<!/ )(?<!\dh)\d{1,3}(?:[.,]\d)? ?/ ?\d{1,3}(?! ?/)"
    r"(?![\d/.,:]*[\d/:])(?!(?<= / \d)h|(?<= / \d\d)h))"
    r"|(?P<number>\d{1,3},\d{3}(?![\d,])|(?<!\d,)\d+,\d{1,2}(?!\d|[.,]\d)|\d+\.\d+(?!\.?\d)|\d+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    rf"|(?P<emoji>[{_EMOJI}])"
    r"|(?P<break>\n+|(?:\.\.+)|[.!?;,])"
    r"|(?P<mark>\S)"
)


def tokenise(text: str) -> list[Token]:
    """The tokens of a raw message, cleaned and folded, at most `MOST`."""
    folded = fold(clean(text))
    tokens: list[Token] = []
    end = -1
    for found in _PIECE.finditer(folded):
        tokens.append(_token(found, glued=found.start() == end))
        end = found.end()
        if len(tokens) >= MOST:
            break
    return tokens


def _token(found: re.Match[str], *, glued: bool) -> Token:
    kind, text = Kind(found.lastgroup or "mark"), found[0]
    if kind is Kind.NUMBER:
        return Token(kind, text, glued, value=_number(text))
    if kind is Kind.CLOCK:
        return Token(kind, text, glued, value=_minutes(text))
    if kind is Kind.RATIO:
        first, second = text.replace(",", ".").split("/")
        return Token(kind, text, glued, value=float(first), of=float(second))
    if kind is Kind.BREAK:
        return Token(kind, "\n" if text.startswith("\n") else text[0] * min(len(text), 2), glued)
    return Token(kind, text.replace("'", "") if kind is Kind.WORD else text, glued)


def _number(text: str) -> float:
    if re.fullmatch(r"\d{1,3},\d{3}", text):
        text = text.replace(",", "")
    return float(text[:12].replace(",", "."))


def _minutes(text: str) -> float:
    first, second, *rest = (int(part) for part in text.split(":"))
    return first * 60 + second + sum(rest) / 60
