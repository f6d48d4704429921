"""Planned and done: days, time and distance of a week; unanswered days are unknown, not missed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.activity import Activity
from core.plan import Session
from core.review.given import Given
from core.units import Distance, Duration
from core.workout import Effort, PaceOf


@dataclass(frozen=True, slots=True)
class Tally:
    """Planned days are run, told as not run, unknown, or still open (today or later).

    `other`: runs on days without a session. Totals are of all that was planned and all that was
    run; what was told by one half only has the other at easy pace.
    """

    planned: int
    run: int
    not_run: int
    unknown: int
    still_open: int
    other: int
    planned_time: Duration
    planned_distance: Distance
    time: Duration
    distance: Distance

    @property
    def runs(self) -> int:
        """Everything that was run, planned or not."""
        return self.run + self.other


def tally(given: Given) -> Tally:
    """The week's count; whatever was told decides, and a second run a day only adds to totals."""
    sessions, runs = given.sessions, given.runs
    states = [_state(given, session.on) for session in sessions]
    days = {session.on for session in sessions}
    return Tally(
        planned=len(sessions),
        run=states.count("run"),
        not_run=states.count("not-run"),
        unknown=states.count("unknown"),
        still_open=states.count("open"),
        other=len({run.on for run in runs if run.on not in days}),
        planned_time=Duration.of_minutes(_minutes(sessions, given.pace_of)),
        planned_distance=_distance(sessions, given.pace_of),
        time=total_time(runs, given.pace_of),
        distance=total_distance(runs, given.pace_of),
    )


def _state(given: Given, day: date) -> str:
    told = given.log.on(day)
    if any(run.ran for run in told):
        return "run"
    if told:
        return "not-run"
    return "open" if day >= given.today else "unknown"


def _minutes(sessions: tuple[Session, ...], pace_of: PaceOf) -> float:
    return sum(session.workout.minutes(pace_of) for session in sessions)


def _distance(sessions: tuple[Session, ...], pace_of: PaceOf) -> Distance:
    return Distance(sum(session.workout.distance(pace_of).metres for session in sessions))


def total_time(runs: tuple[Activity, ...], pace_of: PaceOf) -> Duration:
    """How long they were together."""
    return Duration(sum(time_of(run, pace_of).seconds for run in runs))


def total_distance(runs: tuple[Activity, ...], pace_of: PaceOf) -> Distance:
    """How far they went together."""
    return Distance(sum(distance_of(run, pace_of).metres for run in runs))


def time_of(run: Activity, pace_of: PaceOf) -> Duration:
    """As told, else the distance at easy pace; nothing for a run told without a size."""
    if run.time is not None:
        return run.time
    return pace_of(Effort.EASY).time_for(run.distance) if run.distance else Duration(0)


def distance_of(run: Activity, pace_of: PaceOf) -> Distance:
    """As told, else the time at easy pace."""
    if run.distance is not None:
        return run.distance
    return pace_of(Effort.EASY).distance_in(run.time) if run.time else Distance(0)
