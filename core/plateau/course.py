"""The weeks that a prescription may touch, and the change that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.adjust.cutting import spared
from core.athlete import Athlete, UsualWeek
from core.level import honest_level
from core.library import Library
from core.phases import PhaseShapes
from core.plan import Change, ChangeKind, Edit, Plan, Session, Week, WeekKind, hard
from core.plateau.case import Case
from core.plateau.prescription import Prescription
from core.plateau.view import View
from core.reasons import Code, Reason
from core.units import Distance
from core.workout import Focus, PaceOf, Workout

DAY = timedelta(days=1)
Days = dict[date, Session | None]
"""Days as they become."""
_OPEN = {WeekKind.NORMAL, WeekKind.DOWN}
_KEPT = {Focus.RACE, Focus.TEST, Focus.WALK_RUN}
MASTERS_AGE = 50


@dataclass(frozen=True, slots=True)
class Course:
    """A prescription on its way into a plan: who it is for and what the plan's weeks allow."""

    prescription: Prescription
    plan: Plan
    view: View
    shapes: PhaseShapes
    pace_of: PaceOf

    @property
    def case(self) -> Case:
        return self.view.case

    @property
    def athlete(self) -> Athlete:
        """The athlete at the level that the running of the last weeks bears out."""
        told, weeks = self.case.athlete, self.view.weeks[:4]
        usual = told.usual
        if weeks:
            runs = round(sum(map(len, weeks)) / len(weeks))
            metres = sum(r.metres for week in weeks for r in week) / len(weeks)
            usual = UsualWeek(runs, Distance(metres), told.usual.longest)
        return replace(told, level=honest_level(told.level, usual, self.view.vdot))

    @property
    def library(self) -> Library:
        return self.case.library

    @property
    def first(self) -> date:
        """Tomorrow: what is shown today stays."""
        return self.case.today + DAY

    @property
    def masters(self) -> bool:
        age = self.athlete.age(self.case.today)
        return age is not None and age >= MASTERS_AGE and self.athlete.masters_rules

    @property
    def why(self) -> Reason:
        """The reason that every session it touches carries."""
        facts = {"cause": self.prescription.cause.value, "remedy": self.prescription.remedy.value}
        return Reason(Code.PLATEAU, facts)

    def sessions(self, *, weeks: int | None = None) -> Iterator[Session]:
        """The sessions that may change: none near a race, no race, no test, no walk-run."""
        until = self.prescription.until
        if weeks is not None:
            until = min(until, self.case.today + timedelta(weeks=weeks))
        for session in self.plan.between(self.first, until):
            week = self.plan.week_of(session.on)
            kept = session.race is not None or session.focus in _KEPT
            if week is not None and week.kind in _OPEN and not kept:
                yield session

    def hard(self, *, weeks: int | None = None) -> Iterator[Session]:
        """Those of them that are hard and not long."""
        return (s for s in self.sessions(weeks=weeks) if s.hard and not s.long)

    def weeks(self) -> Iterator[Week]:
        """The weeks that begin within the prescription, next Monday first."""
        return (w for w in self.plan.weeks if self.first <= w.starts <= self.prescription.until)

    def allowed(self, workout: Workout) -> bool:
        """Whether no sore spot forbids a part of it."""
        return spared(workout, self.case.allowance.bans, self.pace_of) == workout

    def with_(self, session: Session, workout: Workout | None = None) -> Session:
        """The session with its reason, and another workout that never makes it a harder day."""
        why = session.why if self.why in session.why else (*session.why, self.why)
        if workout is None or workout == session.workout:
            return replace(session, why=why)
        still = session.hard and hard(workout, self.pace_of)
        return replace(session, workout=workout, hard=still, why=why)

    def change(self, after: Days) -> Change | None:
        """All days in one change, so that one undo takes it back; None where nothing differs."""
        edits = tuple(
            Edit(day, before, after[day])
            for day in sorted(after)
            if (before := self.plan.on(day)) != after[day]
        )
        return Change(ChangeKind.PLATEAU, edits, (self.why,)) if edits else None
