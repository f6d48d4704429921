"""How fast and how slow a time over a distance may be to be believed."""

from __future__ import annotations

from bisect import bisect_left
from math import exp, log

from core.units import Distance, Duration

_RECORDS = (
    (100.0, 9.58),
    (200.0, 19.19),
    (400.0, 43.03),
    (800.0, 100.91),
    (1500.0, 206.0),
    (1609.344, 223.13),
    (3000.0, 437.55),
    (5000.0, 755.36),
    (10000.0, 1571.0),
    (21097.5, 3402.0),
    (42195.0, 7235.0),
    (50000.0, 9523.0),
    (100000.0, 21560.0),
    (300000.0, 86400.0),
)
"""World bests of men in seconds (World Athletics and IAU lists, 2025), the fastest there is."""
SLOWEST_PER_KM = Duration.of_minutes(20)
"""A slow walk; slower is no run."""


def fastest(distance: Distance) -> Duration:
    """The world best over the distance, in between by the straight line of the logarithms."""
    metres = min(max(distance.metres, _RECORDS[0][0]), _RECORDS[-1][0])
    place = max(1, bisect_left(_RECORDS, (metres, 0.0)))
    (m0, t0), (m1, t1) = _RECORDS[place - 1], _RECORDS[min(place, len(_RECORDS) - 1)]
    share = 0.0 if m1 == m0 else (log(metres) - log(m0)) / (log(m1) - log(m0))
    return Duration(round(exp(log(t0) + share * (log(t1) - log(t0))), 2))


def slowest(distance: Distance) -> Duration:
    """The time of a slow walk over the distance."""
    return Duration(SLOWEST_PER_KM.seconds * distance.km)


def believable(distance: Distance, time: Duration) -> bool:
    """Whether somebody could have run it: between the world's best and a slow walk."""
    return fastest(distance).seconds <= time.seconds <= slowest(distance).seconds
