"""The trees of symptoms.toml as values: complaints, what is asked, causes, and what helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.safety import Sign


class Symptom(StrEnum):
    """What a bad workout felt like (R237-R240)."""

    PACES = "paces"
    HEAVY = "heavy"
    MIDWAY = "midway"
    LATE = "late"
    TYING_UP = "tying-up"
    EVERYTHING = "everything"


class Clue(StrEnum):
    """What points to a cause; the log knows some of them, the athlete the others."""

    CHEST = "chest"
    BREATH = "breath"
    ILL = "ill"
    WEARY = "weary"  # tired for weeks, even when rested
    HARD_BEFORE = "hard-before"
    AIR = "air"  # heat, wind or hills
    GOAL_PACE = "goal-pace"
    OLD_PACES = "old-paces"
    BORED = "bored"
    LOAD_UP = "load-up"
    SHORT_NIGHTS = "short-nights"
    EASY_BRISK = "easy-brisk"
    THIGHS = "thighs"
    ATE_LITTLE = "ate-little"
    FAST_START = "fast-start"
    EMPTY = "empty"
    EVERY_TIME = "every-time"
    LITTLE_BASE = "little-base"
    SHORT_BREAKS = "short-breaks"
    STRESS = "stress"
    RUN_DOWN = "run-down"


class Remedy(StrEnum):
    """What a cause asks for: a change of the plan, a way to something else, or only advice."""

    ADVICE = "advice"
    EASY_DAY = "easy-day"
    DOWN_WEEK = "down-week"
    LONGER_REST = "longer-rest"
    TEMPO = "tempo"
    MAINTAIN = "maintain"
    TRIAL = "trial"
    ILLNESS = "illness"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause; its words (name, why, do) are content. `sign`: what safety is told of."""

    key: str
    remedy: Remedy
    meets: tuple[str, ...] = ()
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question; without a clue it means "none of these"."""

    key: str
    clue: Clue | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """`always`: safety's question, asked whatever the log knows."""

    key: str
    options: tuple[Option, ...]
    always: bool = False

    @property
    def clues(self) -> tuple[Clue, ...]:
        return tuple(option.clue for option in self.options if option.clue is not None)


@dataclass(frozen=True, slots=True)
class Step:
    """A clue and the cause that it tells of."""

    clue: Clue
    cause: str


@dataclass(frozen=True, slots=True)
class Tree:
    """One complaint: clues in the order in which they win; `otherwise`: causes where none did."""

    symptom: Symptom
    questions: tuple[str, ...]
    steps: tuple[Step, ...]
    otherwise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """From where on a clue counts; each is explained beside its value in symptoms.toml."""

    lately_days: int
    old_result_weeks: int
    night_hours: float
    night_under_usual: float
    mornings: int
    mornings_told: int
    mornings_bad: int
    easy_days: int
    easy_rpe: int
    easy_told: int
    hard_days: int
    hard_runs: int
    hard_bad: int
    rpe_above: int
    load_share: float
    base_days: int
    base_runs: int
    base_sessions: int
    down_share: float
    rest_share: float
    easy_within: int
    easy_minutes: int
    maintain_days: int


@dataclass(frozen=True, slots=True)
class SymptomTable:
    """Everything that symptoms.toml says, but the words."""

    numbers: Numbers
    causes: Mapping[str, Cause]
    questions: Mapping[str, Question]
    trees: Mapping[Symptom, Tree]
