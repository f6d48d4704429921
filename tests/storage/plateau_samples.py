"""A diagnosis and a re-check that look like life."""

from __future__ import annotations

from datetime import date

from core.plateau import (
    Answer,
    Asked,
    Cause,
    Compared,
    Comparison,
    Diagnosis,
    Evidence,
    Finding,
    Measure,
    Outcome,
    Prescription,
    Proof,
    Reading,
    Recheck,
    Remedy,
    Sign,
    Source,
    Verdict,
)
from core.units import Distance, Duration

FOUND_ON, RECHECK_ON = date(2026, 5, 4), date(2026, 6, 15)
OLDER = Proof(
    date(2025, 10, 5), Source.RACE, Measure.VDOT, 45.1, Distance(10000.0), Duration(2716.0)
)
NEWER = Proof(
    date(2026, 4, 26), Source.RACE, Measure.VDOT, 45.2, Distance(10000.0), Duration(2711.0)
)
VARY = Prescription(
    Remedy.VARY_WORKOUT,
    Cause.REPEAT,
    date(2026, 6, 8),
    RECHECK_ON,
    {"weeks": 5, "key": "800s-5k", "reps": 6},
)
STRENGTH = Prescription(
    Remedy.ADD_STRENGTH, Cause.STRENGTH, date(2026, 6, 29), date(2026, 6, 29), {"weeks": 8}
)
DIAGNOSIS = Diagnosis(
    FOUND_ON,
    Verdict.PLATEAU,
    (
        Finding(
            Cause.REPEAT,
            0.86,
            (
                Evidence(
                    Sign.SAME_WORKOUT,
                    {"key": "800s-5k", "focus": "vo2max", "reps": 6, "times": 9, "weeks": 11},
                ),
            ),
        ),
        Finding(
            Cause.STRENGTH, 0.5, (Evidence(Sign.TOLD, {"asked": "strength", "answer": "never"}),)
        ),
    ),
    VARY,
    (STRENGTH,),
    comparison=Comparison(OLDER, NEWER, 0.2, 1.5, 0.1),
    proofs=(OLDER, NEWER),
    baseline=(Reading(Measure.SAME_SHARE, 83.3), Reading(Measure.VDOT, 45.2)),
    answers=((Asked.STRENGTH, Answer.NEVER),),
)
RECHECK = Recheck(
    RECHECK_ON,
    Outcome.WORKED,
    Cause.REPEAT,
    Remedy.VARY_WORKOUT,
    Compared(Measure.SAME_SHARE, 83.3, 33.3),
    Compared(Measure.VDOT, 45.2, 46.6),
)
