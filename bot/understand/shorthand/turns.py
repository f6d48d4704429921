"""How often, in a coach's shorthand: "800 x 6", "in sets of 4", "twice", "last one", "all"."""

from __future__ import annotations

from bot.understand.shorthand import words as w
from bot.understand.shorthand.amounts import UNITS
from bot.understand.shorthand.parts import Amount, Rest, Segment, Stuck, Why
from bot.understand.shorthand.roles import Roles

MOST_TURNS = 100
_TURNS = {"twice": 2, "thrice": 3}


class Turns(Roles):
    """Reads how often, and of which reps something is told."""

    def _turns_after(self, segment: Segment) -> bool | None:
        """ "800m x 6", "strides x 6"."""
        then = self.peek(1)
        if self.peek().text != "x" or not then.whole or self.peek(2).text in UNITS:
            return None
        if not (segment.sized or segment.roles or segment.uphill or segment.rests):
            raise self.stuck()
        if then.value < 1 or then.value > MOST_TURNS:
            raise self.stuck(Why.TOO_MANY, 2)
        segment.counts.insert(0, int(then.value))
        segment.after = True
        self.at += 2
        return True

    def _in_sets(self, segment: Segment) -> bool | None:
        """ "16x400 as 4 sets of 4", "9x400 in sets of 3": the same reps, in sets."""
        count = self.peek(1).whole and self.peek(2).text == "x" and not segment.counts
        parts = self.peek().text == "as" and self.peek(1).number and not segment.reps
        if self.peek().text in {"as", "in", "into"} and (count or parts) and segment.sized:
            segment.heads = True  # "30 min tempo in 3 x 10 min", "40' as 10' easy, 30' tempo"
            segment.broken = count
            self.at += 1
            return False
        told = self.peek(1) if self.peek(1).whole else None
        ahead = 2 if told else 1
        size = self.peek(ahead + 2)
        sets = self.peek(ahead).text in w.SETS and self.peek(ahead + 1).text == "of" and size.whole
        if self.peek().text not in {"as", "in", "into"} or not sets or len(segment.counts) != 1:
            return None
        all_of_them, each = segment.counts[0], max(int(size.value), 1)
        times = int(told.value) if told else all_of_them // each
        if times * each != all_of_them:
            raise self.stuck(Why.WHICH_REPS, ahead + 3)
        segment.counts = [times, each]
        self.at += ahead + 3
        self.at += self.peek().text in w.REPS
        return True

    def _last(self, segment: Segment) -> bool | None:
        """ "60' with the last 15' at MP", "last one hard", "final 2 reps @ 3k"."""
        then, reps = self.peek(1), self.peek(2).text in w.REPS
        named = then.text in w.REPS
        if self.peek().text not in {"last", "final", "middle"}:
            return None
        if not (named or then.kind in {"number", "clock"}):
            return None
        if segment.sized:
            return False
        segment.last, segment.middle = True, self.peek().text == "middle"
        self.at += 1
        if named or (reps and then.whole):
            segment.works.append(Amount(1 if named else then.value, bare=True))
            self.at += 1 if named else 2
        return True

    def _in_middle(self, segment: Segment) -> bool | None:
        """ "8k with 4k @ tempo in the middle"."""
        words = [self.peek(ahead).text for ahead in range(3)]
        if words != ["in", "the", "middle"] or not (segment.within and segment.sized):
            return None
        segment.last = segment.middle = True
        self.at += 3
        return True

    def _in_order(self, segment: Segment) -> bool | None:
        """ "first 5 easy, then 3 @ MP": what is told first is read first."""
        if self.peek().text not in {"first", "next"} or not self.peek(1).number:
            return None
        if segment.sized:
            return False
        segment.first = True
        self.at += 1
        return True

    def _in_turn(self, segment: Segment) -> bool | None:
        """ "8 x 1k alternating MP and 10k pace": every other rep at the other effort."""
        if self.peek().text not in {"alternating", "alternate", "alternately"}:
            return None
        if self.peek(1).number and not segment.sized:
            self.at += 1
            return True  # "alternating 1k @ MP / 1k @ 10k x 4"
        self.at += 1
        for _ in range(2):
            while self.peek().text in {"@", "at", "and", "&", "/", "between", *w.PACES}:
                self.at += 1
            effort = self._effort()
            if effort is None:
                raise self.stuck()
            segment.efforts.append(effort)
        while self.peek().text in w.PACES:
            self.at += 1
        segment.effort = segment.efforts[0]
        return True

    def _getting_faster(self, segment: Segment) -> bool | None:
        """ "1200, 800, 400 getting faster": each rung as fast as its length says."""
        if self.peek().text not in {"getting", "get"} or self.peek(1).text not in w.HARD:
            return None
        if len(segment.works) < 2:
            raise self.stuck(pieces=2)
        segment.faster = True
        self.at += 2
        return True

    def _no_rest(self, segment: Segment) -> bool | None:
        """ "no stopping" of stretches, that is how they are read; of reps it makes no sense."""
        breaks = {*w.RESTS, "stopping", "stops", "stop", "pauses"}
        if self.peek().text not in {"no", "without"} or self.peek(1).text not in breaks:
            return None
        if segment.reps or segment.rests:
            raise self.stuck(pieces=2)
        self.at += 2
        return True

    def _again(self, segment: Segment) -> bool | None:
        """ "(6x400) twice"; by itself, or as "repeat x3" and "3 sets": all that stands before."""
        said = self.peek().text
        if said in _TURNS:
            if segment.sized or segment.counts:
                segment.counts.insert(0, _TURNS[said])
            else:
                segment.again = _TURNS[said]
            self.at += 1
            return True
        if said not in {"repeat", "repeated"} or segment.said or not self.began:
            return None
        ahead = 1
        while self.peek(ahead).text in {"x", "all", "that", "it", "set", "the", "this", "whole"}:
            ahead += 1
        times = self.peek(ahead)
        if times.text in {"", ",", ";", "\n", "."}:
            segment.again = 2  # "repeat"
            self.at += ahead
            return True
        if not times.whole or not 2 <= times.value <= MOST_TURNS:
            return None
        segment.again = int(times.value)
        self.at += ahead + 1
        self.at += self.peek().text in {"x", "times"}
        return True

    def _every(self, segment: Segment) -> bool | None:
        """ "10x200 every 90s": what the rep leaves of it is its recovery, if it goes by time."""
        piece, then = self.peek(), self.peek(1)
        if piece.text not in {"every", "leaving"} or then.kind not in {"number", "clock"}:
            return None
        self.at += 1
        cycle = self._need_amount()
        work = segment.works[0] if segment.works else None
        if not (work and work.timed and cycle.timed and cycle.size > work.size):
            raise Stuck(Why.UNKNOWN, piece.start, self.peek(-1).end)
        segment.rests.append(Rest(Amount(cycle.size - work.size, timed=True)))
        return True

    def _of_all(self, segment: Segment) -> bool | None:
        """ "4x800, 4x400, all @ 5k, 90s": told of all the reps before it."""
        if self.peek().text not in {"all", "everything", "throughout"}:
            return None
        if segment.said:
            told = self.peek(1).text in {"w", "w/", "with", "off", "@", "at", "in"}
            return False if told and segment.counts and segment.sized else None
        if not self.began or self.peek(1).number:
            return None
        segment.of_all = True
        self.at += 1
        return True

    def mirrors(self, segment: Segment, ahead: int) -> bool:
        """Whether the rows of amounts goes back the way it came: "200-400-600 and back"."""
        return len(segment.works) > 1 and self.peek(ahead).text in w.BACK

    def _back(self, segment: Segment) -> bool | None:
        if not self.mirrors(segment, 0):
            return None
        while self.peek().text in w.BACK | {"again", "to"}:
            self.at += 1
        segment.works += segment.works[-2::-1]
        return True
