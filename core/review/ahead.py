"""Next week at a glance: how much, which days are hard, the long run, and what turns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.plan import Plan, Session, Week
from core.reasons import Code, Reason
from core.units import Distance, Duration
from core.workout import PaceOf


@dataclass(frozen=True, slots=True)
class Ahead:
    """The week after; totals leave a race out. `turns`: it belongs to another phase than this one.

    `why` are the week's own reasons, without the phase's name.
    """

    monday: date
    week: Week | None
    sessions: tuple[Session, ...]
    time: Duration
    distance: Distance
    turns: bool
    why: tuple[Reason, ...]

    @property
    def hard(self) -> tuple[date, ...]:
        return tuple(s.on for s in self.sessions if s.hard and s.race is None)

    @property
    def long(self) -> Session | None:
        return next((s for s in self.sessions if s.long), None)

    @property
    def race(self) -> Session | None:
        return next((s for s in self.sessions if s.race is not None), None)


def ahead(plan: Plan, monday: date, pace_of: PaceOf) -> Ahead | None:
    """The week that begins on `monday`; None where the plan holds nothing of it."""
    week, before = plan.week_of(monday), plan.week_of(monday - timedelta(days=1))
    sessions = plan.between(monday, monday + timedelta(days=6))
    if week is None and not sessions:
        return None
    runs = [s.workout for s in sessions if s.race is None]
    return Ahead(
        monday=monday,
        week=week,
        sessions=sessions,
        time=Duration.of_minutes(sum(run.minutes(pace_of) for run in runs)),
        distance=Distance(sum(run.distance(pace_of).metres for run in runs)),
        turns=bool(week and before and week.phase is not before.phase),
        why=tuple(r for r in week.why if r.code is not Code.PHASE) if week else (),
    )
