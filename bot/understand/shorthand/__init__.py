"""A coach's shorthand in: "2k wu, 6x800 @5K r2', 10' cd" → steps, or what was not understood.

    session   = [heading ":"] part { mark part }             mark: , ; + / - . new line, "then"
    part      = reps | stretch | row | strides | wu | cd | rest | portion | "repeat" count
    reps      = count "x" size | size "x" count | count "x" "(" session ")" | count "x" reps
    row       = size "-" size "-" size {"-" size} ["and back"]
    portion   = ("first" | "last" | "middle") (count | size)      of the part before it
    size      = number [km | mi | m | min | ' | s | "]            800, 2', 1:30, 1'30, 2M
    effort    = "@" race | race "pace" | T | tempo | easy | z1-z6 | rpe 1-10 | hard ...
    rest      = "r" size | size (jog | walk | rest | float) | "off" size | "(" size ")"
              | "jog back" | "equal jog" | size "between" (reps | sets) | "R" size

Inside a part size, effort and rest stand in any order. What is told in one part of another (a
heading, "all @ 5k", a rest behind a list) is given to it afterwards. Words that nobody knows are
asked back, never passed over, and so is a number that came to nothing.

The way through the package: `lexer` cuts the text into pieces; `reader` and what it is made of
(`marks`, `said`, `turns`, `roles`, `paces`, `efforts`, `rests`, `amounts`, `cursor`) read them into
segments (`parts`); `spread`, `grouping` and `rows` bring together what belongs together; `steps`,
`reps`, `stretches` and `sizes` make steps of it; `frame` bounds it and `account` sees that nothing
is lost. `words` is the vocabulary, `named` the sessions with a name, `written` the way back.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.shorthand.lexer import LONGEST, cut, plain
from bot.understand.shorthand.parts import Note, Stuck, Why
from bot.understand.shorthand.reader import Reader
from bot.understand.shorthand.steps import blocks_of
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
