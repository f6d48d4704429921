"""Prescription: strides after easy runs, in the minutes that the runs have (R243)."""

from __future__ import annotations

import math
from datetime import date, timedelta

from core.adjust import demanding
from core.adjust.cutting import has_bits
from core.library import Slot, Standing, fit
from core.plan import Session, phase_on
from core.plateau.course import DAY, Course, Days
from core.plateau.growing import metres_of, said
from core.workout import Focus, Workout

STRIDES_A_WEEK = 2
QUICKER = 1.03
"""Twenty seconds of a stride go further than of a jog; so much is no longer run (ours)."""


def with_strides(course: Course) -> Days:
    """Strides in two easy runs a week, never after a hard or long day (R243)."""
    found: Days = {}
    count: dict[date, int] = {}
    for session in course.sessions():
        monday = session.on - timedelta(days=session.on.weekday())
        if demanding(session) or session.focus is not Focus.EASY:
            continue
        if demanding(course.plan.on(session.on - DAY)) or count.get(monday, 0) >= STRIDES_A_WEEK:
            continue
        workout = _strides(course, session)
        if workout is not None:
            count[monday] = count.get(monday, 0) + 1
            found[session.on] = course.with_(session, workout)
    return found or said(course, lambda s: has_bits(s.workout))


def _strides(course: Course, session: Session) -> Workout | None:
    """The run with strides in the same minutes, by the first recipe that is open."""
    pace_of, before = course.pace_of, session.workout
    done = frozenset(a.key for a in course.case.log.activities)
    weeks = (session.on - course.plan.starts).days // 7
    recipes = course.library.find(
        slot=Slot.STRIDES,
        focus=Focus.EASY,
        phase=phase_on(course.plan, session.on),
        level=course.athlete.level,
        athlete=course.athlete,
        standing=Standing(session.on, base_weeks=weeks, done=done),
    )
    minutes = math.floor(before.minutes(pace_of))
    tries = ((recipe, minutes - less) for recipe in recipes for less in range(3))
    sized = (fit(r, pace_of=pace_of, minutes=m, masters=course.masters) for r, m in tries)
    return next((w for w in sized if w is not None and _no_more(course, before, w)), None)


def _no_more(course: Course, before: Workout, workout: Workout) -> bool:
    """Whether the run with strides goes no further, is flat, and holds nothing forbidden."""
    further = metres_of(course, workout) > metres_of(course, before) * QUICKER
    return not further and not any(s.uphill for s in workout.steps()) and course.allowed(workout)
