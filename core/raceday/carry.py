"""What to carry and wear: the few things that this race, this air and this athlete ask for."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from core.athlete import Condition
from core.units import Duration

COLD, WARM = 10.0, 20.0
"""Degrees Celsius to which a layer to throw away helps, and from which a cap does (ours)."""
CHAFES_FROM = Duration.of_minutes(90)


class Carry(StrEnum):
    """One thing; the number and tried shoes are always among them."""

    NUMBER = "number"
    SHOES = "shoes"
    MEDICINE = "medicine"
    FUEL = "fuel"
    CHAFING = "chafing"
    LAYER = "layer"
    CAP = "cap"
    DRY = "dry"


def carry(
    time: Duration, celsius: float | None, *, fuels: bool, conditions: Collection[Condition] = ()
) -> tuple[Carry, ...]:
    """In the order of what would be missed most."""
    wanted = {
        Carry.NUMBER: True,
        Carry.SHOES: True,
        Carry.MEDICINE: bool({Condition.LUNG, Condition.DIABETES} & set(conditions)),
        Carry.FUEL: fuels,
        Carry.CHAFING: time >= CHAFES_FROM,
        Carry.LAYER: celsius is not None and celsius <= COLD,
        Carry.CAP: celsius is not None and celsius >= WARM,
        Carry.DRY: True,
    }
    return tuple(thing for thing, needed in wanted.items() if needed)
