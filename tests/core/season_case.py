"""A plan with all that it was made from, and what rules ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from core.activity import Log
from core.athlete import Athlete, Condition, Priority, RaceDistance
from core.content import load_content
from core.fitness import effective_fitness
from core.phases import rules_for
from core.plan import Plan, Session, Week, WeekKind
from core.season import Refusal, build_plan
from core.season.footing import Footing, footing
from core.workout import Effort, Focus, PaceOf, Workout, step_minutes

DAY = timedelta(days=1)
CONTENT = load_content()
SHAPES = CONTENT.phases
LOADING = {WeekKind.NORMAL, WeekKind.START, WeekKind.MAINTAIN}
QUICK = {Effort.STRIDE, Effort.SPRINT, Effort.FAST}


@dataclass
class Case:
    """What the rules look at; metres and minutes by the same paces as the engine's."""

    athlete: Athlete
    log: Log
    start: date
    plan: Plan
    foot: Footing

    @property
    def pace_of(self) -> PaceOf:
        return self.foot.pace_of

    @cached_property
    def metres(self) -> dict[date, float]:
        return {s.on: s.workout.distance(self.pace_of).metres for s in self.plan.sessions}

    @cached_property
    def by_day(self) -> dict[date, Session]:
        return {s.on: s for s in self.plan.sessions}

    @cached_property
    def races(self) -> tuple[Session, ...]:
        return tuple(s for s in self.plan.sessions if s.race)

    @cached_property
    def goals(self) -> tuple[Session, ...]:
        return tuple(s for s in self.races if s.race and s.race.priority is Priority.A)

    @cached_property
    def masters(self) -> bool:
        return self.foot.masters

    @cached_property
    def gentle(self) -> bool:
        """Walking only, pregnant or after a birth: training rules have nothing to hold."""
        return bool(set(self.athlete.conditions) - {Condition.PULSE_MEDICINE})

    @cached_property
    def whole_weeks(self) -> tuple[Week, ...]:
        return tuple(week for week in self.plan.weeks if week.starts >= self.start)

    def runs(self, week: Week) -> tuple[Session, ...]:
        """The week's sessions, races apart."""
        return tuple(s for s in self.plan.between(week.starts, week.ends) if s.race is None)

    def week_metres(self, week: Week) -> float:
        return sum(self.metres[s.on] for s in self.runs(week))

    def window(self, first: date, days: int) -> float:
        """Metres of so many days from one on, races apart."""
        runs = self.plan.between(first, first + (days - 1) * DAY)
        return sum(self.metres[s.on] for s in runs if s.race is None)

    def minutes(self, workout: Workout) -> float:
        return workout.minutes(self.pace_of)

    def fast_minutes(self, workout: Workout) -> float:
        """Minutes at M or faster, strides and sprints among them."""
        steps = (step for step in workout.steps() if step.effort.at_least_marathon)
        return sum(step_minutes(step, self.pace_of) for step in steps)

    def walks(self, week: Week) -> bool:
        return any(s.focus is Focus.WALK_RUN for s in self.runs(week))

    def tapered(self, week: Week) -> bool:
        """Whether a goal race's taper has days of the week."""
        return any(
            SHAPES.shape(r.race.distance).taper.starts(r.on) <= week.ends and week.starts <= r.on
            for r in self.goals
            if r.race
        )

    def race_within(self, day: date, days: int) -> bool:
        """Whether a race follows within so many days."""
        return any(0 <= (r.on - day).days <= days for r in self.races)

    def marathon_after(self, day: date) -> bool:
        return any(
            r.on > day and r.race and rules_for(r.race.distance) is RaceDistance.MARATHON
            for r in self.races
        )


Rule = Callable[[Case], Iterator[str]]


def planned(athlete: Athlete, log: Log, start: date) -> Plan | Refusal:
    """The plan as the coach would make it."""
    fitness = effective_fitness(athlete, log, start)
    return build_plan(athlete, log, CONTENT.library, SHAPES, fitness, start)


def case_of(athlete: Athlete, log: Log, start: date) -> Case:
    """The plan of an athlete, races that are refused left out one by one."""
    plan = planned(athlete, log, start)
    while isinstance(plan, Refusal):
        assert plan.race is not None, plan
        kept = tuple(race for race in athlete.races if race.on != plan.race.on)
        athlete = replace(athlete, races=kept)
        plan = planned(athlete, log, start)
    foot = footing(athlete, log, SHAPES, effective_fitness(athlete, log, start), start)
    return Case(athlete, log, start, plan, foot)


def quick_workouts(sessions: tuple[Session, ...]) -> set[Workout]:
    """Those with anything faster than easy running."""
    return {
        s.workout
        for s in sessions
        if any(step.effort.rank > Effort.EASY.rank for step in s.workout.steps())
    }
