"""A table read between its rows."""

from __future__ import annotations

from itertools import pairwise

Rows = tuple[tuple[float, float], ...]
"""(x, y) with x rising."""


def between(x: float, rows: Rows) -> float:
    """y at x, linear between two rows and level outside them."""
    if x <= rows[0][0]:
        return rows[0][1]
    for (x0, y0), (x1, y1) in pairwise(rows):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return rows[-1][1]
