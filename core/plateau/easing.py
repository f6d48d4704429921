"""Prescriptions that make days easier or say how they are run: nothing here adds anything."""

from __future__ import annotations

from datetime import date, timedelta

from core.adjust import easy_run, fewer_reps, plain, shorter
from core.adjust.cutting import LEAST_MINUTES, running_minutes
from core.away import busy
from core.plan import Session, WeekKind
from core.plateau.course import Course, Days
from core.workout import Focus

BACK_OFF_SHARE, WAVE_SHARE = 0.7, 0.75
BUILDS = 3
"""Weeks that build before one that is lighter (R155, R247)."""
MOST_RUNS = 5
"""That leave two days of a week without running."""
_LIGHT = {WeekKind.DOWN, WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.MAINTAIN}


def backed_off(course: Course) -> Days:
    """A week of easy running, a third shorter (R242)."""
    found: Days = {}
    for session in course.sessions(weeks=1):
        whole = running_minutes(session.workout, course.pace_of)
        minutes = max(min(whole, LEAST_MINUTES), whole * BACK_OFF_SHARE)
        if session.long:
            workout = plain(session.workout, course.pace_of)
            workout = shorter(workout, BACK_OFF_SHARE, course.pace_of)
        else:
            workout = easy_run(minutes)
        found[session.on] = course.with_(session, workout)
    return found


def second_rest_day(course: Course) -> Days:
    """The shortest easy run of every week that has no two days without running goes (R229)."""
    found: Days = {}
    for week in course.weeks():
        runs = course.plan.between(week.starts, week.ends)
        easy = [s for s in course.sessions() if _in(s, week.starts) and not (s.hard or s.long)]
        if len(runs) > MOST_RUNS and easy:
            shortest = min(easy, key=lambda s: (s.workout.minutes(course.pace_of), s.on))
            found[shortest.on] = None
    return found


def maintained(course: Course) -> Days:
    """A third less, one quick session a week, as in weeks that are busy (R244)."""
    open_days = {s.on for s in course.sessions()}
    whole = busy(course.plan, course.first, course.prescription.until, course.pace_of)
    found: Days = {}
    for edit in whole.edits:
        if edit.on in open_days and edit.before is not None and edit.after is not None:
            found[edit.on] = course.with_(edit.before, edit.after.workout)
    return found


def easy_made_easy(course: Course) -> Days:
    """Steady and fast parts of easy and long days go; every easy day says what easy is (R34)."""
    found: Days = {}
    for session in course.sessions():
        if session.hard and not session.long:
            continue
        steady = session.focus is Focus.STEADY or session.long
        workout = plain(session.workout, course.pace_of) if steady else session.workout
        found[session.on] = course.with_(session, workout)
    return found


def in_waves(course: Course) -> Days:
    """After every three weeks that build, one that is lighter, where the plan has none (R247)."""
    since = _building(course)
    found: Days = {}
    for week in course.weeks():
        if week.kind in _LIGHT:
            found |= {s.on: course.with_(s) for s in course.sessions() if _in(s, week.starts)}
            since = 0
        elif since >= BUILDS and week.kind is WeekKind.NORMAL:
            found |= {s.on: _lighter(course, s) for s in course.sessions() if _in(s, week.starts)}
            since = 0
        else:
            since += 1
    return found


def _building(course: Course) -> int:
    """Weeks since the last lighter one, as far as the log knows."""
    minutes = [sum(r.minutes for r in week) for week in course.view.weeks[:8]]
    usual = sorted(minutes)[len(minutes) // 2] if minutes else 0.0
    return next((n for n, m in enumerate(minutes) if m < 0.84 * usual), len(minutes))


def _in(session: Session, monday: date) -> bool:
    return monday <= session.on < monday + timedelta(days=7)


def _lighter(course: Course, session: Session) -> Session:
    if session.hard and not session.long:
        return course.with_(session, fewer_reps(session.workout, WAVE_SHARE))
    return course.with_(session, shorter(session.workout, WAVE_SHARE, course.pace_of))


def told_on_hard(course: Course) -> Days:
    """Every hard day says it: start slower, or drills before it."""
    return {s.on: course.with_(s) for s in course.hard()}


def told_on_strength(course: Course) -> Days:
    """Every run on a strength day says that the strength belongs to it."""
    strong = {on for on, _ in course.plan.strength}
    return {s.on: course.with_(s) for s in course.sessions() if s.on in strong}
