"""Sizes in px of a picture 1080 wide; a phone shows a third of them."""

from __future__ import annotations

WIDTH = 1080
MARGIN = 56
INNER = WIDTH - 2 * MARGIN
RIGHT = WIDTH - MARGIN
TITLE, BODY, SMALL = 54.0, 37.0, 33.0
"""Type; nothing is smaller than SMALL, which is 11 px on the phone."""
LEADING = 1.28
"""Baseline to baseline, in type sizes."""
CAP = 0.73
"""Height of a capital letter, in type sizes (DejaVu Sans): half of it centres a line."""
