"""What a row of the table makes of a session: the same or less, never more."""

from __future__ import annotations

import math
from dataclasses import replace

from core.adjust.cutting import (
    capped,
    easy_run,
    fewer_reps,
    plain,
    running_minutes,
    shorter,
    spared,
    walk,
)
from core.adjust.decision import Case
from core.adjust.table import Becomes, Row
from core.library import size
from core.plan import Session, hard
from core.reasons import Code
from core.workout import PaceOf, Workout


def become(row: Row, session: Session, case: Case, most: float | None = None) -> Session | None:
    """The session after the row, None for rest; `most`: minutes an easy run must not exceed."""
    if row.becomes is Becomes.SAME:
        return session
    if row.becomes is Becomes.REST:
        return None
    if row.becomes is Becomes.LADDER:
        return _rung(session, case)
    pace_of, limit = case.pace_of, case.allowance.minutes
    if row.becomes in {Becomes.EASY, Becomes.WALK}:
        easy = row.becomes is Becomes.EASY
        whole = running_minutes if easy else Workout.minutes  # walked rests make no run longer
        minutes = min(whole(session.workout, pace_of), _minutes(row))
        minutes = min(minutes, most or minutes, limit or minutes)
        return plain_session(session, easy_run(minutes) if easy else walk(minutes))
    workout = _smaller(row, session.workout, case)
    return _with(session, workout if limit is None else capped(workout, limit, pace_of), pace_of)


def _smaller(row: Row, workout: Workout, case: Case) -> Workout:
    if row.becomes is Becomes.FEWER_REPS:
        return fewer_reps(workout, row.share)
    if row.becomes is Becomes.SPARED:
        return spared(workout, case.allowance.bans, case.pace_of)
    easy = plain(workout, case.pace_of)
    return shorter(easy, row.share, case.pace_of) if row.becomes is Becomes.SHORTER else easy


def _minutes(row: Row) -> float:
    """Walks may take the whole range, easy runs its middle."""
    least, most = row.minutes or (math.inf, math.inf)
    return most if row.becomes is Becomes.WALK else (least + most) / 2


def plain_session(session: Session, workout: Workout) -> Session:
    """Another workout in the session's place that is neither hard, long nor a race.

    What the old one was chosen for goes with it; where it was moved from stays known.
    """
    why = tuple(reason for reason in session.why if reason.code is Code.MOVED)
    return replace(session, workout=workout, hard=False, long=False, race=None, why=why)


def _with(session: Session, workout: Workout, pace_of: PaceOf) -> Session:
    """The session with a smaller workout; never marked harder than it was."""
    if workout == session.workout:
        return session
    return replace(session, workout=workout, hard=session.hard and hard(workout, pace_of))


def _rung(session: Session, case: Case) -> Session | None:
    """The step that is due, every second day; with no more running than was planned."""
    if not case.allowance.rested:
        return None
    keys = case.library.ladder
    step = min(case.allowance.step or 1, len(keys))
    workout = size(case.library[keys[step - 1]], pace_of=case.pace_of)
    allowed = running_minutes(session.workout, case.pace_of)
    runs = running_minutes(workout, case.pace_of)
    if runs > allowed:
        whole = workout.minutes(case.pace_of)
        workout = capped(workout, whole * allowed / runs, case.pace_of)
    return plain_session(session, workout)
