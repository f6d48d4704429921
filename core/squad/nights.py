"""A member's running days moved onto the days that their squad trains on."""

from __future__ import annotations

from collections.abc import Collection, Sequence

WEEK = 7


def with_nights(
    days: Sequence[int], long_day: int, nights: Collection[int]
) -> tuple[int, ...] | None:
    """As many running days as before, the squad's among them; None: they fit already, or cannot.

    Weekdays are 0 (Monday) to 6. The long run keeps its day; each of the squad's days takes the
    place of the own day nearest to it, those far from the long run first (ours).
    """
    moved = set(days)
    for night in sorted(set(nights) - moved, key=lambda night: -_apart(night, long_day)):
        free = [day for day in sorted(moved) if day != long_day and day not in nights]
        if not free:
            break
        moved.remove(min(free, key=lambda day: _apart(day, night)))
        moved.add(night)
    return tuple(sorted(moved)) if moved != set(days) else None


def _apart(one: int, other: int) -> int:
    return min((one - other) % WEEK, (other - one) % WEEK)
