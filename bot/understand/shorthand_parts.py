"""What a coach's shorthand is read into before it becomes steps: amounts, recoveries, segments."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.workout import Effort


class Why(StrEnum):
    """Why a session was not understood."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    NO_AMOUNT = "no-amount"
    WHICH_UNIT = "which-unit"
    WHICH_PACE = "which-pace"
    TOO_MANY = "too-many"
    TOO_LONG = "too-long"
    TOO_SHORT = "too-short"
    NOT_CLOSED = "not-closed"
    ONE_DAY = "one-day"


class Note(StrEnum):
    """What was read between the lines, told before the coach confirms."""

    EFFORT = "effort"
    REST = "rest"
    OWN_PACE = "own-pace"
    RANGE = "range"
    FARTLEK = "fartlek"


class Role(StrEnum):
    """What a segment is beside fast or easy running."""

    WARM_UP = "warm-up"
    COOL_DOWN = "cool-down"
    STRIDES = "strides"
    DRILLS = "drills"
    LADDER = "ladder"
    FARTLEK = "fartlek"
    LONG = "long"


class Stuck(Exception):
    """Reading stops here: `start` to `end` of the plain text could not be read."""

    def __init__(self, why: Why, start: int, end: int) -> None:
        super().__init__(why)
        self.why, self.start, self.end = why, start, end


@dataclass(frozen=True, slots=True)
class Amount:
    """Metres (`timed` False) or seconds; `bare`: a number without its unit; `m`: "60m", either."""

    size: float
    timed: bool = False
    bare: bool = False
    m: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """The easy part between reps: an amount, a share of the rep, or the way back.

    `clock`: told as "(3:45)", which may be the time of the rep instead.
    """

    amount: Amount | None = None
    share: float = 0.0
    back: bool = False
    effort: Effort | None = None
    sets: bool = False
    capital: bool = False
    clock: bool = False


@dataclass(slots=True)
class Segment:
    """One part of the session as it is gathered word by word.

    `last`: the end of the stretch before; `within`: reps inside it ("75' with 3x10' @ MP").
    """

    start: int
    end: int = 0
    counts: list[int] = field(default_factory=list)
    works: list[Amount] = field(default_factory=list)
    rests: list[Rest] = field(default_factory=list)
    group: list[Segment] | None = None
    total: Amount | None = None
    effort: Effort | None = None
    hard: bool = False
    own_pace: bool = False
    uphill: bool = False
    last: bool = False
    within: bool = False
    grouped: bool = False
    roles: set[Role] = field(default_factory=set)

    @property
    def sized(self) -> bool:
        """Whether there is something to run in it."""
        return bool(self.works or self.group)

    @property
    def said(self) -> bool:
        """Whether anything was said in it at all."""
        told = self.counts or self.rests or self.roles or self.effort or self.uphill
        return bool(self.sized or told or self.total or self.hard or self.own_pace)
