"""Efforts and paces of a coach's shorthand: "@5K", "at threshold", "rpe 8", "in 88s"."""

from __future__ import annotations

from bot.understand import shorthand_words as w
from bot.understand.shorthand_amounts import UNITS
from bot.understand.shorthand_parts import Note, Segment, Why
from bot.understand.shorthand_rests import Rests
from core.workout import Effort

_FASTEST, _SLOWEST = 25, 99
"""Bare seconds behind "in" that are the time of a rep."""


class Paces(Rests):
    """Reads efforts."""

    def _race_pace(self, segment: Segment) -> bool:
        """ "5k pace", "10k effort"; after reps a bare "5k" too."""
        if not self.peek().number:
            return False
        start = self.at
        amount = self._amount()
        said = self.peek().text
        metres = 0.0 if amount is None or amount.timed else amount.size
        effort = w.RACES.get(metres) or (Effort.FAST if metres == 400 else None)
        worded = said in w.PACES or (said == "race" and self.next_is("pace"))
        after = bool(segment.counts and segment.works) and metres >= 3000 and not segment.effort
        if effort is None or not (worded or (after and (said not in w.RESTS or said == "r"))):
            self.at = start
            return False
        while self.peek().text in w.PACES | {"race"}:
            self.at += 1
        segment.effort = effort
        return True

    def _pace(self, segment: Segment) -> bool:
        """What follows "@", "at" or "in": an effort, or a pace that belongs to one runner."""
        while self.peek().text in {"your", "the", "a", "about", "around", "current", "~", "own"}:
            self.at += 1
        if self.peek().text in {"goal", "target", "race", "rp", "gp"}:
            raise self.stuck(Why.WHICH_PACE, 2 if self.next_is("pace") else 1)
        found = self._own_pace(segment) or self._named_pace(segment)
        if found:
            self._no_offset()
            while self.peek().text in w.PACES | {"race"}:
                self.at += 1
            self._range_of_paces()
        return found

    def _no_offset(self) -> None:
        """ "5k - 5s": a pace beside a pace is not in the grammar."""
        mark, number, unit = self.peek(), self.peek(1), self.peek(2)
        if mark.text in {"-", "+"} and number.number and unit.text in w.SECONDS:
            raise self.stuck(Why.UNKNOWN, 3)
        if mark.text == "%":
            raise self.stuck()

    def _range_of_paces(self) -> None:
        """ "3k-5k", "HM to 10k": the first counts, and the coach hears it."""
        mark = self.peek()
        if mark.text != "to" and not (mark.text in {"-", "/"} and mark.glued):
            return
        aside, start = Segment(0), self.at
        self.at += 1
        if not self._named_pace(aside) or w.RESTS.get(self.peek().text) is not None:
            self.at = start  # "@5k/400m jog" tells a recovery
            return
        while self.peek().text in w.PACES | {"race"}:
            self.at += 1
        self.notes.add(Note.RANGE)

    def _own_pace(self, segment: Segment) -> bool:
        """ "4:00/km", "88s", "12 km/h": known for one runner only."""
        piece, then = self.peek(), self.peek(1)
        timed = piece.kind == "clock" or (piece.number and then.text in w.SECONDS | w.MINUTES)
        speed = piece.number and then.text in {"km", "kph", "mph", "kmh"}
        bare = piece.number and then.text not in UNITS and 25 <= piece.value <= 99
        if (
            speed
            and then.text == "km"
            and not (self.peek(2).text == "/" and self.peek(3).text == "h")
        ):
            speed = False
        if not (timed or speed or (bare and segment.works)):
            return False
        if speed:
            self.at += 4 if then.text == "km" else 2
        else:
            self._need_amount()
        if self.peek().text in {"-", "to"} and self.peek(1).kind in {"clock", "number"}:
            self.at += 1
            self._need_amount()
        if self.peek().text in {"/", "per", "min"}:
            while self.peek().text in {"/", "per", "min", "a"} or self.peek().text in w.LENGTHS:
                self.at += 1
        segment.own_pace = True
        return True

    def _named_pace(self, segment: Segment) -> bool:
        effort = self._effort()
        if effort is None:
            return False
        segment.effort = effort
        return True

    def _effort(self) -> Effort | None:
        """An effort at this place where one is expected: letters and bare race names count."""
        piece, then = self.peek(), self.peek(1)
        start = self.at
        if piece.text in {"rpe", "zone", "z"} and then.whole:
            table = w.RPE if piece.text == "rpe" else w.ZONES
            self.at += 2
            if self.peek().text in {"-", "/"} and self.peek(1).whole:
                self.at += 2
                self.notes.add(Note.RANGE)
            return table.get(int(then.value))
        hour = 1 + (then.text == "-")
        if piece.text in {"one", "1"} and self.peek(hour).text == "hour":
            self.at += hour + 1  # as our own cards say threshold
            return Effort.THRESHOLD
        if piece.text in {"vo", "vvo"} and then.value == 2:
            self.at += 2 + (self.peek(2).text == "max")
            return Effort.FIVE_K
        if piece.text in {"lt", "vt"} and then.whole and then.glued:
            self.at += 2
            return Effort.STEADY if then.value == 1 else Effort.THRESHOLD
        if piece.text in {"half", "marathon"}:
            self.at += 1 + (piece.text == "half" and then.text in {"marathon", "mara"})
            return w.EFFORTS[piece.text]
        if piece.number or piece.text in w.MILES:
            amount = self._amount()
            if amount is not None and not amount.timed:
                effort = w.RACES.get(amount.size) or (Effort.FAST if amount.size == 400 else None)
                if effort is not None:
                    return effort
            self.at = start
            return None
        if piece.text in w.HARD and piece.text != "effort":
            self.at += 1
            return None
        effort = w.EFFORTS.get(piece.text)
        if effort is not None:
            self.at += 1
        return effort

    def _race_name(self, segment: Segment) -> bool:
        """ "mile pace", "marathon pace", "half marathon"; a bare mile after reps is its length."""
        piece, then = self.peek(), self.peek(1)
        if piece.text not in w.MILES or then.text not in w.PACES:
            return False
        self.at += 2
        segment.effort = Effort.MILE
        return True

    @staticmethod
    def _set_effort(segment: Segment, effort: Effort) -> None:
        """The harder of two efforts told of one part: "easy 20 min tempo" is tempo."""
        if {segment.effort, effort} == {Effort.EASY, Effort.JOG}:
            segment.effort = Effort.JOG
        elif segment.effort is None or effort.rank > segment.effort.rank:
            segment.effort = effort
