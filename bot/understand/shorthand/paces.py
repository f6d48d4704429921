"""Paces of a coach's shorthand: "@5K", "5k pace", "goal HM pace", "MP+10", "sub 3:30"."""

from __future__ import annotations

from bot.understand.shorthand import words as w
from bot.understand.shorthand.efforts import Efforts
from bot.understand.shorthand.parts import Note, Segment, Stuck, Why
from bot.understand.shorthand.sizes import GUESS
from core.workout import Effort

_BEHIND = {"pace", "w", "with", "off", "and", "then", "s"}
"""Words behind a bare "+10" that leave it a pace: "MP+10 with 2' jog"."""
_MOST_BESIDE = 30
"""Seconds that an effort may be told beside another; more are a recovery: "@5k - 60s"."""


class Paces(Efforts):
    """Reads paces."""

    def _race_pace(self, segment: Segment) -> bool:
        """ "5k pace", "10k effort"; after reps a bare "5k" too."""
        if not self.peek().number or (segment.counts and not segment.sized):
            return False
        start = self.at
        amount = self._amount()
        self._range_of_races()
        said = self.peek().text
        metres = 0.0 if amount is None or amount.timed else amount.size
        effort = w.RACES.get(metres) or (Effort.FAST if metres == 400 else None)
        worded = said in w.PACES or (said == "race" and self.next_is("pace"))
        timed = len(segment.works) == 1 and segment.works[0].timed
        ended = self.peek().text in {"", ",", ")", ";", "+", "\n", "/"}  # "2 min 5k"
        sized = bool(segment.works) and bool(segment.counts or (timed and ended))
        after = sized and metres >= 3000 and not segment.effort
        if effort is None or not (worded or (after and (said not in w.RESTS or said == "r"))):
            self.at = start
            return False
        while self.peek().text in w.PACES | {"race"}:
            self.at += 1
        segment.effort = effort
        return True

    def _range_of_races(self) -> None:
        """ "3k-5k pace": the first counts, and the coach hears it."""
        start = self.at
        if self.peek().text in {"-", "/", "to"} and self.peek(1).number:
            self.at += 1
            other = self._amount()
            if other and not other.timed and other.size in w.RACES and self.peek().text in w.PACES:
                self.notes.add(Note.RANGE)
                return
        self.at = start

    def _pace(self, segment: Segment) -> bool:
        """An effort behind a sign; two of them in one part are one too many."""
        start, before = self.peek(-1).start, segment.effort if segment.paced else None
        if not self._signed_pace(segment):
            return False
        if before not in {None, segment.effort}:  # "start @ 10k finish @ 3k"
            raise Stuck(Why.UNKNOWN, start, self.peek(-1).end)
        segment.paced = True
        return True

    def _signed_pace(self, segment: Segment) -> bool:
        """What follows "@", "at" or "in": an effort, or a pace that belongs to one runner."""
        while self.peek().text in {"your", "the", "a", "about", "around", "current", "~", "own"}:
            self.at += 1
        self._goal()
        if self.peek().number and self.next_is("%"):
            raise self.stuck(Why.WHICH_PACE, 2)
        found = (
            self._below(segment)
            or self._slower(segment)
            or self._own_pace(segment)
            or self._named_pace(segment)
        )
        if segment.own_pace and self.peek().number and self._race_pace(segment):
            return True  # "@ 16:00 5k pace"
        if found:
            while self.peek().text in w.PACES | {"race"}:
                self.at += 1
            self._offset(segment)
            self._range_of_paces(segment)
        return found

    def _offset(self, segment: Segment) -> None:
        """ "MP+10", "5k - 5s": the effort whose pace is nearest, and the coach hears it."""
        mark, number, unit = self.peek(), self.peek(1), self.peek(2)
        signs = {"-": -1, "+": 1, "minus": -1, "plus": 1}
        worded = unit.text in w.SECONDS
        alone = unit.kind != "word" or unit.text in w.RESTS or unit.text in _BEHIND
        glued = mark.glued and number.glued and alone
        if (
            segment.effort is None
            or segment.effort.rank < Effort.STEADY.rank
            or mark.text not in signs
            or not (number.number and number.value <= _MOST_BESIDE)
            or not (worded or glued or mark.text in {"minus", "plus"})
            or (not mark.glued and self.peek(3).text in w.RESTS)
        ):
            return
        self.at += 2 + worded
        per = 1000.0
        if self.peek().text in {"/", "per", "a"} and self.peek(1).text in w.MILES | w.KM:
            per = w.LENGTHS[self.peek(1).text]
            self.at += 2
        self._beside(segment, signs[mark.text] * number.value * 1000 / per)

    def _beside(self, segment: Segment, seconds: float) -> None:
        """The named effort nearest to a pace so many seconds a kilometre beside another."""
        assert segment.effort is not None  # noqa: S101 - the callers asked
        pace = GUESS(segment.effort).seconds_per_km + seconds
        named = [e for e in Effort if Effort.EASY.rank <= e.rank <= Effort.FAST.rank]
        segment.effort = min(named, key=lambda e: abs(GUESS(e).seconds_per_km - pace))
        self.notes.add(Note.NEAREST)

    def _below(self, segment: Segment) -> bool:
        """ "sub 4:00", "under 3:30/km"; "sub threshold" is told as threshold."""
        start = self.at
        if self.peek().text not in {"sub", "under", "below", "inside"}:
            return False
        self.at += self.next_is("-")
        then = self.peek(1)
        if then.kind in {"number", "clock"}:
            self.at += 1
            return self._own_pace(segment)
        if w.EFFORTS.get(then.text) is Effort.THRESHOLD:
            self.at += 1
            return self._named_pace(segment)
        self.at = start
        return False

    def _slower(self, segment: Segment) -> bool:
        """ "10 s slower than MP", "5 sec/km faster than 5k pace"."""
        start, number, unit = self.at, self.peek(), self.peek(1)
        if not number.number or unit.text not in w.SECONDS:
            return False
        ahead = 2
        while self.peek(ahead).text in {"/", "per", "a", *w.KM, *w.MILES}:
            ahead += 1
        if self.peek(ahead).text not in {"slower", "faster", "quicker"}:
            return False
        sign = 1 if self.peek(ahead).text == "slower" else -1
        per = next((w.LENGTHS[self.peek(n).text] for n in range(2, ahead)
                    if self.peek(n).text in w.LENGTHS), 1000.0)  # fmt: skip
        self.at += ahead + 1
        while self.peek().text in {"than", "then", "your", "current"}:
            self.at += 1
        if not self._named_pace(segment) or segment.effort is None:
            self.at = start
            raise self.stuck(Why.WHICH_PACE, ahead + 1)
        while self.peek().text in w.PACES | {"race"}:
            self.at += 1
        self._beside(segment, sign * number.value * 1000 / per)
        return True

    def _goal(self) -> None:
        """ "goal 5k pace" is an effort; "goal pace" is another one for each."""
        if self.peek().text not in {"goal", "target", "race", "rp", "gp", "current", "planned"}:
            return
        start = self.at
        while self.peek().text in {"goal", "target", "race", "current", "planned"}:
            self.at += 1
        effort, after = self._effort(), self.at
        self.at = start
        if effort is None:
            raise self.stuck(Why.WHICH_PACE, 2 if self.peek(1).text in w.PACES else 1)
        while self.at < after and self.peek().text in {
            "goal", "target", "race", "current", "planned"
        }:  # fmt: skip
            self.at += 1

    def _race_name(self, segment: Segment) -> bool:
        """ "mile pace", "marathon pace", "half marathon"; a bare mile after reps is its length."""
        piece, then = self.peek(), self.peek(1)
        if piece.text not in w.MILES or then.text not in w.PACES:
            return False
        self.at += 2
        segment.effort = Effort.MILE
        return True
