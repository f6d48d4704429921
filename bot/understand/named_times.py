"""Times with names, as a coach types them after a session: "5k: Ana 21:40, Rui 23:10"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.units import Distance, Duration, UnitError, parse_distance, parse_duration

MOST = 60
LONGEST_NAME = 64
_DISTANCE = re.compile(
    r"\s*(?P<told>\d+(?:[.,]\d+)?\s*(?:km|k|miles|mile|mi|m)\b|half(?: marathon)?\b|marathon\b)"
    r"\s*[:,;\-–]?\s*",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<![\d:.])\d{1,3}(?:[:.'’]\d{2}){1,2}(?![\d:.])")
_BETWEEN = re.compile(r"[,;\n]")
_AND = re.compile(r"^and\s+", re.IGNORECASE)
_NAMED = {"half": 21097.5, "half marathon": 21097.5, "marathon": 42195.0}


@dataclass(frozen=True, slots=True)
class NamedTimes:
    """What was typed: `distance` None where none was told; `unread` is what made no sense."""

    distance: Distance | None
    times: tuple[tuple[str, Duration], ...]
    unread: str = ""


def read_named_times(text: str) -> NamedTimes:
    """Every name with a time, in order; the last one counts where a name comes twice."""
    distance, rest = _leading_distance(text)
    times: dict[str, Duration] = {}
    left: list[str] = []
    at = 0
    for found in _TIME.finditer(rest):
        *before, said = _BETWEEN.split(rest[at : found.start()])
        at, left = found.end(), [*left, *before]
        name = _AND.sub("", " ".join(said.split())).strip(' :=-–@"”')
        time = _time(found[0])
        if time is None or not name or len(name) > LONGEST_NAME:
            left += [said, found[0]]
        else:
            times.pop(name, None)
            times[name] = time
    left.append(rest[at:])
    unread = " ".join(" ".join(left).split()).strip(" ,;.")
    return NamedTimes(distance, tuple(times.items())[:MOST], unread)


def _leading_distance(text: str) -> tuple[Distance | None, str]:
    found = _DISTANCE.match(text)
    if found is None:
        return None, text
    told = " ".join(found["told"].lower().split())
    distance = Distance(_NAMED[told]) if told in _NAMED else _distance(told)
    return (distance, text[found.end() :]) if distance else (None, text)


def _distance(told: str) -> Distance | None:
    try:
        return parse_distance(told)
    except UnitError:
        return None


def _time(told: str) -> Duration | None:
    try:
        time = parse_duration(re.sub(r"[.'’]", ":", told))
    except UnitError:
        return None
    return time if time.seconds > 0 else None
