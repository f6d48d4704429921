"""Days told in words or numbers: "9 May", "next sunday", "in 12 weeks", "31.12.", "2027-05-09"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.understand.cleaning import clean, fold
from bot.understand.daywords import find_day_words
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.reading import read_tokens

Read = date | Unclear[date] | OutOfRange
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d:.,/-])(\d{1,2}) ?([./-]) ?(\d{1,2})(?:\2 ?(\d{4}|\d{2})|(\.))?"
    r"(?![\d:]|[.,/]\d| ?(?:k|km|mi|miles?|h|hours?|min)\b)"
)


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day and the text without the words that told it."""

    read: Read
    rest: str


def read_date(text: str, today: date, *, past: bool = False) -> Read | None:
    """The day told: a date, the two it may be, one that does not exist, or None.

    Without a year it is the next such day, or the last one where `past` is asked for.
    """
    found = find_date(text, today, past=past)
    return found.read if found else None


def find_date(
    text: str, today: date, *, past: bool = False, numeric: bool = True
) -> DayFound | None:
    """The first day told anywhere in the text, and the rest of the text.

    Without `numeric`, "5/6" and "7.10" are left to other readers; whole dates are still read.
    """
    plain = fold(clean(text))
    for shape, build in ((_ISO, _from_iso), (_COMPACT, _from_iso)):
        if found := shape.search(plain):
            return DayFound(_quoted(build(found), found[0]), _cut(plain, found))
    found_words = find_day_words(read_tokens(text), today, past=past)
    if found_words is not None:
        return DayFound(*found_words)
    for found in _NUMERIC.finditer(plain):
        read = _from_numbers(found, today, past=past)
        whole = found[4] or found[5]
        if whole or (numeric and not (found[2] == "." and isinstance(read, OutOfRange))):
            return DayFound(_quoted(read, found[0]), _cut(plain, found))
    return None


def _quoted(read: Read, said: str) -> Read:
    """A day that does not exist, in the figures that told it: "31/02"."""
    no_day = isinstance(read, OutOfRange) and read.code == "no-such-date"
    return replace(read, told=said) if isinstance(read, OutOfRange) and no_day else read


def _cut(plain: str, found: re.Match[str]) -> str:
    return f"{plain[: found.start()]} {plain[found.end() :]}"


def _from_iso(found: re.Match[str]) -> Read:
    year, month, day = (int(part) for part in found.groups())
    return exact(year, month, day)


def exact(year: int, month: int, day: int) -> date | OutOfRange:
    """The date, or OutOfRange where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return OutOfRange("no-such-date", None, None, f"{day}.{month}.{year}")


def _from_numbers(found: re.Match[str], today: date, *, past: bool) -> Read:
    first, mark, second, year = int(found[1]), found[2], int(found[3]), found[4]
    day_first = yearly(first, second, year, today, past=past)
    month_first = yearly(second, first, year, today, past=past)
    if mark == "." or isinstance(month_first, OutOfRange) or first == second:
        return day_first
    if isinstance(day_first, OutOfRange):
        return month_first
    return Unclear("day-or-month", {"first": first, "second": second}, (day_first, month_first))


def yearly(day: int, month: int, year: str | None, today: date, *, past: bool) -> date | OutOfRange:
    """The day in its year; without one the next from today on, or the last up to today."""
    if year:
        return exact(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = range(today.year, today.year - 5, -1) if past else range(today.year, today.year + 5)
    for candidate in (exact(y, month, day) for y in years):
        if isinstance(candidate, date) and (candidate <= today if past else candidate >= today):
            return candidate
    return OutOfRange("no-such-date", None, None, f"{day}.{month}.")
