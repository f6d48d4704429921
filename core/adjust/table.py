"""The decision table as values: rows tried from the top, stage by stage; numbers beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.plan import Phase
from core.readiness import Colour
from core.safety import Allowed
from core.workout import Focus


class Stage(StrEnum):
    """Who speaks, in this order; each takes what the one before left."""

    GATE = "gate"
    WEATHER = "weather"
    ANSWERS = "answers"


class Kind(StrEnum):
    """What a day's session is, to the table."""

    REST = "rest"
    EASY = "easy"
    LONG = "long"
    HARD = "hard"
    TEST = "test"
    RACE = "race"
    TAPER = "taper"


class When(StrEnum):
    """What the days before, the morning's signs or a sore spot must say."""

    HARDER_YESTERDAY = "harder-yesterday"
    TWO_REDS = "two-reds"
    A_SIGN = "a-sign"
    SORE_SPOT = "sore-spot"
    DANGER_OUTDOORS = "danger-outdoors"


class Becomes(StrEnum):
    """What the table makes of a session."""

    SAME = "same"
    FEWER_REPS = "fewer-reps"
    SHORTER = "shorter"
    PLAIN = "plain"
    SPARED = "spared"
    EASY = "easy"
    WALK = "walk"
    LADDER = "ladder"
    REST = "rest"


class Offer(StrEnum):
    """What the athlete may answer to a decision."""

    UNDO = "undo"
    KEEP_AS_PLANNED = "keep-as-planned"
    EVEN_EASIER = "even-easier"
    REST = "rest"
    INDOORS = "indoors"


@dataclass(frozen=True, slots=True)
class Row:
    """One rule; empty conditions hold always. `minutes`: the range of an easy run or a walk;
    `share`: what is kept; `moves`: the session tries another day; `effort`: pace gives way.
    """

    key: str
    stage: Stage
    becomes: Becomes
    source: str
    kinds: tuple[Kind, ...] = ()
    colours: tuple[Colour, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    when: tuple[When, ...] = ()
    phases: tuple[Phase, ...] = ()
    celsius: float | None = None
    share: float = 1.0
    minutes: tuple[int, int] | None = None
    moves: bool = False
    effort: bool = False
    warm_up_decides: bool = False
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class DownWeek:
    """When it is earned, as (days not green, within days), and what it keeps for how many days."""

    earned: tuple[tuple[int, int], ...]
    share: float
    days: int


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """decisions.toml: the rows in order, what each focus means as RPE, when a week goes down."""

    rows: tuple[Row, ...]
    meant: Mapping[Focus, int]
    harder_by: int
    down_week: DownWeek
    ask_why_after: int
    doctor_after: int

    def __getitem__(self, key: str) -> Row:
        return next(row for row in self.rows if row.key == key)


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts that rows are tried against."""

    kind: Kind
    colour: Colour
    allowed: Allowed
    when: frozenset[When]
    phase: Phase | None
    celsius: float | None


def match(table: DecisionTable, stage: Stage, situation: Situation) -> Row | None:
    """The first row of the stage whose conditions all hold."""
    rows = (row for row in table.rows if row.stage is stage)
    return next((row for row in rows if _holds(row, situation)), None)


def _holds(row: Row, situation: Situation) -> bool:
    hot = row.celsius is None or (
        situation.celsius is not None and situation.celsius >= row.celsius
    )
    return (
        hot
        and (not row.kinds or situation.kind in row.kinds)
        and (not row.colours or situation.colour in row.colours)
        and (not row.allowed or situation.allowed in row.allowed)
        and (not row.phases or situation.phase in row.phases)
        and situation.when.issuperset(row.when)
    )
