"""Recipe: a workout before it is sized; what may grow, for whom, where, and what comes first."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.athlete import Kit, Level, RaceDistance, Spot
from core.plan import Phase
from core.workout import Effort, Focus, Step


class Lever(StrEnum):
    """What a session pulls on (R44)."""

    VO2MAX = "vo2max"
    THRESHOLD = "threshold"
    ECONOMY = "economy"


class Slot(StrEnum):
    """Which place in a week a recipe can take; a recipe may fit several."""

    EASY = "easy"
    RECOVERY = "recovery"
    MEDIUM_LONG = "medium-long"
    LONG = "long"
    STRIDES = "strides"
    HARD = "hard"
    SHAKEOUT = "shakeout"
    SHARPENER = "sharpener"
    TEST = "test"
    REHEARSAL = "rehearsal"
    LADDER = "ladder"


class Grows(StrEnum):
    """The one variable that may progress from week to week (R76)."""

    REPS = "reps"
    LENGTH = "length"
    PACE = "pace"
    REST = "rest"
    NOTHING = "nothing"


class When(StrEnum):
    """Where in its phases a recipe belongs: long reps and full rests first (R92, R143)."""

    EARLY = "early"
    ANY = "any"
    LATE = "late"


class WarmUp(StrEnum):
    """How the main part is framed; sizing.py has the minutes."""

    NONE = "none"
    SHORT = "short"
    FULL = "full"
    SHARP = "sharp"
    SPRINT = "sprint"


@dataclass(frozen=True, slots=True)
class Range:
    """Least to most in even steps; turns, seconds or metres."""

    least: float
    most: float
    by: float = 1

    def __post_init__(self) -> None:
        if self.least <= 0 or self.most < self.least or self.by <= 0:
            raise ValueError("a range runs upwards from above zero")

    @property
    def values(self) -> tuple[float, ...]:
        count = int((self.most - self.least) / self.by + 1e-9) + 1
        return tuple(self.least + i * self.by for i in range(count))


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a recipe.

    `times` is how often its steps are done; `length` stretches its only step (seconds or metres,
    as the step is written); `fill` takes what is left of the session's total, at least the step.
    """

    steps: tuple[Step, ...]
    times: Range = Range(1, 1)
    length: Range | None = None
    fill: bool = False

    @property
    def scaled(self) -> bool:
        """Whether this is the block that the dose is about."""
        return self.length is not None or self.times.most > self.times.least


@dataclass(frozen=True, slots=True)
class Gates:
    """What must be true first; an athlete for whom it is not never meets the recipe.

    `week` is the week of a beginner's or returner's start (coaching.md 3), `base_weeks` the weeks
    run since the macrocycle began, `after` recipes of which one must have been done, `never_with`
    places whose history closes it (R178), `run_20_min` being able to run that long unbroken.
    """

    seasons: int = 0
    week: int = 0
    base_weeks: int = 0
    after: tuple[str, ...] = ()
    never_with: tuple[Spot, ...] = ()
    adults: bool = False
    run_20_min: bool = True


@dataclass(frozen=True, slots=True)
class Recipe:
    """A library entry; its words are in the content's words under workout/<key>/.

    `kit` is where it is run, any of it (none: anywhere); `pace` and `rest` are the ladders that a
    stage climbs when `grows` says so; `spacing_weeks` how far apart two uses must be; `twin` the
    version by time, `instead` what to run where the kit is missing; `minutes` the whole session;
    `doses` is every size of the scaled block, least first, worked out once.
    """

    key: str
    focus: Focus
    slots: tuple[Slot, ...]
    levers: tuple[Lever, ...]
    levels: tuple[Level, ...]
    phases: tuple[Phase, ...]
    races: tuple[RaceDistance, ...]
    pieces: tuple[Piece, ...]
    minutes: Range
    kit: tuple[Kit, ...] = ()
    warm_up: WarmUp = WarmUp.NONE
    grows: Grows = Grows.NOTHING
    when: When = When.ANY
    pace: tuple[Effort, ...] = ()
    rest: tuple[Step, ...] = ()
    spacing_weeks: int = 1
    gates: Gates = Gates()
    twin: str = ""
    instead: str = ""
    meets: tuple[str, ...] = ()
    doses: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "doses", self._doses())

    @property
    def scaled(self) -> Piece | None:
        """The block whose turns or length may vary, if there is one."""
        return next((piece for piece in self.pieces if piece.scaled), None)

    def _doses(self) -> tuple[float, ...]:
        """Turns, or seconds or metres of the scaled block's step."""
        piece = self.scaled
        if piece is None:
            return (1,)
        return (piece.length or piece.times).values

    @property
    def stages(self) -> int:
        """How many rungs the pace or rest ladder has; 1 where there is none."""
        return max(1, len(self.pace), len(self.rest))

    @property
    def fills(self) -> bool:
        """Whether an easy block takes what is left of the session's total."""
        return any(piece.fill for piece in self.pieces)

    @property
    def anywhere(self) -> bool:
        """Whether no special ground is needed: level ground is everywhere."""
        return not self.kit or Kit.FLAT in self.kit

    @property
    def by_time(self) -> bool:
        """Whether it can be run without a measured distance."""
        return all(step.time is not None for piece in self.pieces for step in piece.steps)
