"""Easy kilometres shared out over the days of a week that still lack a session."""

from __future__ import annotations

from collections.abc import Sequence


def share_out(
    metres: float, weights: Sequence[float], least: float, most: Sequence[float], grid: float
) -> list[float]:
    """Metres for every day, never more than `metres` together; a day that cannot have `least` has 0.

    By weight, each between `least` and its own `most`, rounded down to the grid, what that leaves
    going to the heaviest days again. Where there is too little for all, the lightest days go without.
    """
    order = sorted(range(len(weights)), key=lambda i: (-weights[i], i))
    able = [i for i in order if most[i] >= least]
    while able and metres < least * len(able) - 1e-6:
        able.pop()
    found = [0.0] * len(weights)
    total = sum(weights[i] for i in able)
    for i in able:
        wanted = max(least, metres * weights[i] / total)
        found[i] = max(least, grid * int((min(most[i], wanted) + 1e-6) / grid))
    return _corrected(found, able, metres, least, most, grid)


def _corrected(
    found: list[float],
    able: list[int],
    metres: float,
    least: float,
    most: Sequence[float],
    grid: float,
) -> list[float]:
    """Too much is taken back from the biggest days, a rest is given to those with room."""
    over = sum(found) - metres
    while over > 1e-6:
        biggest = max((i for i in able if found[i] - grid >= least - 1e-6), key=found.__getitem__, default=None)
        if biggest is None:
            break
        found[biggest] -= grid
        over -= grid
    moved = True
    while moved:
        moved = False
        for i in able:
            if found[i] + grid <= most[i] + 1e-6 and sum(found) + grid <= metres + 1e-6:
                found[i] += grid
                moved = True
    return found
