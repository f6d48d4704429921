"""What is usual for this athlete: median and robust spread of past answers, never looking ahead.

Histories are oldest first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from core.checkin import CheckIn, Told
from core.units import Duration, HeartRate

LAST_ANSWERS = 28
WITHIN = timedelta(days=60)
ANSWERS_NEEDED = 14
"""The last 28 answered days within 60, at least 14 of them (coaching.md 5)."""
MAD_TO_SD = 1.4826
"""Makes the median absolute deviation a standard deviation of normal data."""
SECOND_HALF_FROM = 15
"""Day of the cycle from which pulse runs higher (Shilaih 2017); the textbook's middle, ours."""
LONGEST_CYCLE = 35
"""Days up to which a cycle is counted on; longer ones want to be told of (ours)."""
FOLDS_AFTER = 5
"""Skips in a row after which the pulse question folds away (coaching.md 5)."""


class Field(StrEnum):
    """What a baseline is kept of."""

    LEGS = "legs"
    SLEEP = "sleep"
    PULSE = "pulse"
    HRV = "hrv"


_FLOOR = {Field.LEGS: 0.5, Field.SLEEP: 0.5, Field.PULSE: 1.5, Field.HRV: 0.10}
"""Least spread, in points, hours, bpm, ln ms; those of legs and sleep are ours."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Median and spread of `days` answers, in points, hours, bpm or ln ms."""

    median: float
    spread: float
    days: int

    def z(self, value: float) -> float:
        """Spreads above the median; negative below."""
        return (value - self.median) / self.spread


def value_of(checkin: CheckIn, field: Field) -> float | None:
    """The answer as a number, or None: "usual", skipped and unanswered have none."""
    if field is Field.LEGS:
        return None if isinstance(checkin.legs, Told) else checkin.legs
    if field is Field.SLEEP:
        return checkin.sleep.hours if isinstance(checkin.sleep, Duration) else None
    if field is Field.PULSE:
        return checkin.pulse.bpm if isinstance(checkin.pulse, HeartRate) else None
    return math.log(checkin.hrv_ms) if checkin.hrv_ms else None


def normal(checkin: CheckIn) -> bool:
    """Whether the day may enter a baseline: not ill, no fever, not travelling."""
    return not checkin.ill and checkin.fever_celsius is None and not checkin.travelling


def answers(
    history: Sequence[CheckIn], field: Field, today: date, *, since: date | None = None
) -> list[float]:
    """The last valid answers before today, newest first; `history` is oldest first."""
    first = max(today - WITHIN, since or date.min)
    values: list[float] = []
    for checkin in reversed(history):
        if checkin.on < first or len(values) == LAST_ANSWERS:
            break
        if checkin.on < today and normal(checkin):
            value = value_of(checkin, field)
            if value is not None:
                values.append(value)
    return values


def baseline(
    history: Sequence[CheckIn], field: Field, today: date, *, since: date | None = None
) -> Baseline | None:
    """The field's baseline for `today`; None while still learned. `since`: a new dose began."""
    values = answers(history, field, today, since=since)
    if len(values) < ANSWERS_NEEDED:
        return None
    middle = median(values)
    spread = MAD_TO_SD * median(abs(value - middle) for value in values)
    return Baseline(middle, max(spread, _FLOOR[field]), len(values))


def cycle_day_on(history: Sequence[CheckIn], today: date) -> int | None:
    """The cycle's day, counted on from the last one told; None where none was, or it is too old."""
    told = [c for c in history if c.cycle_day is not None and c.on <= today]
    if not told:
        return None
    last = max(told, key=lambda c: c.on)
    day = (last.cycle_day or 0) + (today - last.on).days
    return day if day <= LONGEST_CYCLE else None


def second_half(checkin: CheckIn) -> bool | None:
    """Whether the morning is in the cycle's second half; None where no cycle day is told."""
    return None if checkin.cycle_day is None else checkin.cycle_day >= SECOND_HALF_FROM


def pulse_baseline(
    checkin: CheckIn, history: Sequence[CheckIn], *, since: date | None = None
) -> Baseline | None:
    """The pulse's baseline for this morning: of the same half, while the cycle is turned on."""
    half = second_half(checkin)
    if half is None:
        return baseline(history, Field.PULSE, checkin.on, since=since)
    same = [c for c in history if second_half(c) is half]
    return baseline(same, Field.PULSE, checkin.on, since=since)


def pulse_folded(history: Sequence[CheckIn], today: date) -> bool:
    """Whether the last five mornings that asked for the pulse were all skipped."""
    last = [c for c in history if c.on < today and c.pulse is not None][-FOLDS_AFTER:]
    return len(last) == FOLDS_AFTER and all(c.pulse is Told.SKIPPED for c in last)
