"""The number behind the colours: the answers against the own usual, missing ones re-weighted.

Weights by science.md 9: legs 2 a point (soreness and fatigue count 1 each), sleep 0.5 an hour,
pulse 0.5 a spread; untuned, AUC 0.74 for a low day on 13 people (PMData). The rest is ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, stdev

from core.activity import Log
from core.checkin import CheckIn, Told
from core.readiness.baseline import (
    Field,
    baseline,
    normal,
    pulse_baseline,
    pulse_folded,
    value_of,
)

SHARES = {Field.LEGS: 40.0, Field.SLEEP: 20.0, Field.PULSE: 15.0, Field.HRV: 15.0}
"""How much of the whole each part is when missing ones are re-weighted (science.md 9)."""
LEAST_COVERAGE = 0.5
"""Below half of the parts there is no number (science.md 9)."""
USUAL, PER_POINT = 70.0, 7.0
"""The score of a usual morning, and what one point of deviation moves it (ours)."""
LEGS_OK = 3.0
FURTHEST = 3.0
"""Spreads beyond which a pulse says nothing more (ours)."""


@dataclass(frozen=True, slots=True)
class Score:
    """0-100, 70 is usual; None below half of the parts. `coverage` 0-1."""

    value: float | None
    coverage: float


def score(
    checkin: CheckIn, history: Sequence[CheckIn], log: Log, *, since: date | None = None
) -> Score:
    """How the morning stands against the athlete's own usual."""
    parts = _parts(checkin, history, since)
    expected = {*parts, *_expected(history, checkin)}
    coverage = sum(SHARES[field] for field in parts) / sum(SHARES[field] for field in expected)
    if coverage < LEAST_COVERAGE:
        return Score(None, coverage)
    deviation = sum(parts.values()) / coverage - _mood(checkin) - 0.5 * loaded(log, checkin.on)
    return Score(min(100.0, max(0.0, USUAL + PER_POINT * deviation)), coverage)


def _expected(history: Sequence[CheckIn], checkin: CheckIn) -> set[Field]:
    """What a whole answer would have; HRV is never missed (R230), a folded pulse neither."""
    folded = checkin.pulse is None and pulse_folded(history, checkin.on)
    return {Field.LEGS, Field.SLEEP} if folded else {Field.LEGS, Field.SLEEP, Field.PULSE}


def _parts(checkin: CheckIn, history: Sequence[CheckIn], since: date | None) -> dict[Field, float]:
    """Deviations from usual, weighted, of the parts that are known; better is above zero."""
    found = {
        Field.LEGS: _legs(checkin, history),
        Field.SLEEP: _sleep(checkin, history),
        Field.PULSE: _pulse(checkin, history, since),
        Field.HRV: _hrv(checkin, history),
    }
    return {field: part for field, part in found.items() if part is not None}


def _legs(checkin: CheckIn, history: Sequence[CheckIn]) -> float | None:
    if checkin.legs is Told.USUAL:
        return 0.0
    points = value_of(checkin, Field.LEGS)
    if points is None:
        return None
    own = baseline(history, Field.LEGS, checkin.on)
    return 2.0 * (points - (own.median if own else LEGS_OK))


def _sleep(checkin: CheckIn, history: Sequence[CheckIn]) -> float | None:
    if checkin.sleep is Told.USUAL:
        return 0.0
    hours = value_of(checkin, Field.SLEEP)
    own = baseline(history, Field.SLEEP, checkin.on)
    return None if hours is None or own is None else 0.5 * (hours - own.median)


def _pulse(checkin: CheckIn, history: Sequence[CheckIn], since: date | None) -> float | None:
    if checkin.pulse is Told.USUAL:
        return 0.0
    bpm = value_of(checkin, Field.PULSE)
    own = pulse_baseline(checkin, history, since=since)
    if bpm is None or own is None:
        return None
    return -0.5 * min(FURTHEST, max(-FURTHEST, own.z(bpm)))


def _hrv(checkin: CheckIn, history: Sequence[CheckIn]) -> float | None:
    trend = hrv_trend([*history, checkin], checkin.on)
    return None if trend is None else min(0.0, trend)  # a high one proves nothing (Bellenger 2016)


def _mood(checkin: CheckIn) -> float:
    return 0.5 * (checkin.stress + checkin.dread)


HRV_WEEK, HRV_WEEK_NEEDED, HRV_SPAN, HRV_SPAN_NEEDED = 7, 3, 60, 14
"""Days and the valid ones needed (Plews 2014); one day alone never decides."""


def hrv_trend(days: Sequence[CheckIn], today: date) -> float | None:
    """How far the 7-day mean of ln rMSSD is outside the own mean ± 0.5 SD of 60 days, in SDs.

    0 inside the band, negative below; None with too few days (Plews; Vesterinen 2016).
    """
    week = _hrv_values(days, today, HRV_WEEK)
    span = _hrv_values(days, today, HRV_SPAN)
    if len(week) < HRV_WEEK_NEEDED or len(span) < HRV_SPAN_NEEDED:
        return None
    spread = max(stdev(span), 0.01)
    away = (fmean(week) - fmean(span)) / spread
    return min(0.0, away + 0.5) if away < 0 else max(0.0, away - 0.5)


def _hrv_values(days: Sequence[CheckIn], today: date, span: int) -> list[float]:
    first = today - timedelta(days=span - 1)
    valid = (c for c in days if first <= c.on <= today and normal(c))
    return [ln for c in valid if (ln := value_of(c, Field.HRV)) is not None]


def loaded(log: Log, today: date) -> bool:
    """Whether the last three days held twice the load of the own usual three (ours)."""
    yesterday = today - timedelta(days=1)
    last = sum(run.load or 0 for run in log.within(yesterday, 3))
    month = [run.load for run in log.within(yesterday, 28) if run.load]
    return len(month) >= 8 and last > 2 * sum(month) / 28 * 3
