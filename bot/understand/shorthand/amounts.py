"""Numbers of a coach's shorthand: how often, how far, how long, and rows of them."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.shorthand import words as w
from bot.understand.shorthand.cursor import Cursor
from bot.understand.shorthand.lexer import NOTHING, Piece
from bot.understand.shorthand.parts import Amount, Note, Role, Segment, Why

UNITS = frozenset({*w.LENGTHS, *w.TIMES, "m"}) - {"h"}
"""What makes a number an amount; a lone "h" stands for hills as often as for hours."""
_MOST_TURNS = 12
"""Turns of a bracket that may be told without a sign: "2(3x500)"."""
_MOST_NAKED = 60
"""Reps that may be told without a word or a sign for it."""
_METRES = 50
"""From here on a number before strides or hills is their length."""


class Amounts(Cursor):
    """Reads numbers."""

    def _count(self) -> tuple[int, int] | None:
        """How often, and the pieces that say it: "6x", "10-12 x", "4 sets of", "6 strides"."""
        one, two, three, four = (self.peek(n) for n in range(4))
        if not one.whole:
            return None
        ranged = two.text in {"-", "to"} and three.whole
        said, pieces = (four, 3) if ranged else (two, 1)
        if said.text in {"x", "by"} and self._reversed(one, three if not ranged else NOTHING):
            return None
        bracketed = two.text == "(" and 2 <= one.value <= _MOST_TURNS and self.peek(2).number
        if bracketed or (not ranged and self._reps_of(one, two)):
            return int(one.value), 1
        hilly = said.text in w.HILL and not said.glued
        if said.text in {"x", "by"} or (said.text in w.REPS | w.SETS and one.value <= 100):
            pieces += 1
            while self.peek(pieces).text in {"of", "x"}:
                pieces += 1
        elif one.value >= _METRES or not (
            said.text in w.STRIDES or hilly or said.text == "sprints"
        ):
            return None  # "4x100 strides": metres
        if ranged:
            self.notes.add(Note.RANGE)
        if one.value < 1:
            raise self.stuck(Why.TOO_SHORT, pieces)
        if one.value > 100:
            raise self.stuck(Why.TOO_MANY, pieces)
        return int(one.value), pieces

    def _reps_of(self, one: Piece, size: Piece) -> bool:
        """ "six 800s", "10 1 min reps": how often, and right behind it how far."""
        if not (size.number and not size.glued and 2 <= one.value <= _MOST_NAKED):
            return False
        return size.value >= 100 or self.peek(2).text in UNITS

    def _reversed(self, one: Piece, after: Piece) -> bool:
        """ "800 x 6": the size first, how often after it."""
        unit = self.peek(3).text
        return one.value >= 100 and after.whole and after.value <= 60 and unit not in UNITS

    def _series(self, segment: Segment) -> list[Amount]:
        """ "400/800/1200", "1-2-3-2-1 min", "1,2,3 min": three amounts or more, one mark."""
        start, found = self.at, [self._need_amount()]
        mark = self.peek().text
        while mark in {"-", "/", ","} and self.peek().text == mark and self.peek(1).number:
            if mark == "," and not (self._rung(found) and self._bare_next()):
                break
            if found[-1].bare and found[-1].size >= 100 and self.peek(2).text in w.TIMES:
                break  # "200, 400, 90s jog"
            self.at += 1
            found.append(self._need_amount())
        last = found[-1]
        if len(found) > 2 or (len(found) == 2 and Role.LADDER in segment.roles):
            return [self._like(amount, last) for amount in found]
        self.at = start
        return []

    def _ranged(self) -> Amount | None:
        """ "20-25 min", "200-300 m": the smaller of the two, and the coach hears it."""
        start = self.at
        first, mark, then = self._amount(), self.peek(), self.peek(1)
        if (
            first is not None
            and mark.text == "-"
            and then.kind in {"number", "clock"}
            and mark.glued
        ):
            self.at += 1
            second = self._need_amount()
            ranged = self.peek().text not in {"-", "x"} and not second.bare
            if ranged and second != first:
                self.notes.add(Note.RANGE)
                return self._like(first, second)
        self.at = start
        return None

    def _rung(self, found: list[Amount]) -> bool:
        """Whether a row may go on: "400, 600", "2k, 1600" where only the first has a unit, and
        "1k, 2k, 3k" where all have one.
        """
        metres = self.peek(1).value >= 200 and self.peek(2).text in {",", "", "@"}
        unit, behind = self.peek(2).text, self.peek(3).text
        timed = unit in w.MINUTES if found[0].timed else unit in w.KM | w.MILES | {"m"}
        worded = timed and behind in {",", "@", "at", "off", "hard", "w", "with"}
        metred = not found[0].timed and metres
        return found[-1].bare or worded or (metred and len(found) == 1)

    def _bare_next(self) -> bool:
        """Whether the next number is a rung too, and no part of its own: "200 jog", "6 strides"."""
        then = self.peek(2).text
        apart = w.REPS | w.SETS | w.STRIDES | w.HILL | w.DRILLS | w.WARM_UP | w.COOL_DOWN
        gentle = w.RESTS.get(then) is not None
        return self.peek(1).number and not (gentle or then in apart or then in {"x", "by", "/"})

    @staticmethod
    def _like(amount: Amount, last: Amount) -> Amount:
        """A bare number of a series takes the unit that stands at its end."""
        if not amount.bare or last.bare:
            return amount
        if last.timed:
            return Amount(amount.size * last.unit, timed=True)
        return Amount(amount.size if amount.size >= 50 else amount.size * 1000)

    def _need_amount(self) -> Amount:
        amount = self._amount()
        if amount is None:
            raise self.stuck()
        return amount

    def _amount(self) -> Amount | None:
        """An amount at this place, with its unit if there is one."""
        piece, then = self.peek(), self.peek(1)
        if piece.kind == "clock":
            self.at += 1
            if self.peek().text in w.MINUTES | w.SECONDS:
                self.at += 1
            return Amount(piece.value, timed=True, clock=True)
        if piece.text in {"half", "quarter"}:
            return self._half()
        if piece.text in w.LENGTHS and piece.text not in w.METRES | w.YARDS | {"k", "ks"}:
            self.at += 1
            return Amount(w.LENGTHS[piece.text])
        if not piece.number:
            return None
        parts = self.peek(2).value if piece.value == 1 and then.text == "/" else 0
        if parts in {2, 4} and self.peek(3).text in w.MILES | w.KM:
            self.at += 4
            return Amount(w.LENGTHS[self.pieces[self.at - 1].text] / parts)
        return self._with_unit(piece, then)

    def _half(self) -> Amount | None:
        words = [self.peek(n).text for n in range(1, 4)]
        pieces = 2 + (words[0] in {"a", "an"})
        unit = words[1] if words[0] in {"a", "an"} else words[0]
        share = 0.5 if self.peek().text == "half" else 0.25
        if unit in w.MILES | w.KM | w.LAPS:
            self.at += pieces
            return Amount(w.LENGTHS[unit] * share)
        if unit in {"hour", "minute", "min"}:
            self.at += pieces
            return Amount(w.TIMES[unit] * share, timed=True)
        return None

    def _with_unit(self, piece: Piece, then: Piece) -> Amount:
        self.at += 1
        if then.text == "-" and self.peek(1).text in UNITS:
            self.at += 1
            then = self.peek()
        if then.text == "m" and then.capital and then.glued and piece.value < _METRES:
            self.at += 1
            return Amount(piece.value * w.LENGTHS["mile"], unit=w.LENGTHS["mile"])  # "2M"
        if then.text == "m":
            self.at += 1
            if piece.value >= 50:
                return Amount(piece.value, m=True)
            return replace(self._and_seconds(piece.value * 60), unit=60.0, m=True)
        if then.text in w.LENGTHS:
            self.at += 1
            return Amount(piece.value * w.LENGTHS[then.text], unit=w.LENGTHS[then.text])
        if then.text == "s" and then.glued and piece.value >= 200 and piece.value % 100 == 0:
            self.at += 1
            return Amount(piece.value)  # "400s x 10": the plural of 400
        if then.text in w.TIMES:
            self.at += 1
            size = piece.value * w.TIMES[then.text]
            if then.text in w.SECONDS:
                return Amount(size, timed=True)
            if then.text in w.HOURS:
                return replace(self._and_minutes(size), unit=3600.0)
            return replace(self._and_seconds(size), unit=60.0)
        return Amount(piece.value, bare=True)

    def _and_seconds(self, size: float) -> Amount:
        """ "2'30", "1 min 30 s", "1 minute 30 rest"."""
        more, unit = self.peek(), self.peek(1)
        worded = unit.text in w.SECONDS
        ended = unit.text in w.RESTS or unit.text in {"", ",", ")", ";", "\n"}
        quarters = more.value in {15, 30, 45} and self.peek(-1).text in w.MINUTES - {"'"} and ended
        glued = more.glued and unit.text != "x"
        if more.whole and more.value < 60 and (worded or glued or quarters):
            self.at += 2 if worded else 1
            return Amount(size + more.value, timed=True)
        return Amount(size, timed=True)

    def _and_minutes(self, size: float) -> Amount:
        more, unit = self.peek(), self.peek(1)
        worded = unit.text in w.MINUTES | {"m"}
        if more.whole and more.value < 60 and (worded or (more.glued and unit.text != "x")):
            self.at += 2 if worded else 1
            return Amount(size + more.value * 60, timed=True)
        return Amount(size, timed=True)
