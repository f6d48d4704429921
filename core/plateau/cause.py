"""Why somebody does not get faster: the causes, the signs that speak for them, the findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.reasons import Fact


class Cause(StrEnum):
    """Every cause that is weighed (R241-R247, science.md 12), in the order that settles a draw."""

    UNDERFUELLED = "underfuelled"
    OVERCOOKED = "overcooked"
    LIFE_STRESS = "life-stress"
    REPEAT = "repeat"
    WISHES = "wishes"
    MEDIUM = "medium"
    SCHEDULING = "scheduling"
    VOLUME = "volume"
    LONG_RUN = "long-run"
    FADING = "fading"
    PACING = "pacing"
    STRENGTH = "strength"
    STRIDES = "strides"
    FORM = "form"
    NO_CYCLES = "no-cycles"
    TRUE = "true"

    @property
    def doctor(self) -> bool:
        """Whether the finding belongs to a doctor and not to a plan."""
        return self is Cause.UNDERFUELLED


class Sign(StrEnum):
    """One thing that was seen; behind each its facts, with an example of their numbers."""

    # repeat
    SAME_WORKOUT = "same-workout"  # key "800s" ("" if it has none), focus "vo2max", reps 6 (0 not
    # told), times 9, weeks 11: run in 9 of the last 11 weeks
    SAME_OF_LAST = "same-of-last"  # same 5, last 6: five of the last six hard sessions alike
    # overcooked
    LEGS_WORSE = "legs-worse"  # heavy 9, days 14, before 2: heavy mornings, of so many, and earlier
    PULSE_UP = "pulse-up"  # bpm 54, before 50
    EFFORT_UP = "effort-up"  # rpe 4.8, before 3.2: easy runs, three weeks and those before
    LOAD_UP = "load-up"  # percent 24: four weeks over the four before, hard minutes double
    DENSE = "dense"  # hard 3.8: hard days a week, over four weeks
    ALL_HARDER = "all-harder"  # easy 1.8, hard 1.2: RPE above what the sessions mean, eight weeks
    MONOTONY = "monotony"  # weeks 3, of 4: weeks in which every day was alike
    NO_EASY_WEEK = "no-easy-week"  # weeks 9: since the last week a fifth lighter
    SLOWER = "slower"  # percent 2.4: the newer effort against the older
    FRESH_WAS_FAST = "fresh-was-fast"  # days 5, on "2026-05-02": the best effort after days off
    # life stress
    STRESSED = "stressed"  # days 11, of 28
    SHORT_NIGHTS = "short-nights"  # hours 6.1, nights 12, of 24
    RUNS_LOST = "runs-lost"  # runs 6, weeks 4: planned and not run
    # medium zone
    EASY_TOO_HARD = "easy-too-hard"  # runs 13, of 16: easy runs above their effort
    EASY_TOO_FAST = "easy-too-fast"  # runs 9, of 14: faster than the easy bound
    HARD_FLAT = "hard-flat"  # runs 5, of 8: hard sessions below their effort or not held
    MEDIUM_SHARE = "medium-share"  # percent 46: minutes at RPE 5 or 6
    # paces from wishes
    TARGET_FAR = "target-far"  # target 46.0, vdot 42.1
    REPS_NOT_HELD = "reps-not-held"  # runs 6, of 8
    REPS_TOO_FAST = "reps-too-fast"  # seconds 14: a kilometre faster than today's fitness is worth
    # scheduling
    HARD_AFTER_HEAVY = "hard-after-heavy"  # runs 6, of 8: hard days after strength or a hard day
    HARD_AFTER_LONG = "hard-after-long"  # runs 5, of 8: the day after the long run
    # missing pieces
    LITTLE_VOLUME = "little-volume"  # km 16.4, wanted 30, weeks 8
    SHORT_LONG_RUN = "short-long-run"  # km 7.2, wanted 14, weeks 8: the usual longest of a week
    NO_STRIDES = "no-strides"  # weeks 8: nothing faster than race pace in them
    NO_STRENGTH = "no-strength"  # weeks 10: none planned, none told
    # fading and pacing
    FADES = "fades"  # runs 5, of 7: the last reps slower or left out
    LATE_REP = "late-rep"  # rep 4, of 6: where it usually ends
    # underfuelled or iron
    TIRED_THROUGHOUT = "tired-throughout"  # heavy 15, days 24, weeks 6: without more load
    TIRED_AFTER_REST = "tired-after-rest"  # heavy 5, days 7: the legs of the easiest week
    EFFORT_UP_LOAD_FLAT = "effort-up-load-flat"  # rpe 4.8, before 3.2
    BODY_ASKS = "body-asks"  # sign: why safety asked for a doctor ("periods", "weight", ...)
    # no cycles
    NO_WAVES = "no-waves"  # weeks 14, lowest 94: percent of the usual week in the lightest one,
    # light 1: weeks that may have been lighter
    NO_BREAK = "no-break"  # weeks 14: each with a hard session, no season's end and no base
    # true plateau
    ALL_IN_PLACE = "all-in-place"  # weeks 14, kinds 5: different hard sessions in them
    NOTHING_ELSE = "nothing-else"  # causes 12: weighed and found wanting
    SAME_SEASON = "same-season"  # weeks 14, focus "threshold", percent 70: of all hard sessions
    # whatever was asked
    TOLD = "told"  # asked "strength", answer "never"


ALARM = 0.6
"""From here on a finding for the doctor is said even where nothing else is to be changed, and the
load does not grow until it is answered (coaching.md 1; the number is ours)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign with its numbers; what the numbers are stands beside the sign."""

    sign: Sign
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause with what speaks for it; `weight` from 0 to 1 ranks it and is shown to nobody."""

    cause: Cause
    weight: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def doctor(self) -> bool:
        return self.cause.doctor

    @property
    def alarming(self) -> bool:
        """Whether it is said whatever else is found, and the load waits for a doctor's word."""
        return self.doctor and self.weight >= ALARM
