"""Distances and durations as runners write them: "10k", "half", "6 miles"; "24:30", "1h52"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.cleaning import below_nothing
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantity import token_at
from bot.understand.reading import read_tokens
from bot.understand.tokens import Kind, Token
from core.units import METRES_PER_MILE, Distance, Duration

LONGEST = Distance.of_km(300)
LONGEST_TIME = Duration.of_hours(48)
_KM = frozenset(
    {"k", "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "kilometros", "ks"}
)
_MILES = frozenset({"mile", "miles", "mi", "miler", "milers", "meilen", "millas"})
_METRES = frozenset({"m", "metre", "metres", "meter", "meters", "metros"})
_HOURS = frozenset({"h", "hr", "hrs", "hour", "hours", "stunde", "stunden", "std", "hora", "horas"})
_MINUTES = frozenset({"m", "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "'"})
_SECONDS = frozenset({"s", "sec", "secs", "second", "seconds", "sekunden", "segundos", '"'})
_NAMED = {
    "parkrun": 5000.0,
    "halfmarathon": 21097.5,
    "marathon": 42195.0,
    "maraton": 42195.0,
    "hm": 21097.5,
    "halbmarathon": 21097.5,
}
_HALF = frozenset({"half", "halb", "media", "halber", "medio"})
_TRACK = frozenset({800, 1000, 1500, 3000, 5000, 10000})
_EXACT = {21.1: 21097.5, 42.2: 42195.0, 42.195: 42195.0, 21.0975: 21097.5}
_EXACT_MILES = {26.2: 42195.0, 13.1: 21097.5}


@dataclass(frozen=True, slots=True)
class Span:
    """A quantity's size (metres or seconds) and the tokens it stands on."""

    size: float
    start: int
    end: int


def read_distance(
    text: str, *, miles: bool | None = None
) -> Distance | Unclear[Distance] | OutOfRange | None:
    """A distance; a bare number is in miles or km as told, else both are offered."""
    if below_nothing(text):
        return OutOfRange("distance", Distance(0), LONGEST, text.strip()[:20])
    tokens = read_tokens(text)
    spans = find_distances(tokens)
    if spans:
        return checked_distance(spans[0].size)
    bare = next((t.value for t in tokens if t.kind is Kind.NUMBER), None)
    if bare is None:
        return None
    if miles is not None:
        return checked_distance(bare * (METRES_PER_MILE if miles else 1000))
    options = (checked_distance(bare * 1000), checked_distance(bare * METRES_PER_MILE))
    fitting = tuple(d for d in options if isinstance(d, Distance))
    return Unclear("which-unit", {"number": bare}, fitting) if fitting else options[0]


def checked_distance(metres: float) -> Distance | OutOfRange:
    """The distance, or OutOfRange at none at all and beyond the longest race."""
    if not 0 < metres <= LONGEST.metres:
        return OutOfRange("distance", Distance(0), LONGEST, Distance(min(metres, 1e9)))
    return Distance(round(metres, 1))


_RACES = {21000.0: 21097.5, 42000.0: 42195.0}


def as_race(metres: float) -> float:
    """ "21k" and "42k" of a race are a half and a marathon."""
    return _RACES.get(metres, metres)


def find_distances(tokens: Sequence[Token]) -> list[Span]:
    """Every distance with its unit or name, in order."""
    spans: list[Span] = []
    at = 0
    while at < len(tokens):
        span = _distance(tokens, at)
        if span is None:
            at += 1
        else:
            spans.append(span)
            at = span.end
    return spans


def _distance(tokens: Sequence[Token], at: int) -> Span | None:
    token, then = tokens[at], token_at(tokens, at + 1)
    if token.text in _NAMED:
        return Span(_NAMED[token.text], at, at + 1)
    if token.text in _HALF or (token.kind is Kind.RATIO and token.text.replace(" ", "") == "1/2"):
        return _half(tokens, at)
    if token.text in _MILES and token.text in {"mile", "miler"}:
        return Span(METRES_PER_MILE, at, at + 1)
    if token.kind is not Kind.NUMBER:
        return None
    value, end = token.value, at + 2
    if then.text == "-" and token_at(tokens, at + 2).text in _KM | _MILES:
        then, end = tokens[at + 2], at + 3
    if then.text in _KM and not (then.text == "k" and value >= 1000):
        return Span(_EXACT.get(value, value * 1000), at, end)
    if then.text in _MILES:
        return Span(_EXACT_MILES.get(value, value * METRES_PER_MILE), at, end)
    if then.text in _METRES and (then.text != "m" or value >= 100):
        return Span(value, at, end)
    return _unitless(tokens, at)


