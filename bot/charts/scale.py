"""Round numbers for an axis."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
MINUTES = (1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 240.0, 480.0, 1440.0)
"""Steps in which people count minutes."""
WHOLE = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0)
"""Steps of whole numbers."""


def step_for(most: float, steps: int, choices: Sequence[float] = ()) -> float:
    """The smallest round step that needs at most `steps` of them to reach `most`."""
    wanted = most / steps
    for choice in choices:
        if choice >= wanted:
            return choice
    power = 1.0
    while power * 10 < wanted:
        power *= 10
    while power > wanted:
        power /= 10
    return next(power * each for each in _ROUND if power * each >= wanted - 1e-9)


def ticks(most: float, steps: int, choices: Sequence[float] = ()) -> tuple[float, ...]:
    """Round numbers above zero up to `most`, at most `steps` of them; none for nothing."""
    if most <= 0:
        return ()
    step = step_for(most, steps, choices)
    return tuple(step * n for n in range(1, int(most / step + 1e-9) + 1))


def between(low: float, high: float, most: int) -> tuple[float, ...]:
    """Whole round numbers from `low` to `high`, at most so many of them."""
    for step in WHOLE:
        first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
        if last - first < most:
            return tuple(step * n for n in range(first, last + 1))
    return ()


def written(value: float) -> str:
    """A tick as digits: whole, or with the one decimal it needs."""
    return f"{value:.10g}"
