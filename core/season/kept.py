"""Whether a week was run as it was laid: then the plan goes on as it is, with its progressions."""

from __future__ import annotations

from datetime import date, timedelta

from core.activity import Activity, Log
from core.plan import Plan
from core.workout import Effort, PaceOf

KEPT = 0.85
"""So much of the week's metres, and of its longest run, is the week as laid (ours)."""
MORE = 1.2
"""More than that is another week than the one that was laid (ours)."""
WEEK = timedelta(days=7)


def week_was_kept(plan: Plan, log: Log, monday: date, pace_of: PaceOf) -> bool:
    """The seven days before `monday`, against the plan's base; unknown days count as not run.

    One run that was missed is let go (ours, after the guide's silence), if it was not the longest.
    """
    sessions = plan.between(monday - WEEK, _eve(monday))
    if plan.starts > monday - WEEK or not sessions:
        return False
    meant = {session.on: session.workout.distance(pace_of).metres for session in sessions}
    runs = log.within(_eve(monday), WEEK.days)
    ran = [_metres(run, pace_of) for run in runs]
    if max(ran, default=0.0) < KEPT * max(meant.values()) or sum(ran) > MORE * sum(meant.values()):
        return False
    missed = [metres for on, metres in meant.items() if on not in {run.on for run in runs}]
    let_go = missed[0] if len(missed) == 1 and len(runs) < len(meant) else 0.0
    return sum(ran) >= KEPT * (sum(meant.values()) - let_go)


def _eve(day: date) -> date:
    return day - timedelta(days=1)


def _metres(run: Activity, pace_of: PaceOf) -> float:
    if run.distance is not None:
        return run.distance.metres
    return pace_of(Effort.EASY).distance_in(run.time).metres if run.time else 0.0
