"""One calendar month of running, and the Sunday that closes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.activity import Activity, Log
from core.review.tally import distance_of, total_distance, total_time
from core.units import Distance, Duration
from core.workout import PaceOf


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month by its first day; `longest` None where nothing was run."""

    first: date
    runs: int
    time: Duration
    distance: Distance
    longest: Activity | None = None


def month_of(log: Log, first: date, last: date, pace_of: PaceOf) -> Month:
    """The month that begins on `first`, up to `last`."""
    until = min(last, next_month(first) - timedelta(days=1))
    days = (until - first).days + 1
    runs = log.within(until, days) if days > 0 else ()
    return Month(
        first=first,
        runs=len(runs),
        time=total_time(runs, pace_of),
        distance=total_distance(runs, pace_of),
        longest=max(runs, key=lambda run: distance_of(run, pace_of), default=None),
    )


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


def month_before(first: date) -> date:
    """The first day of the month before."""
    return (first.replace(day=1) - timedelta(days=1)).replace(day=1)


def month_closes(sunday: date) -> date | None:
    """The first day of the month that the review of this Sunday closes; None on most Sundays."""
    return month_before(sunday) if sunday.day <= 7 else None
