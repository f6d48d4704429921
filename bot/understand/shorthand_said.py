"""Words of a coach's shorthand: roles, efforts without a sign, turns told afterwards, noise."""

from __future__ import annotations

from collections.abc import Collection

from bot.understand import shorthand_words as w
from bot.understand.shorthand_amounts import UNITS
from bot.understand.shorthand_lexer import Piece
from bot.understand.shorthand_paces import Paces
from bot.understand.shorthand_parts import Amount, Rest, Role, Segment, Why
from core.workout import Effort

_ROLES: tuple[tuple[Collection[str], Role], ...] = (
    (w.COOL_DOWN, Role.COOL_DOWN),
    (w.WARM_UP, Role.WARM_UP),
    (w.STRIDES, Role.STRIDES),
    (w.DRILLS, Role.DRILLS),
    (w.LADDER, Role.LADDER),
    (w.FARTLEK, Role.FARTLEK),
    (w.LONG, Role.LONG),
)
_OWN_PARTS = {Role.STRIDES, Role.DRILLS, Role.FARTLEK}
"""Roles that begin a part of their own behind something that was sized already."""
_SHARES = {"equal": 1.0, "same": 1.0, "half": 0.5, "full": 0.0, "complete": 0.0}
"""Recoveries as shares of the rep; of a full one nobody says how long, so it is the usual."""
_NO_REST = {"r", "rec", "rest"}
MOST_TURNS = 100


class Words(Paces):
    """Reads words; each reader answers None where the word is not its own, False where it begins
    another part.
    """

    def word(self, segment: Segment) -> bool:
        """Read the word here into the segment; False where it begins another one."""
        readers = (
            self._last,
            self._back,
            self._turns_after,
            self._role,
            self._daniels,
            self._half_of,
            self._easy_run,
            self._recovery,
            self._finish,
            self._at,
        )
        for read in readers:
            found = read(segment)
            if found is not None:
                return found
        return self._plain_word(segment, self.peek())

    def _last(self, segment: Segment) -> bool | None:
        """ "60' with the last 15' at MP"."""
        then = self.peek(1)
        if self.peek().text not in {"last", "final"} or then.kind not in {"number", "clock"}:
            return None
        if segment.sized:
            return False
        segment.last = True
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

    def worded_count(self) -> bool:
        """ "six x 800": the word becomes a number; whether it was one."""
        piece, then = self.peek(), self.peek(1).text
        if piece.text not in w.COUNTS or then not in {"x", "times"} | w.REPS | w.SETS:
            return False
        value = float(w.COUNTS[piece.text])
        self.pieces[self.at] = Piece("number", piece.text, piece.start, piece.end, value)
        return True

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
        self.at += 2
        return True

    def _role(self, segment: Segment) -> bool | None:
        """Warm-up, strides, hills and their like."""
        said, then = self.peek().text, self.peek(1).text
        if said in w.HILL:
            segment.uphill = True
            self.at += 1
            return True
        role = next((role for words, role in _ROLES if said in words), None)
        if role is None:
            return None
        if said == "warm" and then == "down":
            role = Role.COOL_DOWN
        bare = segment.effort is None and not segment.roles
        told_first = bare and role in {Role.DRILLS, Role.FARTLEK}  # "10' drills"
        apart = role in _OWN_PARTS and segment.sized and not segment.counts
        if apart and not told_first and not _short(segment):
            return False
        segment.roles.add(role)
        self.at += 1 + (said in {"warm", "cool", "long"} and then in {"up", "down", "run"})
        return True

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
        timed = then in {"time", "times", "distance"} and self.peek(2).text in w.RESTS
        if timed and said in {"equal", "same"}:
            self.at += 1  # "equal time jog"
            back, then = then == "distance", self.peek(1).text
            segment.rests.append(Rest(share=1.0, back=back, effort=w.RESTS[then]))
        elif said in _SHARES and then in w.RESTS:
            segment.rests.append(Rest(share=_SHARES[said], effort=w.RESTS[then]))
        else:
            return None
        self.at += 2
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

    def _half_of(self, segment: Segment) -> bool | None:
        """ "half mile x 5"."""
        if self.peek().text not in {"half", "quarter"} or segment.sized:
            return None
        amount = self._half()
        if amount is None:
            return None
        segment.works.append(amount)
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

    def _at(self, segment: Segment) -> bool | None:
        if self.peek().text not in {"at", "in"}:
            return None
        self.at += 1
        self._pace(segment)
        return True

    def _plain_word(self, segment: Segment, piece: Piece) -> bool:
        """An effort, a length without a number, something fast, or what changes nothing."""
        said = piece.text
        if self._race_name(segment):
            return True
        bare_r = said == "r" and piece.capital and segment.works
        if said in _NO_REST and not bare_r:
            raise self.stuck(Why.NO_AMOUNT)
        if self._length_alone(segment) or self._effort_alone(segment, piece):
            return True
        if said in w.RESTS and segment.rests:
            self._rest_words(segment)
            return True
        if said in w.HARD:
            segment.hard = True
        elif said not in w.NOISE:
            raise self.stuck()
        self.at += 1
        return True

    def _length_alone(self, segment: Segment) -> bool:
        """ "3 x mile", "mile repeats x 4"."""
        repeats = self.peek().text in w.MILES and self.peek(1).text in {*w.REPS, "@", "at"}
        sizes = (segment.counts or repeats) and not segment.sized
        amount = self._amount() if sizes else None
        if amount is not None:
            segment.works.append(amount)
        return amount is not None

    def _effort_alone(self, segment: Segment, piece: Piece) -> bool:
        """An effort without "@"; a single letter only behind an amount."""
        one_letter = len(piece.text) == 1 and not (segment.sized or self.next_is(":"))
        if one_letter and piece.text not in {"e", "t"} and not self.peek(1).number:
            return False
        effort = self._effort()
        if effort is not None:
            self._set_effort(segment, effort)
            self._no_offset()
            return True
        if self.peek() is not piece:  # "hard": read, and no effort of its own
            segment.hard = True
            return True
        return False


def _short(segment: Segment) -> bool:
    """Whether what was said so far is a stride's length: "20s strides x4"."""
    first = segment.works[0] if segment.works else Amount(9999)
    return first.size <= (40 if first.timed else 200)
