"""Race times from race times, with the range that honesty asks for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from core.athlete import Result
from core.fitness.current import Fitness
from core.fitness.formula import race_time, vdot
from core.fitness.results import FULL_DAYS, LONG_RACE, result_vdot
from core.units import Distance, Duration

MARATHON = Distance(42195)
HALF = Distance(21097.5)
LEAST_EXPONENT, MOST_EXPONENT = 1.03, 1.15
"""A personal exponent outside is a good or a bad day, not a person."""
ENOUGH_APART = 1.5
"""Two races tell an exponent only when one is this much longer (ours)."""
UNKNOWN_WEEK = Distance.of_miles(20)
"""Weekly running assumed for the marathon where none is known (ours, on the low side)."""


class Method(StrEnum):
    """How a time was predicted."""

    RESULT = "result"
    VDOT = "vdot"
    PERSONAL = "personal"
    VICKERS_ONE = "vickers-1"
    VICKERS_TWO = "vickers-2"


@dataclass(frozen=True, slots=True)
class Prediction:
    """A likely time and the range that two races in three would fall into."""

    time: Duration
    low: Duration
    high: Duration
    method: Method


def riegel(result: Result, distance: Distance, exponent: float = 1.06) -> Duration:
    """Riegel 1981, for 3.5 to 230 minutes; over ten minutes fast for half of all marathoners."""
    return result.time * math.pow(distance.metres / result.distance.metres, exponent)


def cameron(result: Result, distance: Distance) -> Duration:
    """Cameron's formula, from records; sits between Riegel and the marathon of most people."""

    def slowing(miles: float) -> float:
        return 13.49681 - 0.048865 * miles + 2.438936 * math.pow(miles, -0.7905)

    ratio = slowing(result.distance.miles) / slowing(distance.miles)
    return result.time * (distance.metres / result.distance.metres) * ratio


def vickers_one(result: Result, week: Distance) -> Duration:
    """The marathon from one race and the weekly running (Vickers & Vertosick 2016, model 1).

    The coefficient of weekly miles is 0.06423826; copies with 0.6423826 are a misprint.
    """
    worth = riegel(result, MARATHON, 1.07)
    speed = MARATHON.metres / worth.seconds
    return _over(0.16018617 + 0.83076202 * speed + 0.06423826 * week.miles / 10)


def _over(metres_per_second: float) -> Duration:
    return Duration(MARATHON.metres / metres_per_second)


def vickers_two(shorter: Result, longer: Result, week: Distance) -> Duration:
    """The marathon from two races and the weekly running (Vickers & Vertosick 2016, model 2)."""
    own = _exponent(shorter, longer)
    exponent = 1.4510756 - 0.23797948 * own - 0.01410023 * week.miles / 10
    return longer.time * math.pow(MARATHON.metres / longer.distance.metres, exponent)


def _exponent(shorter: Result, longer: Result) -> float:
    times = math.log(longer.time.seconds / shorter.time.seconds)
    return times / math.log(longer.distance.metres / shorter.distance.metres)


EQUIVALENTS = tuple(
    Distance(metres) for metres in (1500, 1609.344, 3000, 5000, 10_000, 15_000, 21_097.5, 42_195)
)


def equivalent_times(number: float) -> tuple[tuple[Distance, Duration], ...]:
    """What a VDOT is worth over the usual distances, 1500 m to the marathon."""
    return tuple((distance, race_time(number, distance)) for distance in EQUIVALENTS)


def personal_exponent(results: Iterable[Result]) -> float | None:
    """The athlete's own Riegel exponent from the newest two races far enough apart in length."""
    pair = _pair(results)
    if pair is None:
        return None
    return min(MOST_EXPONENT, max(LEAST_EXPONENT, _exponent(*pair)))


def _pair(results: Iterable[Result]) -> tuple[Result, Result] | None:
    """The shorter and the longer of the newest two that tell an exponent."""
    usable = [r for r in results if r.all_out and r.representative and result_vdot(r) is not None]
    told = []
    for pair in combinations(usable, 2):
        short, long = sorted(pair, key=lambda r: r.distance)
        far = long.distance.metres >= ENOUGH_APART * short.distance.metres
        if far and abs(long.on - short.on).days <= FULL_DAYS:
            told.append((short, long))
    return max(told, key=lambda p: sorted((p[0].on, p[1].on), reverse=True), default=None)


def predict(
    fitness: Fitness,
    distance: Distance,
    *,
    results: Sequence[Result] = (),
    week: Distance | None = None,
) -> Prediction:
    """A likely time at today's fitness.

    `results` are the athlete's: two of one form and of different lengths give a personal exponent.
    `week` is what is run weekly; beyond the half marathon it decides as much as speed does.
    """
    now = replace(fitness.source, time=race_time(fitness.vdot, fitness.source.distance))
    pair = _as_of_now(fitness, _pair(r for r in results if _same_form(r, fitness)))
    if distance > HALF and now.distance < LONG_RACE:
        return _long(now, pair, distance, week or UNKNOWN_WEEK)
    return _short(now, pair, distance)


def _short(now: Result, pair: tuple[Result, Result] | None, distance: Distance) -> Prediction:
    """Up to the half, or from a long race: the own exponent if there is one, else Daniels."""
    number = vdot(now.distance, now.time)
    apart = abs(math.log2(distance.metres / now.distance.metres))
    if apart < 0.03:
        return _ranged(race_time(number, distance), 0.015, Method.RESULT)
    exponent = personal_exponent(pair or ())
    if exponent is not None:
        return _ranged(riegel(now, distance, exponent), 0.015 + 0.006 * apart, Method.PERSONAL)
    return _ranged(race_time(number, distance), 0.02 + 0.008 * apart, Method.VDOT)


def _same_form(result: Result, fitness: Fitness) -> bool:
    return abs(result.on - fitness.source.on).days <= FULL_DAYS


def _as_of_now(
    fitness: Fitness, pair: tuple[Result, Result] | None
) -> tuple[Result, Result] | None:
    """Both races as they would be run today: moved by what the fitness has moved since."""
    if pair is None:
        return None
    moved = fitness.vdot - vdot(fitness.source.distance, fitness.source.time)
    short, long = (
        replace(r, time=race_time(max(1.0, vdot(r.distance, r.time) + moved), r.distance))
        for r in pair
    )
    return short, long


def _long(
    now: Result, pair: tuple[Result, Result] | None, distance: Distance, week: Distance
) -> Prediction:
    """Beyond the half: the marathon by Vickers; between the two evenly on a log scale.

    The range is the models' own error in 2303 runners, 15.1 and 14.4 minutes in about four hours.
    """
    if pair is not None and pair[1].distance < LONG_RACE:
        marathon, spread, method = vickers_two(*pair, week), 0.060, Method.VICKERS_TWO
    else:
        marathon, spread, method = vickers_one(now, week), 0.063, Method.VICKERS_ONE
    half = _short(now, pair, HALF).time
    share = math.log(distance.metres / HALF.metres) / math.log(MARATHON.metres / HALF.metres)
    seconds = half.seconds * math.pow(marathon.seconds / half.seconds, share)
    return _ranged(Duration(seconds), spread, method)


def _ranged(time: Duration, spread: float, method: Method) -> Prediction:
    """The spread grows with the leap; runners vary by 1.5-3 % from race to race."""
    return Prediction(time, time * (1 - spread), time * (1 + spread), method)
