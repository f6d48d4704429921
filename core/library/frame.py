"""The easy running around the main part: warm-up, strides, cool-down."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from core.library.recipe import WarmUp
from core.units import Duration
from core.workout import Block, Effort, Part, Repeat, Step


@dataclass(frozen=True, slots=True)
class Frame:
    """Minutes of easy running before and after (usual, least, most), and strides before."""

    before: tuple[int, int, int] = (0, 0, 0)
    after: tuple[int, int, int] = (0, 0, 0)
    strides: int = 0

    def opening(self) -> list[Block]:
        """The strides that end the warm-up."""
        return [Repeat(self.strides, _STRIDE)] if self.strides else []

    def around(self, main: list[Block], before: int, after: int) -> tuple[Block, ...]:
        """The main part in its frame; what has no minutes is left out."""
        warm = Step(Effort.EASY, time=Duration.of_minutes(before), part=Part.WARM_UP)
        cool = Step(Effort.EASY, time=Duration.of_minutes(after), part=Part.COOL_DOWN)
        return (*[warm] * (before > 0), *self.opening(), *main, *[cool] * (after > 0))

    def split(self, room: float) -> tuple[int, int] | None:
        """Minutes before and after that share the room, three to two, inside their bounds.

        Round ones, in fives, as a coach would write them; a bound itself may be any number.
        """
        (_, least, most), (_, least_after, most_after) = self.before, self.after
        if room < least + least_after:
            return None
        after = min(most_after, max(least_after, _fives(room * 0.4)))
        before = min(most, max(least, _fives(room - after)))
        return before, min(most_after, max(least_after, _fives(room - before)))


_STRIDE = (
    Step(Effort.STRIDE, time=Duration(20), part=Part.WARM_UP),
    Step(Effort.JOG, time=Duration(60), part=Part.WARM_UP),
)
_FRAMES = {
    WarmUp.NONE: Frame(),
    WarmUp.SHORT: Frame((10, 8, 25), (5, 5, 20)),
    WarmUp.FULL: Frame((15, 10, 30), (10, 5, 25)),
    WarmUp.SHARP: Frame((15, 10, 30), (10, 5, 25), strides=4),
    WarmUp.SPRINT: Frame((15, 12, 25), (10, 5, 20), strides=3),  # R171
}
_MASTERS = (20, 15, 30)  # 15-20 min of warm-up from age 50 (coaching.md 8)


def frame_for(warm_up: WarmUp, *, masters: bool) -> Frame:
    """The frame of a kind of session; longer warm-ups for masters where anything fast follows."""
    frame = _FRAMES[warm_up]
    lengthen = masters and warm_up is not WarmUp.NONE
    return replace(frame, before=_MASTERS) if lengthen else frame


def _fives(minutes: float) -> int:
    return floor(minutes / 5) * 5


def floor(value: float) -> int:
    """Whole units; a hair under one is rounding, not less room."""
    return math.floor(value + 1e-6)
