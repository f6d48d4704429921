"""Room for a squad's session in a member's own week: what it takes the place of, what moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.adjust import Misfit, crowded, demanding
from core.adjust.cutting import easy_run, has_bits
from core.athlete import Athlete, Level
from core.move import moved, options
from core.plan import Edit, Plan, Session, Week, WeekKind, apply_change
from core.plan import hard as is_hard
from core.reasons import Code, Reason
from core.workout import Focus, PaceOf, Workout

LONG_MINUTES = 80.0
"""From here an easy session of a squad counts as its long run (ours)."""
RACE_EASY = 3
"""Easy days before a race (coaching.md 9)."""
_LIGHT = {WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}
_NEAR = timedelta(days=2)


class Role(StrEnum):
    """What a session is to a week."""

    HARD = "hard"
    LONG = "long"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class Room:
    """The week with the session in its place; or `why` it has none, and the own day as it may be.

    `plan` holds on the day what the squad's session replaces; None there: nothing may be run.
    `first_hard`: it is the only hard session of a week that was meant without one.
    """

    plan: Plan
    why: Reason | None = None
    first_hard: bool = False

    @property
    def found(self) -> bool:
        return self.why is None


def role_of(workout: Workout, pace_of: PaceOf) -> Role:
    """Whether a workout makes a hard, a long or an easy day."""
    if is_hard(workout, pace_of):
        return Role.HARD
    long = workout.focus is Focus.LONG or workout.minutes(pace_of) >= LONG_MINUTES
    return Role.LONG if long else Role.EASY


def room_for(
    plan: Plan,
    day: date,
    workout: Workout,
    athlete: Athlete,
    first: date,
    *,
    pace_of: PaceOf,
    spaced: bool = False,
) -> Room:
    """The plan with the day's place taken by what the session stands for in this week.

    A hard session comes in the place of one of the own hard ones, never beside them; around it
    hard and long days keep their distance. A base week without any takes a small one from who is
    no beginner. Nothing before `first` moves. `spaced`: a beginner's first weeks, with a day
    between runs.
    """
    role, own, week = role_of(workout, pace_of), plan.on(day), plan.week_of(day)
    if own is not None and own.race is not None:
        return Room(plan, Reason(Code.SQUAD_RACE_NEAR, {"until": day.isoformat()}))
    if week is None:
        return Room(plan, Reason(Code.SQUAD_OWN_DAY))
    if role is Role.EASY:
        return _easy_room(plan, day, athlete, first, spaced=spaced)
    why, alone = _closed(plan, day, week.kind), False
    if why is None and not _stands_for(own, role):
        taken = _changed_over(plan, day, role, first)
        if taken is None and role is Role.HARD and _takes_one(plan, week, athlete, spaced=spaced):
            taken, alone = _easy_room(plan, day, athlete, first, spaced=False).plan, True
        if taken is None or taken.on(day) is None:
            why = _full(plan, day)
        else:
            plan = taken
    made = _spaced_out(plan, day, athlete, first) if why is None else None
    if made is not None:
        return Room(made, first_hard=alone)
    eased = _easy_room(plan, day, athlete, first, spaced=spaced)
    return Room(eased.plan, why or Reason(Code.SQUAD_WEEK_FULL))


def _takes_one(plan: Plan, week: Week, athlete: Athlete, *, spaced: bool) -> bool:
    """Whether a week without any hard session may take a small one."""
    hard = any(s.hard for s in plan.between(week.starts, week.ends))
    trained = athlete.level is not Level.BEGINNER and not spaced
    return trained and not hard and week.kind is WeekKind.NORMAL


def _stands_for(own: Session | None, role: Role) -> bool:
    """Whether the day's own session is one that this may take the place of, as it is."""
    if own is None:
        return False
    return own.hard if role is Role.HARD else own.long and not own.hard


def _closed(plan: Plan, day: date, kind: WeekKind) -> Reason | None:
    """Weeks and days that take no hard or long session of others."""
    ahead = plan.between(day, day + timedelta(days=RACE_EASY))
    race = next((s for s in ahead if s.race is not None), None)
    if race is not None:
        return Reason(Code.SQUAD_RACE_NEAR, {"until": race.on.isoformat()})
    return Reason(Code.SQUAD_LIGHT_WEEK) if kind in _LIGHT else None


