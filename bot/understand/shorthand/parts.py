"""What a coach's shorthand is read into before it becomes steps: amounts, recoveries, segments."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.workout import Effort

_EASY = {Effort.EASY, Effort.JOG, Effort.WALK, Effort.REST}


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
    ONE_SESSION = "one-session"
    WHICH_REPS = "which-reps"


class Note(StrEnum):
    """What was read between the lines, told before the coach confirms."""

    EFFORT = "effort"
    REST = "rest"
    OWN_PACE = "own-pace"
    RANGE = "range"
    FARTLEK = "fartlek"
    PROGRESSION = "progression"
    NEAREST = "nearest"


class Role(StrEnum):
    """What a segment is beside fast or easy running."""

    WARM_UP = "warm-up"
    COOL_DOWN = "cool-down"
    STRIDES = "strides"
    DRILLS = "drills"
    LADDER = "ladder"
    FARTLEK = "fartlek"
    LONG = "long"
    TRIAL = "trial"
    PROGRESSION = "progression"


class Stuck(Exception):
    """Reading stops here: `start` to `end` of the plain text could not be read."""

    def __init__(self, why: Why, start: int, end: int) -> None:
        super().__init__(why)
        self.why, self.start, self.end = why, start, end


@dataclass(frozen=True, slots=True)
class Amount:
    """Metres (`timed` False) or seconds; `bare`: a number without its unit; `m`: "60m", either;
    `clock`: "1:30", which of a whole run is hours and minutes; `unit`: seconds or metres in one of
    what it was told in.
    """

    size: float
    timed: bool = False
    bare: bool = False
    m: bool = False
    clock: bool = False
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class Rest:
    """The easy part between reps: an amount, a share of the rep, or the way back.

    `sets`: between sets; `capital`: "R3'" or "between", of sets the outer; `clock`: "(3:45)", which
    may be the time of the rep instead; `of`: the reps that it lies between, "200 jog after the
    800s"; `each`: after each part before; `slash`: told as "30/30".
    """

    amount: Amount | None = None
    share: float = 0.0
    back: bool = False
    effort: Effort | None = None
    sets: bool = False
    capital: bool = False
    clock: bool = False
    of: Amount | None = None
    each: bool = False
    slash: bool = False


@dataclass(slots=True)
class Segment:
    """One part of the session as it is gathered word by word; `start` to `end` in the text."""

    start: int
    end: int = 0

    # What is run
    counts: list[int] = field(default_factory=list)  # outermost first: 3 sets of 4 are [3, 4]
    works: list[Amount] = field(default_factory=list)  # more than one: a row or ladder
    rests: list[Rest] = field(default_factory=list)
    group: list[Segment] | None = None  # what stands in brackets
    total: Amount | None = None  # "20' of 30/30"
    uphill: bool = False
    roles: set[Role] = field(default_factory=set)

    # How hard
    effort: Effort | None = None
    hard: bool = False  # fast, without saying how fast
    own_pace: bool = False  # told in figures, which are one runner's
    paced: bool = False  # told behind a sign: "@ 5k"
    faster: bool = False  # a row "getting faster"
    until: Effort | None = None  # where a progression ends
    efforts: list[Effort] = field(default_factory=list)  # one for each of a row, or in turn

    # Where it belongs
    mark: str = ""  # what divides it from the part before
    heads: bool = False  # a heading: ":" stands behind it
    named: bool = False  # "800m reps", which may be a heading
    broken: bool = False  # "30 min tempo in 3 x 10 min": the reps follow
    hills_first: bool = False  # "hills 6x2min, ...": the word stands before the reps
    within: bool = False  # "with": reps inside the stretch before
    slashed: bool = False  # "/": alternates with the part before
    first: bool = False  # "first 3", of the reps before
    last: bool = False  # "last 5k", of the stretch or the reps before
    middle: bool = False
    portions: list[Segment] = field(default_factory=list)  # of its reps, told apart
    again: int = 0  # how often all before it is done
    after: bool = False  # how often stands behind how far: "800 x 6"
    sets: bool = False  # counted in sets or rounds
    listed: bool = False  # a round that was told as a list
    grouped: bool = False  # stands inside a turn
    of_all: bool = False  # "all @ 5k": told of all reps before it

    @property
    def sized(self) -> bool:
        """Whether there is something to run in it."""
        return bool(self.works or self.group)

    @property
    def portion(self) -> bool:
        """Whether it is told of some reps before it: "first 3 @ 10k", "last one hard"."""
        return (self.first or self.last) and bool(self.works) and self.works[0].bare

    @property
    def reps(self) -> bool:
        """Whether something is repeated in it, or several lengths are run one after the other."""
        return bool(self.counts or self.group or self.total or len(self.works) > 1)

    @property
    def holds_reps(self) -> bool:
        """Whether one turn of it is more than one rep."""
        group = self.group or []
        works = sum(len(inner.works) for inner in group if inner.effort not in _EASY)
        return works > 1 or any(inner.counts for inner in group) or len(self.works) > 1

    @property
    def label(self) -> bool:
        """Whether it is a heading: "Threshold session -", "Hills:"."""
        framed = self.roles & {Role.WARM_UP, Role.COOL_DOWN, Role.STRIDES, Role.DRILLS}
        more = self.sized or self.counts or self.rests or self.total or self.last or self.again
        return bool(self.effort or self.uphill or self.roles) and not (more or framed)

    @property
    def said(self) -> bool:
        """Whether anything was said in it at all."""
        told = self.counts or self.rests or self.roles or self.effort or self.uphill
        extra = self.total or self.hard or self.own_pace or self.again or self.last
        return bool(self.sized or told or extra)
