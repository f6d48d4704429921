"""What a part of a coach's shorthand is: warm-up, strides, hills, a time trial, a progression."""

from __future__ import annotations

from collections.abc import Collection

from bot.understand.shorthand import words as w
from bot.understand.shorthand.paces import Paces
from bot.understand.shorthand.parts import Amount, Role, Segment, Why
from core.workout import Effort

_ROLES: tuple[tuple[Collection[str], Role], ...] = (
    (w.COOL_DOWN, Role.COOL_DOWN),
    (w.WARM_UP, Role.WARM_UP),
    (w.STRIDES, Role.STRIDES),
    (w.DRILLS, Role.DRILLS),
    (w.LADDER, Role.LADDER),
    (w.FARTLEK, Role.FARTLEK),
    (w.LONG, Role.LONG),
    (w.TRIAL, Role.TRIAL),
    (w.PROGRESSION, Role.PROGRESSION),
)
_OWN_PARTS = {Role.STRIDES, Role.DRILLS, Role.FARTLEK}
"""Roles that begin a part of their own behind something that was sized already."""
_UNTIL = {"to", "into", "finish", "finishing", "end", "ending", "down", "build", "building", "from"}
"""Words before the effort at which a progression ends."""


class Roles(Paces):
    """Reads what a part is, beside fast or easy running."""

    def _role(self, segment: Segment) -> bool | None:
        """Warm-up, strides, hills and their like."""
        said, then = self.peek().text, self.peek(1).text
        if said in w.KENYAN and then in w.HILL:
            self._set_effort(segment, Effort.THRESHOLD)
            self.at += 2
            return True
        if said in w.HILL:
            segment.hills_first = not segment.said
            segment.uphill = True
            self.at += 1
            return True
        if said == "time" and then in w.TRIAL:
            self.at += 1
            said = then
        role = next((role for words, role in _ROLES if said in words), None)
        if role is None:
            return None
        if said == "warm" and then == "down":
            role = Role.COOL_DOWN
        bare = segment.effort is None and not segment.roles
        told_first = bare and role in {Role.DRILLS, Role.FARTLEK}  # "10' drills"
        if role is Role.STRIDES and self.peek(-1).text == "of" and not segment.counts:
            raise self.stuck(Why.NO_AMOUNT)  # "10 mins of strides"
        apart = role in _OWN_PARTS and segment.sized and not segment.counts
        if apart and not told_first and not _short(segment):
            return False
        segment.roles.add(role)
        self.at += 1 + (said in {"warm", "cool", "long"} and then in {"up", "down", "run"})
        return True

    def _day(self, segment: Segment) -> bool | None:
        """A day may stand before the session; a second day or half of a day is another session."""
        said = self.peek().text
        if said in w.HALF_DAYS:
            raise self.stuck(Why.ONE_SESSION)
        if said not in w.DAYS:
            return None
        if self.began or segment.sized:
            raise self.stuck(Why.ONE_DAY)
        self.at += 1
        return True

    def _relaxed(self, segment: Segment) -> bool | None:
        """ "4 x 200 relaxed", "fast but relaxed": of something fast it says how, not how fast."""
        if self.peek().text not in {"relaxed", "aerobic"}:
            return None
        fast = segment.counts or segment.hard or Role.STRIDES in segment.roles
        fast = fast or (self.began and not segment.said and not self.peek(1).number)
        if not (fast or self.peek(1).text in w.HARD | w.STRIDES):
            return None
        self.at += 1
        return True

    def _easy_run(self, segment: Segment) -> bool | None:
        """ "recovery run 30 min", "steady state 12k": the word beside it makes it a run."""
        said, then = self.peek().text, self.peek(1).text
        if said == "recovery" and then in w.RUNS | {"jog"} and not segment.sized:
            segment.effort = Effort.EASY
        elif said == "steady" and then == "state":
            self._set_effort(segment, Effort.STEADY)
        else:
            return None
        self.at += 2
        return True

    def _finish(self, segment: Segment) -> bool | None:
        """ "90' long w/ 30' @ MP finish"."""
        said = self.peek().text
        if said in w.HARD and self.next_is("finish") and not segment.sized:
            self.at += 2  # "fast finish long run 20k (last 5k @ HM)"
            return True
        if said not in {"finish", "finishing"} or not segment.sized or segment.counts:
            return None
        segment.last = True
        self.at += 1
        return True

    def _until(self, segment: Segment) -> bool | None:
        """ "40' progression from easy to MP", "finishing at T": where a progression ends."""
        if Role.PROGRESSION not in segment.roles or self.peek().text not in _UNTIL:
            return None
        start, begins = self.at, self.peek().text == "from"
        while self.peek().text in _UNTIL | {"@", "at", "with", "the", "around", "near"}:
            self.at += 1
        effort = self._effort()
        if effort is None:
            self.at = start
            return None
        if begins:
            segment.effort = effort
        else:
            segment.until = effort
        return True

    def _half_of(self, segment: Segment) -> bool | None:
        """ "half mile x 5"."""
        if self.peek().text not in {"half", "quarter"} or segment.sized:
            return None
        amount = self._half()
        if amount is None:
            return None
        segment.works.append(amount)
        return True


def _short(segment: Segment) -> bool:
    """Whether what was said so far is a stride's length: "20s strides x4"."""
    first = segment.works[0] if segment.works else Amount(9999)
    return first.size <= (40 if first.timed else 200)
