"""What a race day's course and air do to an even race, and whether they leave a race at all."""

from __future__ import annotations

from dataclasses import dataclass

from core.athlete import Ground
from core.conditions import (
    NEW_TO_HEAT_DAYS,
    Cause,
    Conditions,
    Outdoors,
    heat_share,
    hill_slowing,
    outdoors,
    wind_slowing,
)
from core.units import Pace

WINDY = 4.0
"""Metres a second that "windy" is taken for, half of the course into it (ours)."""
GRADE = {Ground.FLAT: 0.0, Ground.ROLLING: 0.02, Ground.HILLY: 0.04}
"""Such ground has half its length on this slope, as much up as down (ours)."""
HALF_OF_IT = 0.25
TOO_WARM_FOR_BRAVE = 25.0
"""Over so many degrees Celsius nobody starts bravely (coaching.md 9)."""
NO_PACE_FROM, NO_RACE_FROM = 30.0, 33.0
"""Degrees Celsius from which a race goes by effort, and from which it is none."""


@dataclass(frozen=True, slots=True)
class Air:
    """A race's ground and weather; what is not known stays None. `hot_runs`: run in heat lately."""

    ground: Ground | None = None
    celsius: float | None = None
    windy: bool = False
    hot_runs: int = 0


@dataclass(frozen=True, slots=True)
class Slowing:
    """The share that the same effort is slower than on a flat, cool course, and what makes it."""

    share: float = 0.0
    causes: tuple[Cause, ...] = ()


def slowing(pace: Pace, air: Air) -> Slowing:
    """Never faster than without: what wind or a slope gives back is in it already."""
    heat = heat_share(Conditions(celsius=air.celsius), repeats=False, hot_runs=air.hot_runs)
    wind = (wind_slowing(WINDY, pace) + wind_slowing(-WINDY, pace)) / 2 if air.windy else 0.0
    grade = GRADE[air.ground] if air.ground else 0.0
    hills = (hill_slowing(grade) + hill_slowing(-grade)) * HALF_OF_IT
    shares = {Cause.HEAT: heat, Cause.WIND: wind, Cause.HILLS: hills}
    causes = tuple(cause for cause, share in shares.items() if share > 0)
    return Slowing(max(0.0, sum(shares.values())), causes)


def leaves(air: Air) -> Outdoors:
    """From `NO_PACE_FROM` a race goes by effort, from `NO_RACE_FROM` it is none.

    Not a step sooner for who is new to heat: a race is slowed by its chart already (ours).
    """
    return outdoors(Conditions(celsius=air.celsius), NEW_TO_HEAT_DAYS)
