"""Recoveries of a coach's shorthand: "r2'", "90 s rest", "200 jog", "jog back", "rest 1:1"."""

from __future__ import annotations

from bot.understand import shorthand_words as w
from bot.understand.shorthand_amounts import Amounts
from bot.understand.shorthand_parts import Rest, Segment
from core.workout import Effort

_FILLERS = {"of", "a", "active", "full", "slow", "very"}
_ALWAYS = {"float", "floating", "standing", "static"}
"""Words that make an amount a recovery wherever it stands."""
_LEADS = {"=", ":", "~", "of", "for", "interval", "time", "is", "."} | (set(w.RESTS) - {"r"})


class Rests(Amounts):
    """Reads recoveries."""

    def _is_rest(self, segment: Segment) -> bool:
        """Whether the amount just read is a recovery: what follows says so."""
        if segment.counts and not segment.sized:
            return False  # the first amount behind a count is the rep
        ahead = 0
        while self.peek(ahead).text in _FILLERS:
            ahead += 1
        said = self.peek(ahead).text
        if said in _ALWAYS or said in w.BETWEEN or self._between(ahead):
            return True
        if said not in w.RESTS:
            return False
        if w.RESTS[said] is None and self.peek(ahead + 1).kind in {"number", "clock"}:
            return False  # "200m off 45s", "1k rec 2min": the rest is what follows
        if said == "r" and (self.peek(ahead).capital or self.peek(ahead + 1).kind != "end"):
            return bool(segment.sized and segment.counts) and not self.peek(ahead + 1).number
        gentle = w.RESTS[said] is not None
        further = self.peek(ahead + 1).text
        if gentle and w.RESTS.get(further, Effort.JOG) is None and further != "r":
            return True
        return segment.sized and (bool(segment.counts) or segment.hard) if gentle else True

    def _between(self, ahead: int) -> bool:
        """Whether words of recovery from there on say what it lies between."""
        while self.peek(ahead).text in w.RESTS:
            ahead += 1
        return self.peek(ahead).text in w.BETWEEN

    def _rest_words(self, segment: Segment) -> None:
        """The words after a recovery's amount: how it is run, and whether between sets."""
        rest = segment.rests[-1]
        effort, sets, outer = rest.effort, rest.sets, rest.capital
        while True:
            said = self.peek().text
            if said in w.RESTS and not self._starts_rest():
                effort = w.RESTS[said] or effort
            elif said == "/" and self.peek(1).text in w.RESTS:
                self.at += 1  # "walk/jog"
            elif said in w.BETWEEN and self.peek(1).text in w.REPS | w.SETS | {"each"}:
                sets = sets or self.peek(1).text in w.SETS
                self.at += 1
            elif said in w.BETWEEN:  # "3' between": of sets the outer, as "R3'"
                outer = True
            elif said not in _FILLERS | {"after", "each"} or (
                said == "after" and self.peek(1).text not in {"each", "every"}
            ):
                break
            self.at += 1
        segment.rests[-1] = Rest(
            rest.amount, rest.share, rest.back, effort, sets=sets, capital=outer
        )

    def _starts_rest(self) -> bool:
        """Whether a recovery word here begins the next recovery instead of ending this one."""
        then = self.peek(1)
        return self.peek().text in {"r", "rec", "rest"} and then.kind in {"number", "clock"}

    def _rest(self, segment: Segment) -> bool:
        """A word of recovery: "r2'", "rest 90s", "jog back", "rest 1:1"; or an effort after all."""
        ahead = 1
        while self.peek(ahead).text in _LEADS:
            ahead += 1
        told = (w.RESTS.get(self.peek(n).text) for n in range(ahead))
        efforts = [effort for effort in told if effort is not None]
        return self._rest_of(segment, ahead, efforts[-1] if efforts else None)

    def _rest_of(self, segment: Segment, ahead: int, effort: Effort | None) -> bool:
        piece, then, further = self.peek(), self.peek(ahead), self.peek(ahead + 1)
        if then.text in {"back", "down"}:
            self.at += ahead + 1
            while self.peek().text in {"down", "to", "start", "recovery", "rest", "bottom", "the"}:
                self.at += 1
            segment.rests.append(Rest(back=True, effort=effort or Effort.JOG))
            return True
        if then.number and further.text == ":" and self.peek(ahead + 2).number:
            segment.rests.append(Rest(share=self.peek(ahead + 2).value / max(then.value, 1)))
            self.at += ahead + 3
            return True
        if then.text in {"equal", "same", "half"} and self.peek(ahead + 1).text not in w.MILES:
            segment.rests.append(Rest(share=0.5 if then.text == "half" else 1.0, effort=effort))
            self.at += ahead + 1
            return True
        if then.kind not in {"number", "clock"} and then.text not in {"half", "lap", "mile"}:
            return False
        if effort is not None and not (segment.sized and segment.counts):
            return False
        if self._names_reps(ahead):
            return False
        self.at += ahead
        segment.rests.append(Rest(self._need_amount(), effort=effort, capital=piece.capital))
        self._rest_words(segment)
        return True

    def _names_reps(self, ahead: int) -> bool:
        return self.peek(ahead).whole and self.peek(ahead + 1).text == "x"
