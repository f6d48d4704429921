"""Number words made numbers: "seven and a half", "fifty-two", "siebeneinhalb", "siete y media"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understand.tokens import Kind, Token

_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
)
_EN_TEENS = "sixteen seventeen eighteen nineteen"
_ES = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
_ES_TEENS = "dieciseis diecisiete dieciocho diecinueve"
_DE = (
    "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn"
)
_DE_TEENS = "sechzehn siebzehn achtzehn neunzehn"
_TENS = {
    20: "twenty veinte zwanzig",
    30: "thirty treinta dreissig",
    40: "forty fourty cuarenta vierzig",
    50: "fifty cincuenta funfzig",
    60: "sixty sesenta sechzig",
    70: "seventy setenta siebzig",
    80: "eighty ochenta achtzig",
    90: "ninety noventa neunzig",
}
_UNITS: dict[str, float] = {
    word: value
    for line in (f"{_EN} {_EN_TEENS}", f"{_ES} {_ES_TEENS}", f"{_DE} {_DE_TEENS}")
    for value, word in enumerate(line.split())
}
_TEN = {word: float(value) for value, words in _TENS.items() for word in words.split()}
_HUNDRED = {"hundred": 100.0, "hundert": 100.0, "cien": 100.0, "ciento": 100.0}
_NOT_ALONE = {"once", "null", "uno", "one"}
"""Also words of their own ("once", "no one"): numbers only beside other numbers or where asked."""

NUMBER_WORDS = frozenset(
    {
        *_UNITS,
        *_TEN,
        *_HUNDRED,
        "half",
        "quarter",
        "menos",
        "cuarto",
        "couple",
        "dozen",
        "quarters",
        "point",
        "einhalb",
        "media",
        "halb",
    }
)


def merge_numbers(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with runs of number words as one NUMBER each, "7 and a half" and "7 1/2" too."""
    merged: list[Token] = []
    at = 0
    while at < len(tokens):
        value, end = _worded(tokens, at)
        if value is None and tokens[at].kind is Kind.NUMBER:
            value, end = tokens[at].value, at + 1
        if value is None:
            merged.append(tokens[at])
            at += 1
            continue
        fraction, end = _fraction(tokens, end, whole=value == int(value))
        first, worded = tokens[at], tokens[at].kind is Kind.WORD
        if worded or fraction:
            first = replace(first, kind=Kind.NUMBER, value=value + fraction, worded=worded)
        merged.append(first)
        at = end
    return merged


def _worded(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    """The number that words at `at` spell, and where it ends; None if they spell none."""
    word = _word(tokens, at)
    if word == "a" and _word(tokens, at + 1) in _HUNDRED:
        word, at = _word(tokens, at + 1), at + 1
    if word in _HUNDRED:
        rest, end = _below_hundred(tokens, at + 2 if _word(tokens, at + 1) == "and" else at + 1)
        return (100 + rest, end) if rest is not None else (100.0, at + 1)
    if word == "one" and _word(tokens, at + 1) in _HUNDRED:
        return _worded(tokens, at + 1)
    value, end = _below_hundred(tokens, at)
    if value is not None and word in _NOT_ALONE and not _counts(tokens, at, end):
        return None, at
    return value, end


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    word = _word(tokens, at)
    if word in _TEN:
        unit = at + 2 if _word(tokens, at + 1) in {"-", "y"} else at + 1
        ones = _UNITS.get(_word(tokens, unit), 0)
        return (_TEN[word] + ones, unit + 1) if 1 <= ones <= 9 else (_TEN[word], at + 1)
    if word in _UNITS:
        return _UNITS[word], at + 1
    return _german(word), at + 1


def _german(word: str) -> float | None:
    """ "zweiundfunfzig" (folded) and "siebeneinhalb"; None for any other word."""
    if word.endswith("einhalb") and word[:-7] in _UNITS:
        return _UNITS[word[:-7]] + 0.5
    ones, found, ten = word.partition("und")
    if found and ten in _TEN:
        one = 1.0 if ones == "ein" else _UNITS.get(ones)
        return None if one is None else _TEN[ten] + one
    return None


def _fraction(tokens: Sequence[Token], at: int, *, whole: bool) -> tuple[float, int]:
    """What "and a half", "1/2", "point five" or "y media" adds, and where it ends."""
    if not whole:
        return 0.0, at
    if at < len(tokens) and tokens[at].kind is Kind.RATIO and tokens[at].value < tokens[at].of <= 4:
        return tokens[at].value / tokens[at].of, at + 1
    words = [_word(tokens, at + i) for i in range(4)]
    digit = tokens[at + 1] if at + 1 < len(tokens) else None
    if words[0] == "point" and digit and digit.kind is Kind.NUMBER and digit.value < 10:
        return digit.value / 10, at + 2
    if words[0] == "point" and words[1] in _UNITS and _UNITS[words[1]] < 10:
        return _UNITS[words[1]] / 10, at + 2
    for phrase, part in _PARTS.items():
        if words[: len(phrase)] == list(phrase):
            return part, at + len(phrase)
    if words[0] in {"and", "&"} and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.RATIO:
        ratio = tokens[at + 1]
        return (ratio.value / ratio.of, at + 2) if 0 < ratio.value < ratio.of else (0.0, at)
    return 0.0, at


_PARTS = {
    ("and", "a", "half"): 0.5,
    ("and", "half"): 0.5,
    ("n", "a", "half"): 0.5,
    ("&", "a", "half"): 0.5,
    ("a", "half"): 0.5,
    ("y", "media"): 0.5,
    ("und", "halb"): 0.5,
    ("einhalb",): 0.5,
    ("and", "a", "quarter"): 0.25,
    ("y", "cuarto"): 0.25,
    ("and", "three", "quarters"): 0.75,
    ("and", "three", "quarter"): 0.75,
    ("three", "quarters"): 0.75,
}


def _counts(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "one" or "once" at `at` stands where a number would: alone, or before a unit."""
    follows = _word(tokens, end)
    alone = at == 0 and end == len(tokens)
    return alone or follows in _COUNTED or follows in _UNITS or follows in _TEN


_COUNTED = {
    "hour",
    "hours",
    "hr",
    "hrs",
    "h",
    "minute",
    "minutes",
    "min",
    "mile",
    "miles",
    "km",
    "k",
}
_COUNTED |= {"hora", "horas", "oclock", "am", "pm", "stunde", "week", "weeks", "month", "months"}
_COUNTED |= {
    "day",
    "days",
    "and",
    "out",
    "of",
    "run",
    "runs",
    "till",
    "until",
    "to",
    "year",
    "years",
}


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
