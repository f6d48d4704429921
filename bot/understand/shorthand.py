"""A coach's shorthand in: "2k wu, 6x800 @5K r2', 10' cd" → steps, or what was not understood."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.shorthand_lexer import LONGEST, cut, plain
from bot.understand.shorthand_parts import Note, Stuck, Why
from bot.understand.shorthand_reader import Reader
from bot.understand.shorthand_steps import blocks_of
from core.workout import Block

__all__ = ["Missed", "Note", "Shorthand", "Why", "read_shorthand"]


@dataclass(frozen=True, slots=True)
class Shorthand:
    """The session as understood, and what was filled in between the lines."""

    blocks: tuple[Block, ...]
    notes: frozenset[Note] = frozenset()


@dataclass(frozen=True, slots=True)
class Missed:
    """Why it was not understood, the words in question, and where they stand in the text."""

    why: Why
    part: str = ""
    at: int = 0


def read_shorthand(text: str) -> Shorthand | Missed:
    """The session a coach wrote; never a guess about words that are not in the grammar."""
    said = plain(text)
    if len(said) > LONGEST:
        return Missed(Why.TOO_LONG, said[:20])
    reader = Reader(cut(said))
    try:
        segments = reader.segments()
        if reader.at < len(reader.pieces):  # a bracket closed that was never opened
            raise reader.stuck()
        if not segments:
            return Missed(Why.EMPTY, said[:40])
        blocks = blocks_of(segments, reader.notes, len(said))
    except Stuck as stuck:
        return Missed(stuck.why, said[stuck.start : stuck.end].strip(), stuck.start)
    return Shorthand(blocks, frozenset(reader.notes))
