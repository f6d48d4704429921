"""Breakfast, carbohydrate and drink by how long the race will take (coaching.md 9)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from core.athlete import Condition
from core.units import Duration

BREAKFAST = (180, 120)
"""Minutes before the gun."""
NONE_BELOW, MUCH_FROM = Duration.of_minutes(75), Duration.of_minutes(150)
USUAL, MUCH = (30, 60), (60, 90)
"""Grams of carbohydrate an hour."""
GEL = 25
FIRST_AFTER, LAST_BEFORE = 30, 20
"""A usual gel's grams; minutes before the first one, and without any before the finish (ours)."""
_DOCTOR_S = {Condition.DIABETES, Condition.KIDNEY}


@dataclass(frozen=True, slots=True)
class Fuel:
    """`rate`: grams an hour, None for no fuel; `gels` in all, one every `every` minutes from the
    thirtieth; `asks`: more would help if it was practised twice, and nobody has told;
    `doctor_s`: amounts are the doctor's, none are ours.
    """

    rate: tuple[int, int] | None = None
    gels: int = 0
    every: int = 0
    asks: bool = False
    doctor_s: bool = False


def fuel(time: Duration, practised: bool | None, conditions: Collection[Condition] = ()) -> Fuel:
    """Nothing under 75 min; 30-60 g an hour; over 150 min 60-90, only if practised twice."""
    if time < NONE_BELOW:
        return Fuel()
    if _DOCTOR_S & set(conditions):
        return Fuel(doctor_s=True)
    long = time > MUCH_FROM
    rate = MUCH if long and practised else USUAL
    middle = sum(rate) / 2
    every = round(GEL / middle * 60 / 5) * 5
    gels = 1 + max(0, int((time.minutes - FIRST_AFTER - LAST_BEFORE) / every))
    return Fuel(rate, gels, every, asks=long and practised is None)
