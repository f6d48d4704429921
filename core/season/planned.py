"""A week in the writing: what it is written from, and its runs on their way to being sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.library import Recipe, Slot, Standing
from core.plan import Session, WeekKind
from core.reasons import Reason
from core.season.choice import Choice
from core.season.course import Course
from core.season.frame import Frame
from core.season.sizer import LIGHT_MINUTES, Sized, Sizer

ROOMY = 1.25
"""A week that holds its runs at their least so often is not a small one (ours)."""


@dataclass(frozen=True, slots=True)
class Making:
    """What a week is written from: what was run, its place in the season, what stands open."""

    course: Course
    frame: Frame
    choice: Choice
    standing: Standing

    @property
    def sizer(self) -> Sizer:
        return self.choice.sizer

    @property
    def least(self) -> float:
        """The metres of the shortest run of such a week."""
        usual = self.sizer.least()
        small = self.course.normals[-1] < usual * self.course.frequency * ROOMY
        light = small or self.frame.kind is not WeekKind.NORMAL
        return self.sizer.least(LIGHT_MINUTES) if light else usual

    def pool(self, slot: Slot) -> tuple[Recipe, ...]:
        """The recipes open this week for a slot."""
        frame = self.frame
        return self.choice.pools.of(slot, frame.stretch, frame.shape.distance, self.standing)


@dataclass(frozen=True, slots=True)
class Planned:
    """A day's run with its totals; `long` marks the week's long run."""

    on: date
    sized: Sized
    long: bool = False
    why: tuple[Reason, ...] = ()

    def session(self) -> Session:
        """As the plan keeps it."""
        return Session(
            self.on, self.sized.workout, hard=self.sized.hard, long=self.long, why=self.why
        )
