"""A year of birth: "1984", "42 years old", "born in 84", "12.5.1984"."""

from __future__ import annotations

import re
from datetime import date

from bot.understand.cleaning import clean, fold
from bot.understand.numbers import merge_numbers
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.tokens import Kind, tokenise

OLDEST = 105
YOUNGEST = 5
_AGE = re.compile(r"\b(years?|yrs?|yo|y/o|old|age|aged|jahre?|alt|anos|im|i'm)\b")
_BORN = re.compile(r"\b(born|birth|bj|jahrgang|nacido|nacida|geboren|year|in)\b|'\d\d\b")


def read_birth_year(text: str, today: date) -> int | Unclear[int] | OutOfRange | None:
    """The year; an age is counted back from this year, two digits may be either and are asked."""
    plain = re.sub(r"\b(19|20) (\d\d)\b", r"\1\2", fold(clean(text)))
    if plain.strip().startswith("-"):
        return OutOfRange("age", YOUNGEST, OLDEST, plain.strip()[:20])
    numbers = [t.value for t in merge_numbers(tokenise(text)) if t.kind is Kind.NUMBER and t.whole]
    years = [int(y) for y in re.findall(r"(?<!\d)((?:1[89]|20|21)\d\d)(?!\d)", plain)]
    oldest, newest = today.year - OLDEST, today.year - YOUNGEST
    if years:
        return (
            years[0]
            if oldest <= years[0] <= newest
            else OutOfRange("birth-year", oldest, newest, years[0])
        )
    if not numbers:
        return None
    number = int(min(numbers[-1], 10_000))
    if (_born(plain) or re.fullmatch(r"0\d", plain.strip())) and number < 100:
        return _of_two_digits(number, today)
    if re.search(_AGE, plain) or number < 100:
        return _by_age(number, plain, today)
    if number < 1000:
        return OutOfRange("age", YOUNGEST, OLDEST, number)
    return OutOfRange("birth-year", oldest, newest, number)


def _born(plain: str) -> bool:
    return bool(_BORN.search(plain)) and not re.search(r"\b(old|years|yo|alt|jahre)\b", plain)


def _of_two_digits(number: int, today: date) -> int:
    return 2000 + number if number <= today.year % 100 else 1900 + number


def _by_age(number: int, plain: str, today: date) -> int | Unclear[int] | OutOfRange:
    if not YOUNGEST <= number <= OLDEST:
        return OutOfRange("age", YOUNGEST, OLDEST, number)
    told = bool(re.search(_AGE, plain))
    as_year = _of_two_digits(number, today)
    # a bare 84 is more likely a year than an age; both are believable, so it is asked
    if not told and number >= 60 and today.year - as_year >= 10:
        return Unclear("age-or-year", {"number": number}, (as_year, today.year - number))
    return today.year - number
