"""The down week that repeated ambers earn: less hard and less long running, easy runs stay.

A down week cuts volume or intensity (R155); this one cuts intensity and the long run, and where
there is nothing hard or long to cut, the easy runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.adjust.cutting import fewer_reps, shorter
from core.adjust.decision import Case
from core.adjust.facts import not_green, protected
from core.adjust.spacing import demanding
from core.plan import Session, WeekKind
from core.readiness import Colour
from core.reasons import Code, Reason

_ALREADY = {WeekKind.DOWN, WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}
NOT_AGAIN = timedelta(days=14)
"""Days after one down week in which ambers earn no second (ours)."""


@dataclass(frozen=True, slots=True)
class Earned:
    """The sessions of the days to come as they become, and why."""

    sessions: Mapping[date, Session]
    reason: Reason


def down_week(case: Case, others: Mapping[date, Session]) -> Earned | None:
    """The down week that today earned, over the sessions in `others` where today moved them."""
    reason = _earned(case)
    if reason is None or _small_already(case):
        return None
    last = case.day + timedelta(days=case.table.down_week.days - 1)
    coming = {s.on: s for s in case.plan.between(case.day + timedelta(days=1), last)} | dict(others)
    open_days = {day: s for day, s in coming.items() if not protected(case.plan, day)}
    heavy = {day: s for day, s in open_days.items() if demanding(s)}
    sessions = {day: _smaller(s, case, reason) for day, s in (heavy or open_days).items()}
    return Earned(sessions, reason) if sessions else None


def _earned(case: Case) -> Reason | None:
    if case.readiness.colour not in {Colour.AMBER, Colour.RED}:
        return None
    for mornings, within in case.table.down_week.earned:
        count = not_green(case, within)
        if count >= mornings:
            return Reason(Code.DOWN_WEEK_EARNED, {"ambers": count, "days": within})
    return None


def _small_already(case: Case) -> bool:
    """Whether the plan is cut anyway, here or in the week's course, or was for the same reason."""
    weeks = (case.plan.week_of(case.day), case.plan.week_of(case.day + timedelta(days=6)))
    if any(week is not None and week.kind in _ALREADY for week in weeks):
        return True
    near = case.plan.between(case.day - NOT_AGAIN, case.day + NOT_AGAIN)
    return any(reason.code is Code.DOWN_WEEK_EARNED for s in near for reason in s.why)


def _smaller(session: Session, case: Case, reason: Reason) -> Session:
    share, workout = case.table.down_week.share, session.workout
    if session.hard and not session.long:
        workout = fewer_reps(workout, share)
    else:
        workout = shorter(workout, share, case.pace_of)
    return replace(session, workout=workout, why=(*session.why, reason))
