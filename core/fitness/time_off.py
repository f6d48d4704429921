"""What a break costs (Daniels' FVDOT), and how it comes back in as long as it took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from core.activity import Log

FREE_DAYS = 5
"""So many days off cost nothing."""


@dataclass(frozen=True, slots=True)
class TimeOff:
    """Days without running, the day of the return (None: still off), and what is left of VDOT."""

    days: int
    returned: date | None
    factor: float


def time_off_factor(days: int, *, cross_trained: bool = False) -> float:
    """FVDOT: 0.3 % a day from the sixth to 20 %, half of both with cross-training.

    Daniels' table to 0.0005; its printed 0.994 for 42 days cross-trained is a misprint of 0.944.
    """
    rate, floor = (0.0015, 0.90) if cross_trained else (0.003, 0.80)
    return max(floor, 1 - rate * max(0, days - FREE_DAYS))


def breaks(
    log: Log, since: date, today: date, last_told: date | None = None
) -> tuple[TimeOff, ...]:
    """The breaks after `since` that still count, oldest first.

    Days that were planned and never answered may have been run: they end a break. Before the first
    run of the log only `last_told` is known: the last day that can have had a run, as was told.
    """
    told = _told_days(log, since, today)
    if last_told is not None:
        told = sorted({max(since, last_told), *(day for day in told if day > last_told)})
    if not told:
        return ()
    gaps = [_gap(one, other, today) for one, other in pairwise(told)]
    off_now = (today - told[-1]).days - 1
    if off_now > FREE_DAYS:
        gaps.append(TimeOff(off_now, None, time_off_factor(off_now)))
    return tuple(gap for gap in gaps if gap is not None)


def left_of(gaps: Iterable[TimeOff]) -> float:
    """The share of VDOT that the breaks leave together."""
    share = 1.0
    for gap in gaps:
        share *= gap.factor
    return share


def _told_days(log: Log, since: date, today: date) -> list[date]:
    """Days with a run, or perhaps one; a result's own day counts once the log has begun by then."""
    days = {a.on for a in log.activities if a.ran} | set(log.unknown)
    known = sorted(day for day in days if day <= today)
    if known and known[0] <= since:
        return sorted({since, *(day for day in known if day > since)})
    return known


def _gap(last: date, back: date, today: date) -> TimeOff | None:
    """A finished break; the loss comes back evenly over as many days (ours, after R166)."""
    days = (back - last).days - 1
    lost = 1 - time_off_factor(days)
    gone = (today - back) / timedelta(days=max(1, days))
    left = lost * max(0.0, 1 - gone)
    return TimeOff(days, back, 1 - left) if left > 0 else None
