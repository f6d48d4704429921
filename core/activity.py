"""Runs that were done, and the dated log of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.athlete import Spot
from core.units import Distance, Duration, HeartRate
from core.workout import Focus


class Done(StrEnum):
    """How a planned day went; `other` is a run that was not the planned one."""

    AS_PLANNED = "as-planned"
    OTHER = "other"
    NOT_RUN = "not-run"


class Evenness(StrEnum):
    """How the reps went."""

    EVEN = "even"
    FADED = "faded"
    FASTER = "faster"
    CUT_SHORT = "cut-short"


@dataclass(frozen=True, slots=True)
class Activity:
    """One run, or one honest "not run"; `hard` as it turned out, RPE 1-10 (Foster 2001)."""

    on: date
    done: Done = Done.AS_PLANNED
    distance: Distance | None = None
    time: Duration | None = None
    rpe: int | None = None
    focus: Focus = Focus.EASY
    key: str = ""
    hard: bool = False
    reps_done: int | None = None
    reps_planned: int | None = None
    evenness: Evenness | None = None
    pulse: HeartRate | None = None
    pain: tuple[tuple[Spot, int], ...] = ()
    celsius: float | None = None

    @property
    def ran(self) -> bool:
        return self.done is not Done.NOT_RUN

    @property
    def load(self) -> float | None:
        """Session-RPE load, RPE × minutes (Foster 2001); None while either is unknown."""
        if self.rpe is None or self.time is None:
            return None
        return self.rpe * self.time.minutes


def _day(activity: Activity) -> date:
    return activity.on


@dataclass(frozen=True, slots=True)
class Log:
    """What was run, oldest first; `unknown` days were planned and never answered."""

    activities: tuple[Activity, ...] = ()
    unknown: tuple[date, ...] = ()

    def within(self, last: date, days: int) -> tuple[Activity, ...]:
        """Runs of the `days` days that end with `last`, both included."""
        start = bisect_left(self.activities, last - timedelta(days=days - 1), key=_day)
        end = bisect_right(self.activities, last, key=_day)
        return tuple(a for a in self.activities[start:end] if a.ran)

    def on(self, day: date) -> tuple[Activity, ...]:
        return tuple(a for a in self.activities if a.on == day)

    def distance(self, last: date, days: int) -> Distance:
        """Distance run in the window; runs told without one count nothing here."""
        return Distance(sum(a.distance.metres for a in self.within(last, days) if a.distance))

    def longest(self, last: date, days: int = 30) -> Distance | None:
        """The longest run of the window, or None where nothing was run."""
        told = [a.distance for a in self.within(last, days) if a.distance]
        return max(told) if told else None
