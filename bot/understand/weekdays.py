"""Days of the week: "tue thu sat + long sunday", "weekdays", "mon-fri", "every day but monday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.calendar_words import WEEKDAYS
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantity import token_at
from bot.understand.reading import read_tokens
from bot.understand.tokens import Kind, Token

_GROUPS = {
    "weekdays": range(5),
    "weekday": range(5),
    "wochentags": range(5),
    "werktags": range(5),
    "weekend": (5, 6),
    "weekends": (5, 6),
    "wochenende": (5, 6),
    "daily": range(7),
    "everyday": range(7),
    "taglich": range(7),
    "diario": range(7),
}
_ALL = frozenset({"every", "all", "any", "each", "jeden", "todos", "alle"})
_BUT = frozenset(
    {
        "but",
        "except",
        "not",
        "no",
        "ausser",
        "excepto",
        "without",
        "minus",
        "never",
        "nicht",
        "apart",
    }
)
_TO = frozenset({"-", "to", "till", "through", "bis", "a", "until", "thru"})
_LONG = frozenset({"long", "longest", "lang", "langer", "larga", "largo", "lr", "longrun"})
_LETTERS = {"m": 0, "t": 1, "w": 2, "f": 4, "s": 5}
_COUNT_WORDS = frozenset({"days", "day", "times", "x", "tage", "dias", "runs", "mal", "veces"})


@dataclass(frozen=True, slots=True)
class WeekdaysHeard:
    """Weekdays 0 (Monday) to 6, sorted, and which is for the long run."""

    days: tuple[int, ...]
    long: int | None = None


def read_weekdays(text: str) -> WeekdaysHeard | Unclear[WeekdaysHeard] | OutOfRange | None:
    """The days told; only a number of days comes back as "which days"."""
    tokens = read_tokens(text, hyphens=True)
    days, removed, long = _collect(tokens)
    if not days and removed:
        days = set(range(7))
    days -= removed
    if long is not None and long not in removed:
        days.add(long)
    if days:
        return WeekdaysHeard(tuple(sorted(days)), long)
    if (letters := _letters(tokens)) is not None:
        return letters
    return _only_a_count(tokens)


def _collect(tokens: Sequence[Token]) -> tuple[set[int], set[int], int | None]:
    days: set[int] = set()
    removed: set[int] = set()
    long: int | None = None
    taking = True
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text in _BUT:
            taking = False
        elif token.text in {",", ";", ".", "\n", "+"} and _day(token_at(tokens, at + 1)) is None:
            taking = True
        found, end = _some_days(tokens, at)
        if found:
            (days if taking else removed).update(found)
            if taking and len(found) == 1 and _is_long(tokens, at, end):
                long = next(iter(found))
        at = max(end, at + 1)
    return days, removed, long


def _some_days(tokens: Sequence[Token], at: int) -> tuple[set[int], int]:
    token = tokens[at]
    if token.text in _GROUPS:
        return set(_GROUPS[token.text]), at + 1
    then = token_at(tokens, at + 1).text
    if token.text in _ALL and then in {"day", "days", "week", "tag", "tage", "los", "the", "dias"}:
        return set(range(7)), at + 2
    first = _day(token)
    if first is None:
        return set(), at + 1
    last = _day(token_at(tokens, at + 2)) if then in _TO else None
    if last is None:
        return {first}, at + 1
    return {(first + i) % 7 for i in range((last - first) % 7 + 1)}, at + 3


def _day(token: Token) -> int | None:
    return WEEKDAYS.get(token.text) if token.kind is Kind.WORD else None


def _is_long(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "long sunday", "long run on sunday", "sunday (long)"; not across another day."""
    for at in range(start - 1, max(-1, start - 6), -1):
        if _day(tokens[at]) is not None or tokens[at].text in {",", ";"}:
            break
        if tokens[at].text in _LONG:
            return True
    words = [token_at(tokens, end + i).text for i in range(5)]
    for place, word in enumerate(words):
        if word in _LONG:
            after = [token_at(tokens, end + place + i) for i in (1, 2, 3)]
            cut = next((i for i, t in enumerate(after) if t.kind is Kind.BREAK), len(after))
            return all(_day(t) is None for t in after[:cut])
        if word in {",", ";", "and", "+"} or word in WEEKDAYS:
            return False
    return False


def _letters(tokens: Sequence[Token]) -> WeekdaysHeard | Unclear[WeekdaysHeard] | None:
    """ "m w f" or "MWF"; a T or S may be two days, so the answer is asked."""
    words = [t.text for t in tokens if t.kind is Kind.WORD]
    letters = "".join(words) if words and all(len(w) == 1 for w in words) else (words or [""])[0]
    if [t.text for t in tokens] == ["m", "-", "f"]:
        return WeekdaysHeard((0, 1, 2, 3, 4))
    if len(words) > 1 and len(letters) != len(words):
        return None
    if not 2 <= len(letters) <= 7 or any(c not in _LETTERS for c in letters):
        return None
    days = tuple(sorted({_LETTERS[c] for c in letters}))
    if len(set(letters)) == len(letters) and not set(letters) & {"t", "s"}:
        return WeekdaysHeard(days)
    return Unclear("which-days", {"days": len(letters)})


def _only_a_count(tokens: Sequence[Token]) -> Unclear[WeekdaysHeard] | OutOfRange | None:
    numbers = [t for t in tokens if t.kind is Kind.NUMBER]
    counted = any(t.text in _COUNT_WORDS for t in tokens) or len(tokens) == 1
    if len(numbers) != 1 or not counted or not numbers[0].whole:
        return None
    count = int(min(numbers[0].value, 1e6))
    return (
        Unclear("which-days", {"days": count})
        if 1 <= count <= 7
        else OutOfRange("days", 1, 7, count)
    )
