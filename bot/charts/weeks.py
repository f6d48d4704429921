"""Plan and log made into weekly amounts: what is planned, what was run, and the long run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.activity import Activity, Log
from core.plan import Phase, Plan, Session, WeekKind
from core.units import Distance, Duration, Units
from core.workout import Effort, Focus, PaceOf

WEEK, SUNDAY = timedelta(days=7), timedelta(days=6)


@dataclass(frozen=True, slots=True)
class WeekAmount:
    """One week in km, miles or minutes, races left out; a week before the plan has no phase."""

    starts: date
    phase: Phase | None
    kind: WeekKind | None
    planned: float
    ran: float | None
    long: float | None

    @property
    def shown(self) -> float:
        """How high its bar is: what was run if the week is over and known, else the plan."""
        return self.planned if self.ran is None else self.ran


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts in km or miles, or in minutes where `units` is None."""

    pace_of: PaceOf
    units: Units | None

    def session(self, session: Session) -> float:
        """How much a session is."""
        if self.units is None:
            return session.workout.minutes(self.pace_of)
        return self._ground(session.workout.distance(self.pace_of))

    def run(self, run: Activity) -> float:
        """How much a run was; what was not told is reckoned at easy pace."""
        easy = self.pace_of(Effort.EASY)
        if self.units is None:
            return (run.time or easy.time_for(run.distance or Distance(0))).minutes
        return self._ground(run.distance or easy.distance_in(run.time or Duration(0)))

    def _ground(self, distance: Distance) -> float:
        return distance.miles if self.units is Units.MILES else distance.km


def weeks_of(plan: Plan, log: Log, measure: Measure, today: date) -> tuple[WeekAmount, ...]:
    """Every week, Monday first, from the first run or the plan's start to the plan's end."""
    first = min([plan.starts, *(run.on for run in log.activities)])
    monday = first - timedelta(days=first.weekday())
    count = (plan.ends - monday).days // 7 + 1
    return tuple(_week(plan, log, measure, monday + n * WEEK, today) for n in range(count))


def _week(plan: Plan, log: Log, measure: Measure, monday: date, today: date) -> WeekAmount:
    sunday = monday + SUNDAY
    runs = [run for run in log.within(sunday, 7) if run.focus is not Focus.RACE]
    sessions = [s for s in plan.between(monday, sunday) if s.race is None]
    week = plan.week_of(max(monday, plan.starts)) if sunday >= plan.starts else None
    over = sunday < today and bool(log.within(sunday, 7))
    before = sum(measure.run(run) for run in runs if run.on < plan.starts)
    ran = [measure.run(run) for run in runs]
    long = [measure.session(s) for s in sessions if s.long]
    return WeekAmount(
        starts=monday,
        phase=week.phase if week else None,
        kind=week.kind if week else None,
        planned=before + sum(measure.session(s) for s in sessions) if week else 0.0,
        ran=sum(ran) if over else None,
        long=max(ran if over else long, default=None),
    )
