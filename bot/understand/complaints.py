"""What a bad workout felt like: "can't hit the paces", "I fade on rep 4", "everything is hard"."""

from __future__ import annotations

import re

from core.symptoms import Symptom

_SAID: tuple[tuple[Symptom, tuple[str, ...]], ...] = (
    (Symptom.TYING_UP, (r"\bt(?:ie|ies|ied|ying) up\b", r"\b(?:lock|seiz)(?:e|es|s|ed|ing)? up\b")),
    (
        Symptom.LATE,
        (
            r"\bfad(?:e|es|ed|ing)\b",
            r"\b(?:rep|reps|interval) (?:4|5|6|7|8|four|five|six)\b",
            r"\blast (?:few )?(?:rep|reps|intervals?)\b",
        ),
    ),
    (
        Symptom.MIDWAY,
        (
            r"\b(?:die|dies|died|dying|blow|blew|blowing up|crash\w*)\b",
            r"\bhalf ?-?way\b|\bmid ?-?way\b|\bhit(?:ting)? the wall\b",
        ),
    ),
    (
        Symptom.PACES,
        (
            r"\b(?:hit|hold|make|reach|keep|hitting|holding)\b.{0,20}\b(?:paces?|times|splits)\b",
            r"\b(?:paces?|splits)\b.{0,20}\b(?:too (?:fast|hard)|out of reach|impossible)\b",
        ),
    ),
    (
        Symptom.HEAVY,
        (
            r"\b(?:heavy|dead|leaden|lead|concrete|tired) legs\b",
            r"\blegs?\b.{0,20}\b(?:heavy|dead|lead|leaden|concrete|flat)\b",
        ),
    ),
    (Symptom.EVERYTHING, (r"\b(?:everything|all|every run)\b.{0,20}\b(?:harder|hard|tough)\b",)),
)
"""The first that is said wins."""


def read_complaint(text: str) -> Symptom | None:
    """The complaint that the words tell; None where they tell none, or not which."""
    said = text.lower().replace("’", "'")
    ways = ((symptom, way) for symptom, each in _SAID for way in each)
    return next((symptom for symptom, way in ways if re.search(way, said)), None)
