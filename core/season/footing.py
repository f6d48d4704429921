"""What a season stands on: the level that counts, what was really run, and what asks for care."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.activity import Log
from core.athlete import Athlete, Injury, Level, RaceDistance, Spot, UsualWeek
from core.fitness import Fitness
from core.level import honest_level, starts_as_beginner
from core.paces import pace_of, paces_for
from core.phases import PhaseShapes
from core.safety.standing import TENDONS
from core.season.ran import Ran, Run, ran
from core.units import Distance
from core.workout import Effort, PaceOf

MASTERS_AGE, ADULT_AGE = 50, 18
START_WEEKS = 12
"""How long a beginner's or returner's start lasts (coaching.md 3)."""
EASY_WEEKS = 4
"""Its weeks without anything but easy running."""
AFTER_LADDER = 2
CAREFUL = timedelta(weeks=12)
HURTS = 3
LEAST_MINUTES = 20
WHOLE_WEEK = 7


@dataclass(frozen=True, slots=True)
class Footing:
    """The athlete as the engine sees them on the first day of the plan.

    `week` is the usual week, `runs` its runs, `last_six` the weeks before the start (oldest first),
    `recent` the runs of the last 30 days, `days` the weekdays that may be run on, `beginner_week`
    the week of a beginner's or returner's start (None: none, or over), `loaded` the weeks since the
    last lighter one, `done` the recipes run before; `continues`: the plan goes on from weeks that
    were run under this coach, so its first one may grow; without `grows` the load stays as it is.
    """

    athlete: Athlete
    shapes: PhaseShapes
    ran: Ran
    start: date
    level: Level
    age: int | None
    week: Distance
    runs: int
    last_six: tuple[Distance, ...]
    recent: tuple[Run, ...]
    days: tuple[int, ...]
    beginner_week: int | None
    careful_until: date
    after_break: bool
    loaded: int
    sore_tendons: tuple[Spot, ...]
    done: frozenset[str]
    last_hard: date | None
    newcomer: bool
    pace_of: PaceOf
    continues: bool = False
    grows: bool = True

    @property
    def empty_month(self) -> float:
        """Metres that a month without a run counts as: 20 minutes (coaching.md 3)."""
        empty = self.shapes.limits.empty_month
        return self.pace_of(Effort.EASY).distance_in(empty).metres

    @property
    def long_day(self) -> int:
        """The weekday of the long run; where that may not be run on, the last that may."""
        wanted = self.athlete.long_day
        return wanted if wanted in self.days else self.days[-1]

    def minutes(self, weekday: int) -> float:
        """The most minutes there are on a weekday."""
        return min((m for day, m in self.athlete.minutes if day == weekday), default=math.inf)

    @property
    def goal(self) -> RaceDistance:
        """What weeks without a race train for; nobody under 18 trains for a marathon."""
        goal = self.athlete.goal or RaceDistance.TEN_K
        return RaceDistance.HALF if self.minor and goal is RaceDistance.MARATHON else goal

    @property
    def tendon_sore(self) -> bool:
        """An Achilles or a calf that hurts: nothing quick and nothing uphill (coaching.md 4)."""
        return bool(self.sore_tendons)

    @property
    def by_minutes(self) -> bool:
        """Without a measured distance, or paces worth showing, all is minutes (coaching.md 7)."""
        return not self.athlete.measured_distance

    @property
    def older(self) -> bool:
        """From age 50: slower growth and longer recovery."""
        return self.age is not None and self.age >= MASTERS_AGE

    @property
    def masters(self) -> bool:
        """From age 50 unless refused: more easy days, earlier down weeks, longer warm-ups."""
        return self.older and self.athlete.masters_rules

    @property
    def minor(self) -> bool:
        return self.age is not None and self.age < ADULT_AGE


def footing(
    athlete: Athlete,
    log: Log,
    shapes: PhaseShapes,
    fitness: Fitness | None,
    start: date,
    *,
    continues: bool = False,
) -> Footing:
    """Volume, longest run and frequency from what was run; before the log, from what was told."""
    paces = paces_for(fitness.vdot) if fitness else None
    seen = ran(athlete, log, start, pace_of(paces, athlete.level), continues=continues)
    usual = seen.usual()
    level = honest_level(athlete.level, usual, paces.vdot if paces else None)
    age = athlete.age(start)
    shown = level is not Level.BEGINNER if paces is None else paces.shown
    return Footing(
        athlete=replace(
            athlete,
            level=level,
            measured_distance=athlete.measured_distance and shown,
            can_run_20_min=True,  # the ladder is walked first; after it, they can
        ),
        shapes=shapes,
        ran=seen,
        start=start,
        level=level,
        age=age,
        week=usual.distance,
        runs=usual.runs,
        last_six=seen.weeks(),
        recent=seen.recent(),
        days=running_days(athlete, age),
        beginner_week=_beginner_week(athlete, usual, level, seen),
        careful_until=_careful_until(athlete, log, start),
        after_break=seen.after_break(),
        loaded=seen.loaded(),
        sore_tendons=tuple(i.spot for i in athlete.injuries if i.spot in TENDONS and not i.healed),
        done=frozenset(a.key for a in log.activities if a.ran and a.key),
        last_hard=seen.last_hard(),
        newcomer=not any(a.ran for a in log.activities),
        pace_of=pace_of(paces, level),
        continues=seen.goes_on(),
    )


def running_days(athlete: Athlete, age: int | None) -> tuple[int, ...]:
    """The weekdays to run on: not the fixed rest days, nor those too short; one rest below 18."""
    short = {day for day, minutes in athlete.minutes if minutes < LEAST_MINUTES}
    days = sorted(set(athlete.days) - set(athlete.rest_days) - short)
    if age is not None and age < ADULT_AGE and len(days) == WHOLE_WEEK:
        days.remove(next(day for day in (0, 4) if day != athlete.long_day))
    return tuple(days)


def _beginner_week(athlete: Athlete, now: UsualWeek, level: Level, seen: Ran) -> int | None:
    """A start goes on until its twelfth week, also when the weeks have grown meanwhile.

    After the walk-run ladder it goes on with strides, in its third week.
    """
    weeks = seen.weeks_running() + (AFTER_LADDER if seen.climbed() else 0)
    starts = starts_as_beginner(level, now) or starts_as_beginner(level, athlete.usual)
    starts = starts or not athlete.can_run_20_min
    return weeks + 1 if starts and weeks < START_WEEKS else None


def _careful_until(athlete: Athlete, log: Log, start: date) -> date:
    """Twelve weeks from the start of coaching and from the last time something hurt."""
    hurt = [a.on for a in log.activities if any(score >= HURTS for _, score in a.pain)]
    hurt += [_hurt_on(injury, start) for injury in athlete.injuries if _counts(injury)]
    return max([athlete.started, *hurt]) + CAREFUL


def _counts(injury: Injury) -> bool:
    return injury.since is not None or not injury.healed


def _hurt_on(injury: Injury, start: date) -> date:
    return start if injury.since is None or not injury.healed else injury.since


def beginner_week(athlete: Athlete, log: Log, today: date) -> int | None:
    """The week of a beginner's or returner's start that `today` lies in; None: none, or over."""
    seen = ran(athlete, log, today, pace_of(None, athlete.level))
    return _beginner_week(athlete, seen.usual(), athlete.level, seen)


def is_beginner_start(athlete: Athlete, log: Log, today: date) -> bool:
    """Whether these are a start's first four weeks: easy, every second day (coaching.md 3)."""
    week = beginner_week(athlete, log, today)
    return week is not None and week <= EASY_WEEKS
