"""The detective of /plateau: is it one, why, what one thing to change, and did it help."""

from core.plateau.case import Case
from core.plateau.cause import Cause, Evidence, Finding, Sign
from core.plateau.diagnosing import diagnose, questions
from core.plateau.diagnosis import (
    Compared,
    Diagnosis,
    Missing,
    Outcome,
    Purpose,
    Recheck,
    Verdict,
    Way,
)
from core.plateau.gates import allows
from core.plateau.prescribing import prescribe
from core.plateau.prescription import Prescription, Remedy
from core.plateau.proof import Comparison, Measure, Proof, Reading, Source
from core.plateau.question import ANSWERS, MOST_QUESTIONS, Answer, Asked, Question
from core.plateau.rechecking import recheck
from core.plateau.rules import CauseRule, Noise, Rules, Wanted

__all__ = [
    "ANSWERS",
    "MOST_QUESTIONS",
    "Answer",
    "Asked",
    "Case",
    "Cause",
    "CauseRule",
    "Compared",
    "Comparison",
    "Diagnosis",
    "Evidence",
    "Finding",
    "Measure",
    "Missing",
    "Noise",
    "Outcome",
    "Prescription",
    "Proof",
    "Purpose",
    "Question",
    "Reading",
    "Recheck",
    "Remedy",
    "Rules",
    "Sign",
    "Source",
    "Verdict",
    "Wanted",
    "Way",
    "allows",
    "diagnose",
    "prescribe",
    "questions",
    "recheck",
]
