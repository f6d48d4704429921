"""Days told in words: weekdays, "in 12 weeks", "9 May", "the second Sunday of October"."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from bot.understand.calendar_words import FEASTS, MONTHS, SHORT_DAYS, WEEKDAYS
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantity import token_at
from bot.understand.tokens import Kind, Token

Read = date | Unclear[date] | OutOfRange
Found = tuple[Read, int, int]
_UNITS = {
    "day": 1,
    "days": 1,
    "tage": 1,
    "tagen": 1,
    "dias": 1,
    "week": 7,
    "weeks": 7,
    "wk": 7,
    "wks": 7,
}
_UNITS |= {"woche": 7, "wochen": 7, "semana": 7, "semanas": 7, "fortnight": 14, "fortnights": 14}
_MONTH_UNITS = frozenset({"month", "months", "monat", "monate", "monaten", "mes", "meses"})
_YEAR_UNITS = frozenset({"year", "years", "yr", "yrs", "jahr", "jahre", "jahren", "ano", "anos"})
_NEXT = frozenset(
    {"next", "coming", "this", "nachsten", "nachster", "proximo", "proxima", "kommenden", "on"}
)
_LAST = frozenset({"last", "past", "letzten", "letzte", "letzter", "pasado", "ultimo"})
_ORDINAL = {"first": 1, "1st": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def find_day_words(tokens: Sequence[Token], today: date, *, past: bool) -> tuple[Read, str] | None:
    """The first day told in words, and the text without it."""
    for at in range(len(tokens)):
        for reader in (_near, _counted, _of_month, _dated, _weekday, _feast, _month_only, _stretch):
            found = reader(tokens, at, today, past)
            if found is not None:
                read, start, end = found
                rest = [t.text for t in (*tokens[:start], *tokens[end:])]
                return read, " ".join(rest)
    return None


def _near(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    words = tuple(token_at(tokens, at + i).text for i in range(4))
    for phrase, days in _NEAR.items():
        if words[: len(phrase)] == phrase:
            return today + timedelta(days=days), at, at + len(phrase)
    return None


_NEAR = {
    ("day", "after", "tomorrow"): 2,
    ("day", "before", "yesterday"): -2,
    ("tomorrow",): 1,
    ("tmrw",): 1,
    ("tmr",): 1,
    ("morgen",): 1,
    ("manana",): 1,
    ("ubermorgen",): 2,
    ("pasado", "manana"): 2,
    ("today",): 0,
    ("tonight",): 0,
    ("heute",): 0,
    ("hoy",): 0,
    ("yesterday",): -1,
    ("gestern",): -1,
    ("vorgestern",): -2,
    ("ayer",): -1,
    ("last", "night"): -1,
}


def _counted(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "in 12 weeks", "3 weeks from now", "two months ago", "a year ago", "12 weeks out"."""
    token, count = tokens[at], 1.0
    ahead = token.text in {"in", "en", "dentro"}
    before = token.text in {"vor", "hace"}
    start = at + 1 if ahead or before else at
    first = token_at(tokens, start)
    if first.text in {"de", "about", "around", "roughly", "ca"}:
        start, first = start + 1, token_at(tokens, start + 1)
    if first.kind is Kind.NUMBER:
        count = first.value
    elif first.text == "couple":
        count, start = 2.0, start + (1 if token_at(tokens, start + 1).text == "of" else 0)
    elif first.text not in {"a", "an", "one", "einer", "einem", "una", "un"}:
        return None
    unit = token_at(tokens, start + 1).text
    end, sign = _direction(tokens, start + 2, ahead=ahead, before=before)
    if sign == 0 or count > 1500:
        return None
    moved = _moved(today, count * sign, unit)
    return None if moved is None else (moved, at, end)


def _direction(tokens: Sequence[Token], end: int, *, ahead: bool, before: bool) -> tuple[int, int]:
    words = [token_at(tokens, end + i).text for i in range(2)]
    if before or words[0] in {"ago", "back", "earlier"}:
        return (end if before else end + 1), -1
    if words[0] == "from" and words[1] in {"now", "today"}:
        return end + 2, 1
    if words[0] in {"out", "away"} or words[:2] == ["to", "go"]:
        return end + (2 if words[0] == "to" else 1), 1
    return (end + (2 if words == ["from", "now"] else 0), 1) if ahead else (end, 0)


