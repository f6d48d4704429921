"""Diagnosis: whether it is a plateau, why, the one thing to change, and when to look again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.plateau.cause import Cause, Finding
from core.plateau.question import Answer, Asked, Question
from core.reasons import Fact
from core.units import Distance, Duration


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


class Source(StrEnum):
    """Where a proof of fitness comes from, in order of trust."""

    RACE = "race"
    TRIAL = "trial"
    TOLD = "told"
    REPS = "reps"
    EASY_PULSE = "easy-pulse"
    REPS_RPE = "reps-rpe"


class Measure(StrEnum):
    """What is compared, before and after; each number's unit beside it."""

    VDOT = "vdot"  # a number like 42.1; more is better
    PACE = "pace"  # s/km of the same session; less is better
    METRES_A_BEAT = "metres-a-beat"  # easy running; more is better
    RPE = "rpe"  # of the same session or of easy runs; less is better
    SAME_SHARE = "same-share"  # per cent of the last hard sessions that were alike; less is better
    HEAVY_SHARE = "heavy-share"  # per cent of mornings with heavy legs; less is better
    PULSE = "pulse"  # bpm in the morning; less is better
    STRESS_SHARE = "stress-share"  # per cent of mornings; less is better
    SLEEP = "sleep"  # hours a night; more is better
    EASY_SHARE = "easy-share"  # per cent of easy runs that were easy; more is better
    HELD_SHARE = "held-share"  # per cent of hard sessions held; more is better
    SPACED_SHARE = "spaced-share"  # per cent of hard sessions after an easy day; more is better
    VOLUME = "volume"  # metres a week; more is better
    LONGEST = "longest"  # metres of the usual longest run; more is better
    STRIDES = "strides"  # days with something quick in four weeks; more is better
    STRENGTH = "strength"  # strength days in four weeks; more is better
    LIGHTEST = "lightest"  # lightest of the last weeks, per cent of the usual one; less is better
    KINDS = "kinds"  # different hard sessions in eight weeks; more is better

    @property
    def more_is_better(self) -> bool:
        return self not in _LESS


_LESS = {
    Measure.PACE,
    Measure.RPE,
    Measure.SAME_SHARE,
    Measure.HEAVY_SHARE,
    Measure.PULSE,
    Measure.STRESS_SHARE,
    Measure.LIGHTEST,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One measure with its number."""

    measure: Measure
    value: float


@dataclass(frozen=True, slots=True)
class Proof:
    """One effort that shows fitness. `value` is in `measure`'s unit, the heat taken off it.

    For races, trials and told results distance and time are what was run; for sessions `key` and
    `runs` (how many of them the number stands on).
    """

    on: date
    source: Source
    measure: Measure
    value: float
    distance: Distance | None = None
    time: Duration | None = None
    celsius: float | None = None
    key: str = ""
    runs: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two comparable proofs, the older first; `change` in per cent of time or effort, + is better.

    `vdot`: the change in VDOT where both are results. `noise` is what chance alone does, per cent.
    """

    before: Proof
    after: Proof
    change: float
    noise: float
    vdot: float | None = None

    @property
    def days(self) -> int:
        return (self.after.on - self.before.on).days

    @property
    def better(self) -> bool:
        return self.change > self.noise

    @property
    def worse(self) -> bool:
        return self.change < -self.noise


class Remedy(StrEnum):
    """The one thing to change."""

    VARY_WORKOUT = "vary-workout"
    BACK_OFF = "back-off"
    REST_DAY = "rest-day"
    SEE_DOCTOR = "see-doctor"
    MAINTAIN = "maintain"
    RENEW_PACES = "renew-paces"
    EASY_EASY = "easy-easy"
    SPACE_OUT = "space-out"
    MORE_EASY = "more-easy"
    LONGER_LONG = "longer-long"
    LONGER_REST = "longer-rest"
    START_SLOWER = "start-slower"
    ADD_STRENGTH = "add-strength"
    ADD_STRIDES = "add-strides"
    FORM_DRILLS = "form-drills"
    IN_WAVES = "in-waves"
    NEW_STIMULUS = "new-stimulus"


@dataclass(frozen=True, slots=True)
class Prescription:
    """One lasting change: laid over the plan from tomorrow to `until`, judged on `recheck_on`.

    `facts` are those a sentence needs beside weeks: vary-workout key, reps · longer-long km ·
    more-easy km · renew-paces vdot.
    """

    remedy: Remedy
    cause: Cause
    until: date
    recheck_on: date
    facts: Mapping[str, Fact] = field(default_factory=dict)


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
