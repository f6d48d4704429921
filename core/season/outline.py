"""A week meant but not yet filled: what its days are for, how much there is, and the caps on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.athlete import Level, RaceDistance
from core.library import Caps, caps_for
from core.phases import Emphasis, Stretch
from core.reasons import Code, Reason
from core.season.dosing import Room
from core.season.planned import Making, Planned
from core.season.roles import Roles
from core.season.sizer import Sizer
from core.units import Distance
from core.workout import Focus

FAST_SHARE, FAST_SHARE_MARATHON = 0.19, 0.27
"""Of the week's minutes at M or faster: inside 78 and 70 % easy, with room for strides (ours)."""
CAPS_GROW = 1.1
PLACES = ("first", "second", "third")
_SPECIFIC = {Stretch.LATE, Stretch.SPECIFIC}


@dataclass(frozen=True, slots=True)
class Outline:
    """What a week is composed from; `metres` are all that its runs may come to."""

    making: Making
    roles: Roles
    metres: float

    @property
    def sizer(self) -> Sizer:
        return self.making.sizer

    @property
    def minutes(self) -> float:
        """The week's minutes, were it all easy running."""
        return self.sizer.easy_minutes(self.metres)

    @property
    def mean(self) -> float:
        """What a run would come to, were they all alike."""
        return self.metres / max(1, len(self.roles.days))

    @property
    def fast_minutes(self) -> float:
        """The minutes at M or faster that leave the week easy enough (coaching.md 8)."""
        frame = self.making.frame
        marathon = frame.shape.distance is RaceDistance.MARATHON and frame.goal is not None
        specific = marathon and frame.stretch in _SPECIFIC
        return self.minutes * (FAST_SHARE_MARATHON if specific else FAST_SHARE)

    def caps(self) -> Caps:
        """The caps of the week, or of one hardly bigger than the last normal one."""
        foot, shape = self.making.course.foot, self.making.frame.shape
        marathon = shape.distance is RaceDistance.MARATHON
        week = Distance(min(self.metres, self.making.course.normals[-1] * CAPS_GROW))
        return caps_for(week, foot.level, foot.pace_of, marathon=marathon)


def emphasis(making: Making) -> Emphasis:
    """What the stretch trains; a beginner's base has an emphasis of its own."""
    foot, stretch = making.course.foot, making.frame.stretch
    if foot.level is Level.BEGINNER and stretch is Stretch.BASE:
        return foot.shapes.start
    return making.frame.emphasis


def focuses(making: Making, nth: int) -> tuple[Focus, ...]:
    """What the week's first (0) or second hard day trains, in turn."""
    trained = emphasis(making)
    return trained.first if nth == 0 else trained.second


def hard_run(making: Making, nth: int, on: date, room: Room, *, lighter: bool) -> Planned | None:
    """The first (0) or second hard session of a week; None where nothing of its kind has room."""
    chosen = making.choice.hard(
        PLACES[nth], focuses(making, nth), making.frame, room, making.standing, lighter=lighter
    )
    if chosen is None:
        return None
    club = on.weekday() in making.course.foot.athlete.club_nights
    why = (*chosen.why, Reason(Code.CLUB_NIGHT)) if club else chosen.why
    return Planned(on, chosen.sized, why=why)


def total(runs: Sequence[Planned]) -> float:
    """The metres of some runs."""
    return sum(run.sized.metres for run in runs)
