"""Efforts of a coach's shorthand: "threshold", "rpe 8", "z4", "10k", and paces of one runner."""

from __future__ import annotations

from bot.understand.shorthand import words as w
from bot.understand.shorthand.amounts import UNITS
from bot.understand.shorthand.parts import Note, Segment, Stuck, Why
from bot.understand.shorthand.rests import Rests
from core.workout import Effort

_FASTEST, _SLOWEST = 25, 99
"""Bare seconds behind "in" that are the time of a rep."""


class Efforts(Rests):
    """Reads efforts."""

    def _effort(self) -> Effort | None:
        """An effort at this place where one is expected: letters and bare race names count."""
        piece, then = self.peek(), self.peek(1)
        start = self.at
        if piece.text in {"rpe", "zone", "z"} and then.whole:
            table = w.RPE if piece.text == "rpe" else w.ZONES
            self.at += 2
            mark, more = self.peek(), self.peek(1)
            if (
                mark.text in {"-", "/"}
                and mark.glued
                and more.glued
                and self.peek(2).text not in UNITS
            ):
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

    def _named_pace(self, segment: Segment) -> bool:
        effort = self._effort()
        if effort is None:
            return False
        segment.effort = effort
        return True

    def _own_pace(self, segment: Segment) -> bool:
        """ "4:00/km", "88s", "12 km/h": known for one runner only."""
        piece, then = self.peek(), self.peek(1)
        timed = piece.kind == "clock" or (piece.number and then.text in w.SECONDS | w.MINUTES)
        speed = piece.number and then.text in {"km", "kph", "mph", "kmh"}
        bare = piece.whole and then.text not in UNITS and _FASTEST <= piece.value <= _SLOWEST
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

    def _range_of_paces(self, segment: Segment) -> None:
        """ "3k-5k", "HM to 10k": the first counts, and the coach hears it; "HM/10k/5k": each."""
        first, start = segment.effort, self.peek(-1).start
        named = [] if first is None else [first]
        while (effort := self._one_more_pace()) is not None:
            named.append(effort)
        if len(named) < 2:
            return
        inside = [work for one in segment.group or [] for work in one.works]
        if len(named) == len(segment.works or inside):
            segment.efforts = named
        elif len(named) == 2:
            self.notes.add(Note.RANGE)
        else:
            raise Stuck(Why.WHICH_PACE, start, self.peek(-1).end)

    def _one_more_pace(self) -> Effort | None:
        """The effort behind "-", "/" or "to", if there is one."""
        mark = self.peek()
        worded = mark.text == "-" and self.peek(1).kind == "word"  # "MP - HM"
        if mark.text != "to" and not worded and not (mark.text in {"-", "/"} and mark.glued):
            return None
        start = self.at
        self.at += 1
        effort = self._effort()
        if effort is None or w.RESTS.get(self.peek().text) is not None:
            self.at = start  # "@5k/400m jog" tells a recovery
            return None
        while self.peek().text in w.PACES | {"race"}:
            self.at += 1
        return effort

    @staticmethod
    def _set_effort(segment: Segment, effort: Effort) -> None:
        """The harder of two efforts told of one part: "easy 20 min tempo" is tempo."""
        if {segment.effort, effort} == {Effort.EASY, Effort.JOG}:
            segment.effort = Effort.JOG
        elif segment.effort is None or effort.rank > segment.effort.rank:
            segment.effort = effort
