"""A result in words: "5k in 24:30", "10 km 52 min last october", "half 1h52"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.answers import says_none
from bot.understand.cleaning import clean
from bot.understand.dates import DayFound, find_date
from bot.understand.problems import Nothing, OutOfRange, Unclear
from bot.understand.quantities import as_race, checked_distance, find_distances, find_durations
from bot.understand.quantity import token_at
from bot.understand.reading import read_tokens
from bot.understand.records import believable, fastest, slowest
from bot.understand.tokens import Token
from core.units import METRES_PER_MILE, Distance, Duration

_PER_KM = frozenset({"km", "k", "kilometre", "kilometer"})
_NO_TIME = re.compile(r"\d:\d+:\d+:\d|\d:[6-9]\d(?!\d)")
"""What no watch shows: "1:05:00:00", "48:61"."""
_TO_COME = re.compile(
    r"\bnext (?!to\b|door\b|day\b|morning\b)\w"
    r"|\b(?:i|id|we) (?:want|hope|wish|plan|aim|dream|intend|like|love)\b"
    r"|\b(?:want|hope|wish|plan|aim) to\b|\b(?:hoping|aiming|planning|going) (?:to|for)\b"
    r"|\b(?:my|the|a) (?:goal|target|aim)\b|\b(?:goal|target) (?:time|is)\b"
    r"|\b(?:ill|will) (?:run|do|try)\b"
)
"""Words of a wish: the time in them has not been run."""
_PER_MILE = frozenset({"mi", "mile", "miles"})


@dataclass(frozen=True, slots=True)
class ResultHeard:
    """A time over a distance; `on` is None if no day was told, `about` if only its month was."""

    distance: Distance
    time: Duration
    on: date | None = None
    about: bool = False
    trial: bool = False


ResultRead = ResultHeard | Unclear[ResultHeard] | OutOfRange | Nothing


def read_result(text: str, today: date) -> ResultRead | None:
    """The result told; impossible times, days to come and missing halves come back as such."""
    if says_none(text):
        return Nothing()
    if _TO_COME.search(clean(text).lower().replace("'", "")):
        return _still_to_come(text, today)
    read = _read(text, today, find_date(text, today, past=True))
    if isinstance(read, Unclear) and read.code == "which-time":
        # "5k 24.10" is no 24th of October
        return _read(text, today, find_date(text, today, past=True, numeric=False))
    return read


def _still_to_come(text: str, today: date) -> ResultRead | None:
    """A time that is wished for is none that was run; None where no distance is told."""
    day = find_date(text, today)
    if not find_distances(read_tokens(day.rest if day else text)):
        return None
    read = day.read if day else None
    if isinstance(read, Unclear) and "from" in read.facts:
        read = date.fromisoformat(str(read.facts["from"]))
    if isinstance(read, date) and read > today:
        return OutOfRange("result-in-future", None, today, read)
    return Unclear("still-to-come")


def _read(text: str, today: date, day: DayFound | None) -> ResultRead | None:
    tokens = read_tokens(day.rest if day else text)
    spans = find_distances(tokens)
    if not spans:
        times = find_durations(tokens)
        return Unclear("which-distance", {"seconds": times[0][0][0]}) if times else None
    distance = checked_distance(as_race(spans[0].size))
    if isinstance(distance, OutOfRange):
        return distance
    if _NO_TIME.search(text):
        return Unclear("which-time", {"metres": distance.metres})
    others = [*tokens[: spans[0].start], *tokens[spans[0].end :]]
    time = _time(others, distance)
    if time is None:
        return Unclear("which-time", {"metres": distance.metres})
    if isinstance(time, OutOfRange):
        return time
    trial = any(t.text in {"trial", "tt", "alone", "solo", "training", "test"} for t in tokens)
    return _dated(ResultHeard(distance, time, trial=trial), day.read if day else None, today)


def _time(tokens: Sequence[Token], distance: Distance) -> Duration | OutOfRange | None:
    """The believable meaning of the time told, or of the pace."""
    found = find_durations(tokens) or find_durations(tokens, bare=True)
    if not found:
        return None
    meanings, _, end = found[0]
    per_km = paced(tokens, end)
    if per_km is not None:
        meanings = tuple(m * distance.km * per_km for m in meanings)
    for seconds in meanings:
        if seconds > 0 and believable(distance, Duration(seconds)):
            return Duration(round(seconds, 1))
    near = min(meanings, key=lambda m: abs(m - fastest(distance).seconds * 1.6))
    code = "too-fast" if near < fastest(distance).seconds else "too-slow"
    return OutOfRange(code, fastest(distance), slowest(distance), Duration(min(near, 1e9)))


def paced(tokens: Sequence[Token], at: int) -> float | None:
    """How many of the unit's lengths a kilometre has where "/km", "per mile" or "pace" follows."""
    words = [token_at(tokens, at + i).text for i in range(3)]
    if words[0] in {"/", "per", "min", "a", "the"}:
        words = words[1:] if words[1] not in {"/", "per"} else words[2:]
        if words and words[0] in _PER_KM:
            return 1.0
        if words and words[0] in _PER_MILE:
            return 1000 / METRES_PER_MILE
    return 1.0 if words and words[0] in {"pace", "pro"} else None


def _dated(heard: ResultHeard, day: object, today: date) -> ResultRead:
    if day is None:
        return heard
    if isinstance(day, OutOfRange):
        return day
    if isinstance(day, Unclear):
        if not day.options:
            return _about(heard, day, today)
        both = tuple(_dated_on(heard, d, today) for d in day.options)
        past = tuple(r for r in both if isinstance(r, ResultHeard))
        return past[0] if len(past) == 1 else Unclear(day.code, day.facts, past)
    return _dated_on(heard, day, today) if isinstance(day, date) else heard


def _about(heard: ResultHeard, stretch: Unclear[date], today: date) -> ResultRead:
    """The middle of a month or week that was told, or today where that is yet to come."""
    first, last = (date.fromisoformat(str(stretch.facts[k])) for k in ("from", "to"))
    if first > today:
        return OutOfRange("result-in-future", None, today, first)
    return _dated_on(heard, min(first + (last - first) / 2, today), today, about=True)


def _dated_on(
    heard: ResultHeard, on: date, today: date, *, about: bool = False
) -> ResultHeard | OutOfRange:
    if on > today:
        return OutOfRange("result-in-future", None, today, on)
    return ResultHeard(heard.distance, heard.time, on, about, heard.trial)


def read_results(text: str, today: date) -> tuple[ResultRead, ...]:
    """Several results, one a line or parted by ";", "," or "and"."""
    parts = re.split(r"[\n;]|,(?=\s)|\band\b", clean(text))
    merged: list[str] = []
    for part in parts:
        if merged and not find_distances(read_tokens(part)):
            merged[-1] += f" {part}"
        elif part.strip():
            merged.append(part)
    read = (read_result(part, today) for part in merged[:20])
    return tuple(r for r in read if r is not None)
