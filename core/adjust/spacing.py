"""Where a session may go: days that keep hard, long and race days apart."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from core.adjust.cutting import has_bits
from core.athlete import Athlete
from core.plan import Plan, Session, WeekKind

LATEST = 3
"""Days after which a session is not made up (science.md 10)."""
RACE_EASY = 3
"""Easy days before any race (coaching.md 9, the mini-taper)."""
MASTERS_AGE = 50
"""From here two easy days lie between hard ones (coaching.md 8)."""
_CLOSED = {WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}


class Misfit(StrEnum):
    """Why a day cannot take a session."""

    PAST = "past"
    TOO_LATE = "too-late"
    OTHER_WEEK = "other-week"
    REST_DAY = "rest-day"
    TAKEN = "taken"
    NEXT_TO_HARD = "next-to-hard"
    RACE_NEAR = "race-near"
    STRENGTH_BEFORE = "strength-before"
    STRIDES_AFTER = "strides-after"
    MOVED_BEFORE = "moved-before"
    RACE = "race"
    RUNS_IN_A_ROW = "runs-in-a-row"


def demanding(session: Session | None) -> bool:
    """Whether the day counts for spacing: hard, long or a race."""
    return session is not None and (session.hard or session.long or session.race is not None)


def misfit(plan: Plan, session: Session, day: date, athlete: Athlete) -> Misfit | None:
    """Why the demanding session cannot be run on the day instead of its own; None where it can.

    The day's own run must be an easy one, which then is run in the session's place or not at all.
    """
    if day <= session.on:
        return Misfit.PAST
    if (day - session.on).days > LATEST:
        return Misfit.TOO_LATE
    week = plan.week_of(day)
    if week is None or week.kind in _CLOSED or not week.starts <= session.on:
        return Misfit.OTHER_WEEK
    there = plan.on(day)
    if there is None:
        return Misfit.REST_DAY
    if demanding(there):
        return Misfit.TAKEN
    return crowded(plan, session, day, athlete)


def crowded(plan: Plan, session: Session, day: date, athlete: Athlete) -> Misfit | None:
    """Why the days around leave no room there for the demanding session, its own left aside."""
    if any(demanding(other) for other in _around(plan, session, day, 1)):
        return Misfit.NEXT_TO_HARD
    if session.hard and easy_between(athlete, day) > 1:
        near = _around(plan, session, day, 2)
        if any(other.hard or other.race is not None for other in near):
            return Misfit.NEXT_TO_HARD
    ahead = plan.between(day, day + timedelta(days=RACE_EASY))
    if any(other.race is not None for other in ahead):
        return Misfit.RACE_NEAR
    if session.hard and any(on == day - timedelta(days=1) for on, _ in plan.strength):
        return Misfit.STRENGTH_BEFORE
    after = plan.on(day + timedelta(days=1))
    if after is not None and has_bits(after.workout):
        return Misfit.STRIDES_AFTER
    return None


def easy_between(athlete: Athlete, day: date) -> int:
    """Easy days that must lie between two hard ones."""
    age = athlete.age(day)
    return 2 if athlete.masters_rules and age is not None and age >= MASTERS_AGE else 1


def _around(plan: Plan, moving: Session, day: date, distance: int) -> tuple[Session, ...]:
    """The sessions so many days before and after the day, without the one that moves."""
    days = (day - timedelta(days=distance), day + timedelta(days=distance))
    return tuple(s for other in days if (s := plan.on(other)) is not None and other != moving.on)


def next_fit(
    plan: Plan, session: Session, athlete: Athlete, *, earliest: date = date.min
) -> date | None:
    """The first day within three, from `earliest` on, that can take the session; None without."""
    days = (session.on + timedelta(days=ahead) for ahead in range(1, LATEST + 1))
    fitting = (d for d in days if d >= earliest and misfit(plan, session, d, athlete) is None)
    return next(fitting, None)
