"""The usual week: "35 km a week", "20 miles", "about 3 hours", "4 runs, longest 12k", "nothing"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.answers import says_none
from bot.understand.cleaning import below_nothing
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantities import find_distances, find_durations, likely
from bot.understand.quantity import token_at
from bot.understand.reading import read_tokens
from bot.understand.tokens import Kind, Token
from core.units import METRES_PER_MILE, Distance, Duration

MOST_A_WEEK = Distance.of_km(250)
MOST_TIME = Duration.of_hours(25)
LONGEST_RUN = Distance.of_km(100)
MOST_RUNS = 14
_LONGEST = frozenset(
    {"longest", "long", "langster", "langste", "lang", "larga", "max", "biggest", "upto"}
)
_RUNS = frozenset(
    {"runs", "times", "days", "x", "sessions", "laufe", "mal", "tage", "veces", "dias", "run"}
)


@dataclass(frozen=True, slots=True)
class VolumeHeard:
    """A week's running as told; parts that were not are None, and "nothing" is zeros."""

    distance: Distance | None = None
    time: Duration | None = None
    runs: int | None = None
    longest: Distance | None = None
    longest_time: Duration | None = None


_EVERY_SECOND = re.compile(
    r"\b(?:every|each) (?:other|second|2(?:\.0)?|2nd|two) (?:day|days|nd day)\b|\balternate days\b"
    r"|\b(?:jeden zweiten tag|cada dos dias)\b"
)
_DAILY = re.compile(r"(?:km|k|miles?|mi|minutes|min|hours?|h) (?:a|per|each|every) day\b")
NO_RUNNING = VolumeHeard(Distance(0), Duration(0), 0, Distance(0), Duration(0))
VolumeRead = VolumeHeard | Unclear[VolumeHeard] | OutOfRange


def read_weekly_volume(text: str, *, miles: bool | None = None) -> VolumeRead | None:
    """The week told; a bare number is in the athlete's unit, or asked where that is unknown."""
    if says_none(text):
        return NO_RUNNING
    if below_nothing(text):
        return OutOfRange("week", Distance(0), MOST_A_WEEK, text.strip()[:20])
    tokens = _ranges_to_middle(read_tokens(text))
    heard = _collect(tokens)
    sizes = (heard.distance, heard.time, heard.longest, heard.longest_time)
    if all(size is None for size in sizes):
        bare = _bare(tokens)
        if bare is not None:
            return _with_bare(tokens, heard, bare, miles)
        return None if heard == VolumeHeard() else _checked(heard)
    return _checked(heard)


def _collect(tokens: Sequence[Token]) -> VolumeHeard:
    distance = longest = None
    for span in find_distances(tokens):
        if _is_longest(tokens, span.start, span.end):
            longest = longest or Distance(span.size)
        else:
            distance = distance or Distance(span.size)
    time = longest_time = None
    for meanings, start, end in find_durations(tokens):
        if any(s.start <= start < s.end for s in find_distances(tokens)):
            continue
        if _is_longest(tokens, start, end):
            longest_time = longest_time or Duration(likely(meanings))
        else:
            time = time or Duration(meanings[-1] if len(meanings) > 1 else meanings[0])
    longest = longest or _bare_longest(tokens, in_miles=_in_miles(tokens)) if distance else longest
    runs = _runs(tokens)
    words = [t.text for t in tokens]
    each = any(w in {"each", "je", "cada", "apiece"} for w in words) or "runs of" in " ".join(words)
    daily = _DAILY.search(" ".join(words)) is not None
    times = (runs or (7 if daily else None)) if each or daily else None
    if times:
        distance = Distance(distance.metres * times) if distance else None
        time = Duration(time.seconds * times) if time else None
    return VolumeHeard(distance, time, runs, longest, longest_time)


def _is_longest(tokens: Sequence[Token], start: int, end: int) -> bool:
    before = [t.text for t in tokens[max(0, start - 5) : start]]
    cut = max((i for i, w in enumerate(before) if w in {",", ";", "and", "."}), default=-1)
    after, beyond = token_at(tokens, end).text, token_at(tokens, end + 1)
    named = (
        after in _LONGEST and beyond.kind is not Kind.NUMBER and beyond.text not in {"run", "is"}
    )
    return any(w in _LONGEST for w in before[cut + 1 :]) or named


