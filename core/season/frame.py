"""A week before it has sessions: its phase, the goal ahead, and what kind of week it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.athlete import Race
from core.phases import Division, Emphasis, Shape, Stretch
from core.plan import WeekKind

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST_OF_A_WEEK = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A week's place: `goal` is the A race it leads to or comes from (None: rolling).

    `nth` counts the weeks of its stretch from 1, `cycle` numbers macrocycles, rolling ones too, and
    `cycle_week` the weeks since one began, from 1; `back` marks the return after a goal race.
    """

    starts: date
    stretch: Stretch
    shape: Shape
    goal: Race | None
    nth: int
    cycle: int
    cycle_week: int
    kind: WeekKind = WeekKind.NORMAL
    division: Division | None = None
    blocks: bool = False
    back: bool = False

    @property
    def ends(self) -> date:
        return self.starts + WEEK - DAY

    @property
    def emphasis(self) -> Emphasis:
        """What its hard days train."""
        return self.shape.emphasis[self.stretch]

    @property
    def tapering(self) -> bool:
        """Whether most of the week lies in the goal race's taper."""
        if self.goal is None or self.goal.on < self.starts:
            return False
        return self.shape.taper.starts(self.goal.on) <= self.ends - (MOST_OF_A_WEEK - 1) * DAY


def monday(day: date) -> date:
    """The first day of the day's week."""
    return day - timedelta(days=day.weekday())
