"""From pieces to segments: a coach's shorthand word by word, in any order inside a part."""

from __future__ import annotations

from bot.understand import shorthand_words as w
from bot.understand.shorthand_lexer import NOTHING
from bot.understand.shorthand_parts import Rest, Role, Segment, Stuck, Why
from bot.understand.shorthand_said import Words
from core.workout import Effort

_WITH = {"with", "w/", "incl", "including", "inc"}
_DEEPEST = 3
"""Brackets in brackets."""


class Reader(Words):
    """Reads a whole session."""

    def segments(self, depth: int = 0) -> list[Segment]:
        """Every part up to the end, or to the bracket that closes."""
        if depth > _DEEPEST:
            raise self.stuck()
        found: list[Segment] = []
        while self.peek() is not NOTHING and self.peek().text != ")":
            start = self.at
            segment = self._segment(depth)
            if self.at == start:
                raise self.stuck()
            if segment.said:
                found.append(segment)
            found += self.behind
            self.behind.clear()
        return found

    def _segment(self, depth: int) -> Segment:
        segment = Segment(self.peek().start, self.peek().end)
        segment.within = self.peek(-1).text in _WITH
        while self.peek() is not NOTHING and self.peek().text != ")":
            before = self.at
            if self._parts(segment):
                break
            if self.at > before:
                continue
            if not self._feature(segment, depth):
                break
            segment.end = max(segment.end, self.pieces[self.at - 1].end)
        return segment

    def _parts(self, segment: Segment) -> bool:
        """Whether the next piece ends the segment; marks that only divide are passed over."""
        piece = self.peek()
        easy = segment.rests or segment.effort in {Effort.WALK, Effort.JOG}
        if piece.text == "/" and easy and self.peek(1).text in w.RESTS:
            self.at += 2  # "walk/jog"
            return False
        if piece.text in {"&", "and"} and self.mirrors(segment, 1):
            self.at += 1
            return False
        if piece.text == ":" or (piece.text in {".", "=", "~"} and not segment.sized):
            self.at += 1
            return False
        if piece.text == "," and self._in_ladder(segment):
            self.at += 1
            return False
        dash = piece.text in {"-", "/"} and not self._is_slashed(segment)
        if piece.text in w.SEPARATORS or dash or (piece.text in w.JOINS and segment.sized):
            self.at += 1
            return True
        return False

    def _in_ladder(self, segment: Segment) -> bool:
        return bool({Role.LADDER} & segment.roles) and self.peek(1).number

    def _is_slashed(self, segment: Segment) -> bool:
        piece, then = self.peek(), self.peek(1)
        return piece.text == "/" and len(segment.works) == 1 and then.kind in {"number", "clock"}

    def _feature(self, segment: Segment, depth: int) -> bool:
        """Read the next thing into the segment; False where it begins another one."""
        piece = self.peek()
        if piece.text == "(":
            return self._bracket(segment, depth)
        if piece.text == "@":
            self.at += 1
            if not self._pace(segment):
                raise self.stuck()
            return True
        if piece.text == "/":
            self.at += 1
            segment.rests.append(Rest(self._need_amount()))
            self._rest_words(segment)
            return True
        if piece.kind in {"number", "clock"}:
            return self._number(segment)
        if piece.kind == "word":
            return self._number(segment) if self.worded_count() else self.word(segment)
        if piece.text in {"~", "=", "'", '"', "!", "?"}:
            if piece.text in {"'", '"'}:
                raise self.stuck()
            self.at += 1
            return True
        raise self.stuck()

    def _number(self, segment: Segment) -> bool:
        count = self._count()
        if count is not None:
            if segment.sized or segment.last:
                return False
            times, pieces = count
            segment.counts.append(times)
            self.at += pieces
            return True
        if self._race_pace(segment):
            return True
        series = self._series(segment)
        if series:
            if segment.sized and Role.LADDER not in segment.roles:
                return False
            segment.works += series
            return True
        return self._one_amount(segment)

    def _one_amount(self, segment: Segment) -> bool:
        start = self.at
        amount = self._ranged() or self._need_amount()
        rests = self._is_rest(segment)
        if segment.works and Role.LADDER in segment.roles and not rests:
            segment.works.append(amount)
            return True
        if rests or (segment.sized and segment.counts):
            if not rests and segment.rests and not segment.rests[-1].clock:
                self.at = start
                return False
            segment.rests.append(Rest(amount))
            self._rest_words(segment)
            return True
        if segment.sized:
            self.at = start
            return False
        if self.peek().text == "of" and self.peek(1).kind in {"number", "mark"} and amount.timed:
            segment.total = amount
            self.at += 1
        else:
            segment.works.append(amount)
        return True

    def _bracket(self, segment: Segment, depth: int) -> bool:
        opened = self.peek()
        self.at += 1
        inner = self.segments(depth + 1)
        if self.peek().text != ")":
            raise Stuck(Why.NOT_CLOSED, opened.start, opened.end)
        self.at += 1
        if not inner:
            return True
        one = inner[0] if len(inner) == 1 else None
        if one is not None and not one.sized:
            segment.rests += one.rests
            segment.effort = segment.effort or one.effort
            segment.own_pace = segment.own_pace or one.own_pace
            segment.uphill = segment.uphill or one.uphill
            segment.roles |= one.roles
            return True
        if one is not None and one.last and segment.sized:
            self.behind.append(one)  # "long run 20k (last 5k @ HM)"
            return True
        if one is not None and segment.sized and not one.counts and len(one.works) == 1:
            clock = one.works[0].timed
            segment.rests.append(Rest(one.works[0], effort=_gentle(one.effort), clock=clock))
            return True
        if segment.sized:
            raise Stuck(Why.UNKNOWN, opened.start, self.pieces[self.at - 1].end)
        segment.group = inner
        return True


def _gentle(effort: Effort | None) -> Effort | None:
    return effort if effort in {Effort.JOG, Effort.WALK, Effort.REST, Effort.EASY} else None
