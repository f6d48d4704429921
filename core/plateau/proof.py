"""Proof: what shows fitness, the measures that are compared, and two proofs held side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.units import Distance, Duration


class Source(StrEnum):
    """Where a proof of fitness comes from, in order of trust."""

    RACE = "race"
    TRIAL = "trial"
    TOLD = "told"
    REPS = "reps"
    EASY_PULSE = "easy-pulse"
    REPS_RPE = "reps-rpe"


class Measure(StrEnum):
    """What is compared, before and after; each number's unit beside it."""

    VDOT = "vdot"  # a number like 42.1; more is better
    PACE = "pace"  # s/km of the same session; less is better
    METRES_A_BEAT = "metres-a-beat"  # easy running; more is better
    RPE = "rpe"  # of the same session or of easy runs; less is better
    SAME_SHARE = "same-share"  # per cent of the last hard sessions that were alike; less is better
    HEAVY_SHARE = "heavy-share"  # per cent of mornings with heavy legs; less is better
    PULSE = "pulse"  # bpm in the morning; less is better
    STRESS_SHARE = "stress-share"  # per cent of mornings; less is better
    SLEEP = "sleep"  # hours a night; more is better
    EASY_SHARE = "easy-share"  # per cent of easy runs that were easy; more is better
    HELD_SHARE = "held-share"  # per cent of hard sessions held; more is better
    SPACED_SHARE = "spaced-share"  # per cent of hard sessions after an easy day; more is better
    VOLUME = "volume"  # metres a week; more is better
    LONGEST = "longest"  # metres of the usual longest run; more is better
    STRIDES = "strides"  # days with something quick in four weeks; more is better
    STRENGTH = "strength"  # strength days in four weeks; more is better
    LIGHTEST = "lightest"  # lightest of the last weeks, per cent of the usual one; less is better
    KINDS = "kinds"  # different hard sessions in eight weeks; more is better

    @property
    def more_is_better(self) -> bool:
        return self not in _LESS


_LESS = {
    Measure.PACE,
    Measure.RPE,
    Measure.SAME_SHARE,
    Measure.HEAVY_SHARE,
    Measure.PULSE,
    Measure.STRESS_SHARE,
    Measure.LIGHTEST,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One measure with its number."""

    measure: Measure
    value: float


@dataclass(frozen=True, slots=True)
class Proof:
    """One effort that shows fitness. `value` is in `measure`'s unit, the heat taken off it.

    For races, trials and told results distance and time are what was run; for sessions `key` and
    `runs` (how many of them the number stands on).
    """

    on: date
    source: Source
    measure: Measure
    value: float
    distance: Distance | None = None
    time: Duration | None = None
    celsius: float | None = None
    key: str = ""
    runs: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two comparable proofs, the older first; `change` in per cent of time or effort, + is better.

    `vdot`: the change in VDOT where both are results. `noise` is what chance alone does, per cent.
    """

    before: Proof
    after: Proof
    change: float
    noise: float
    vdot: float | None = None

    @property
    def days(self) -> int:
        return (self.after.on - self.before.on).days

    @property
    def better(self) -> bool:
        return self.change > self.noise

    @property
    def worse(self) -> bool:
        return self.change < -self.noise
