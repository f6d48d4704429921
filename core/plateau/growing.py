"""Prescriptions that add a little, inside every cap: easy kilometres, long runs, strides."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.adjust import demanding
from core.athlete import RaceDistance
from core.load import longest_allowed
from core.plan import Session, Week, WeekKind
from core.plateau.course import DAY, Course, Days
from core.plateau.pieces import goal_of
from core.units import Distance, Duration
from core.workout import Effort, Focus, Step, Workout

GROWTH, GROWTH_METRES = 0.06, 1500.0
"""A week over the one before: what a season aims for, under every cap of coaching.md 8."""
A_RUN_MORE = 1.2
NOT_AS_LONG = 0.85
"""An easy run stays shorter than this share of the week's long run (ours)."""
LEAST = 400.0
DOWN_KEEPS = 0.7
"""A down week is at most 30 % smaller than the week before it (coaching.md 8)."""
_LOADING = {WeekKind.NORMAL, WeekKind.START, WeekKind.MAINTAIN}


@dataclass(frozen=True, slots=True)
class Room:
    """A week that may grow: its sessions, its metres, and those that it may have more."""

    week: Week
    sessions: tuple[Session, ...]
    planned: float
    metres: float


Fill = Callable[[Room], Days]


def _grown(course: Course, fill: Fill) -> Days:
    """The normal weeks ahead, each filled with what 6 % over the week before leaves it.

    What a week does not take is not handed on; a week with a day more takes nothing else (R135).
    """
    before, days = _before(course)
    touched = {s.on for s in course.sessions()}
    found: Days = {}
    for week in course.weeks():
        sessions = course.plan.between(week.starts, week.ends)
        more_days, days = len(sessions) > days, len(sessions)
        if week.kind is not WeekKind.NORMAL or not sessions:
            continue
        planned = _planned(course, week)
        most = before + (0.0 if more_days else max(before * GROWTH, GROWTH_METRES))
        most = min(most, _before_a_lighter_one(course, week))
        open_ = tuple(s for s in sessions if s.on in touched)
        room = Room(week, open_, planned, max(0.0, most - planned))
        filled = fill(room) if room.metres and _keeps_share(course, room) else {}
        found |= filled
        before = planned + sum(_gained(course, session) for session in filled.values())
    return found


def _before_a_lighter_one(course: Course, week: Week) -> float:
    """The most that leaves the down week behind it a down week, and no hole (R155)."""
    after = course.plan.week_of(week.ends + DAY)
    if after is None or after.kind is not WeekKind.DOWN:
        return math.inf
    return _planned(course, after) / DOWN_KEEPS


def _gained(course: Course, session: Session | None) -> float:
    """Metres that a changed session has more than the plan's own."""
    planned = course.plan.on(session.on) if session else None
    if session is None or planned is None:
        return 0.0
    return metres_of(course, session.workout) - metres_of(course, planned.workout)


def _keeps_share(course: Course, room: Room) -> bool:
    """Whether the long run still fits into its share of the bigger week, which may be a smaller."""
    long = max((metres_of(course, s.workout) for s in room.sessions if s.long), default=0.0)
    whole = room.planned + room.metres
    return long <= course.shapes.long_share(Distance(whole)) * whole or long == 0.0


def _before(course: Course) -> tuple[float, int]:
    """Metres of the last normal week, as planned or as run, whichever is less; days of this one."""
    past = [w for w in course.plan.weeks if w.kind in _LOADING and w.starts < course.first]
    runs = [sum(r.metres for r in week) for week in course.view.weeks[:4]]
    ran = sum(runs) / len(runs) if runs else course.athlete.usual.distance.metres
    now = course.plan.week_of(course.case.today)
    days = len(course.plan.between(now.starts, now.ends)) if now else course.athlete.usual.runs
    return min(ran, _planned(course, past[-1])) if past else ran, days


def _planned(course: Course, week: Week) -> float:
    sessions = course.plan.between(week.starts, week.ends)
    return sum(metres_of(course, s.workout) for s in sessions if s.race is None)


def more_easy(course: Course) -> Days:
    """Easy runs a little longer, week by week, up to what the ramp leaves (R243)."""
    found = _grown(course, lambda room: _easiermetres_of(course, room))
    return found or said(course, lambda s: s.focus is Focus.EASY and not demanding(s))


