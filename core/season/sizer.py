"""Recipes to workouts with their totals, each worked out once at an athlete's paces."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache

from core.library import DoesNotFit, Recipe, size
from core.library.totals import metres_of, minutes_of, turns
from core.plan import hard
from core.units import METRES_PER_MILE, Distance
from core.workout import Effort, PaceOf, Workout, step_minutes

LEAST_MINUTES, LIGHT_MINUTES = 20.0, 16.0
"""The shortest run worth changing shoes for, and that of a lighter week (ours)."""
WORTH_ADDING = 2
FINE_BELOW = 7_500.0
"""Metres of runs that grow by tenths: by the half unit they would stand still (ours)."""
_UNCOUNTED = {Effort.STRIDE, Effort.SPRINT}


@dataclass(frozen=True, slots=True)
class Sized:
    """A workout and what it amounts to; minutes `fast` (M or faster) and `firm` (steady or faster).

    Strides and sprints count in neither.
    """

    workout: Workout
    dose: float
    stage: int
    metres: float
    minutes: float
    fast: float
    firm: float
    hard: bool


Known = dict[tuple[str, float, int, float, float], tuple[Recipe, Sized | None]]


@lru_cache(maxsize=8)
def _known_at(pace_of: PaceOf, masters: bool) -> Known:  # noqa: ARG001 - they are the key
    """What has been worked out at these paces: a plan made anew sizes most things again."""
    return {}


@dataclass(slots=True)
class Sizer:
    """Sizes recipes for one athlete; easy running in round minutes, kilometres or miles."""

    pace_of: PaceOf
    masters: bool
    by_minutes: bool
    miles: bool = False
    _known: Known = field(init=False)

    def __post_init__(self) -> None:
        self._known = _known_at(self.pace_of, self.masters)

    def easy_metres(self, minutes: float) -> float:
        """How far easy running takes in so many minutes."""
        return minutes * 60_000 / self.pace_of(Effort.EASY).seconds_per_km

    def easy_minutes(self, metres: float) -> float:
        """How long easy running takes so many metres; nothing for less than none."""
        return max(0.0, metres) * self.pace_of(Effort.EASY).seconds_per_km / 60_000

    @property
    def unit(self) -> float:
        """The metres of what is counted: a minute of easy running, a kilometre or a mile."""
        if self.by_minutes:
            return self.easy_metres(1)
        return METRES_PER_MILE if self.miles else 1000.0

    @property
    def grid(self) -> float:
        """The step in which easy runs grow: five minutes, or half a kilometre or mile."""
        return self.unit * (5 if self.by_minutes else 0.5)

    def step(self, run: float) -> float:
        """The step for easy runs of about so many metres: ten per cent more must be one."""
        if self.by_minutes:
            return self.easy_metres(_minute_step(self.easy_minutes(run)))
        return self.grid if run >= FINE_BELOW else self.unit / 10

    def least(self, minutes: float = LEAST_MINUTES) -> float:
        """The shortest easy run, on the grid."""
        if self.by_minutes:
            return self.easy_metres(minutes)
        return self.grid * math.ceil(self.easy_metres(minutes) / self.grid - 0.25)

    def rounded(self, metres: float) -> float:
        """Down to a round amount, finer for short runs, so that ten per cent more is a step."""
        step = self._round_step(metres)
        return step * math.floor(metres / step + 1e-6)

    def raised(self, metres: float) -> float:
        """Up to a round amount: what is asked for at least, as a run that can be laid."""
        step = self._round_step(metres)
        return step * math.ceil(metres / step - 1e-6)

    def _round_step(self, metres: float) -> float:
        amount = metres / self.unit
        return self.unit * (_minute_step(amount) if self.by_minutes else _road_step(amount))

    def floored(self, metres: float) -> float:
        """Down to whole minutes or 100 m."""
        unit = self.easy_metres(1) if self.by_minutes else 100.0
        return unit * math.floor(metres / unit + 1e-6)

    def filled(
        self, recipe: Recipe, metres: float, dose: float | None = None, stage: int = 0
    ) -> Sized | None:
        """The recipe at a total; the least dose unless another is asked for; None: too little.

        By minutes, what walking breaks leave of the metres is added in whole minutes.
        """
        dose = recipe.doses[0] if dose is None else dose
        if not self.by_minutes:
            return self.sized(recipe, dose, stage, metres=metres)
        minutes = round(self.easy_minutes(metres))
        sized = self.sized(recipe, dose, stage, minutes=minutes)
        if sized is None or (left := int(self.easy_minutes(metres - sized.metres))) < WORTH_ADDING:
            return sized
        longer = self.sized(recipe, dose, stage, minutes=minutes + left)
        return longer if longer is not None and longer.metres <= metres + 1 else sized

    def sized(
        self,
        recipe: Recipe,
        dose: float,
        stage: int = 0,
        *,
        minutes: float = 0,
        metres: float = 0,
    ) -> Sized | None:
        """The recipe at a dose, of its usual length or with a total; None: too short for it."""
        key = (recipe.key, dose, stage, minutes, metres)
        known = self._known.get(key)
        if known is None or known[0] is not recipe:  # another library may use the same key
            known = self._known[key] = recipe, self._size(recipe, dose, stage, minutes, metres)
        return known[1]

    def _size(
        self, recipe: Recipe, dose: float, stage: int, minutes: float, metres: float
    ) -> Sized | None:
        try:
            workout = size(
                recipe,
                pace_of=self.pace_of,
                dose=dose,
                stage=stage,
                minutes=min(minutes, recipe.minutes.most) if minutes else None,
                distance=Distance(metres) if metres else None,
                masters=self.masters,
            )
        except DoesNotFit:
            return None
        return self.measured(workout, dose, stage)

    def measured(self, workout: Workout, dose: float = 1, stage: int = 0) -> Sized:
        """Any workout with its totals."""
        firm = [
            (step.effort.at_least_marathon, times * step_minutes(step, self.pace_of))
            for step, times in turns(workout.blocks)
            if step.effort.rank >= Effort.STEADY.rank and step.effort not in _UNCOUNTED
        ]
        return Sized(
            workout=workout,
            dose=dose,
            stage=stage,
            metres=metres_of(workout.blocks, self.pace_of),
            minutes=minutes_of(workout.blocks, self.pace_of),
            fast=sum(minutes for fast, minutes in firm if fast),
            firm=sum(minutes for _, minutes in firm),
            hard=hard(workout, self.pace_of),
        )


def _minute_step(minutes: float) -> float:
    if minutes < 30:
        return 2
    return 3 if minutes < 50 else 5


def _road_step(amount: float) -> float:
    """Of kilometres or miles."""
    if amount < 5:
        return 0.1
    return 0.5 if amount < 12 else 1.0
