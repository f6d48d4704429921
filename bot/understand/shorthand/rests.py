"""Recoveries of a coach's shorthand: "r2'", "90 s rest", "200 jog", "jog back", "rest 1:1"."""

from __future__ import annotations

from bot.understand.shorthand import words as w
from bot.understand.shorthand.amounts import Amounts
from bot.understand.shorthand.parts import Amount, Rest, Role, Segment
from core.workout import Effort

_FILLERS = {"of", "a", "active", "full", "slow", "very"}
_FRAMES = w.COOL_DOWN | w.WARM_UP | w.DRILLS
"""Words that make an amount a part of its own, even behind reps."""
_PLURAL = {"rests", "recoveries", "recs", "jogs", "floats", "walks", "breaks"}
"""Several of them: between all of a row."""
_NO_LEAD = {"as", "to", "for", "from", "into", "before", "total", "under", "around"}
"""Words behind reps after which an amount is no recovery."""
_UNSAID = {"back", "down", "half", "equal", "same", "lap", "mile", *w.BETWEEN}
"""What tells how long the recovery is, and how far."""
_PLAIN = {word for word, effort in w.RESTS.items() if effort is None} - {"r", "off"}
"""Words of recovery that say nothing else."""
_ALWAYS = {word for word in w.RESTS if word.startswith(("float", "roll", "stan", "stat"))}
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
        if said in w.SETS and self.peek(ahead + 1).text in w.RESTS:
            return True
        if said not in w.RESTS:
            return False
        if w.RESTS[said] is None and self.peek(ahead + 1).kind in {"number", "clock"}:
            return False  # "200m off 45s", "1k rec 2min": the rest is what follows
        if said == "r" and self.peek(ahead + 1).text == ")":
            return True  # "6x(1k T + 1' r)"
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
        after = self.peek(ahead).text == "after" and (
            self.peek(ahead + 1).number or self.peek(ahead + 1).text in {"each", "every", "the"}
        )
        return after or self.peek(ahead).text in w.BETWEEN

    def _rest_words(self, segment: Segment) -> None:
        """The words after a recovery's amount: how it is run, and whether between sets."""
        rest = segment.rests[-1]
        effort, sets, outer = rest.effort, rest.sets, rest.capital
        of, each = rest.of, rest.each
        while True:
            said = self.peek().text
            if (size := self._after_size()) is not None:
                of = size
                continue
            if said in w.RESTS and not self._starts_rest():
                told = w.RESTS[said]  # "walk jog" is walked
                each = each or said in _PLURAL
                effort = effort if told is None or effort is Effort.WALK else told
            elif said == "throughout":
                segment.of_all = True
            elif said in w.SETS and self.peek(1).text in w.RESTS:
                sets = True  # "4' set rest"
            elif said == "/" and self.peek(1).text in w.RESTS:
                self.at += 1  # "walk/jog"
            elif said in w.BETWEEN and self.peek(1).text in w.REPS | w.SETS | {"each"}:
                sets = sets or self.peek(1).text in w.SETS
                each = each or not sets
                self.at += 1
            elif said in w.BETWEEN:  # "3' between": of sets the outer, as "R3'"
                outer = True
                if self.peek(1).text in {"everything", "all"}:
                    segment.of_all = True
                    self.at += 1
            elif (gently := self._gently()) is not None:
                effort = gently
                continue
            elif said not in _FILLERS | {"after", "each"} or (
                said == "after" and self.peek(1).text not in {"each", "every"}
            ):
                break
            each = each or (said == "each" and self.peek(-1).text in {"after", *w.BETWEEN})
            self.at += 1
        segment.rests[-1] = Rest(
            rest.amount, rest.share, rest.back, effort,
            sets=sets, capital=outer, of=of, each=each, slash=rest.slash,
        )  # fmt: skip

    def _gently(self) -> Effort | None:
        """ "1 min @ Z1", "2' at easy pace": how the recovery is run."""
        start, zone = self.at, self.peek(1)
        self.at += self.peek().text in {"@", "at", "in"}
        if self.peek().text in {"z", "zone"} and self.peek(1).value in {1, 2}:
            self.at += 2
            return Effort.EASY
        gentle = w.RESTS.get(self.peek().text)
        if self.at > start and gentle is not None and not zone.number:
            self.at += 1
            self.at += self.peek().text in w.PACES
            return gentle
        self.at = start
        return None

    def _after_size(self) -> Amount | None:
        """ "after each mile", "between the 800s": of which reps it is the recovery."""
        start = self.at
        if self.peek().text not in {"after", *w.BETWEEN}:
            return None
        self.at += 1
        while self.peek().text in {"each", "every", "the", "all"}:
            self.at += 1
        amount = self._amount()
        if amount is None or self.peek().text == "x":
            self.at = start
            return None
        return amount

    def _starts_rest(self) -> bool:
        """Whether a recovery word here begins the next recovery instead of ending this one."""
        then = self.peek(1)
        return self.peek().text in {"r", "rec", "rest"} and then.kind in {"number", "clock"}

    def _rest(self, segment: Segment) -> bool:
        """A word of recovery: "r2'", "rest 90s", "jog back", "rest 1:1"; or an effort after all."""
        ahead = 1
        while self.peek(ahead).text in _LEADS or self._slashed_rest(ahead):
            ahead += 1
        told = (w.RESTS.get(self.peek(n).text) for n in range(ahead))
        efforts = [effort for effort in told if effort is not None]
        walked = Effort.WALK if Effort.WALK in efforts else None
        then = self.peek(ahead)
        unsaid = ahead > 1 and efforts and self.peek(ahead - 1).text in _PLAIN
        if unsaid and then.kind not in {"number", "clock"} and then.text not in _UNSAID:
            self.at += ahead  # "jog recovery"
            segment.rests.append(Rest(effort=walked or efforts[-1]))
            return True
        return self._rest_of(segment, ahead, walked or (efforts[-1] if efforts else None))

    def _slashed_rest(self, ahead: int) -> bool:
        """ "walk/jog"."""
        return self.peek(ahead).text == "/" and self.peek(ahead + 1).text in w.RESTS

    def _rest_of(self, segment: Segment, ahead: int, effort: Effort | None) -> bool:
        piece, then, further = self.peek(), self.peek(ahead), self.peek(ahead + 1)
        led = self._behind(self.at) in w.TIMES
        if then.text in {"back", "down"}:
            self.at += ahead + 1
            while self.peek().text in {"back", "down", "to", "start", "bottom", "the", *_PLAIN}:
                self.at += 1
            ended = self.peek(1).text in {"", ",", ";", ")", ".", "\n", "m", *w.TIMES}
            amount = self._amount() if self.peek().number and ended else None  # "walk down 90s"
            if led and len(segment.works) == 1 and not (segment.counts or segment.uphill):
                amount = segment.works.pop()  # "2 mins jog down"
            segment.rests.append(Rest(amount, back=amount is None, effort=effort or Effort.JOG))
            return True
        if then.number and further.text == ":" and self.peek(ahead + 2).number:
            segment.rests.append(Rest(share=self.peek(ahead + 2).value / max(then.value, 1)))
            self.at += ahead + 3
            return True
        if then.text in {"equal", "same", "half"} and self.peek(ahead + 1).text not in w.MILES:
            back = self.peek(ahead + 1).text == "distance"
            share = 0.5 if then.text == "half" else 1.0
            segment.rests.append(Rest(share=share, back=back, effort=effort))
            self.at += ahead + 1 + (back or self.peek(ahead + 1).text in {"time", "times"})
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

    def _behind(self, at: int) -> str:
        return self.pieces[at - 1].text if at else ""

    def _one_amount(self, segment: Segment) -> bool:
        start = self.at
        amount = self._ranged() or self._need_amount()
        rests = self._is_rest(segment)
        within = self.pieces[start - 1].text in w.WITH if start else False
        if segment.works and Role.LADDER in segment.roles and not (rests or within):
            segment.works.append(amount)
            return True
        if segment.counts and segment.sized and not rests and self._behind(start) in _NO_LEAD:
            self.at = start
            raise self.stuck(pieces=2)  # "6 x 1k as 2k"
        framed = self.peek().text in _FRAMES and not rests
        counted = amount.bare and self.peek().text == "@" and segment.counts and not rests
        if segment.sized and (framed or (counted and amount.size < segment.counts[0])):
            self.at = start
            return False  # "9 x 1k: 3 @ MP, 6 @ HM"
        if rests or (segment.sized and (segment.counts or (within and len(segment.works) > 1))):
            if not rests and segment.rests and not segment.rests[-1].clock:
                self.at = start
                return False
            segment.rests.append(Rest(amount))
            self._rest_words(segment)
            return True
        if segment.sized:
            self.at = start
            return False
        if self.peek().text == "of" and self.peek(1).kind in {"number", "mark"}:
            segment.total = amount
            self.at += 1
        else:
            segment.works.append(amount)
        return True
