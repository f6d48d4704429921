"""A season in five numbers, so that two of them can be held side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from core.plan import Plan
from core.units import Distance, Duration
from core.workout import PaceOf


@dataclass(frozen=True, slots=True)
class Glance:
    """Weeks still to come; the biggest and the longest run of them, as far and as long; counts.

    Races are left out: they are as long as they are.
    """

    weeks: int
    biggest: Distance
    biggest_time: Duration
    longest: Distance
    longest_time: Duration
    runs: int
    hard: int


def glance(plan: Plan, since: date, pace_of: PaceOf) -> Glance:
    """What the plan holds from a day on."""
    sessions = [s for s in plan.sessions if s.on >= since and s.race is None]
    metres, minutes = defaultdict[date, float](float), defaultdict[date, float](float)
    far, long = [0.0], [0.0]
    for session in sessions:
        monday = session.on - timedelta(days=session.on.weekday())
        far.append(session.workout.distance(pace_of).metres)
        long.append(session.workout.minutes(pace_of))
        metres[monday] += far[-1]
        minutes[monday] += long[-1]
    return Glance(
        weeks=sum(1 for week in plan.weeks if week.ends >= since),
        biggest=Distance(max(metres.values(), default=0.0)),
        biggest_time=Duration.of_minutes(max(minutes.values(), default=0.0)),
        longest=Distance(max(far)),
        longest_time=Duration.of_minutes(max(long)),
        runs=len(sessions),
        hard=sum(1 for session in sessions if session.hard),
    )
