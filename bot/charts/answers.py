"""The morning's answers over some weeks, as points against the athlete's own usual range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.checkin import CheckIn, Told
from core.readiness import Baseline, baseline, pulse_baseline
from core.readiness.baseline import Field, value_of
from core.readiness.signs import seen
from core.reasons import Code

_SIGNS = {
    Field.LEGS: {Code.LEGS_DEAD, Code.LEGS_HEAVY},
    Field.SLEEP: {Code.SHORT_NIGHT, Code.VERY_SHORT_NIGHT},
    Field.PULSE: {Code.PULSE_RAISED, Code.PULSE_HIGH},
}
"""What makes this answer a sign against its day, as the day's colour counts it.

Sleep debt is left out: it speaks of seven nights, not of this one.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """One morning in points, hours or bpm: `value` None is no number, `own` None no baseline yet.

    `usual`: answered without a number. `sign`: it spoke against the day.
    """

    on: date
    value: float | None
    own: Baseline | None
    usual: bool = False
    sign: bool = False

    @property
    def band(self) -> tuple[float, float] | None:
        """The usual range: one spread to both sides."""
        if self.own is None:
            return None
        return self.own.median - self.own.spread, self.own.median + self.own.spread

    @property
    def level(self) -> float | None:
        """Where its point stands."""
        return self.own.median if self.value is None and self.usual and self.own else self.value


def answers_of(
    checkins: Sequence[CheckIn],
    fields: Sequence[Field],
    last: date,
    count: int,
    since: date | None = None,
) -> dict[Field, tuple[Answer, ...]]:
    """For each field `count` days up to `last`, oldest first, against what was usual that day.

    Check-ins are oldest first; `since`: the day a new dose of pulse medicine began.
    """
    by_day = {checkin.on: checkin for checkin in checkins}
    days = [last - timedelta(days=back) for back in reversed(range(count))]
    asked = [by_day.get(day, CheckIn(day)) for day in days]
    signs = [{sign.reason.code for sign in seen(each, checkins, since=since)} for each in asked]
    return {
        field: tuple(
            _answer(each, checkins, field, since, sign=bool(codes & _SIGNS.get(field, set())))
            for each, codes in zip(asked, signs, strict=True)
        )
        for field in fields
    }


def _answer(
    checkin: CheckIn,
    history: Sequence[CheckIn],
    field: Field,
    since: date | None,
    *,
    sign: bool,
) -> Answer:
    if field is Field.PULSE:
        own = pulse_baseline(checkin, history, since=since)
    else:
        own = baseline(history, field, checkin.on)
    told = {Field.LEGS: checkin.legs, Field.SLEEP: checkin.sleep, Field.PULSE: checkin.pulse}
    value = value_of(checkin, field)
    usual = told.get(field) is Told.USUAL
    return Answer(checkin.on, value, own, usual, sign and value is not None)


def rows_of(answers: Sequence[Answer]) -> Iterator[list[Answer]]:
    """Answers in rows of neighbouring days; a missing one ends a row."""
    row: list[Answer] = []
    for answer in answers:
        if answer.level is not None:
            row.append(answer)
        elif row:
            yield row
            row = []
    if row:
        yield row
