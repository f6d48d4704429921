"""One goal race coming near: its taper, its days, and what was run before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.athlete import Race
from core.library import Caps, caps_for
from core.phases import Shape
from core.season.long_run import day_metres, spike_limit
from core.season.near import Near, near
from core.season.planned import Making
from core.season.roles import jogs_on_eves, weekdays
from core.taper import Taper, Window, kept
from core.units import Distance

DAY = timedelta(days=1)
WHOLE_WINDOW = 7


@dataclass(frozen=True, slots=True)
class Approach:
    """A race's taper: `big` is the mean of the big weeks, `last_long` the last long run in metres.

    `untapered` are the metres that days would have had without a taper: what a window shorter than
    a week is measured against.
    """

    making: Making
    race: Race
    shape: Shape
    big: Distance
    last_long: float
    others: tuple[Race, ...]
    untapered: Mapping[date, float]

    @property
    def taper(self) -> Taper:
        return self.shape.taper

    def before(self, day: date) -> int:
        """How many days before the race a day lies."""
        return (self.race.on - day).days

    def on(self, before: int) -> date:
        return self.race.on - before * DAY

    def caps(self) -> Caps:
        return caps_for(self.big, self.making.course.foot.level, self.making.sizer.pace_of)

    def most(self, day: date) -> float:
        """The most metres of any run on a day: by the month and by the day's minutes."""
        course = self.making.course
        return min(spike_limit(course, day), day_metres(course, self.making.sizer, day))

    def free(self, day: date) -> bool:
        """Whether no other race makes the day an easy one."""
        return near(day, self.others, self.making.course.foot.age) is None

    def alone(self, day: date) -> bool:
        """Whether no other race lies in the day's week or beside it: a race is its hard day."""
        monday = day - day.weekday() * DAY
        return not any(monday - DAY <= race.on <= monday + 7 * DAY for race in self.others)

    def days(self, window: Window) -> list[date]:
        """The running days of a window; its eve only for who runs often."""
        course = self.making.course
        usual = set(weekdays(course))
        found = []
        for before in range(window.furthest, window.nearest - 1, -1):
            day = self.on(before)
            place = near(day, self.others, course.foot.age)
            rest = place in {Near.RACE, Near.REST, Near.EVE}
            rest = rest or (before == 1 and not jogs_on_eves(course))
            if day >= course.foot.start and day.weekday() in usual and not rest:
                found.append(day)
        return found

    def metres(self, window: Window) -> float:
        """What a window may hold of what its days inside the plan would have had."""
        days = [self.on(before) for before in range(window.nearest, window.furthest + 1)]
        inside = [day for day in days if day >= self.making.course.foot.start]
        whole = self.big.metres / WHOLE_WINDOW * len(inside)
        if window.days < WHOLE_WINDOW and any(day in self.untapered for day in days):
            whole = sum(self.untapered.get(day, 0.0) for day in inside)
        return whole * kept(window, self.big)
