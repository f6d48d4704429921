"""How warm it is out there: "32 degrees", "it's 90F", "so hot today"."""

from __future__ import annotations

import re

from bot.understand.cleaning import clean, fold

LOWEST, HIGHEST = -40.0, 55.0
"""Degrees Celsius that people run in, or are asked not to."""
HOT, VERY_HOT = 30.0, 33.0
"""What "hot" and "boiling" are taken for: reps by effort, and easy only (ours)."""
SURELY_FAHRENHEIT = 55
_TOLD = re.compile(
    r"(?<![\d.,:/])(?P<minus>minus |-)?(?P<number>\d{1,3}(?:[.,]\d)?)\s*"
    r"(?:(?P<degrees>°|º|degrees?|deg\b|grad\b|grados)\s*(?P<unit>celsius|fahrenheit|c\b|f\b)?"
    r"|(?P<bare>celsius|fahrenheit|c\b|f\b))"
)
_BODY = re.compile(r"\b(?:fever|temperature|temp|thermometer|fieber|fiebre|i have|ive got|my)\b")
_OUTSIDE = re.compile(r"\b(?:outside|outdoors|out there|weather|sun|shade|forecast|today its)\b")
_VERY = re.compile(
    r"\b(?:boiling|scorching|sweltering|roasting|heatwave|heat wave|extremely hot)\b"
)
_HOT = re.compile(
    r"\b(?:its|it is|so|really|very|too|pretty|quite|getting|be|will be)\s+(?:so |too |very )*hot\b"
    r"|\bhot (?:out|outside|today|here|day|weather|this morning|one)\b|^\W*hot\W*$"
)
_NOT_WEATHER = re.compile(r"\bhot (?:bath|tub|shower|food|dog|chocolate|tea|coffee|flush)")


def read_celsius(text: str, *, fahrenheit: bool = False) -> float | None:
    """Degrees Celsius of the air, or None where none is told; a body's temperature is none.

    `fahrenheit`: what degrees without a letter are, to this athlete.
    """
    plain = fold(clean(text)).lower().replace("'", "").replace("’", "")
    outside = bool(_OUTSIDE.search(plain))
    if _BODY.search(plain) and not outside:
        return None
    found = _TOLD.search(plain)
    if found is not None:
        return _celsius(found, fahrenheit=fahrenheit)
    if _NOT_WEATHER.search(plain) or re.search(r"\bnot (?:so |too |very |that )?hot\b", plain):
        return None
    if _VERY.search(plain):
        return VERY_HOT
    return HOT if _HOT.search(plain) else None


def _celsius(found: re.Match[str], *, fahrenheit: bool) -> float | None:
    number = float(found["number"].replace(",", ".")) * (-1 if found["minus"] else 1)
    unit = (found["unit"] or found["bare"] or "")[:1]
    if unit == "f" or (not unit and (fahrenheit or number > SURELY_FAHRENHEIT)):
        number = (number - 32) / 1.8
    return round(number, 1) if LOWEST <= number <= HIGHEST else None
