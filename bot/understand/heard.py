"""What a check-in message told: values, what was declined, and what has to be asked back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.understand.signs import SignHeard
from core.athlete import Spot
from core.checkin import Morning
from core.safety import SignGroup
from core.units import Duration, HeartRate

FEVER_OVER = 38.0
"""Degrees Celsius above which a fever is a red flag of its own."""


class Asked(StrEnum):
    """The one question that is open; None where the whole check-in was asked."""

    LEGS = "legs"
    SLEEP = "sleep"
    PULSE = "pulse"


class Field(StrEnum):
    """What an answer can be about."""

    LEGS = "legs"
    SLEEP = "sleep"
    PULSE = "pulse"
    HRV = "hrv"
    FEVER = "fever"


class Why(StrEnum):
    """Why a field has to be asked back."""

    NO_NUMBER = "no-number"
    USUAL = "usual"  # "as usual": no number, but the athlete's own usual may be offered
    OUT_OF_RANGE = "out-of-range"
    TWO_VALUES = "two-values"
    RELATIVE = "relative"
    SARCASM = "sarcasm"
    CONTRADICTION = "contradiction"
    WHICH_QUESTION = "which-question"
    CLOCK_ALONE = "clock-alone"
    UNCLEAR = "unclear"


class Band(StrEnum):
    """How the legs are, coarsely."""

    BAD = "bad"
    OK = "ok"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Legs:
    """The band, and the grade 1-5 if the words gave one."""

    band: Band
    grade: int | None = None

    @classmethod
    def of(cls, grade: int) -> Legs:
        return cls(Band.BAD if grade <= 2 else Band.OK if grade == 3 else Band.GOOD, grade)


@dataclass(frozen=True, slots=True)
class PainHeard:
    """A place that hurts: the `part` as named ("toe"), its `spot` in the core, left or right."""

    part: str
    spot: Spot
    side: str = ""
    score: int | None = None
    morning: Morning | None = None
    limping: bool = False
    painkiller: bool = False


@dataclass(frozen=True, slots=True)
class Unsure:
    """A field to ask back, and why."""

    field: Field
    why: Why


@dataclass(frozen=True, slots=True)
class Heard:
    """A message read as a check-in; what it did not tell is None, False or empty."""

    legs: Legs | None = None
    sleep: Duration | None = None
    pulse: HeartRate | None = None
    hrv_ms: float | None = None
    ill: bool = False
    fever_celsius: float | None = None
    fever_unknown: bool = False
    pains: tuple[PainHeard, ...] = ()
    signs: tuple[SignHeard, ...] = ()
    doubt: SignHeard | None = None
    stress: bool = False
    dread: bool = False
    travelling: bool = False
    cycle_day: int | None = None
    declined: tuple[Field, ...] = ()
    ambiguous: tuple[Unsure, ...] = ()
    not_checkin: bool = False

    @property
    def red_flag(self) -> bool:
        """Whether anything told forbids the words "go run"."""
        if self.fever_celsius is not None and self.fever_celsius > FEVER_OVER:
            return True
        calm = {SignGroup.WAIT, SignGroup.GENTLE}
        return self.doubt is not None or any(heard.sign.group not in calm for heard in self.signs)
