"""Distance, Duration, Pace and HeartRate: exact values that parse their written forms."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

METRES_PER_MILE = 1609.344


class Units(StrEnum):
    """Which ground an athlete counts."""

    KM = "km"
    MILES = "miles"


_AMERICAN = ("America/", "US/", "Pacific/Honolulu")


def reads_fahrenheit(units: Units, zone: str) -> bool:
    """Miles alone don't say so: Britain runs in miles and in degrees Celsius."""
    return units is Units.MILES and zone.startswith(_AMERICAN)


class UnitError(ValueError):
    """The text is no such quantity; the message says what was read and what would be right."""


@dataclass(frozen=True, slots=True, order=True)
class Distance:
    """A length in metres."""

    metres: float

    def __post_init__(self) -> None:
        _refuse_nonsense("distance", self.metres)

    @classmethod
    def of_km(cls, km: float) -> Self:
        return cls(km * 1000)

    @classmethod
    def of_miles(cls, miles: float) -> Self:
        return cls(miles * METRES_PER_MILE)

    @property
    def km(self) -> float:
        return self.metres / 1000

    @property
    def miles(self) -> float:
        return self.metres / METRES_PER_MILE

    def __add__(self, other: Distance) -> Distance:
        return Distance(self.metres + other.metres)

    def __mul__(self, factor: float) -> Distance:
        return Distance(self.metres * factor)

    __rmul__ = __mul__


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A stretch of time in seconds."""

    seconds: float

    def __post_init__(self) -> None:
        _refuse_nonsense("duration", self.seconds)

    @classmethod
    def of_minutes(cls, minutes: float) -> Self:
        return cls(minutes * 60)

    @classmethod
    def of_hours(cls, hours: float) -> Self:
        return cls(hours * 3600)

    @property
    def minutes(self) -> float:
        return self.seconds / 60

    @property
    def hours(self) -> float:
        return self.seconds / 3600

    def parts(self) -> tuple[int, int, int]:
        """Whole hours, minutes and seconds, rounded to the second."""
        whole = round(self.seconds)
        return whole // 3600, whole // 60 % 60, whole % 60

    def __add__(self, other: Duration) -> Duration:
        return Duration(self.seconds + other.seconds)

    def __mul__(self, factor: float) -> Duration:
        return Duration(self.seconds * factor)

    __rmul__ = __mul__


@dataclass(frozen=True, slots=True, order=True)
class Pace:
    """Seconds for one kilometre: the smaller, the faster."""

    seconds_per_km: float

    def __post_init__(self) -> None:
        _refuse_nonsense("pace", self.seconds_per_km)
        if self.seconds_per_km == 0:
            raise UnitError("a pace of no time is no pace")

    @classmethod
    def of(cls, distance: Distance, time: Duration) -> Self:
        if distance.metres <= 0:
            raise UnitError("a pace needs a distance above zero")
        return cls(time.seconds / distance.km)

    @classmethod
    def at_speed(cls, metres_per_second: float) -> Self:
        return cls(1000 / metres_per_second)

    @property
    def seconds_per_mile(self) -> float:
        return self.seconds_per_km * METRES_PER_MILE / 1000

    @property
    def metres_per_second(self) -> float:
        return 1000 / self.seconds_per_km

    def time_for(self, distance: Distance) -> Duration:
        return Duration(self.seconds_per_km * distance.km)

    def distance_in(self, time: Duration) -> Distance:
        return Distance(time.seconds * 1000 / self.seconds_per_km)


@dataclass(frozen=True, slots=True, order=True)
class HeartRate:
    """Beats a minute."""

    bpm: int

    def __post_init__(self) -> None:
        _refuse_nonsense("heart rate", self.bpm)
        if self.bpm == 0:
            raise UnitError("a heart rate of zero is no heart rate")


def _refuse_nonsense(what: str, value: float) -> None:
    if not math.isfinite(value) or value < 0:
        raise UnitError(f"a {what} cannot be {value}")


_DISTANCE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(km|k|miles|mile|mi|m)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2}(?:\.\d+)?)")
_WORDED = re.compile(
    r"(?=\d)(?:(\d+(?:\.\d+)?)\s*h)?\s*(?:(\d+(?:\.\d+)?)\s*min)?\s*(?:(\d+(?:\.\d+)?)\s*s)?",
    re.IGNORECASE,
)
_PACE = re.compile(r"(\d{1,2}):(\d{2})\s*/\s*(km|mi|mile)", re.IGNORECASE)


def parse_distance(text: str) -> Distance:
    """Read "400 m", "12.5 km", "10k" or "6 miles"; UnitError for anything else."""
    found = _DISTANCE.fullmatch(text.strip())
    if not found:
        raise UnitError(f"{text!r} is no distance: write it like 400 m, 12.5 km or 6 miles")
    amount, unit = float(found[1].replace(",", ".")), found[2].lower()
    if unit in {"km", "k"}:
        return Distance.of_km(amount)
    return Distance(amount) if unit == "m" else Distance.of_miles(amount)


def parse_duration(text: str) -> Duration:
    """Read "1:35:20", "24:30", "90 s", "3 min" or "1 h 30 min"; UnitError for anything else."""
    text = text.strip()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = int(clock[1] or 0), int(clock[2]), float(clock[3])
        if seconds < 60 and (minutes < 60 or clock[1] is None):
            return Duration(hours * 3600 + minutes * 60 + seconds)
    elif worded := _WORDED.fullmatch(text):
        long, mid, short = (float(part or 0) for part in worded.groups())
        return Duration(long * 3600 + mid * 60 + short)
    raise UnitError(f"{text!r} is no time: write it like 24:30, 1:35:20, 90 s or 3 min")


def parse_pace(text: str) -> Pace:
    """Read "4:32/km" or "7:18/mi"; UnitError for anything else."""
    found = _PACE.fullmatch(text.strip())
    if not found or int(found[2]) >= 60:
        raise UnitError(f"{text!r} is no pace: write it like 4:32/km or 7:18/mi")
    seconds = float(found[1]) * 60 + float(found[2])
    return Pace(seconds if found[3].lower() == "km" else seconds * 1000 / METRES_PER_MILE)
