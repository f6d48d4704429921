"""Numbers into strengths from 0 to 1."""

from __future__ import annotations


def ramp(value: float, none: float, full: float) -> float:
    """0 up to `none`, 1 from `full` on, even between; `none` may be the larger of the two."""
    return max(0.0, min(1.0, (value - none) / (full - none)))
