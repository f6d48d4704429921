"""Marks between the parts of a coach's shorthand: which of them end a part, and which do not."""

from __future__ import annotations

from bot.understand.shorthand import words as w
from bot.understand.shorthand.amounts import UNITS
from bot.understand.shorthand.parts import Role, Segment
from bot.understand.shorthand.said import Words
from core.workout import Effort

_HEADING = {"-", "\n", ",", ".", "!"}
"""Marks behind a heading at the very beginning."""
_MOST_BEHIND = 40
"""Reps that may be told behind a colon: "800s: 6 @ 5k"."""


class Marks(Words):
    """Reads what stands between two parts."""

    def _mark(self, segment: Segment) -> bool:
        """Whether the next piece ends the part; marks that only divide words are passed over."""
        if self._ends(segment):
            self.at += 1
            return True
        if not self._count_behind(segment):
            self.at += self._passed(segment)
        return False

    def _ends(self, segment: Segment) -> bool:
        piece = self.peek()
        heading = piece.text == ":" or (piece.text in _HEADING and not self.began)
        if (heading and segment.label) or self._numbered_label(segment):
            segment.heads = True
            return True
        if piece.text in {":", "=", "~"} or self._passed(segment):
            return False
        if piece.text in {"-", "/"}:
            return not self._is_slashed(segment) or self._alternates(segment)
        joined = piece.text in w.JOINS and (segment.sized or segment.roles)
        return piece.text in w.SEPARATORS or bool(joined)

    def _passed(self, segment: Segment) -> int:
        """How many pieces here say nothing."""
        piece = self.peek()
        easy = segment.rests or segment.effort in {Effort.WALK, Effort.JOG}
        if piece.text == "/" and easy and self.peek(1).text in w.RESTS:
            return 2  # "walk/jog"
        if piece.text in {"&", "and"} and self.mirrors(segment, 1):
            return 1
        if piece.text == ":" and not (segment.counts and not segment.sized):
            segment.heads = segment.heads or segment.sized
            return 1
        if piece.text in {"=", "~"}:
            return int(not segment.sized)
        if piece.text in {".", "!", "?"}:
            return int(not segment.said)
        return int(piece.text == "," and self._in_ladder(segment))

    def _count_behind(self, segment: Segment) -> bool:
        """ "800s: 6 @ 5k": how far, and behind the colon how often."""
        if self.peek().text != ":":
            return False
        then, further = self.peek(1), self.peek(2)
        single = len(segment.works) == 1 and not (segment.counts or segment.effort or segment.roles)
        reps = further.text in {"@", "at", "x", "off", "w", *w.WITH, *w.REPS}
        if not (single and then.whole and 1 < then.value <= _MOST_BEHIND and reps):
            return False
        segment.counts.append(int(then.value))
        self.at += 2 + (further.text == "x")
        return True

    def _in_ladder(self, segment: Segment) -> bool:
        """Whether another rung follows, and no recovery: "ladder 1', 2', 3'"."""
        unit = self.peek(2).text in UNITS
        rest = self.peek(3 if unit else 2).text in w.RESTS
        ladder = Role.LADDER in segment.roles and not (segment.paced and segment.works)
        return ladder and self.peek(1).number and not rest

    def _numbered_label(self, segment: Segment) -> bool:
        """ "Set 1:", "Week 4 -": a heading with a number."""
        named = self.peek().text in w.LABELS and not segment.said
        if not (named and self.peek(1).whole and self.peek(2).text in {":", "-", "\n"}):
            return False
        self.at += 2
        return True

    def _alternates(self, segment: Segment) -> bool:
        """ "800 @ 10k / 400 @ 3k", "2k easy / 2k tempo": a stretch of its own."""
        if len(segment.works) != 1 or segment.effort is None or segment.rests:
            return False
        start, notes = self.at, set(self.notes)
        self.at += 1
        amount = self._amount()
        self.at += self.peek().text in {"@", "at"}
        effort = self._effort() if amount is not None else None
        turns = self.peek().text == "x"
        self.at, self.notes = start, notes
        if effort is None:
            return False
        return effort.at_least_marathon or not (segment.counts or turns)

    def _is_slashed(self, segment: Segment) -> bool:
        piece, then = self.peek(), self.peek(1)
        if piece.text != "/" or segment.rests or then.kind not in {"number", "clock"}:
            return False
        counts = self.peek(2).text in {"x", *w.REPS, *w.SETS}
        return len(segment.works) == 1 and (segment.works[0].bare or not counts)
