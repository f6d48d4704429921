"""A plan is a base and its changes: the base is never touched, so undo is exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.athlete import Race
from core.reasons import Reason
from core.units import Distance
from core.workout import Effort, Focus, PaceOf, Workout, step_minutes

HARD_FAST_MINUTES = 6.0
EASY_SPRINT_SECONDS = 80.0
"""Over six minutes at M or faster makes a hard day; eight 10-s sprints do not (coaching.md 8)."""


class Phase(StrEnum):
    """Where in the macrocycle a week stands."""

    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    RECOVERY = "recovery"


class WeekKind(StrEnum):
    """What a week is for."""

    START = "start"
    NORMAL = "normal"
    DOWN = "down"
    TAPER = "taper"
    RACE = "race"
    RECOVERY = "recovery"
    MAINTAIN = "maintain"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Session:
    """One planned run on a day; a day without a session is a rest day."""

    on: date
    workout: Workout
    hard: bool = False
    long: bool = False
    race: Race | None = None
    why: tuple[Reason, ...] = ()

    @property
    def focus(self) -> Focus:
        return self.workout.focus


@dataclass(frozen=True, slots=True)
class Week:
    """One microcycle, Monday to Sunday: phase, kind, the volume meant and why it is as it is."""

    starts: date
    phase: Phase
    kind: WeekKind
    volume: Distance
    why: tuple[Reason, ...] = ()

    @property
    def ends(self) -> date:
        return self.starts + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Plan:
    """Weeks and sessions in date order, one run a day at most; `strength`: (day, routine key)."""

    starts: date
    ends: date
    weeks: tuple[Week, ...]
    sessions: tuple[Session, ...]
    strength: tuple[tuple[date, str], ...] = ()
    why: tuple[Reason, ...] = ()

    def on(self, day: date) -> Session | None:
        return next((s for s in self.sessions if s.on == day), None)

    def between(self, first: date, last: date) -> tuple[Session, ...]:
        return tuple(s for s in self.sessions if first <= s.on <= last)

    def week_of(self, day: date) -> Week | None:
        return next((w for w in self.weeks if w.starts <= day <= w.ends), None)

    def next_session(self, after: date) -> Session | None:
        """The first session later than `after`."""
        return next((s for s in self.sessions if s.on > after), None)


@dataclass(frozen=True, slots=True)
class Edit:
    """One day as it was and as it becomes; None is a rest day."""

    on: date
    before: Session | None
    after: Session | None


class ChangeKind(StrEnum):
    """Who or what edited the plan."""

    READINESS = "readiness"
    ASKED = "asked"
    MOVED = "moved"
    SKIPPED = "skipped"
    ILL = "ill"
    HURT = "hurt"
    AWAY = "away"
    BUSY = "busy"
    MISSED = "missed"
    DOWN_WEEK = "down-week"
    PLATEAU = "plateau"
    SQUAD = "squad"
    WEATHER = "weather"


@dataclass(frozen=True, slots=True)
class Change:
    """An edit with its reasons; it carries its result, not a rule to run again."""

    kind: ChangeKind
    edits: tuple[Edit, ...]
    why: tuple[Reason, ...]
    undoable: bool = True


def fits(plan: Plan, change: Change) -> bool:
    """Whether every day the change edits still is as the change found it."""
    return all(plan.on(edit.on) == edit.before for edit in change.edits)


def apply_change(plan: Plan, change: Change) -> Plan:
    """The plan with the change's days replaced."""
    edited = {edit.on: edit.after for edit in change.edits}
    kept = [s for s in plan.sessions if s.on not in edited]
    added = [s for s in edited.values() if s is not None]
    return replace(plan, sessions=tuple(sorted(kept + added, key=lambda s: s.on)))


def lay(base: Plan, changes: Iterable[Change]) -> tuple[Plan, tuple[int, ...]]:
    """The plan in force, and the positions of the changes that no longer fit and were left out."""
    plan, left_out = base, []
    for position, change in enumerate(changes):
        if fits(plan, change):
            plan = apply_change(plan, change)
        else:
            left_out.append(position)
    return plan, tuple(left_out)


def undo(
    base: Plan, changes: Sequence[Change], position: int
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """What stays in force without the change at `position`, and the later ones that go with it."""
    rest = [c for i, c in enumerate(changes) if i != position]
    _, left_out = lay(base, rest)
    gone = tuple(rest[i] for i in left_out)
    return tuple(c for i, c in enumerate(rest) if i not in left_out), gone


def hard(workout: Workout, pace_of: PaceOf) -> bool:
    """Whether the workout makes its day a hard one (coaching.md 8)."""
    if workout.focus in {Focus.RACE, Focus.TEST}:
        return True
    fast = workout.fast_minutes(pace_of)
    if fast > HARD_FAST_MINUTES or (fast > 0 and workout.focus is Focus.LONG):
        return True
    sprints = (s for s in workout.steps() if s.effort is Effort.SPRINT)
    return sum(step_minutes(s, pace_of) for s in sprints) * 60 > EASY_SPRINT_SECONDS


def phase_on(plan: Plan, day: date) -> Phase | None:
    """The phase of the week that holds the day; None outside the plan."""
    week = plan.week_of(day)
    return week.phase if week else None
