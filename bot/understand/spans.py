"""Stretches of days: "until Sunday", "from 3 to 10 December", "next week", "for five days"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understand.cleaning import clean, fold
from bot.understand.dates import read_date
from bot.understand.problems import OutOfRange, Unclear

_UNTIL = re.compile(r"\b(?:until|untill|till|til|through|thru|bis|hasta)\b")
_TO = (re.compile(r"\bto\b"), re.compile(r"\s[-–]\s"), re.compile(r"(?<=\d)[-–](?=\d)"))
"""Words before dashes: those of "2026-12-03" join no two days."""
_FOR = re.compile(
    r"\bfor\s+(?:the\s+)?(?:next\s+)?(?:a couple of|(?P<count>\d{1,3}|[a-z]+))?\s*"
    r"(?P<unit>days?|nights?|weeks?|fortnight|weekend)\b"
)
_LONE_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*$")
_REST = re.compile(r"\brest of (?:the|this) week\b")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day, both included."""

    first: date
    last: date


def read_span(text: str, today: date) -> Span | OutOfRange | None:
    """The days told, none before today; without a beginning they begin today.

    OutOfRange: they are over, or end before they begin. None: no days are told.
    """
    plain = fold(clean(text)).lower()
    found = _until(plain, today) or _counted(plain, today) or _between(plain, today)
    found = found or _one(plain, today)
    if found is None:
        return None
    if found.last < max(found.first, today):
        return OutOfRange("span", today, None, found.last)
    return Span(max(found.first, today), found.last)


def _until(plain: str, today: date) -> Span | None:
    """ "(from Friday) until Monday"."""
    for mark in _UNTIL.finditer(plain):
        first = _day(plain[: mark.start()], today) or today
        last = _end(plain[mark.end() :], first)
        if last is not None:
            return Span(first, last)
    return None


def _counted(plain: str, today: date) -> Span | None:
    """ "for five days", "for a week from Monday"."""
    found = _FOR.search(plain)
    if found is None:
        return None
    if found["unit"] == "weekend":
        return _one("this weekend", today)
    count = 2 if "couple" in found[0] else _number(found["count"] or "1")
    if count is None:
        return None
    unit = {"d": 1, "n": 1, "w": 7, "f": 14}[found["unit"][0]]
    first = _day(plain[: found.start()] + " " + plain[found.end() :], today) or today
    return Span(first, first + timedelta(days=max(1, count * unit) - 1))


def _number(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return _COUNTS.index(word) + 1 if word in _COUNTS else {"a": 1, "an": 1}.get(word)


_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _between(plain: str, today: date) -> Span | None:
    """ "Friday to Monday", "3-10 December"."""
    for mark in (mark for shape in _TO for mark in shape.finditer(plain)):
        left, right = plain[: mark.start()], plain[mark.end() :]
        first = _day(left, today)
        last = _end(right, first or today)
        if last is None:
            continue
        if first is None and (lone := _LONE_DAY.search(left)):
            first = _in_month(last, int(lone[1]))
        if first is not None:
            return Span(first, last)
    return None


def _in_month(last: date, day: int) -> date | None:
    try:
        return last.replace(day=day)
    except ValueError:
        return None


def _one(plain: str, today: date) -> Span | None:
    """ "next week", "this weekend", "tomorrow"."""
    if _REST.search(plain):
        return Span(today, today + timedelta(days=6 - today.weekday()))
    read = read_date(plain, today)
    if isinstance(read, date):
        return Span(read, read)
    if isinstance(read, Unclear) and not read.options:
        first, last = (date.fromisoformat(str(read.facts[end])) for end in ("from", "to"))
        return Span(first, last)
    return None


def _day(plain: str, today: date) -> date | None:
    read = read_date(plain, today) if plain.strip() else None
    return read if isinstance(read, date) else None


def _end(plain: str, first: date) -> date | None:
    """The last day: the one told, or the end of the stretch told; "next week" ends before it."""
    read = read_date(plain, first) if plain.strip() else None
    if isinstance(read, date):
        return read
    if isinstance(read, Unclear) and not read.options:
        if "end of" in plain:
            return date.fromisoformat(str(read.facts["to"]))
        begins = date.fromisoformat(str(read.facts["from"]))
        return begins - timedelta(days=1) if begins > first else None
    return None
