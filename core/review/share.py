"""The easy share: minutes slower than M over all minutes, recoveries easy (coaching.md 8)."""

from __future__ import annotations

from datetime import date, timedelta

from core.activity import Activity, Done
from core.athlete import RaceDistance
from core.plan import Phase, Session
from core.review.given import Given
from core.review.tally import time_of
from core.units import Pace
from core.workout import Effort

FLOOR, MARATHON_FLOOR = 0.78, 0.70
"""Over four weeks; the second in marathon-specific weeks (coaching.md 8)."""
MOST_UNKNOWN = 0.25
"""The share of a window's minutes that may be hard runs of unknown make-up (ours)."""


def easy_share(
    given: Given, last: date, days: int, *, untold: tuple[Session, ...] = ()
) -> float | None:
    """0-1 for the `days` that end with `last`; None where too little is known of them.

    `untold` sessions count as run as they were planned.
    """
    known = sum(session.workout.minutes(given.pace_of) for session in untold)
    easy = known - sum(session.workout.fast_minutes(given.pace_of) for session in untold)
    unknown = 0.0
    for run in given.log.within(last, days):
        minutes = time_of(run, given.pace_of).minutes
        fast = _fast_minutes(given, run, minutes)
        if fast is None:
            unknown += minutes
            continue
        known += minutes
        easy += minutes - fast
    if known <= 0 or unknown > MOST_UNKNOWN * (known + unknown):
        return None
    return easy / known


def _fast_minutes(given: Given, run: Activity, minutes: float) -> float | None:
    """Of a run as planned by its steps, of others by their pace; None for a hard run told alone."""
    session = given.planned.get(run.on)
    if run.done is Done.AS_PLANNED and session is not None:
        return min(minutes, session.workout.fast_minutes(given.pace_of))
    if run.hard:
        return None
    if run.distance and run.time and run.distance.metres > 0:
        quick = Pace.of(run.distance, run.time) <= given.pace_of(Effort.MARATHON)
        return minutes if quick else 0.0
    return 0.0


def floor(given: Given) -> float:
    """The least easy share that four weeks should have; lower where a marathon is near."""
    week = given.plan.week_of(given.monday)
    near = week is not None and week.phase is Phase.PEAK
    return MARATHON_FLOOR if near and given.athlete.goal is RaceDistance.MARATHON else FLOOR


def too_little_easy(given: Given) -> float | None:
    """The share of four weeks where it is below the floor; days that nobody told of never make it.

    They count as run for fatigue (coaching.md 10), so here as well.
    """
    if four_weeks(given) is None:
        return None
    window = (given.sunday - timedelta(days=n) for n in range(28))
    planned = (given.planned.get(day) for day in window)
    untold = tuple(s for s in planned if s is not None and not given.log.on(s.on))
    share = easy_share(given, given.sunday, 28, untold=untold)
    return share if share is not None and share < floor(given) else None


def four_weeks(given: Given) -> float | None:
    """The share of the four weeks that end with the week, once they hold two weeks of running."""
    earlier = given.log.within(given.sunday - timedelta(days=14), 14)
    return easy_share(given, given.sunday, 28) if earlier else None
