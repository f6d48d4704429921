"""Diagnosis: whether it is a plateau, why, the one thing to change, and when to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.plateau.cause import Cause, Finding
from core.plateau.prescription import Prescription, Remedy
from core.plateau.proof import Comparison, Measure, Proof, Reading
from core.plateau.question import Answer, Asked, Question


class Verdict(StrEnum):
    """Whether it is a plateau."""

    IMPROVING = "improving"
    STEADY = "steady"
    UNKNOWN = "unknown"
    PROVISIONAL = "provisional"
    PLATEAU = "plateau"

    @property
    def plateau(self) -> bool:
        """Whether something is to be changed; a provisional finding counts."""
        return self in {Verdict.PLATEAU, Verdict.PROVISIONAL}


class Purpose(StrEnum):
    """Why standing still is right (with Verdict.STEADY)."""

    RETURNING = "returning"
    CARE = "care"
    TAPERING = "tapering"
    RECOVERING = "recovering"
    MAINTAINING = "maintaining"
    STARTING = "starting"


class Missing(StrEnum):
    """What it takes to tell (with Verdict.UNKNOWN)."""

    FIRST_EFFORT = "first-effort"
    SECOND_EFFORT = "second-effort"
    EIGHT_WEEKS = "eight-weeks"
    RECENT_EFFORT = "recent-effort"
    SAME_HEAT = "same-heat"


class Way(StrEnum):
    """How the evidence can be had."""

    TRIAL = "trial"
    SIX_REPS = "six-reps"
    TELL_RESULTS = "tell-results"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What /plateau found on a day.

    `findings` are ranked, heaviest first; there are some only where the verdict is a plateau, but a
    finding for the doctor is there whatever the verdict (`doctor`). `prescription` is there exactly
    when the verdict is a plateau; `alternatives` are what *Something else* offers, in order.
    `missing`, `ways` and `weeks_left` belong to `UNKNOWN`, `purpose` to `STEADY`. `baseline` is the
    cause's own measure and the newest proof on that day, for the re-check.
    """

    on: date
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    prescription: Prescription | None = None
    alternatives: tuple[Prescription, ...] = ()
    questions: tuple[Question, ...] = ()
    comparison: Comparison | None = None
    proofs: tuple[Proof, ...] = ()
    missing: tuple[Missing, ...] = ()
    ways: tuple[Way, ...] = ()
    weeks_left: int = 0
    purpose: Purpose | None = None
    baseline: tuple[Reading, ...] = ()
    answers: tuple[tuple[Asked, Answer], ...] = ()

    @property
    def provisional(self) -> bool:
        return self.verdict is Verdict.PROVISIONAL

    @property
    def doctor(self) -> Finding | None:
        """The finding that belongs to a doctor: always said, wherever it ranks."""
        return next((f for f in self.findings if f.doctor), None)

    @property
    def recheck_on(self) -> date | None:
        return self.prescription.recheck_on if self.prescription else None


class Outcome(StrEnum):
    """What the re-check says."""

    WORKED = "worked"
    NOT_YET = "not-yet"
    NOT_DONE = "not-done"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure before and after."""

    measure: Measure
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Recheck:
    """How it went: the cause's own measure (`own`) and the proof of fitness, where there is one.

    `first` is set when a proof is missing: what would tell.
    """

    on: date
    outcome: Outcome
    cause: Cause
    remedy: Remedy
    own: Compared | None = None
    fitness: Compared | None = None
    ways: tuple[Way, ...] = ()
