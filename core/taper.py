"""How volume falls before a race while intensity stays, and how long legs need after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.units import Distance

SMALL_WEEK = Distance.of_km(30)
SMALL_WEEK_SHARE = 0.65
MASTERS_AGE = 50
KM_A_DAY = 3.0
"""A small week is never cut below 65 %; one easy day after a race for 3 km of it (Daniels)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days before the race, `nearest` to `furthest`, and the share of the big weeks kept."""

    nearest: int
    furthest: int
    share: float

    @property
    def days(self) -> int:
        return self.furthest - self.nearest + 1


@dataclass(frozen=True, slots=True)
class Taper:
    """The windows back from a race, nearest first; long runs and leg strength in days before it."""

    windows: tuple[Window, ...]
    last_long: int
    later_long: tuple[float, ...]
    legs: int

    @property
    def days(self) -> int:
        return self.windows[-1].furthest

    def starts(self, race: date) -> date:
        """The first day that is cut."""
        return race - timedelta(days=self.days)

    def window(self, before: int) -> Window | None:
        """The window so many days before the race."""
        return next((w for w in self.windows if w.nearest <= before <= w.furthest), None)

    def longest_share(self, before: int) -> float:
        """The most of the last long run that a run so many days before the race may be."""
        if before >= self.last_long:
            return 1.0
        weeks_after = (self.last_long - 1 - before) // 7
        return self.later_long[min(weeks_after, len(self.later_long) - 1)]


def kept(window: Window, big_week: Distance) -> float:
    """The share of the big weeks to run; small weeks are cut less (coaching.md 9)."""
    if big_week < SMALL_WEEK:
        return max(window.share, SMALL_WEEK_SHARE)
    return window.share


def big_week(last_six: Sequence[Distance]) -> Distance:
    """The mean of the three biggest of the last six weeks run."""
    biggest = sorted((week.metres for week in last_six[-6:]), reverse=True)[:3]
    return Distance(sum(biggest) / len(biggest)) if biggest else Distance(0)


def recovery_days(race: Distance, age: int | None) -> int:
    """Easy days after a race: a third of its km (Daniels), half as many again from age 50."""
    days = max(1, round(race.km / KM_A_DAY))
    return days if age is None or age < MASTERS_AGE else _half_more(days)


def _half_more(days: int) -> int:
    return (days * 3 + 1) // 2
