"""Even splits that end on the second at the finish: unit by unit, and every five kilometres."""

from __future__ import annotations

from dataclasses import dataclass

from core.units import METRES_PER_MILE, Distance, Duration, Units

FIVE_KM = 5000.0
CHECKPOINTS_FROM = 15_000.0
"""Metres from which a race has its mats every 5 km (ours)."""
SCRAP = 0.005
"""A last part of so little of a unit belongs to the one before (ours)."""


@dataclass(frozen=True, slots=True)
class Split:
    """A mark on the course: the clock there, and the leg that leads to it."""

    at: Distance
    clock: Duration
    leg: Distance
    leg_time: Duration


def splits(distance: Distance, time: Duration, units: Units) -> tuple[Split, ...]:
    """Each kilometre or mile and the last part; whole seconds that add up to the whole time."""
    return even(distance, time, 1000.0 if units is Units.KM else METRES_PER_MILE)


def checkpoints(distance: Distance, time: Duration) -> tuple[Split, ...]:
    """Every 5 km and the finish; () for shorter races."""
    return even(distance, time, FIVE_KM) if distance.metres >= CHECKPOINTS_FROM else ()


def even(distance: Distance, time: Duration, step: float) -> tuple[Split, ...]:
    """The same pace all the way, read at every `step` metres and at the finish.

    The clock is rounded, not the legs: so no rounding adds up, and the legs' sum is the time.
    """
    whole = Duration(round(time.seconds))
    found: list[Split] = []
    at, clock = Distance(0), Duration(0)
    for mark in (*_marks(distance, step), distance):
        there = Duration(round(whole.seconds * mark.metres / distance.metres))
        leg = Distance(mark.metres - at.metres)
        found.append(Split(mark, there, leg, Duration(there.seconds - clock.seconds)))
        at, clock = mark, there
    return tuple(found)


def _marks(distance: Distance, step: float) -> tuple[Distance, ...]:
    """The whole steps before the finish; none so near it that nobody would look at a watch."""
    count = int(distance.metres / step)
    marks = [step * number for number in range(1, count + 1)]
    return tuple(Distance(m) for m in marks if distance.metres - m > SCRAP * step)
