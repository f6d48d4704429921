"""Easy kilometres shared out over the days of a week that still lack a session."""

from __future__ import annotations

from collections.abc import Sequence

NEARLY = 0.97
"""So much of the least is enough: other runs were rounded down (ours)."""


def share_out(
    metres: float, weights: Sequence[float], least: float, most: Sequence[float], grid: float
) -> list[float]:
    """Metres for every day; a day that cannot have `least` has none.

    By weight, each between `least` and its own `most`, on the grid and together no more than
    `metres`. Where there is too little for all, the lightest days go without.
    """
    able = [i for i in range(len(weights)) if most[i] >= least * NEARLY]
    able.sort(key=lambda i: (-weights[i], i))
    while able and metres < least * NEARLY * len(able):
        able.pop()
    found = [0.0] * len(weights)
    whole = sum(weights[i] for i in able)
    for i in able:
        wanted = min(most[i], metres * weights[i] / whole)
        found[i] = max(min(least, most[i]), grid * int(wanted / grid + 1e-6))
    _take_back(found, able, max(metres, least * NEARLY * len(able)), least, grid)
    _give_out(found, able, metres, most, grid)
    return found


def _take_back(
    found: list[float], able: Sequence[int], metres: float, least: float, grid: float
) -> None:
    """Steps taken from the biggest days while all together are too much."""
    while sum(found) > metres + 1e-6:
        bigger = [i for i in able if found[i] - grid >= least - 1e-6]
        if not bigger:
            return
        found[max(bigger, key=found.__getitem__)] -= grid


def _give_out(
    found: list[float], able: Sequence[int], metres: float, most: Sequence[float], grid: float
) -> None:
    """What rounding left, a step a day, the heaviest days first."""
    given = True
    while given:
        given = False
        for i in able:
            if found[i] + grid <= most[i] + 1e-6 and sum(found) + grid <= metres + 1e-6:
                found[i] += grid
                given = True
