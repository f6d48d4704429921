"""Efforts as heights and colours: a session's profile, and the small icon of some steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from core.workout import Effort, Step

if TYPE_CHECKING:
    from bot.charts.page import Page

HEIGHT = 380.0
"""Px of an all-out step."""
_HEIGHTS = {
    Effort.REST: 0.05,
    Effort.WALK: 0.12,
    Effort.JOG: 0.22,
    Effort.EASY: 0.34,
    Effort.STEADY: 0.46,
    Effort.MARATHON: 0.55,
    Effort.HALF: 0.62,
    Effort.THRESHOLD: 0.68,
    Effort.TEN_K: 0.76,
    Effort.FIVE_K: 0.82,
    Effort.THREE_K: 0.87,
    Effort.MILE: 0.92,
    Effort.FAST: 0.92,
    Effort.STRIDE: 0.88,
    Effort.SPRINT: 1.0,
}
"""How high each effort stands, as a share of all-out: as hard as it feels (ours)."""
SLOPE, LEAST_SLOPED = 0.25, 16.0
"""How much lower than its end an uphill step begins, if it is at least so many px wide."""
LEAST_FAST = 7.0
"""Px that even a ten-second sprint is wide, at the cost of the walk after it."""
MOST_IN_ICON, ICON_HEIGHT = 3, 44.0


def height_of(step: Step, height: float = HEIGHT) -> float:
    """How far above the foot the step's bar ends, px, if an all-out one is `height`."""
    return _HEIGHTS[step.effort] * height


def profile(
    page: Page,
    steps: Sequence[Step],
    edges: Sequence[float],
    *,
    foot: float,
    height: float = HEIGHT,
) -> None:
    """Bars of the steps between neighbouring edges; the fast ones come last and lie on top."""
    places = list(pairwise(edges))
    after = [right - left for left, right in places[1:]] + [0.0]
    for fast in (False, True):
        for step, (left, right), room in zip(steps, places, after, strict=True):
            if step.effort.at_least_marathon is fast:
                least = min(LEAST_FAST, (right - left + room) * 0.6) if fast else 1.0
                _bar(page, step, (left, max(right, left + least)), foot, height)


def _bar(page: Page, step: Step, ends: tuple[float, float], foot: float, height: float) -> None:
    """One step on whole px; a sliver of paper parts it from the next, and an uphill one rises."""
    left, right = round(ends[0]), round(ends[1])
    width = max(2, right - left - (2 if right - left >= 10 else 0))
    top = round(foot - height_of(step, height))
    colour = page.palette.effort(step.effort)
    if step.uphill and width >= LEAST_SLOPED:
        low = top + SLOPE * (foot - top)
        corners = [(left, foot), (left, low), (left + width, top), (left + width, foot)]
        page.shape(corners, colour, name="step")
    else:
        page.box(left, top, width, foot - top, colour, name="step")


def icon(page: Page, steps: Iterable[Step], left: float, foot: float, *, width: float) -> None:
    """The first different efforts of the steps side by side."""
    efforts = list(dict.fromkeys(step.effort for step in steps))[:MOST_IN_ICON]
    each = width / len(efforts)
    for place, effort in enumerate(efforts):
        tall = max(8.0, _HEIGHTS[effort] * ICON_HEIGHT)
        colour = page.palette.effort(effort)
        page.box(left + place * each, foot - tall, each - 3, tall, colour, name="icon", radius=3)
