"""A race goal: "10k on 9 May 2027", "berlin marathon next september", "half in 12 weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.understand.answers import says_none
from bot.understand.calendar_words import MONTHS, WEEKDAYS
from bot.understand.cleaning import clean
from bot.understand.dates import find_date
from bot.understand.problems import Nothing, OutOfRange, Unclear
from bot.understand.quantities import (
    Span,
    as_race,
    checked_distance,
    find_distances,
    find_durations,
)
from bot.understand.quantity import token_at
from bot.understand.reading import read_tokens
from bot.understand.records import believable, fastest, slowest
from bot.understand.tokens import Kind, Token, word_set
from core.athlete import Priority
from core.units import Distance, Duration

FARTHEST = timedelta(days=3 * 366)
LONGEST_RACE = Distance(45_000)
"""Plans reach as far as the marathon; a course may be a little long."""
_NO_RACE = frozenset({"fun", "fitness", "health", "fit", "healthy", "spass", "salud", "nowhere"})
_GOAL = frozenset(
    {"sub", "under", "target", "goal", "hoping", "aiming", "aim", "below", "unter", "ziel"}
)


@dataclass(frozen=True, slots=True)
class RaceHeard:
    """A race; what was not told is None, `between` the days where only a month was."""

    distance: Distance | None = None
    on: date | None = None
    between: tuple[date, date] | None = None
    target: Duration | None = None
    name: str = ""
    priority: Priority | None = None


RaceRead = RaceHeard | Unclear[RaceHeard] | OutOfRange | Nothing


def read_race(text: str, today: date) -> RaceRead | None:
    """The race told; a day gone by, an impossible target and two readings come back as such."""
    if says_none(text):
        return Nothing()
    gone = re.search(r"\b(last|ago|letzte[nrs]?|pasado|yesterday|gestern)\b", clean(text).lower())
    day = find_date(text, today, past=bool(gone))
    tokens = read_tokens(day.rest if day else text)
    spans = find_distances(tokens)
    heard = RaceHeard(name=_name(text), priority=_priority(tokens))
    if spans:
        distance = checked_distance(as_race(spans[0].size))
        if isinstance(distance, OutOfRange):
            return distance
        if distance > LONGEST_RACE:
            return OutOfRange("race-distance", None, LONGEST_RACE, distance)
        heard = replace(heard, distance=distance)
    if not spans and day is None:
        return Nothing() if any(t.text in _NO_RACE for t in tokens) else None
    target = _target(tokens, spans, heard.distance)
    if isinstance(target, OutOfRange):
        return target
    return _on(replace(heard, target=target), day.read if day else None, today)


def _on(heard: RaceHeard, day: object, today: date) -> RaceRead:
    if isinstance(day, OutOfRange):
        return day
    if isinstance(day, Unclear):
        if day.options:
            told = (_checked(replace(heard, on=d), today) for d in day.options)
            options = tuple(r for r in told if isinstance(r, RaceHeard))
            return Unclear(day.code, day.facts, options)
        first, last = (date.fromisoformat(str(day.facts[k])) for k in ("from", "to"))
        if last < today:
            return OutOfRange("race-in-past", today, today + FARTHEST, last)
        return replace(heard, between=(max(first, today), last))
    return _checked(replace(heard, on=day), today) if isinstance(day, date) else heard


def _checked(heard: RaceHeard, today: date) -> RaceHeard | OutOfRange:
    if heard.on is not None and heard.on < today:
        return OutOfRange("race-in-past", today, today + FARTHEST, heard.on)
    if heard.on is not None and heard.on > today + FARTHEST:
        return OutOfRange("race-too-far", today, today + FARTHEST, heard.on)
    return heard


def _target(
    tokens: Sequence[Token], spans: Sequence[Span], distance: Distance | None
) -> Duration | OutOfRange | None:
    others = [*tokens[: spans[0].start], *tokens[spans[0].end :]] if spans else list(tokens)
    wished = any(t.text in _GOAL or (t.text == "in" and number) for t, number in _with_next(others))
    found = find_durations(others) or (find_durations(others, bare=True) if wished else [])
    if not found or distance is None:
        return None
    meanings = found[0][0]
    for seconds in meanings:
        if seconds > 0 and believable(distance, Duration(seconds)):
            return Duration(seconds)
    code = "too-fast" if min(meanings) < fastest(distance).seconds else "too-slow"
    return OutOfRange(code, fastest(distance), slowest(distance), Duration(min(meanings)))


def _with_next(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Each token, and whether a number follows it."""
    for at, token in enumerate(tokens):
        yield token, token_at(tokens, at + 1).kind is Kind.NUMBER


def _priority(tokens: Sequence[Token]) -> Priority | None:
    for at, token in enumerate(tokens):
        after = token_at(tokens, at + 1).text
        if token.text in {"a", "b", "c"} and after in {"race", "goal", "rennen", "prio"}:
            named = token.text != "a" or token_at(tokens, at - 1).text in {
                "my",
                "as",
                "the",
                "an",
                "prio",
            }
            return Priority(token.text) if named else None
    return None


_RACE_WORD = r"(?:half[- ]marathon|halbmarathon|marathon|half|parkrun|10 ?k|5 ?k|10 miles?|run)"
_NAMED = re.compile(rf"((?:[^\W\d_][\w'.-]* ){{1,4}}){_RACE_WORD}\b", re.IGNORECASE)
_NO_NAME = word_set("""
    a an the my first next second third local another big small in on at for to of i im ill am
    is do doing run running race racing want would like goal target sub plan planning training
    and a b c spring autumn summer winter fall half full long short this that will be have got
    signed up it its his her our me one new city in's
    """)


def _name(text: str) -> str:
    """ "Berlin Marathon": the proper words before the kind of race, or nothing."""
    found = _NAMED.search(clean(text)[:200])
    if not found:
        return ""
    words = found[1].split()
    while words and words[0].lower().strip(".,") in _NO_NAME:
        words.pop(0)
    kept = [w for w in words if w.lower() not in WEEKDAYS and w.lower() not in MONTHS]
    if not kept or kept != words or words[-1].lower() in _NO_NAME:
        return ""
    kind = found[0][len(found[1]) :]
    return " ".join(w[:1].upper() + w[1:] for w in [*kept, kind])
