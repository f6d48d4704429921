"""Which hard sessions are the same session again."""

from __future__ import annotations

from collections.abc import Sequence

from core.plateau.view import Run

NEAR_MINUTES = 0.12
"""Sessions without a key or a count are alike if they last as long, to so much (ours)."""


def alike(one: Run, other: Run) -> bool:
    """The same recipe in the same size; without keys the same kind, reps and length."""
    a, b = one.activity, other.activity
    if a.key != b.key or one.focus is not other.focus:
        return False
    if a.reps_planned is not None and b.reps_planned is not None:
        return a.reps_planned == b.reps_planned
    if not one.minutes or not other.minutes:
        return bool(a.key)
    return abs(one.minutes - other.minutes) <= NEAR_MINUTES * max(one.minutes, other.minutes)


def groups(runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """The runs sorted into those that are alike, the largest group first, each oldest first.

    A group is what is like one of its runs, and that one is chosen so that most belong: so a set
    that grows by a rep every week falls into many groups.
    """
    left, found = list(runs), []
    while left:
        sets = [tuple(r for r in left if r is centre or alike(r, centre)) for centre in left]
        best = max(sets, key=lambda group: (len(group), group[-1].on))
        found.append(best)
        left = [r for r in left if r not in best]
    return tuple(sorted(found, key=lambda group: (-len(group), group[0].on)))