def _half(tokens: Sequence[Token], at: int) -> Span | None:
    """ "half", "half marathon"; not "half an hour", "an hour and a half" nor "half six"."""
    then = token_at(tokens, at + 1)
    if then.text in {"marathon", "mara", "maraton"}:
        return Span(21097.5, at, at + 2)
    if at >= 3 and tokens[at - 2].text == "and" and tokens[at - 3].text in _HOURS:
        return None
    if then.text == "mile":
        return Span(METRES_PER_MILE / 2, at, at + 2)
    if then.text in {"a", "an", "hour", "past", "of", "way"} or tokens[at].text not in {
        "half",
        "media",
    }:
        return None
    number = (
        then.kind is Kind.NUMBER
        and then.value <= 12
        and token_at(tokens, at + 2).text not in _HOURS
    )
    return (
        None
        if number and then.whole and token_at(tokens, at + 2).text != ":"
        else Span(21097.5, at, at + 1)
    )


def _unitless(tokens: Sequence[Token], at: int) -> Span | None:
    """ "5000", "1500" of the track, and "26.2" or "13.1", the miles everybody knows."""
    value, then = tokens[at].value, token_at(tokens, at + 1)
    if value in _TRACK and then.text not in _MINUTES | _SECONDS | _HOURS:
        return Span(value, at, at + 1)
    return Span(_EXACT_MILES[value], at, at + 1) if value in _EXACT_MILES else None


def read_duration(text: str) -> Duration | OutOfRange | None:
    """A stretch of time; "1:52" is an hour and 52 here, "24:30" and a bare 45 are minutes."""
    tokens = read_tokens(text)
    spans = find_durations(tokens) or find_durations(tokens, bare=True)
    if not spans:
        return None
    seconds = likely(spans[0][0])
    if not 0 < seconds <= LONGEST_TIME.seconds:
        return OutOfRange("duration", Duration(0), LONGEST_TIME, Duration(min(seconds, 1e9)))
    return Duration(seconds)


def likely(meanings: Sequence[float]) -> float:
    """Of minutes:seconds and hours:minutes the usual one for a run: ten minutes to six hours."""
    return next((m for m in meanings if 600 <= m <= 6 * 3600), meanings[0])


def find_durations(
    tokens: Sequence[Token], *, bare: bool = False
) -> list[tuple[tuple[float, ...], int, int]]:
    """Every duration: what it may mean in seconds, and its tokens; plain numbers too if `bare`."""
    found: list[tuple[tuple[float, ...], int, int]] = []
    at = 0
    while at < len(tokens):
        read = _written(tokens, at) or _worded(tokens, at)
        if read is None and bare and tokens[at].kind is Kind.NUMBER:
            read = _bare(tokens, at)
        if read is None:
            at += 1
            continue
        found.append((read[0], at, read[1]))
        at = read[1]
    return found


def _bare(tokens: Sequence[Token], at: int) -> tuple[tuple[float, ...], int]:
    """A number without a unit: minutes, hours, or "24.30" as minutes and seconds."""
    token = tokens[at]
    whole, _, part = token.text.replace(",", ".").partition(".")
    then = token_at(tokens, at + 1)
    if len(token.text) in {3, 4} and token.text.isdigit() and int(token.text[-2:]) < 60:
        first, last = int(token.text[:-2]), int(token.text[-2:])
        return (first * 60.0 + last, first * 3600.0 + last * 60), at + 1
    if len(part) == 2 and whole.isdigit() and int(part) < 60:
        return (int(whole) * 60.0 + int(part), int(whole) * 3600.0 + int(part) * 60), at + 1
    if (
        then.kind is Kind.NUMBER
        and then.whole
        and then.value < 60
        and (token.worded or then.worded)
    ):
        return (token.value * 60 + then.value, token.value * 3600 + then.value * 60), at + 2
    return (token.value * 60, token.value * 3600), at + 1


