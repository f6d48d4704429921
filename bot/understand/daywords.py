"""Days told in words: weekdays, "in 12 weeks", "9 May", "the second Sunday of October"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.understand.calendar_words import FEASTS, MONTHS, SHORT_DAYS, WEEKDAYS
from bot.understand.countdowns import MONTH_UNITS, YEAR_UNITS, counted_days, in_month, near_day
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantity import token_at
from bot.understand.tokens import Kind, Token, word_set

Read = date | Unclear[date] | OutOfRange
Found = tuple[Read, int, int]
_NEXT = frozenset(
    {"next", "coming", "this", "nachsten", "nachster", "proximo", "proxima", "kommenden", "on"}
)
_LAST = frozenset({"last", "past", "letzten", "letzte", "letzter", "pasado", "ultimo"})
_ORDINAL = {"first": 1, "1st": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_ORDINAL_END = re.compile(r"(\d+) (st|nd|rd|th)\b")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def find_day_words(tokens: Sequence[Token], today: date, *, past: bool) -> tuple[Read, str] | None:
    """The day told in words, and the text without it: whole dates first, then the vaguer ones."""
    for readers in (
        (_of_month, _dated, _weekday_in_weeks, _counted, _feast),
        (_weekday, _of_this_month),
        (_month_only, _stretch),
    ):
        for at in range(len(tokens)):
            for reader in readers:
                found = reader(tokens, at, today, past)
                if found is not None:
                    read, start, end = found
                    return _quoted(read, tokens[start:end]), _without(tokens, start, end)
    return None


def _quoted(read: Read, said: Sequence[Token]) -> Read:
    """A day that does not exist, in the words that told it: "31 February"."""
    if not isinstance(read, OutOfRange) or read.code != "no-such-date":
        return read
    words = " ".join(t.text.title() if t.text in MONTHS else t.text for t in said)
    return replace(read, told=_ORDINAL_END.sub(r"\1\2", words)[:40])


def _counted(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    return near_day(tokens, at, today) or counted_days(tokens, at, today, past=past)


def _of_this_month(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "the 15th": the next one, or the last."""
    named = _is_day(tokens[at]) and token_at(tokens, at + 1).text in {"st", "nd", "rd", "th"}
    if not named or WEEKDAYS.get(token_at(tokens, at + 2).text) is not None:
        return None
    for shift in range(4):
        month = in_month(today.replace(day=1), -shift if past else shift)
        day = _exact(month.year, month.month, int(tokens[at].value))
        if isinstance(day, date) and _fits(day, today, past):
            return day, at, at + 2
    return None


