"""Where the reading of a coach's shorthand stands: the pieces, spelled right, and the place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache

from bot.understand.shorthand import words as w
from bot.understand.shorthand.lexer import NOTHING, Piece
from bot.understand.shorthand.parts import Note, Segment, Stuck, Why
from bot.understand.spelling import Speller


class Cursor:
    """Pieces read from left to right; what was assumed on the way is in `notes`."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = [_spelled(piece) for piece in pieces]
        self.at = 0
        self.notes: set[Note] = set()
        self.behind: list[Segment] = []
        self.began = self.after_named = False

    def peek(self, ahead: int = 0) -> Piece:
        at = self.at + ahead
        return self.pieces[at] if 0 <= at < len(self.pieces) else NOTHING

    def stuck(self, why: Why = Why.UNKNOWN, pieces: int = 1) -> Stuck:
        piece, last = self.peek(), self.peek(pieces - 1)
        return Stuck(why, piece.start, max(last.end, piece.end))

    def next_is(self, text: str) -> bool:
        return self.peek(1).text == text


def _spelled(piece: Piece) -> Piece:
    """The piece, a typo put right."""
    if piece.kind != "word":
        return piece
    said = w.SLIPS.get(piece.text, piece.text)
    return replace(piece, text=_speller().right(said))


@cache
def _speller() -> Speller:
    """Every word of the shorthand that is long enough to be misspelt."""
    groups: tuple[Collection[str], ...] = (
        w.LENGTHS, w.TIMES, w.EFFORTS, w.RESTS, w.HARD, w.SETS, w.REPS, w.HILL, w.STRIDES,
        w.DRILLS, w.WARM_UP, w.COOL_DOWN, w.LADDER, w.FARTLEK, w.LONG, w.BETWEEN, w.NOISE,
        w.DAYS, w.PROGRESSION, w.TRIAL, w.ORDER,
    )  # fmt: skip
    words = {word for group in groups for word in group}
    return Speller(words, w.SPORTS)
