from __future__ import annotations

import pytest

from bot.understand.complaints import read_complaint
from core.symptoms import Symptom


@pytest.mark.parametrize(
    ("said", "symptom"),
    [
        ("I can't hit the paces", Symptom.PACES),
        ("couldn’t hold my pace today", Symptom.PACES),
        ("the paces are too hard for me", Symptom.PACES),
        ("/fix heavy legs", Symptom.HEAVY),
        ("my legs feel like lead", Symptom.HEAVY),
        ("I died halfway", Symptom.MIDWAY),
        ("blew up in the middle of the tempo", Symptom.MIDWAY),
        ("hit the wall again", Symptom.MIDWAY),
        ("fading on rep 4", Symptom.LATE),
        ("the last reps are always slow", Symptom.LATE),
        ("I tie up at the end", Symptom.TYING_UP),
        ("everything feels so hard", Symptom.EVERYTHING),
        ("every run is tough", Symptom.EVERYTHING),
    ],
)
def test_a_complaint_is_read(said: str, symptom: Symptom) -> None:
    assert read_complaint(said) is symptom


@pytest.mark.parametrize("said", ["", "/fix", "my workout went badly", "what went wrong"])
def test_what_tells_no_complaint_is_asked_about(said: str) -> None:
    assert read_complaint(said) is None