def _without(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(t.text for t in (*tokens[:start], *tokens[end:]))


def _of_month(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "the second sunday of october 2027"."""
    nth, day = _ORDINAL.get(tokens[at].text), WEEKDAYS.get(token_at(tokens, at + 1).text)
    if (
        nth is None
        and tokens[at].kind is Kind.NUMBER
        and token_at(tokens, at + 1).text in {"st", "nd", "rd", "th"}
    ):
        nth, day = int(tokens[at].value), WEEKDAYS.get(token_at(tokens, at + 2).text)
        at_day = at + 2
    else:
        at_day = at + 1
    month = MONTHS.get(token_at(tokens, at_day + 2).text)
    if nth is None or day is None or month is None or not -1 <= nth <= 5:
        return None
    year = token_at(tokens, at_day + 3)
    told = int(year.value) if _is_year(year) else None
    years = [told] if told else _years(today, past)
    found = [
        d for y in years if (d := _nth(y, month, day, nth)) and (told or _fits(d, today, past))
    ]
    if not found:
        return OutOfRange("no-such-date", None, None, tokens[at].text), at, at_day + 3
    return found[0], at, at_day + (4 if told else 3)


def _years(today: date, past: bool) -> list[int]:
    return [today.year - i if past else today.year + i for i in range(5)]


def _fits(day: date, today: date, past: bool) -> bool:
    return day <= today if past else day >= today


def _nth(year: int, month: int, weekday: int, nth: int) -> date | None:
    days = [
        d
        for d in calendar.Calendar().itermonthdates(year, month)
        if d.month == month and d.weekday() == weekday
    ]
    return days[nth - 1 if nth > 0 else -1] if nth <= len(days) else None


def _dated(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "9 May", "9th of May 2027", "May 9th", "9. Mai", "9 de mayo de 2027"."""
    first = tokens[at]
    if _is_day(first):
        end = at + 1
        while (
            token_at(tokens, end).text in {"st", "nd", "rd", "th", "of", ".", "de", "-", "/"}
            and end < at + 4
        ):
            end += 1
        month = _month(tokens, end)
        if month is not None and month > 0:
            return _on(tokens, (int(first.value), month), (at, end + 1), today, past)
    month = _month(tokens, at)
    if month is None:
        return None
    if token_at(tokens, at + 1).whole and 31 < token_at(tokens, at + 1).value < 100:
        return _exact(today.year, month, 32), at, at + 2
    day = at + 2 if token_at(tokens, at + 1).text in {"the", ".", "-"} else at + 1
    if not _is_day(token_at(tokens, day)) or token_at(tokens, day + 1).text in {
        "k",
        "km",
        "miles",
        "weeks",
    }:
        return None
    end = day + 1 + (token_at(tokens, day + 1).text in {"st", "nd", "rd", "th"})
    return _on(tokens, (int(tokens[day].value), month), (at, end), today, past)


def _month(tokens: Sequence[Token], at: int) -> int | None:
    token = token_at(tokens, at)
    return MONTHS.get(token.text) if token.kind is Kind.WORD else None


def _is_day(token: Token) -> bool:
    return token.whole and 1 <= token.value <= 31


def _is_year(token: Token) -> bool:
    return token.whole and 1990 <= token.value <= 2100


def _on(
    tokens: Sequence[Token], told: tuple[int, int], span: tuple[int, int], today: date, past: bool
) -> Found:
    """The (day, month) on these tokens, with the year that follows or the one that is meant."""
    (day, month), (start, end) = told, span
    after = end + 1 if token_at(tokens, end).text in {",", "de", ".", "-", "'"} else end
    year = token_at(tokens, after)
    if _is_year(year):
        return _exact(int(year.value), month, day), start, after + 1
    if year.whole and year.glued and 20 <= year.value <= 99 and len(year.text) == 2:
        return _exact(2000 + int(year.value), month, day), start, after + 1
    if (
        token_at(tokens, end).text in {"last", "this", "next"}
        and token_at(tokens, end + 1).text == "year"
    ):
        shift = {"last": -1, "this": 0, "next": 1}[tokens[end].text]
        return _exact(today.year + shift, month, day), start, end + 2
    for candidate in _years(today, past):
        on = _exact(candidate, month, day)
        if isinstance(on, date) and _fits(on, today, past):
            return on, start, end
    return OutOfRange("no-such-date", None, None, f"{day}.{month}."), start, end


def _exact(year: int, month: int, day: int) -> date | OutOfRange:
    try:
        return date(year, month, day)
    except ValueError:
        return OutOfRange("no-such-date", None, None, f"{day}.{month}.{year}")


def _weekday(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "sunday", "next sunday", "last sunday", "sunday week", "sunday in two weeks"."""
    token = tokens[at]
    day = WEEKDAYS.get(token.text) if token.kind is Kind.WORD else None
    before = token_at(tokens, at - 1).text
    if day is None or (
        token.text in SHORT_DAYS and len(tokens) > 1 and before not in _NEXT | _LAST
    ):
        return None
    start = at - 1 if before in _NEXT | _LAST else at
    back = before in _LAST or (past and before not in _NEXT - {"on", "this"})
    ahead = (day - today.weekday()) % 7
    if back:
        return today - timedelta(days=(today.weekday() - day) % 7 or 7), start, at + 1
    coming = today + timedelta(days=ahead or (0 if before in {"this", "on"} else 7))
    words = [token_at(tokens, at + i).text for i in (1, 2)]
    if words[0] == "week" or words[:2] == ["after", "next"]:
        return coming + timedelta(days=7), start, at + (2 if words[0] == "week" else 3)
    return coming, start, at + 1


def _weekday_in_weeks(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "sunday in 3 weeks", "two weeks on saturday"."""
    day, count = WEEKDAYS.get(tokens[at].text), token_at(tokens, at + 2)
    after = token_at(tokens, at + 1).text == "in" and token_at(tokens, at + 3).text in _WEEKS
    if past:
        return None
    if day is not None and after and count.kind is Kind.NUMBER:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=day + 7 * int(min(count.value, 200))), at, at + 4
    day = WEEKDAYS.get(token_at(tokens, at + 3).text)
    joined = token_at(tokens, at + 1).text in _WEEKS and count.text in {"on", "from"}
    if day is None or not joined or tokens[at].kind is not Kind.NUMBER:
        return None
    coming = today + timedelta(days=(day - today.weekday()) % 7 or 7)
    return coming + timedelta(days=7 * int(min(tokens[at].value, 200))), at, at + 4


_WEEKS = word_set("week weeks wochen woche semanas")


def _feast(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    words = [token_at(tokens, at + i).text for i in range(3)]
    if words[0] == "new" and words[1] in {"years", "year"} and words[2] in {"day", "eve"}:
        month, day, end = (1, 1, at + 3) if words[2] == "day" else (12, 31, at + 3)
    elif words[:2] == ["boxing", "day"]:
        month, day, end = 12, 26, at + 2
    elif words[0] in FEASTS:
        month, day = FEASTS[words[0]]
        eve = words[1] == "eve"
        day, end = (day - 1, at + 2) if eve else (day, at + 1)
    else:
        return None
    return _on(tokens, (day, month), (at, end), today, past)


def _year_of(month: int, before: str, today: date, *, back: bool) -> int:
    """The year a bare month means; "next may" said in may is a year ahead, "last may" one back."""
    if back:
        gone = month < today.month or (month == today.month and before not in _LAST)
        return today.year if gone else today.year - 1
    ahead = month > today.month or (month == today.month and before != "next")
    return today.year if ahead else today.year + 1


_IN = word_set("the in next last this early late mid of since for en im")
_WORDS_TOO = word_set("may mar march fall spring ago so")
"""Months and seasons that are words of their own: read as months only where one is expected."""


def _month_only(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "next september", "may 2027", "spring": the day has to be asked."""
    token, before = tokens[at], token_at(tokens, at - 1).text
    month = _month(tokens, at) or _SEASONS.get(token.text)
    placed = before in _IN or _is_year(token_at(tokens, at + 1)) or len(tokens) == 1
    lonely = token.text in _WORDS_TOO and not placed
    if month is None or lonely:
        return None
    year, end = token_at(tokens, at + 1), at + 1
    if _is_year(year):
        told, end = int(year.value), at + 2
    else:
        told = _year_of(month, before, today, back=past or before in _LAST)
    start = at - 1 if before in _NEXT | _LAST | {"in", "of", "early", "late", "mid", "end"} else at
    months = 3 if token.text in _SEASONS else 1
    first = date(told, month, 1)
    return _somewhere(first, in_month(first, months) - timedelta(days=1)), start, end


def _somewhere(first: date, last: date) -> Unclear[date]:
    """A stretch of days of which one has to be asked."""
    return Unclear("which-day", {"from": first.isoformat(), "to": last.isoformat()})


def _stretch(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "next week", "last month", "this year", "in 2025"."""
    if past and tokens[at].text in {"in", "en"} and _is_year(token_at(tokens, at + 1)):
        year = int(tokens[at + 1].value)
        return _somewhere(date(year, 1, 1), date(year, 12, 31)), at, at + 2
    shift = {"last": -1, "this": 0, "next": 1, "letzte": -1, "letzten": -1, "nachste": 1}.get(
        tokens[at].text
    )
    unit = token_at(tokens, at + 1).text
    if shift is None:
        return None
    if unit in {"week", "woche", "weekend"}:
        monday = today + timedelta(days=7 * shift - today.weekday())
        days = (5, 6) if unit == "weekend" else (0, 6)
        return _somewhere(*(monday + timedelta(days=d) for d in days)), at, at + 2
    if unit in MONTH_UNITS:
        first = in_month(today.replace(day=1), shift)
        return _somewhere(first, in_month(first, 1) - timedelta(days=1)), at, at + 2
    if unit in YEAR_UNITS:
        year = today.year + shift
        return _somewhere(date(year, 1, 1), date(year, 12, 31)), at, at + 2
    return None