def _in_miles(tokens: Sequence[Token]) -> bool:
    return any(t.text in {"mile", "miles", "mi"} for t in tokens)


def _bare_longest(tokens: Sequence[Token], *, in_miles: bool) -> Distance | None:
    """The 12 of "30 km, longest 12", in the week's unit."""
    for at, token in enumerate(tokens):
        number = next((t for t in tokens[at + 1 : at + 4] if t.kind is Kind.NUMBER), None)
        if token.text in _LONGEST and number is not None:
            timed = any(t.has("u_hour", "u_min") for t in tokens[at : at + 6])
            return (
                None if timed else Distance(number.value * (METRES_PER_MILE if in_miles else 1000))
            )
    return None


def _runs(tokens: Sequence[Token]) -> int | None:
    """How many runs, the lower of "five or six"; a run every other day makes three a week."""
    said = " ".join(token.text for token in tokens)
    if _EVERY_SECOND.search(said):
        return 3
    for at, token in enumerate(tokens):
        if token.text in {"once", "twice"} and len(tokens) > 1:
            in_a_day = "day" in {token_at(tokens, at + 1).text, token_at(tokens, at + 2).text}
            return (1 if token.text == "once" else 2) * (7 if in_a_day else 1)
        if token.kind is not Kind.NUMBER or token.value < 1:
            continue
        then = token_at(tokens, at + 1).text
        if then in _RUNS or (
            token_at(tokens, at + 2).text == "runs" and then not in {"km", "miles"}
        ):
            return int(token.value)
    return None


def _ranges_to_middle(tokens: list[Token]) -> list[Token]:
    """ "30-40 km" as 35 km."""
    out: list[Token] = []
    for token in tokens:
        between = len(out) >= 3 and out[-3].text in {"between", "zwischen", "entre"}
        ranged = len(out) >= 2 and (between or out[-1].text in {"-", "to", "or", "bis", "a"})
        if (
            ranged
            and token.kind is Kind.NUMBER
            and out[-2].kind is Kind.NUMBER
            and out[-2].value < token.value
        ):
            low = out[-2].value
            out[-2:] = [Token(Kind.NUMBER, "", value=(low + token.value) / 2)]
        else:
            out.append(token)
    return out


def _bare(tokens: Sequence[Token]) -> float | None:
    for at, token in enumerate(tokens):
        if token.kind is Kind.NUMBER and token_at(tokens, at + 1).text not in _RUNS:
            return token.value
    return None


def _with_bare(
    tokens: Sequence[Token], heard: VolumeHeard, number: float, miles: bool | None
) -> VolumeRead:
    longest = (_bare_longest(tokens, in_miles=False), _bare_longest(tokens, in_miles=True))
    km = VolumeHeard(Distance.of_km(number), None, heard.runs, longest[0])
    mi = VolumeHeard(Distance(number * METRES_PER_MILE), None, heard.runs, longest[1])
    if miles is not None:
        return _checked(mi if miles else km)
    checked = _checked(km)
    return (
        checked
        if isinstance(checked, OutOfRange)
        else Unclear("which-unit", {"number": number}, (km, mi))
    )


def _checked(heard: VolumeHeard) -> VolumeRead:
    zero = Distance(0)
    if heard.distance == zero:
        return NO_RUNNING
    if heard.distance is not None and heard.distance > MOST_A_WEEK:
        return OutOfRange("week", zero, MOST_A_WEEK, heard.distance)
    if heard.time is not None and heard.time > MOST_TIME:
        return OutOfRange("week-time", Duration(0), MOST_TIME, heard.time)
    if heard.runs is not None and heard.runs > MOST_RUNS:
        return OutOfRange("runs", 0, MOST_RUNS, heard.runs)
    if heard.longest is not None and heard.longest > LONGEST_RUN:
        return OutOfRange("longest", zero, LONGEST_RUN, heard.longest)
    if heard.longest and heard.distance and heard.longest > heard.distance:
        return OutOfRange("longest-over-week", zero, heard.distance, heard.longest)
    return heard
