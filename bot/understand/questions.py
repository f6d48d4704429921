"""Questions to the coach are no answers: their words are left out before answers are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understand.reading import MASKED
from bot.understand.sentences import HARD
from bot.understand.tokens import Kind, Token


def without_questions(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with every question masked: "slept 7, is 52 a good hr?" keeps the 7."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if token.text != "?":
            continue
        start = _question_start(tokens, at)
        if start is not None:
            blank = replace(token, kind=Kind.WORD, text="·", tags=frozenset({MASKED}), value=0.0)
            out[start:at] = [blank] * (at - start)
    return out


def _question_start(tokens: Sequence[Token], end: int) -> int | None:
    """Where the question that ends at `end` begins: the first asking word that opens a clause."""
    start = end
    while start > 0 and not (
        tokens[start - 1].kind is Kind.BREAK and tokens[start - 1].text in HARD
    ):
        start -= 1
    for at in range(start, end):
        opens = at == start or tokens[at - 1].kind is Kind.BREAK or tokens[at - 1].has("but")
        if opens and tokens[at].has("asks") and at + 1 < end:
            return at
    return None
