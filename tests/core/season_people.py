"""Athletes by number: a seed is always the same person, log and calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from core.activity import Activity, Log
from core.athlete import (
    Athlete,
    Condition,
    Injury,
    Kit,
    Level,
    Priority,
    Race,
    RaceDistance,
    Result,
    Spot,
    UsualWeek,
)
from core.units import Distance, Duration
from core.workout import Focus

T = TypeVar("T")
TODAY = date(2026, 11, 26)
RACE_METRES = (5_000, 5_000, 8_000, 10_000, 10_000, 16_093.44, 21_097.5, 21_097.5, 42_195, 42_195)


@dataclass
class Dice:
    """A linear congruential generator (Knuth's MMIX): chance that repeats."""

    state: int

    def number(self, least: float = 0.0, most: float = 1.0) -> float:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return least + (self.state >> 11) / 2**53 * (most - least)

    def whole(self, least: int, most: int) -> int:
        return int(self.number(least, most + 1 - 1e-9))

    def one(self, values: Sequence[T]) -> T:
        return values[self.whole(0, len(values) - 1)]

    def some(self, values: Sequence[T], count: int) -> tuple[T, ...]:
        left = list(values)
        return tuple(left.pop(self.whole(0, len(left) - 1)) for _ in range(count))

    def chance(self, share: float) -> bool:
        return self.number() < share


def person(seed: int) -> tuple[Athlete, Log, date]:
    """One athlete with a log, and the first day of the plan to be made."""
    dice = Dice(seed * 7919 + 17)
    for _ in range(3):
        dice.number()
    start = TODAY + timedelta(days=dice.whole(0, 6))
    days = tuple(sorted(dice.some(range(7), dice.whole(2, 7))))
    usual = _usual(dice, len(days))
    athlete = Athlete(
        level=dice.one(list(Level)),
        days=days,
        long_day=dice.one(days),
        usual=usual,
        started=start - timedelta(days=dice.one((1, 1, 20, 60, 200, 700))),
        goal=dice.one((None, *RaceDistance)),
        races=_races(dice, start, usual),
        results=_results(dice, start),
        birth_year=dice.one((None, start.year - dice.whole(16, 80))),
        conditions=(dice.one(list(Condition)),) if dice.chance(0.06) else (),
        injuries=_injuries(dice, start),
        kit=dice.some(list(Kit), dice.whole(0, 4)),
        minutes=_minutes(dice, days),
        club_nights=(dice.one(days),) if dice.chance(0.2) else (),
        measured_distance=dice.chance(0.85),
        can_run_20_min=usual.longest.km > 3 or dice.chance(0.3),
        seasons=dice.whole(0, 5),
        masters_rules=dice.chance(0.9),
        miles=seed % 4 == 0,
    )
    return athlete, _log(dice, athlete, start), start


def _usual(dice: Dice, days: int) -> UsualWeek:
    runs = 0 if dice.chance(0.1) else dice.whole(1, days)
    if not runs:
        return UsualWeek(0, Distance(0), Distance(0))
    a_run = dice.number(2.5, 9 if runs < 5 else 15)
    week = runs * a_run
    longest = min(week, a_run * dice.number(1.0, 2.0))
    return UsualWeek(runs, Distance.of_km(round(week, 1)), Distance.of_km(round(longest, 1)))


def _races(dice: Dice, start: date, usual: UsualWeek) -> tuple[Race, ...]:
    """Up to four to come and one behind; mostly such as the usual week can grow into."""
    km = usual.distance.km
    known = RACE_METRES[: 2 + (km > 8) + 2 * (km > 12) + 3 * (km > 18) + 2 * (km > 35)]
    count = dice.one((0, 1, 1, 1, 2, 3, 4))
    days = sorted({dice.whole(1, 400) for _ in range(count)})
    days += [-dice.whole(1, 40)] if dice.chance(0.15) else []
    return tuple(
        Race(
            start + timedelta(days=day),
            Distance(dice.one(RACE_METRES if dice.chance(0.1) else known)),
            dice.one((Priority.A, Priority.A, Priority.B, Priority.C)),
        )
        for day in sorted(days)
    )


def _results(dice: Dice, start: date) -> tuple[Result, ...]:
    if dice.chance(0.4):
        return ()
    metres = dice.one((5_000, 10_000))
    time = Duration(dice.number(205, 460) * metres / 1000)
    return (Result(Distance(metres), time, start - timedelta(days=dice.whole(2, 150))),)


def _injuries(dice: Dice, start: date) -> tuple[Injury, ...]:
    if dice.chance(0.8):
        return ()
    since = dice.one((None, start - timedelta(days=dice.whole(1, 400))))
    return (Injury(dice.one(list(Spot)), since, healed=dice.chance(0.6)),)


def _minutes(dice: Dice, days: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    if dice.chance(0.7):
        return ()
    limited = dice.some(days, dice.whole(1, len(days)))
    return tuple((day, dice.whole(30, 150)) for day in sorted(limited))


def _log(dice: Dice, athlete: Athlete, start: date) -> Log:
    """What was run in the last ten weeks of coaching, with gaps, at about the usual week."""
    coached = min((start - athlete.started).days - 1, 70)
    if athlete.usual.runs == 0 or not athlete.can_run_20_min:
        return Log()
    a_run = athlete.usual.distance.metres / athlete.usual.runs
    kept = dice.number(0.3, 1.0)
    found = []
    for back in range(coached, 0, -1):
        day = start - timedelta(days=back)
        if day.weekday() in athlete.days and dice.chance(kept):
            long = day.weekday() == athlete.long_day
            metres = athlete.usual.longest.metres if long else a_run * dice.number(0.7, 1.1)
            found.append(
                Activity(
                    day,
                    distance=Distance(round(metres)),
                    time=Duration(round(metres * 0.39)),
                    rpe=dice.whole(2, 5),
                    focus=Focus.LONG if long else Focus.EASY,
                )
            )
    return Log(tuple(found))
