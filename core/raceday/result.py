"""After the race: its result against what was expected, as a run of the log, and the easy days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Activity, Done
from core.athlete import Ground, Race, RaceDay
from core.fitness import Prediction
from core.taper import recovery_days
from core.units import Duration
from core.workout import Focus

WARM = 24.0
"""Degrees Celsius from which a slow race needs no other explanation (as with sessions)."""
LIKELY_HILLS = {Ground.ROLLING, Ground.HILLY}


class Ending(StrEnum):
    """How a race ended."""

    FINISHED = "finished"
    DNF = "dnf"
    DNS = "dns"


class Against(StrEnum):
    """How a result stands to the range that was expected."""

    FASTER = "faster"
    INSIDE = "inside"
    SLOWER = "slower"
    UNKNOWN = "unknown"


class Excuse(StrEnum):
    """What explains a result that surprises."""

    HEAT = "heat"
    HILLS = "hills"
    WIND = "wind"
    ILL = "ill"


@dataclass(frozen=True, slots=True)
class Judged:
    """A result against the range of the day before; the excuses that are known of."""

    against: Against
    expected: Duration | None = None
    excuses: tuple[Excuse, ...] = ()


def judge(
    time: Duration,
    worth: Prediction | None,
    day: RaceDay,
    ill: Collection[date] = (),
    slower: float = 0.0,
) -> Judged:
    """Outside the range that two races in three fall into is a surprise.

    `slower`: the share that course and air were expected to cost.
    """
    excuses = _excuses(day, ill)
    if worth is None:
        return Judged(Against.UNKNOWN, excuses=excuses)
    against = Against.INSIDE
    if time < worth.low * (1 + slower):
        against = Against.FASTER
    elif time > worth.high * (1 + slower):
        against = Against.SLOWER
    return Judged(against, worth.time * (1 + slower), excuses)


def _excuses(day: RaceDay, ill: Collection[date]) -> tuple[Excuse, ...]:
    lately = any(timedelta(0) <= day.on - each <= timedelta(days=7) for each in ill)
    found = {
        Excuse.HEAT: day.celsius is not None and day.celsius >= WARM,
        Excuse.HILLS: day.ground in LIKELY_HILLS,
        Excuse.WIND: day.windy,
        Excuse.ILL: lately,
    }
    return tuple(excuse for excuse, known in found.items() if known)


def raced(race: Race, time: Duration | None, ending: Ending, celsius: float | None) -> Activity:
    """The race as a run of the log; a race that was left early has no length."""
    if ending is Ending.DNS:
        return Activity(race.on, Done.NOT_RUN)
    return Activity(
        on=race.on,
        done=Done.OTHER,
        distance=race.distance if ending is Ending.FINISHED else None,
        time=time if ending is Ending.FINISHED else None,
        focus=Focus.RACE,
        hard=True,
        celsius=celsius,
    )


def easy_until(race: Race, age: int | None) -> date:
    """The last of the easy days that the distance asks for (Daniels)."""
    return race.on + timedelta(days=recovery_days(race.distance, age))
