"""Which weekday carries what: runs spread, hard days apart from each other and from the long run.

Weekdays stand in a circle here: a week like the last one keeps its distances over the border too.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

WEEK = 7
APART = 2
"""A hard day's least distance to another, or to the long run, in days (R129)."""
APART_MASTERS = 3
"""From age 50: two easy days between hard ones."""


def distance(one: int, other: int) -> int:
    """Days between two weekdays, the shorter way round."""
    gap = abs(one - other) % WEEK
    return min(gap, WEEK - gap)


@lru_cache(maxsize=4096)
def spread_days(
    days: tuple[int, ...], count: int, keep: tuple[int, ...] = (), apart: int = 1
) -> tuple[int, ...]:
    """`count` of the weekdays, `keep` among them, as evenly spread as they go.

    With `apart` 2 no two neighbours are taken, so it may be fewer; every second day is that.
    """
    for size in range(min(count, len(days)), 0, -1):
        found = [c for c in combinations(days, size) if _spaced(c, apart)]
        kept = [c for c in found if set(keep) <= set(c)] or [
            c for c in found if set(keep[:1]) <= set(c)
        ]
        if kept:
            return max(kept, key=_evenness)
    return ()


def _spaced(days: tuple[int, ...], apart: int) -> bool:
    return all(distance(a, b) >= apart for a, b in combinations(days, 2))


def _gaps(days: tuple[int, ...]) -> list[int]:
    """Days from each weekday to the next one taken, round the week."""
    return [(b - a - 1) % WEEK + 1 for a, b in zip(days, days[1:] + days[:1], strict=True)]


def _evenness(days: tuple[int, ...]) -> tuple[int, int]:
    gaps = _gaps(days)
    return min(gaps), -sum(gap * gap for gap in gaps)


@lru_cache(maxsize=8192)
def hard_days(
    days: tuple[int, ...],
    long: int | None,
    wanted: int,
    *,
    apart: int = APART,
    long_hard: bool = False,
    closed: tuple[int, ...] = (),
    clubs: tuple[int, ...] = (),
) -> tuple[int, ...]:
    """The best weekdays for up to `wanted` hard sessions; what cannot be spaced is lost.

    `closed` days take none. Club nights come first, even where they cost another hard day; then the
    number, even spacing, and the classic Tuesday and Thursday before Sunday: the second hard day
    early enough for the long run (R126, R130).
    """
    open_days = [
        day
        for day in days
        if day not in closed
        and day != long
        and (long is None or distance(day, long) >= (apart if long_hard else APART))
    ]
    found = [
        taken
        for size in range(1, wanted + 1)
        for taken in combinations(open_days, size)
        if _spaced(taken, apart)
    ]
    return max(found, key=lambda taken: _merit(taken, long, clubs), default=())


def _merit(hard: tuple[int, ...], long: int | None, clubs: tuple[int, ...]) -> tuple[int, ...]:
    taken = hard if long is None else (*hard, long)
    gaps = _gaps(tuple(sorted(taken)))
    before_long = 0 if long is None else min((long - day) % WEEK for day in hard)
    return len(set(hard) & set(clubs)), len(hard), min(gaps), before_long