def _moved(today: date, count: float, unit: str) -> date | None:
    if unit in _UNITS:
        return today + timedelta(days=round(count * _UNITS[unit]))
    if unit in _YEAR_UNITS:
        return _in_month(today, round(count * 12))
    return _in_month(today, round(count)) if unit in _MONTH_UNITS else None


def _in_month(today: date, months: int) -> date:
    """The same day of another month, or its last one where it is shorter."""
    total = today.year * 12 + today.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


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
            return _on(tokens, int(first.value), month, at, end + 1, today, past)
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
    return _on(tokens, int(tokens[day].value), month, at, end, today, past)


def _month(tokens: Sequence[Token], at: int) -> int | None:
    token = token_at(tokens, at)
    return MONTHS.get(token.text) if token.kind is Kind.WORD else None


def _is_day(token: Token) -> bool:
    return token.whole and 1 <= token.value <= 31 and not token.worded


def _is_year(token: Token) -> bool:
    return token.whole and 1990 <= token.value <= 2100


def _on(
    tokens: Sequence[Token], day: int, month: int, start: int, end: int, today: date, past: bool
) -> Found:
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
        told = _exact(candidate, month, day)
        if isinstance(told, date) and _fits(told, today, past):
            return told, start, end
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
    back = before in _LAST or (past and before not in _NEXT)
    ahead = (day - today.weekday()) % 7
    if back:
        return today - timedelta(days=(today.weekday() - day) % 7 or 7), start, at + 1
    coming = today + timedelta(days=ahead or (0 if before in {"this", "on"} else 7))
    words = [token_at(tokens, at + i).text for i in (1, 2, 3)]
    if words[0] == "week" or words[:2] == ["after", "next"]:
        return coming + timedelta(days=7), start, at + (2 if words[0] == "week" else 3)
    count = token_at(tokens, at + 2)
    if words[0] == "in" and count.kind is Kind.NUMBER and words[2] in {"weeks", "week"}:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=day + 7 * int(min(count.value, 200))), start, at + 4
    return coming, start, at + 1


def _feast(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    words = [token_at(tokens, at + i).text for i in range(3)]
    if words[0] in {"new"} and words[1] in {"years", "year"} and words[2] in {"day", "eve"}:
        month, day, end = (1, 1, at + 3) if words[2] == "day" else (12, 31, at + 3)
    elif words[:2] == ["boxing", "day"]:
        month, day, end = 12, 26, at + 2
    elif words[0] in FEASTS:
        month, day = FEASTS[words[0]]
        eve = words[1] == "eve"
        day, end = (day - 1, at + 2) if eve else (day, at + 1)
    else:
        return None
    return _on(tokens, day, month, at, end, today, past)


def _year_of(month: int, before: str, today: date, *, back: bool) -> int:
    """The year a bare month means; "next may" said in may is a year ahead, "last may" one back."""
    if back:
        gone = month < today.month or (month == today.month and before not in _LAST)
        return today.year if gone else today.year - 1
    ahead = month > today.month or (month == today.month and before != "next")
    return today.year if ahead else today.year + 1


def _month_only(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "next september", "may 2027", "spring": the day has to be asked."""
    token, before = tokens[at], token_at(tokens, at - 1).text
    month = _month(tokens, at) or _SEASONS.get(token.text)
    lonely = token.text in {"may", "mar", "march", "fall", "spring", "ago", "so"} and not (
        before
        in {"in", "next", "last", "this", "early", "late", "mid", "of", "since", "for", "en", "im"}
        or _is_year(token_at(tokens, at + 1))
        or len(tokens) == 1
    )
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
    return _somewhere(first, _in_month(first, months) - timedelta(days=1)), start, end


def _somewhere(first: date, last: date) -> Unclear[date]:
    """A stretch of days of which one has to be asked."""
    return Unclear("which-day", {"from": first.isoformat(), "to": last.isoformat()})


def _stretch(tokens: Sequence[Token], at: int, today: date, past: bool) -> Found | None:
    """ "next week", "last month", "this year"."""
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
    if unit in _MONTH_UNITS:
        first = _in_month(today.replace(day=1), shift)
        return _somewhere(first, _in_month(first, 1) - timedelta(days=1)), at, at + 2
    if unit in _YEAR_UNITS:
        year = today.year + shift
        return _somewhere(date(year, 1, 1), date(year, 12, 31)), at, at + 2
    return None
