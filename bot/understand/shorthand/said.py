"""Words of a coach's shorthand: which reader reads which, efforts without a sign, and noise."""

from __future__ import annotations

from bot.understand.shorthand import words as w
from bot.understand.shorthand.amounts import UNITS
from bot.understand.shorthand.lexer import Piece
from bot.understand.shorthand.parts import Amount, Rest, Role, Segment, Why
from bot.understand.shorthand.sizes import GENTLE
from bot.understand.shorthand.turns import Turns
from core.workout import Effort

_SHARES = {"equal": 1.0, "same": 1.0, "half": 0.5, "full": 0.0, "complete": 0.0}
"""Recoveries as shares of the rep; of a full one nobody says how long, so it is the usual."""
_NO_REST = {"r", "rec", "rest"}


class Words(Turns):
    """Reads words; each reader answers None where the word is not its own, False where it begins
    another part.
    """

    def word(self, segment: Segment) -> bool:
        """Read the word here into the segment; False where it begins another one."""
        readers = (
            self._day,
            self._relaxed,
            self._of_all,
            self._last,
            self._in_order,
            self._in_middle,
            self._in_turn,
            self._getting_faster,
            self._no_rest,
            self._again,
            self._every,
            self._until,
            self._back,
            self._turns_after,
            self._in_sets,
            self._role,
            self._daniels,
            self._half_of,
            self._easy_run,
            self._recovery,
            self._finish,
            self._pace_is,
            self._for,
            self._at,
        )
        for read in readers:
            found = read(segment)
            if found is not None:
                return found
        return self._plain_word(segment, self.peek())

    def _daniels(self, segment: Segment) -> bool | None:
        """ "8x200R 200 jog": Daniels' R, written to the distance."""
        piece, then = self.peek(), self.peek(1)
        glued = piece.capital and piece.glued and not then.glued
        if piece.text != "r" or not glued or not segment.works:
            return None
        self.at += 1
        self._set_effort(segment, Effort.MILE)
        return True

    def _recovery(self, segment: Segment) -> bool | None:
        said, then = self.peek().text, self.peek(1).text
        if said in w.RESTS and self._rest(segment):
            return True
        if said in w.RUNS and then in w.BACK:
            self.at += 2  # "run back down easy"
            while self.peek().text in {
                *w.BACK,
                "easy",
                "easily",
                "slowly",
                "gently",
                "to",
                "start",
            }:
                self.at += 1
            segment.rests.append(Rest(back=True, effort=Effort.JOG))
            return True
        timed = then in {"time", "times", "distance"} and self.peek(2).text in w.RESTS
        if timed and said in {"equal", "same", "half"}:
            self.at += 1  # "equal time jog"
            back, then = then == "distance", self.peek(1).text
            segment.rests.append(Rest(share=_SHARES[said], back=back, effort=w.RESTS[then]))
        elif said in _SHARES and then in w.RESTS:
            segment.rests.append(Rest(share=_SHARES[said], effort=w.RESTS[then]))
        else:
            return None
        self.at += 2
        self._rest_words(segment)
        return True

    def _pace_is(self, segment: Segment) -> bool | None:
        """ "Pace: 10k"."""
        if self.peek().text == "race" and self.peek(1).text in {"prep", "week", "sharpener"}:
            self.at += 1
            return True
        race = self.peek().text == "race" and self.next_is("pace")
        self.at += race  # "race pace 5k"
        told = self.peek().text in w.PACES and self.peek(1).text in {":", "=", "is"}
        if race and not told:
            self.at += 1
            if self._pace(segment):
                return True
            self.at -= 2
            raise self.stuck(Why.WHICH_PACE, 2)
        if not told or segment.effort is not None:
            return None
        self.at += 2
        if not self._pace(segment):
            raise self.stuck()
        return True

    def _for(self, segment: Segment) -> bool | None:
        """ "1' on, 1' off for 20 min": how long it goes on."""
        if self.peek().text == "for" and self.next_is("all"):
            segment.of_all = True  # "200 jog for all"
            self.at += 2
            return True
        easy = segment.rests or (segment.works and segment.effort in GENTLE)
        onward = self.peek(1).number and easy and not segment.counts
        if self.peek().text != "for" or not onward or self.next_is("x"):
            return None
        self.at += 1
        segment.total = self._need_amount()
        return True

    def _at(self, segment: Segment) -> bool | None:
        if self.peek().text not in {"at", "in"}:
            return None
        self.at += 1
        self._pace(segment)
        return True

    def _plain_word(self, segment: Segment, piece: Piece) -> bool:
        """An effort, a length without a number, something fast, or what changes nothing."""
        said = piece.text
        if self._race_name(segment) or self._below(segment):
            return True
        bare_r = said == "r" and piece.capital and segment.works
        if said in _NO_REST and not bare_r and self.peek(1).text not in w.PACES:
            raise self.stuck(Why.NO_AMOUNT)
        if self._length_alone(segment) or self._effort_alone(segment, piece):
            return True
        if said in w.RESTS and segment.rests:
            self._rest_words(segment)
            return True
        if said == "after" and self.peek(1).number and not segment.sized:
            raise self.stuck()  # what comes first is told last: nobody reads it so
        downhill = said == "down" and self.peek(-1).text in UNITS
        if said in w.HARD:
            segment.hard = True
        elif said in w.REPS and segment.sized:
            segment.named = True
        elif said not in w.NOISE or downhill:
            raise self.stuck()
        self.at += 1
        return True

    def _length_alone(self, segment: Segment) -> bool:
        """ "3 x mile", "mile repeats x 4", "mile TT", "lap jog"."""
        said = self.peek().text
        if said in w.MILES | w.LAPS and segment.sized and self._jogged():
            return self._one_amount(segment)
        if said in w.MILES and self._begins_row(segment):
            return True
        trial = (
            Role.TRIAL in segment.roles
            or self.peek(1).text in w.TRIAL
            or self.peek(2).text in w.TRIAL
        )
        counted = self.peek(1).text == "x" or self.peek(1).text in w.REPS
        repeats = self.peek().text in w.MILES and (trial or self.peek(1).text in {"@", "at"})
        repeats = repeats or (counted and said in w.LENGTHS)
        sizes = (segment.counts or repeats) and not segment.sized
        if said == "hour" and not segment.sized:
            self.at += 1
            segment.works.append(Amount(3600, timed=True))
            return True
        amount = self._amount() if sizes else None
        if amount is not None:
            segment.works.append(amount)
        return amount is not None

    def _begins_row(self, segment: Segment) -> bool:
        """ "mile, 1200, 800 @ 5k": a length without a number as the first of a row, or alone."""
        if segment.said or self.peek(1).text in {*w.PACES, *w.REPS, "race"}:
            return False
        segment.works += self._series(segment) or [self._need_amount()]
        return True

    def _jogged(self) -> bool:
        """Whether the length here is that of a recovery: "lap jog", "mile easy jog"."""
        return w.RESTS.get(self.peek(1).text) is not None

    def _effort_alone(self, segment: Segment, piece: Piece) -> bool:
        """An effort without "@"; a single letter only behind an amount."""
        named = self.next_is(":") or self.peek(1).text in w.PACES
        one_letter = len(piece.text) == 1 and not (segment.sized or named)
        if one_letter and piece.text not in {"e", "t"} and not self.peek(1).number:
            return False
        effort = self._effort()
        if effort is not None and Role.PROGRESSION in segment.roles:
            segment.efforts.append(effort)  # "progression easy-steady-tempo"
            while (more := self._one_more_pace()) is not None:
                segment.efforts.append(more)
            if len(segment.efforts) == 2:  # "easy to MP"
                segment.until = segment.efforts[1]
        if effort is not None:
            self._set_effort(segment, effort)
            self._offset(segment)
            return True
        if self.peek() is not piece:  # "hard": read, and no effort of its own
            segment.hard = True
            return True
        return False
