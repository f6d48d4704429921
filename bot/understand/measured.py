"""A pulse that was measured: "max 188", "my max hr is 188", "threshold 170", "lthr 168"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understand.cleaning import clean, fold
from bot.understand.problems import OutOfRange
from core.units import HeartRate

LOWEST, HIGHEST = 120, 230
"""Beats a minute that are believed as a maximum or a threshold."""
_THRESHOLD = re.compile(r"\b(threshold|lthr|lactate|lt2?)\b")
_MAXIMUM = re.compile(r"\b(max\w*|mhr|hrmax)\b")


@dataclass(frozen=True, slots=True)
class Measured:
    """One measured pulse: the maximum, or the one held about an hour."""

    beats: HeartRate
    threshold: bool


def read_measured(text: str) -> Measured | OutOfRange | None:
    """None where it is not said which of the two it is."""
    plain = fold(clean(text))
    threshold = bool(_THRESHOLD.search(plain))
    numbers = [int(n) for n in re.findall(r"(?<![\d.])\d{1,3}(?![\d.])", plain)]
    if len(numbers) != 1 or threshold == bool(_MAXIMUM.search(plain)):
        return None
    if not LOWEST <= numbers[0] <= HIGHEST:
        return OutOfRange("measured-pulse", LOWEST, HIGHEST, numbers[0])
    return Measured(HeartRate(numbers[0]), threshold)
