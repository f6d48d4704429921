"""Three ways to run one race: a careful one, the target, and a brave one where that is sound."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from core.fitness import Prediction
from core.raceday.splits import Split, checkpoints, splits
from core.units import Distance, Duration, Pace, Units

CAREFUL, BRAVE = 0.03, 0.015
"""The most that a careful start is slower and a brave one faster, as shares (ours)."""
ROUND_FROM, ROUND_TO = 3600.0, 30
"""Seconds from which times that are no goals are told in half minutes; below, in five seconds."""


class Way(StrEnum):
    """How a race may be run."""

    CAREFUL = "careful"
    TARGET = "target"
    BRAVE = "brave"


class NoBrave(StrEnum):
    """Why there is no brave split (coaching.md 9)."""

    FIRST = "first"
    WARM = "warm"
    SETBACK = "setback"


class Goal(StrEnum):
    """Where the athlete's own goal stands among the three."""

    TARGET = "target"
    BRAVE = "brave"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class Aim:
    """One way with its time, its pace and its marks, which end exactly at the time."""

    way: Way
    distance: Distance
    time: Duration

    @property
    def pace(self) -> Pace:
        return Pace.of(self.distance, self.time)

    def splits(self, units: Units) -> tuple[Split, ...]:
        return splits(self.distance, self.time, units)

    def checkpoints(self) -> tuple[Split, ...]:
        return checkpoints(self.distance, self.time)


@dataclass(frozen=True, slots=True)
class Aims:
    """The ways that are open, slowest first, and where the own goal stands (None: there is none).

    `likely` is what today's fitness would bring on this course in this air.
    """

    ways: tuple[Aim, ...]
    likely: Duration
    goal: Goal | None = None


def aims(
    distance: Distance,
    worth: Prediction,
    *,
    slower: float,
    goal: Duration | None,
    ways: tuple[Way, ...],
) -> Aims:
    """Around the predicted time, slowed by the day; a goal counts as far as it is in reach.

    A goal slower than that is the target; one within a good day's reach is the brave one; one
    beyond changes nothing. A goal told for the day is not slowed again.
    """
    likely = Duration(round(worth.time.seconds * (1 + slower)))
    reach = worth.low.seconds * (1 + slower)
    spread = worth.high.seconds / worth.time.seconds - 1
    target, brave = _up(likely.seconds), likely.seconds * (1 - min(spread, BRAVE))
    stands = None
    if goal is not None and goal.seconds >= target:
        target, brave, stands = goal.seconds, likely.seconds, Goal.TARGET
    elif goal is not None and goal.seconds >= reach:
        brave, stands = goal.seconds, Goal.BRAVE
    elif goal is not None:
        stands = Goal.BEYOND
    careful = target * (1 + min(spread, CAREFUL))
    times = {
        Way.CAREFUL: max(_rounded(careful), round(target)),
        Way.TARGET: round(target),
        Way.BRAVE: min(goal.seconds if stands is Goal.BRAVE and goal else _rounded(brave), target),
    }
    open_ = (Aim(way, distance, Duration(round(times[way]))) for way in Way if way in ways)
    if stands is Goal.BRAVE and Way.BRAVE not in ways:
        stands = Goal.BEYOND
    return Aims(tuple(open_), likely, stands)


def _up(seconds: float) -> float:
    """A likely time is known no finer than that, and never told as quicker than it is."""
    step = ROUND_TO if seconds >= ROUND_FROM else 5
    return math.ceil(seconds / step) * step


def _rounded(seconds: float) -> float:
    step = ROUND_TO if seconds >= ROUND_FROM else 5
    return round(seconds / step) * step