def _written(tokens: Sequence[Token], at: int) -> tuple[tuple[float, ...], int] | None:
    """ "1:52:10", "24:30", "24'30", "24m30s"."""
    token = tokens[at]
    if token.kind is Kind.CLOCK:
        parts = [int(p) for p in token.text.split(":")]
        end, more = at + 1, 0.0
        tenth = token_at(tokens, at + 1)
        if tenth.text == "." and tenth.glued and token_at(tokens, at + 2).glued:
            end = at + 3  # 24:30.5
        if len(parts) == 3:
            return (parts[0] * 3600.0 + parts[1] * 60 + parts[2],), end
        hours = token_at(tokens, at + 1).text in _HOURS
        both = (parts[0] * 60.0 + parts[1] + more, parts[0] * 3600.0 + parts[1] * 60)
        if hours:
            return (both[1],), at + 2
        return (both[:1] if token_at(tokens, at + 1).text in _MINUTES else both), end
    long = re.fullmatch(r"\d{3,}", token.text) if token.kind is Kind.NUMBER else None
    colon = token_at(tokens, at + 1)
    if long and colon.text == ":" and token_at(tokens, at + 2).kind is Kind.NUMBER:
        return (token.value * 60 + tokens[at + 2].value,), at + 3
    return None


def _worded(tokens: Sequence[Token], at: int) -> tuple[tuple[float, ...], int] | None:
    """ "1h52", "1 hour 20 minutes", "an hour and ten", "half an hour", "90 s"."""
    words = [token_at(tokens, at + i).text for i in range(5)]
    if words[:3] == ["half", "an", "hour"]:
        return (1800.0,), at + 3
    if words[1:4] == ["of", "an", "hour"] and words[0] in {"quarter", "quarters"}:
        three = words[0] == "quarters"
        return (2700.0 if three else 900.0,), at + 4
    if words[:2] in (["an", "hour"], ["eine", "stunde"], ["una", "hora"]):
        seconds, end = _rest(tokens, at + 2, 3600.0)
        return (seconds,), end
    token, unit = tokens[at], words[1]
    if token.kind is not Kind.NUMBER:
        return None
    if unit in _HOURS:
        seconds, end = _rest(tokens, at + 2, _in_hours(token))
        return (seconds,), end
    if unit in _MINUTES and not (unit == "m" and token.value >= 100):
        seconds, end = token.value * 60, at + 2
        more = token_at(tokens, end)
        if more.kind is Kind.NUMBER and more.whole and more.value < 60:
            after = token_at(tokens, end + 1).text
            if after in _SECONDS or after not in _KM | _MILES | _MINUTES | {"/", "x", "of", "-"}:
                return (seconds + more.value,), end + (2 if after in _SECONDS else 1)
        return (seconds,), end
    return ((token.value,), at + 2) if unit in _SECONDS else None


def _in_hours(token: Token) -> float:
    """ "1.5 h" and "1.30 h", which is said of an hour and a half too."""
    whole, _, part = token.text.replace(",", ".").partition(".")
    minutes = part in {"10", "15", "20", "30", "40", "45"} and whole.isdigit()
    return int(whole) * 3600.0 + int(part) * 60 if minutes else token.value * 3600


def _rest(tokens: Sequence[Token], at: int, seconds: float) -> tuple[float, int]:
    """What follows the hours: "52", "and 20 minutes", "20m 10s", "and a half"."""
    end = at
    joined = token_at(tokens, at).text in {"and", "und", "y", "&"}
    start = at + 1 if joined else at
    words = [token_at(tokens, start + i).text for i in range(2)]
    if words == ["a", "half"] or (joined and words[0] == "half"):
        return seconds + 1800, start + (2 if words[0] == "a" else 1)
    minutes = token_at(tokens, start)
    if minutes.kind is not Kind.NUMBER or not minutes.whole or minutes.value >= 60:
        return seconds, end
    unit = token_at(tokens, start + 1)
    if unit.text in _MINUTES:
        end, seconds = start + 2, seconds + minutes.value * 60
        last = token_at(tokens, end)
        if last.kind is Kind.NUMBER and last.whole and last.value < 60:
            named = token_at(tokens, end + 1).text in _SECONDS
            if named or last.glued:
                return seconds + last.value, end + (2 if named else 1)
        return seconds, end
    if unit.text in _KM | _MILES | {"/", "-"} or (unit.kind is Kind.WORD and unit.text in _SECONDS):
        return seconds, end
    return seconds + minutes.value * 60, start + 1
