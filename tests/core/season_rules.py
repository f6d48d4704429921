"""The rules a season keeps, each a function that lists where a plan breaks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from core.activity import Log
from core.athlete import Athlete, Condition, Level, Priority, Race, RaceDistance, Spot
from core.fitness import Fitness, effective_fitness
from core.library import caps_for, used, within
from core.paces import pace_of, paces_for
from core.phases import PhaseShapes, rules_for
from core.plan import Phase, Plan, Session, Week, WeekKind, hard
from core.season import Refusal, build_plan
from core.level import honest_level
from core.season.footing import Footing, footing
from core.taper import recovery_days
from core.units import Distance
from core.workout import Effort, Focus, PaceOf, Workout

DAY = timedelta(days=1)
LOADING = {WeekKind.NORMAL, WeekKind.START, WeekKind.MAINTAIN}
LIGHT = {WeekKind.DOWN, WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}
QUICK = {Effort.STRIDE, Effort.SPRINT, Effort.FAST}


@dataclass
class Case:
    """A plan with all that it was made from."""

    athlete: Athlete
    log: Log
    start: date
    plan: Plan
    foot: Footing
    shapes: PhaseShapes

    @cached_property
    def pace_of(self) -> PaceOf:
        return self.foot.pace_of

    @cached_property
    def metres(self) -> dict[date, float]:
        return {s.on: s.workout.distance(self.pace_of).metres for s in self.plan.sessions}

    @cached_property
    def by_day(self) -> dict[date, Session]:
        return {s.on: s for s in self.plan.sessions}

    def runs(self, week: Week) -> tuple[Session, ...]:
        return tuple(s for s in self.plan.between(week.starts, week.ends) if s.race is None)

    def week_metres(self, week: Week) -> float:
        return sum(self.metres[s.on] for s in self.runs(week))

    @cached_property
    def races(self) -> tuple[Session, ...]:
        return tuple(s for s in self.plan.sessions if s.race)

    @cached_property
    def masters(self) -> bool:
        age = self.athlete.age(self.start)
        return age is not None and age >= 50 and self.athlete.masters_rules

    @cached_property
    def gentle(self) -> bool:
        """Walking only, or pregnant, or on the ladder: most training rules have nothing to hold."""
        return bool(set(self.athlete.conditions) - {Condition.PULSE_MEDICINE})


def fitness_of(athlete: Athlete, log: Log, start: date) -> Fitness | None:
    return effective_fitness(athlete, log, start)
