"""Heat, altitude, wind, hills, treadmill: what they do to today's pace, or to today at all."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from core.checkin import Danger
from core.rows import between
from core.units import Duration, Pace
from core.workout import Effort, Step

# Hadley's chart: temperature + dew point in Fahrenheit → share slower in continuous running;
# repeats half of it. A coach's chart, not a trial. Above 180 no hard running.
_HADLEY = (
    (100.0, 0.0),
    (110.0, 0.005),
    (120.0, 0.01),
    (130.0, 0.02),
    (140.0, 0.03),
    (150.0, 0.045),
    (160.0, 0.06),
    (170.0, 0.08),
    (180.0, 0.10),
)
ACCLIMATISED_RUNS = 10
"""Logged hot runs after which the slowing is halved (ours; acclimatisation takes 10-14 days)."""
HOT = 25.0
"""Degrees Celsius that make a day a hot one (ours)."""
NEW_TO_HEAT_DAYS = 7
EASY_IN_HEAT = Duration.of_minutes(45)
BY_EFFORT_FROM = 0.10
"""Where so much slower would be right, no pace is: go by effort (ours; the chart's last band)."""
STEEPEST = 0.10
"""No pace is given for steeper ground (ours)."""


class Outdoors(StrEnum):
    """What a day's weather leaves open (coaching.md 9)."""

    FREE = "free"
    NO_PACE = "no-pace"
    EASY_45 = "easy-45"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Conditions:
    """A day's weather and ground; what is not known stays None. Wind in m/s, head wind positive."""

    celsius: float | None = None
    dew_point: float | None = None
    altitude: float = 0.0
    head_wind: float = 0.0
    grade: float = 0.0
    treadmill: bool = False
    dangers: tuple[Danger, ...] = ()


_LIMITS = (30.0, 33.0, 38.0)
"""Degrees Celsius from which there are no reps at pace, only easy running, nothing outdoors."""
_STEPS = tuple(Outdoors)


def outdoors(conditions: Conditions, hot_days_before: int) -> Outdoors:
    """From 30 °C no reps at pace, from 33 easy and 45 min at most, from 38 or in danger nothing.

    The first seven hot days are one step stricter. A treadmill stands indoors.
    """
    if conditions.treadmill:
        return Outdoors.FREE
    if conditions.dangers:
        return Outdoors.NOTHING
    celsius = conditions.celsius
    if celsius is None or celsius < HOT:
        return Outdoors.FREE
    step = sum(celsius >= limit for limit in _LIMITS)
    return _STEPS[min(step + (hot_days_before < NEW_TO_HEAT_DAYS), len(_STEPS) - 1)]


def rule_heat(celsius: float | None, hot_days_before: int) -> float | None:
    """The temperature whose rule holds: in the first seven hot days the next one up."""
    if celsius is None or celsius < HOT or hot_days_before >= NEW_TO_HEAT_DAYS:
        return celsius
    return next((limit for limit in _LIMITS if celsius < limit), celsius)


def dew_point(celsius: float, humidity: float) -> float:
    """The dew point, °C, of air at a relative humidity in per cent (Magnus)."""
    g = math.log(humidity / 100) + 17.625 * celsius / (243.04 + celsius)
    return 243.04 * g / (17.625 - g)


def heat_slowing(celsius: float, dew: float, *, repeats: bool = False) -> float | None:
    """The share slower by Hadley's chart; None above it, where nothing hard is run."""
    total = (celsius + dew) * 1.8 + 64
    if total > _HADLEY[-1][0]:
        return None
    slower = between(total, _HADLEY)
    return slower / 2 if repeats else slower


def altitude_slowing(metres: float, pace: Pace) -> float:
    """4.5 s a mile for every 1000 ft above 3000 ft (Daniels: 4-5 s, on T and I)."""
    thousands = max(0.0, metres / 304.8 - 3)
    return 4.5 * thousands / pace.seconds_per_mile


def wind_slowing(head_wind: float, pace: Pace) -> float:
    """Drag grows with the square of the air's speed, 7.5 % of the cost at 6 m/s (Pugh 1971).

    A tail wind (below zero) gives back half of what the same head wind takes (Davies 1980).
    """
    own = pace.metres_per_second
    cost = 0.075 / 36 * ((own + abs(head_wind)) ** 2 - own**2)
    return cost if head_wind >= 0 else -cost / 2


def hill_cost(grade: float) -> float:
    """J/kg/m on a slope from -0.45 to 0.45 (Minetti 2002); 3.6 on the flat."""
    i = max(-0.45, min(0.45, grade))
    return 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + 3.6


def hill_slowing(grade: float) -> float:
    """The share slower for the same effort; down, half of what the cost says (it says too much)."""
    share = hill_cost(grade) / hill_cost(0) - 1
    return share if share >= 0 else share / 2


class Cause(StrEnum):
    """What slows a pace."""

    HEAT = "heat"
    ALTITUDE = "altitude"
    WIND = "wind"
    HILLS = "hills"


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The pace for today, None where effort leads alone; `slower` as a share, with its causes."""

    pace: Pace | None
    slower: float
    causes: tuple[Cause, ...]


_SHORT = {Effort.MILE, Effort.FAST, Effort.STRIDE, Effort.SPRINT}


def adjusted(
    step: Step, pace: Pace, conditions: Conditions, *, repeats: bool, hot_runs: int = 0
) -> Adjusted:
    """What the same effort is worth in these conditions: slower or by effort, never faster.

    `repeats` are cooled by their rests; `hot_runs` are those logged in this heat.
    """
    if conditions.treadmill:
        return Adjusted(pace, 0.0, ())
    slowing = _slowing(step, pace, conditions, repeats=repeats, hot_runs=hot_runs)
    causes = tuple(cause for cause, share in slowing.items() if share > 0)
    slower = max(0.0, sum(slowing.values()))
    effort_only = slower >= BY_EFFORT_FROM or abs(conditions.grade) > STEEPEST
    today = None if effort_only else Pace(pace.seconds_per_km * (1 + slower))
    return Adjusted(today, slower, causes)


def _slowing(
    step: Step, pace: Pace, conditions: Conditions, *, repeats: bool, hot_runs: int
) -> dict[Cause, float]:
    """Each cause's share; short fast reps keep their pace at altitude and rest longer (Daniels)."""
    short = step.effort in _SHORT
    return {
        Cause.HEAT: heat_share(conditions, repeats=repeats or short, hot_runs=hot_runs),
        Cause.ALTITUDE: 0.0 if short else altitude_slowing(conditions.altitude, pace),
        Cause.WIND: wind_slowing(conditions.head_wind, pace),
        Cause.HILLS: hill_slowing(conditions.grade),
    }


def heat_share(conditions: Conditions, *, repeats: bool, hot_runs: int) -> float:
    """The share slower by the chart; an unknown dew point is ten degrees under the air (ours)."""
    if conditions.celsius is None:
        return 0.0
    dew = conditions.celsius - 10 if conditions.dew_point is None else conditions.dew_point
    slower = heat_slowing(conditions.celsius, dew, repeats=repeats)
    if slower is None:
        return BY_EFFORT_FROM
    return slower / 2 if hot_runs >= ACCLIMATISED_RUNS else slower
