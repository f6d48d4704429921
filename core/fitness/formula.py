"""VDOT both ways (Daniels & Gilbert 1979): a race gives it, and it gives times and paces."""

from __future__ import annotations

import math
from functools import lru_cache

from core.units import Distance, Duration, Pace

SHOWN_FROM = 30.0
"""Below it the cost curve is an extrapolation: minutes and effort only (coaching.md 7)."""


def oxygen_cost(metres_per_minute: float) -> float:
    """What running at a speed costs, ml/kg/min."""
    v = metres_per_minute
    return -4.60 + 0.182258 * v + 0.000104 * v * v


def speed_at(oxygen: float) -> float:
    """The speed, m/min, that costs so much: the cost's quadratic turned round."""
    a, b, c = 0.000104, 0.182258, -4.60 - oxygen
    return (-b + math.sqrt(b * b - 4 * a * c)) / (2 * a)


def sustained(minutes: float) -> float:
    """The share of VO2max that can be held for so long."""
    slow = 0.1894393 * math.exp(-0.012778 * minutes)
    return 0.8 + slow + 0.2989558 * math.exp(-0.1932605 * minutes)


def vdot(distance: Distance, time: Duration) -> float:
    """The VDOT of a result; sound from 1500 m to the marathon and 3.5 min to about 4 h."""
    if distance.metres <= 0 or time.seconds <= 0:
        raise ValueError("a result has a distance and a time")
    return oxygen_cost(distance.metres / time.minutes) / sustained(time.minutes)


@lru_cache(maxsize=4096)
def race_time(number: float, distance: Distance) -> Duration:
    """The time a VDOT is worth over a distance, by bisection (to a hundredth of a second)."""
    if number <= 0 or distance.metres <= 0:
        raise ValueError("a prediction needs a VDOT and a distance above zero")
    low, high = distance.metres / 1000, distance.metres / 0.3
    while high - low > 0.005:
        middle = (low + high) / 2
        if vdot(distance, Duration(middle)) > number:
            low = middle
        else:
            high = middle
    return Duration((low + high) / 2)


def race_pace(number: float, distance: Distance) -> Pace:
    """The even pace of the predicted time."""
    return Pace.of(distance, race_time(number, distance))


def pace_at(number: float, fraction: float) -> Pace:
    """The pace whose oxygen cost is a fraction of VDOT."""
    return Pace(60_000 / speed_at(number * fraction))
