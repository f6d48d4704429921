"""Prescription: the one thing to change, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.plateau.cause import Cause
from core.reasons import Fact


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

    `facts` are those a sentence needs beside weeks: vary-workout key, reps, focus where it is races
    · longer-long km · more-easy km · renew-paces vdot.
    """

    remedy: Remedy
    cause: Cause
    until: date
    recheck_on: date
    facts: Mapping[str, Fact] = field(default_factory=dict)
