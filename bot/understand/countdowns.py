"""Days counted from today: "tomorrow", "in 12 weeks", "two months ago"."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from bot.understand.quantity import token_at
from bot.understand.tokens import Kind, Token

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
MONTH_UNITS = frozenset({"month", "months", "monat", "monate", "monaten", "mes", "meses"})
YEAR_UNITS = frozenset({"year", "years", "yr", "yrs", "jahr", "jahre", "jahren", "ano", "anos"})


def near_day(tokens: Sequence[Token], at: int, today: date) -> tuple[date, int, int] | None:
    """ "tomorrow", "day before yesterday", with the tokens it stands on."""
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


def counted_days(
    tokens: Sequence[Token], at: int, today: date, *, past: bool = False
) -> tuple[date, int, int] | None:
    """ "in 12 weeks", "3 weeks from now", "two months ago", "a year ago", "12 weeks out"."""
    token, count = tokens[at], 1.0
    ahead = token.text in {"in", "en", "dentro"}
    before = token.text in {"vor", "hace"} or (past and token.text in {"for", "since", "seit"})
    alone = at == 0 and len(tokens) == 2 and not past  # "12 weeks", where a day was asked for
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
    end, sign = _direction(tokens, start + 2, ahead=ahead or alone, before=before)
    if sign == 0 or count > 1500:
        return None
    moved = _moved(today, count * sign, unit)
    return None if moved is None else (moved, at, end)


def _direction(tokens: Sequence[Token], end: int, *, ahead: bool, before: bool) -> tuple[int, int]:
    words = [token_at(tokens, end + i).text for i in range(2)]
    if before or words[0] in {"ago", "back", "earlier"}:
        return (end + 1 if words[0] in {"ago", "back", "earlier"} else end), -1
    if words[0] == "from" and words[1] in {"now", "today"}:
        return end + 2, 1
    if words[0] in {"out", "away"} or words[:2] == ["to", "go"]:
        return end + (2 if words[0] == "to" else 1), 1
    return (end + (2 if words == ["from", "now"] else 0), 1) if ahead else (end, 0)


def _moved(today: date, count: float, unit: str) -> date | None:
    if unit in _UNITS:
        return today + timedelta(days=round(count * _UNITS[unit]))
    if unit in YEAR_UNITS:
        return in_month(today, round(count * 12))
    return in_month(today, round(count)) if unit in MONTH_UNITS else None


def in_month(today: date, months: int) -> date:
    """The same day of another month, or its last one where it is shorter."""
    total = today.year * 12 + today.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
