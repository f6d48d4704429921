"""From pieces to segments: a coach's shorthand word by word, in any order inside a part."""

from __future__ import annotations

from bot.understand.shorthand import words as w
from bot.understand.shorthand.lexer import NOTHING
from bot.understand.shorthand.marks import Marks
from bot.understand.shorthand.parts import Rest, Role, Segment, Stuck, Why
from core.workout import Effort

_SESSION = {"session", "sessions", "workout", "training", "prep", "specific"}
_DEEPEST = 3
"""Brackets in brackets."""


class Reader(Marks):
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
            self.began = self.began or segment.sized
            self.after_named = segment.named
            found += self.behind
            self.behind.clear()
        return found

    def _segment(self, depth: int) -> Segment:
        segment = Segment(self.peek().start, self.peek().end)
        segment.mark = self.peek(-1).text
        segment.within = self.peek(-1).text in w.WITH
        segment.slashed = self.peek(-1).text == "/" and self.began
        while self.peek() is not NOTHING and self.peek().text != ")":
            before = self.at
            if self._mark(segment):
                break
            if self.at > before:
                continue
            if not self._feature(segment, depth):
                break
            segment.end = max(segment.end, self.pieces[self.at - 1].end)
        return segment

    def _feature(self, segment: Segment, depth: int) -> bool:
        """Read the next thing into the segment; False where it begins another one."""
        piece = self.peek()
        if piece.text == "(":
            return self._bracket(segment, depth)
        if piece.text == ":" and segment.counts and not segment.sized:
            self._line(segment, depth)
            return True
        if piece.text == "@":
            self.at += 1
            self._jogged_at_pace(segment)
            if not self._pace(segment):
                raise self.stuck()
            return True
        if piece.text == "/":
            self.at += 1
            segment.rests.append(Rest(self._need_amount(), slash=True))
            self._rest_words(segment)
            return True
        if piece.kind in {"number", "clock"}:
            return self._number(segment)
        if piece.kind == "word":
            return self.word(segment)
        if piece.text in {"~", "=", "'", '"', "!", "?"}:
            if piece.text in {"'", '"'}:
                raise self.stuck()
            self.at += 1
            return True
        raise self.stuck()

    @staticmethod
    def _regrouped(segment: Segment, one: Segment) -> bool:
        """ "18 x 400 (3 sets of 6)": the same reps, in sets."""
        sets = one.counts if len(one.works) == 1 and one.works[0].bare else []
        if len(sets) != 1 or len(segment.counts) != 1:
            return False
        each = int(one.works[0].size)
        if sets[0] * each != segment.counts[0]:
            return False
        segment.counts = [sets[0], each]
        return True

    @staticmethod
    def _jogged_at_pace(segment: Segment) -> None:
        """ "4x(4x200), 200 jog / 400 jog @ mile pace": nobody jogs at it, it is the reps'."""
        alone = len(segment.works) == 1 and not segment.reps and not segment.rests
        if alone and segment.effort in {Effort.JOG, Effort.WALK}:
            segment.rests = [Rest(segment.works.pop(), effort=segment.effort)]
            segment.effort = None

    def _number(self, segment: Segment) -> bool:
        if self._clock_pace(segment) or self._race_session():
            return True
        count = None if segment.last and not segment.works else self._count()
        if count is not None:
            if segment.sized or segment.last:
                return False
            times, pieces = count
            segment.sets = any(self.peek(n).text in w.SETS for n in range(pieces))
            segment.counts.append(times)
            self.at += pieces
            self._sets_of(segment)
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

    def _sets_of(self, segment: Segment) -> None:
        """ "300m reps - 3 sets of 4 @ 1500 pace": how far has been told already."""
        each, then = self.peek(), self.peek(1)
        if segment.sets and self.after_named and each.whole and then.text in {"@", "at", ",", ""}:
            segment.counts.append(max(int(each.value), 1))
            self.at += 1

    def _line(self, segment: Segment, depth: int) -> None:
        """ "5 sets: 400 @ 5k, 45s, 200 @ mile, 3'": what is repeated, to the end of the line."""
        self.at += 1
        ends = (n for n in range(self.at, len(self.pieces)) if self.pieces[n].text in {"\n", ";"})
        whole, self.pieces = self.pieces, self.pieces[: next(ends, len(self.pieces))]
        try:
            group = self.segments(depth + 1)
        finally:
            self.pieces = whole
        last = group[-1] if group else None
        if last and not last.sized and last.rests and all(rest.sets for rest in last.rests):
            segment.rests += group.pop().rests
        segment.group = group or None

    def _race_session(self) -> bool:
        """ "10k session: 8 x 1k": the race that it is for."""
        start = self.at
        amount = self._amount()
        if amount and amount.size in w.RACES and self.peek().text in _SESSION:
            self.at += 1
            return True
        self.at = start
        return False

    def _clock_pace(self, segment: Segment) -> bool:
        """ "3:30 pace", "3:45/km" without an "@"."""
        then, further = self.peek(1).text, self.peek(2).text
        per = then in {"/", "per"} and further in w.KM | w.MILES
        if self.peek().kind != "clock" or not (then in w.PACES or per):
            return False
        self._own_pace(segment)
        self.at += self.peek().text in w.PACES
        return True

    def _bracket(self, segment: Segment, depth: int) -> bool:
        opened = self.peek()
        self.at += 1
        if segment.rests and self.next_is(")") and w.RESTS.get(self.peek().text) is not None:
            self._rest_words(segment)  # "off 30 secs (float)"
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
        few = all(each.paced and each.works and each.works[0].bare for each in inner)
        for each in inner if few and segment.counts else ():
            each.first = True  # "9 x 400 (3 @ 5k, 6 @ 3k)"
        if segment.sized and all(each.last or each.first for each in inner):
            self.behind += inner  # "long run 20k (last 5k @ HM)"
            return True
        if one is not None and segment.sized and self._regrouped(segment, one):
            return True
        if one is not None and segment.sized and _race_in(one):
            segment.effort = w.RACES[one.works[0].size]  # "6 x 1000 (5K)"
            return True
        if one is not None and segment.sized and not one.counts and len(one.works) == 1:
            clock = one.works[0].timed and one.effort is None
            segment.rests.append(Rest(one.works[0], effort=_gentle(one.effort), clock=clock))
            return True
        if segment.sized:
            raise Stuck(Why.UNKNOWN, opened.start, self.pieces[self.at - 1].end)
        if one is not None and not segment.counts and (segment.roles or segment.effort):
            segment.counts, segment.works = one.counts, one.works  # "strides (6 x 100m)"
            segment.rests += one.rests
            return True
        segment.group = inner
        return True


def _race_in(one: Segment) -> bool:
    """Whether a bracket holds nothing but the name of a race."""
    bare = len(one.works) == 1 and not (one.counts or one.effort or one.rests or one.roles)
    return (
        bare
        and not one.works[0].timed
        and one.works[0].size >= 1500
        and (one.works[0].size in w.RACES)
    )


def _gentle(effort: Effort | None) -> Effort | None:
    return effort if effort in {Effort.JOG, Effort.WALK, Effort.REST, Effort.EASY} else None