def _full(plan: Plan, day: date) -> Reason:
    """Why the week has no hard session to give away: it has none yet, or all are run."""
    week = plan.week_of(day)
    sessions = plan.between(week.starts, week.ends) if week else ()
    return Reason(Code.SQUAD_WEEK_FULL if any(s.hard for s in sessions) else Code.SQUAD_NOT_YET)


def _changed_over(plan: Plan, day: date, role: Role, first: date) -> Plan | None:
    """The day and the nearest own session of that kind changed over; None: there is none left."""
    week = plan.week_of(day)
    if week is None:
        return None
    alike = [
        s
        for s in plan.between(max(first, week.starts), week.ends)
        if s.on != day and s.race is None and _stands_for(s, role)
    ]
    nearest = min(alike, key=lambda s: (abs((s.on - day).days), s.on), default=None)
    return None if nearest is None else apply_change(plan, moved(plan, nearest, day))


def _spaced_out(plan: Plan, day: date, athlete: Athlete, first: date) -> Plan | None:
    """The week with nothing demanding too near to the day; None where that cannot be had."""
    for _ in range(3):
        session = plan.on(day)
        fault = None if session is None else crowded(plan, session, day, athlete)
        if session is None or fault in {None, Misfit.STRENGTH_BEFORE}:
            return plan
        if fault is Misfit.STRIDES_AFTER:
            plan = _without_bits(plan, day + timedelta(days=1))
            continue
        near = next(_near(plan, day), None)
        if near is None or near.on < first or near.race is not None:
            return None
        eased = _elsewhere(plan, near, day, athlete, first)
        if eased is None:
            return None
        plan = eased
    return None


def _near(plan: Plan, day: date) -> Iterator[Session]:
    """What is demanding around the day, the nearest first."""
    around = plan.between(day - _NEAR, day + _NEAR)
    tiring = [s for s in around if s.on != day and demanding(s)]
    yield from sorted(tiring, key=lambda s: (abs((s.on - day).days), s.on))


def _elsewhere(plan: Plan, near: Session, day: date, athlete: Athlete, first: date) -> Plan | None:
    """The neighbour on another day; where none fits, a hard one becomes easy, no long one does."""
    for option in options(plan, near, athlete, first):
        if option.misfit is None and option.on != day:
            return apply_change(plan, moved(plan, near, option.on))
    if near.long:
        return None
    return _with(plan, near.on, _as_easy(near))


def _as_easy(session: Session) -> Session:
    """An easy run of half an hour or a little more in its place."""
    time = [s.time.minutes for s in session.workout.steps() if s.time]
    minutes = max(30.0, min(45.0, sum(time) or 45.0))
    return replace(session, workout=easy_run(minutes), hard=False, long=False)


def _without_bits(plan: Plan, day: date) -> Plan:
    """The day after without its strides."""
    session = plan.on(day)
    if session is None:
        return plan
    workout = session.workout
    kept = tuple(b for b in workout.blocks if not has_bits(replace(workout, blocks=(b,))))
    return _with(plan, day, replace(session, workout=replace(workout, blocks=kept)))


def _with(plan: Plan, day: date, session: Session) -> Plan:
    others = tuple(s for s in plan.sessions if s.on != day)
    return replace(plan, sessions=tuple(sorted((*others, session), key=lambda s: s.on)))


def _easy_room(plan: Plan, day: date, athlete: Athlete, first: date, *, spaced: bool) -> Room:
    """An easy day of the own plan there: the day's own, else one from another day of the week."""
    own = plan.on(day)
    if own is not None:
        return Room(plan)
    week = plan.week_of(day)
    easy = [
        s
        for s in (plan.between(max(first, week.starts), week.ends) if week else ())
        if not demanding(s)
    ]
    for session in sorted(easy, key=lambda s: (abs((s.on - day).days), s.on)):
        found = options(plan, session, athlete, first, spaced=spaced)
        if any(o.on == day and o.misfit is None for o in found):
            return Room(apply_change(plan, moved(plan, session, day)))
    return Room(plan, Reason(Code.SQUAD_OWN_DAY))


def edits_between(before: Plan, after: Plan) -> tuple[Edit, ...]:
    """What of the one plan is different in the other, by day."""
    days = sorted({s.on for s in (*before.sessions, *after.sessions)})
    pairs = ((day, before.on(day), after.on(day)) for day in days)
    return tuple(Edit(day, was, now) for day, was, now in pairs if was != now)
