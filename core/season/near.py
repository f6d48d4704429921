"""What the races around make of a day: rest and easy days after them, lighter ones before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from core.athlete import Priority, Race
from core.taper import recovery_days

MINI_TAPER_DAYS = 3
REST_SHARE = 0.4
"""Of the easy days after a race, so many are without a run (ours)."""


class Near(StrEnum):
    """What a day is because of a race."""

    RACE = "race"
    REST = "rest"
    AFTER = "after"
    BEFORE = "before"
    EVE = "eve"


def near(day: date, races: Sequence[Race], age: int | None) -> Near | None:
    """The day's place among races in date order; a race behind outranks one ahead.

    Before an A race only the eve is told: its taper is written elsewhere.
    """
    if any(race.on == day for race in races):
        return Near.RACE
    ahead = None
    for race in races:
        away = (day - race.on).days
        easy = recovery_days(race.distance, age)
        if 0 < away <= easy:
            return Near.REST if away <= round(easy * REST_SHARE) else Near.AFTER
        before = MINI_TAPER_DAYS if race.priority is Priority.B else 1
        if ahead is None and 0 < -away <= before:
            ahead = Near.EVE if away == -1 else Near.BEFORE
    return ahead