def _easiermetres_of(course: Course, room: Room) -> Days:
    easy = [s for s in room.sessions if not demanding(s) and s.focus is Focus.EASY]
    long = max((metres_of(course, s.workout) for s in room.sessions if s.long), default=0.0)
    left, found = room.metres, Days()
    for session in easy:
        now = metres_of(course, session.workout)
        most = min(now * A_RUN_MORE, NOT_AS_LONG * long if long else now, now + left)
        workout = _longer(course, session, most)
        if workout is not None:
            left -= metres_of(course, workout) - now
            found[session.on] = course.with_(session, workout)
    return found


def said(course: Course, of: Callable[[Session], bool]) -> Days:
    """Where the plan does it by itself, its sessions say so."""
    return {s.on: course.with_(s) for s in course.sessions() if of(s)}


def longer_long(course: Course) -> Days:
    """The long run up to 1.10 of the longest of 30 days, to the share a week allows (R243)."""
    runs = {r.on: r.metres for r in course.view.runs}
    found = _grown(course, lambda room: _longer_run(course, room, runs))
    return found or said(course, lambda s: s.long)


def _longer_run(course: Course, room: Room, runs: dict[date, float]) -> Days:
    """The week's long run made longer; `runs` are the ones before, and takes it up."""
    goal, found = goal_of(course.view), Days()
    for session in (s for s in room.sessions if s.long and not s.hard):
        now = metres_of(course, session.workout)
        most = min(
            _longest(course, runs, session.on),
            now + room.metres,
            _share(course, room),
            _in_minutes(course, _most_minutes(course, session, goal)),
        )
        workout = _longer(course, session, most)
        runs[session.on] = now
        if workout is not None:
            runs[session.on] = metres_of(course, workout)
            found[session.on] = course.with_(session, workout)
    return found


def _share(course: Course, room: Room) -> float:
    """What a long run may be of the week, by the stricter of its sizes before and after."""
    sizes = (room.planned, room.planned + room.metres)
    return min(course.shapes.long_share(Distance(size)) for size in sizes) * room.planned


def _longest(course: Course, runs: dict[date, float], day: date) -> float:
    month = [m for on, m in runs.items() if timedelta(0) < day - on <= timedelta(days=30)]
    if not month:
        return longest_allowed((), course.pace_of).metres
    return 1.10 * max(month)


def _most_minutes(course: Course, session: Session, goal: RaceDistance) -> float:
    shape = course.shapes.shapes[goal]
    own = (m for day, m in course.athlete.minutes if day == session.on.weekday())
    return min(shape.long_time.minutes, min(own, default=math.inf))


def _in_minutes(course: Course, minutes: float) -> float:
    return course.pace_of(Effort.EASY).distance_in(Duration.of_minutes(minutes)).metres


def metres_of(course: Course, workout: Workout) -> float:
    """How far the workout takes this athlete."""
    return workout.distance(course.pace_of).metres


def _longer(course: Course, session: Session, metres: float) -> Workout | None:
    """The workout with its longest easy step stretched to so many metres; None for too little."""
    workout, pace_of = session.workout, course.pace_of
    more = metres - metres_of(course, workout)
    steps = [
        (i, b)
        for i, b in enumerate(workout.blocks)
        if isinstance(b, Step) and b.effort is Effort.EASY
    ]
    if more < LEAST or not steps:
        return None
    place, step = max(
        steps, key=lambda each: metres_of(course, replace(workout, blocks=(each[1],)))
    )
    if step.distance is not None:
        grown = step.distance.metres + more
        longer = replace(step, distance=Distance(math.floor(grown / 100) * 100))
    else:
        assert step.time is not None  # noqa: S101 - Step's own invariant, for the type checker
        minutes = step.time.minutes + pace_of(Effort.EASY).time_for(Distance(more)).minutes
        longer = replace(step, time=Duration.of_minutes(math.floor(minutes)))
    blocks = (*workout.blocks[:place], longer, *workout.blocks[place + 1 :])
    found = replace(workout, blocks=blocks)
    if found.minutes(pace_of) > _weekday(course, session) or found == workout:
        return None
    return found


def _weekday(course: Course, session: Session) -> float:
    own = (m for day, m in course.athlete.minutes if day == session.on.weekday())
    return min(own, default=math.inf)
