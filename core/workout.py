"""Steps, repeats and workouts: efforts and amounts, never paces; those are computed when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.units import Distance, Duration, Pace


class Focus(StrEnum):
    """What a workout trains."""

    EASY = "easy"
    LONG = "long"
    THRESHOLD = "threshold"
    VO2MAX = "vo2max"
    SPEED = "speed"
    ECONOMY = "economy"
    RACE_PACE = "race-pace"
    STEADY = "steady"
    TEST = "test"
    RACE = "race"
    WALK_RUN = "walk-run"


class Effort(StrEnum):
    """Intensities from stillness to all-out; named by what the athlete would race at it."""

    REST = "rest"
    WALK = "walk"
    JOG = "jog"
    EASY = "easy"
    STEADY = "steady"
    MARATHON = "marathon"
    HALF = "half"
    THRESHOLD = "threshold"
    TEN_K = "10k"
    FIVE_K = "5k"
    THREE_K = "3k"
    MILE = "mile"
    FAST = "fast"
    STRIDE = "stride"
    SPRINT = "sprint"

    @property
    def rank(self) -> int:
        return _RANK[self]

    @property
    def at_least_marathon(self) -> bool:
        """M or faster, the side of the line that the easy share and hard days are counted by."""
        return self.rank >= _RANK[Effort.MARATHON]


_RANK = {effort: rank for rank, effort in enumerate(Effort)}


class Part(StrEnum):
    """Where in the session a step stands."""

    WARM_UP = "warm-up"
    MAIN = "main"
    RECOVERY = "recovery"
    COOL_DOWN = "cool-down"


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch at one effort, by distance or by time (exactly one of them)."""

    effort: Effort
    distance: Distance | None = None
    time: Duration | None = None
    part: Part = Part.MAIN
    uphill: bool = False
    cue: str = ""

    def __post_init__(self) -> None:
        if (self.distance is None) == (self.time is None):
            raise ValueError("a step has a distance or a time, and only one of them")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A group of steps done `times` times."""

    times: int
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if self.times < 1 or not self.steps:
            raise ValueError("a repeat has at least one turn and one step")


Block = Step | Repeat
PaceOf = Callable[[Effort], Pace]
"""How fast this athlete covers ground at an effort; also given for walking and uphill guesses."""


@dataclass(frozen=True, slots=True)
class Workout:
    """A recipe that has been sized: its library key and what to do, in order."""

    key: str
    focus: Focus
    blocks: tuple[Block, ...]

    def steps(self) -> Iterator[Step]:
        """Every step in running order, repeats rolled out."""
        for block in self.blocks:
            if isinstance(block, Step):
                yield block
            else:
                for _ in range(block.times):
                    yield from block.steps

    def minutes(self, pace_of: PaceOf) -> float:
        return sum(step_minutes(step, pace_of) for step in self.steps())

    def distance(self, pace_of: PaceOf) -> Distance:
        return Distance(sum(step_metres(step, pace_of) for step in self.steps()))

    def fast_minutes(self, pace_of: PaceOf) -> float:
        """Minutes at M or faster; strides and sprints do not count (coaching.md 8)."""
        return sum(
            step_minutes(step, pace_of)
            for step in self.steps()
            if step.effort.at_least_marathon and step.effort not in {Effort.STRIDE, Effort.SPRINT}
        )


def step_minutes(step: Step, pace_of: PaceOf) -> float:
    """How long a step takes this athlete, in minutes."""
    if step.time is not None:
        return step.time.minutes
    assert step.distance is not None  # noqa: S101 - Step's own invariant, for the type checker
    return pace_of(step.effort).time_for(step.distance).minutes


def step_metres(step: Step, pace_of: PaceOf) -> float:
    """How far a step goes for this athlete; standing goes nowhere."""
    if step.distance is not None:
        return step.distance.metres
    assert step.time is not None  # noqa: S101 - Step's own invariant, for the type checker
    return 0.0 if step.effort is Effort.REST else pace_of(step.effort).distance_in(step.time).metres
