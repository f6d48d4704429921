"""The race morning backwards from the gun: breakfast, the way there, warm-up, the line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.raceday.fuel import BREAKFAST
from core.units import Duration

LINE_UP = 10
STRIDES_MINUTES, GAP = 5, 2
AT_LEAST_THERE, AT_THE_START = 60, 20
"""Minutes: there an hour before the gun, or twenty before the warm-up (ours)."""
SHORT, LONG = Duration.of_minutes(75), Duration.of_minutes(150)
JOG, JOG_MASTERS, JOG_BEGINNER = 15, 20, 10
JOG_MIDDLE, JOG_LONG = 10, 5
"""The longer the race, the shorter its warm-up; from fifty 15-20 min (coaching.md 8, ours)."""
STRIDES, STRIDES_MIDDLE = 4, 2


class Moment(StrEnum):
    """What a race morning is made of, in this order."""

    BREAKFAST = "breakfast"
    THERE = "there"
    ROUTINE = "routine"
    JOG = "jog"
    STRIDES = "strides"
    LINE_UP = "line-up"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: minutes before the gun, how long it takes, and how many (strides)."""

    moment: Moment
    before: int
    minutes: int
    count: int = 0

    def at(self, gun: int) -> int:
        """The minute of the day, of an early race that of the day before."""
        return (gun - self.before) % (24 * 60)


def timeline(
    time: Duration, *, routine: int, masters: bool, beginner: bool, strides: bool
) -> tuple[Item, ...]:
    """Earliest first; `routine`: minutes of the athlete's own (0: none), `strides`: allowed."""
    jog, quick = _doses(time, masters=masters, beginner=beginner)
    found = [Item(Moment.LINE_UP, LINE_UP, LINE_UP)]
    before = LINE_UP
    if quick and strides:
        before += STRIDES_MINUTES + GAP
        found.append(Item(Moment.STRIDES, before, STRIDES_MINUTES, quick))
    before += jog + GAP
    found.append(Item(Moment.JOG, before, jog))
    if routine:
        before += routine
        found.append(Item(Moment.ROUTINE, before, routine))
    there = max(AT_LEAST_THERE, -(-(before + AT_THE_START) // 5) * 5)
    found.append(Item(Moment.THERE, there, there - before))
    first, last = BREAKFAST
    found.append(Item(Moment.BREAKFAST, first, first - last))
    return tuple(reversed(found))


def _doses(time: Duration, *, masters: bool, beginner: bool) -> tuple[int, int]:
    """Minutes of jogging and how many strides."""
    if time >= LONG:
        return JOG_LONG, 0
    if beginner:
        return (JOG_BEGINNER if time < SHORT else JOG_LONG), 0
    if time >= SHORT:
        return JOG_MIDDLE, STRIDES_MIDDLE
    return (JOG_MASTERS if masters else JOG), STRIDES
