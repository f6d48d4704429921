"""Sharp or stale: a taper's mornings against the same stretch of this athlete's earlier tapers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean

from core.activity import Log
from core.athlete import RaceDay
from core.checkin import CheckIn
from core.readiness.score import score

LEAST_MORNINGS = 3
CLEAR = 5.0
"""Points of the readiness score by which two tapers differ (ours)."""
USUAL = 70.0
Fresh = tuple[tuple[int, float], ...]
"""(days before the race, readiness score), furthest first."""


class Feel(StrEnum):
    """How a taper feels against the ones before it, or, the first time, against usual days."""

    SHARP = "sharp"
    LIKE_BEFORE = "like-before"
    STALE = "stale"
    FIRST = "first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Freshness:
    """`mean` and `before`: scores over the same days before a race; `mornings` answered, `races`
    compared with, or to compare with once there are mornings; `last`: the latest of them.
    """

    feel: Feel
    mornings: int = 0
    mean: float | None = None
    before: float | None = None
    races: int = 0
    last: date | None = None


def fresh(race: date, starts: date, today: date, checkins: Sequence[CheckIn], log: Log) -> Fresh:
    """The scores of the taper's mornings up to today, where they were answered."""
    found = []
    for checkin in sorted(checkins, key=lambda c: c.on):
        if not starts <= checkin.on <= min(today, race):
            continue
        past = [c for c in checkins if c.on < checkin.on]
        number = score(checkin, past, log).value
        if number is not None:
            found.append(((race - checkin.on).days, round(number, 1)))
    return tuple(found)


def freshness(now: Fresh, earlier: Sequence[RaceDay]) -> Freshness:
    """This taper against the same days of those before it; honest where there is none."""
    if len(now) < LEAST_MORNINGS:
        compare = sum(len(day.fresh) >= LEAST_MORNINGS for day in earlier)
        return Freshness(Feel.UNKNOWN, len(now), races=compare)
    mean, left = fmean(points for _, points in now), min(before for before, _ in now)
    told = [(day.on, _same_days(day.fresh, left)) for day in earlier]
    known = [(on, points) for on, points in told if len(points) >= LEAST_MORNINGS]
    if not known:
        return Freshness(Feel.FIRST, len(now), mean)
    before = fmean(fmean(points) for _, points in known)
    feel = Feel.LIKE_BEFORE
    if mean >= before + CLEAR:
        feel = Feel.SHARP
    elif mean <= before - CLEAR:
        feel = Feel.STALE
    last = max(on for on, _ in known)
    return Freshness(feel, len(now), mean, before, len(known), last)


def _same_days(old: Fresh, left: int) -> list[float]:
    return [points for before, points in old if before >= left]
