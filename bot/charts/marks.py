"""Small marks that need no words: the tick of a day done, the diamond of a hard one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.charts.legend import CHIP

if TYPE_CHECKING:
    from bot.charts.page import Page


def tick(page: Page, x: float, middle: float) -> None:
    """A tick in a disc, CHIP wide."""
    radius = CHIP / 2 + 1
    page.dot(x + CHIP / 2, middle, radius, page.palette.good, name="tick")
    points = [(x + 9, middle + 1), (x + 15, middle + 7), (x + 26, middle - 7)]
    page.line(points, page.palette.paper, name="tick", thick=5)


def diamond(page: Page, x: float, middle: float) -> None:
    """A filled diamond in the colour of hard running, CHIP wide."""
    half = CHIP / 2 - 2
    centre = x + CHIP / 2
    corners = [
        (centre - half, middle),
        (centre, middle - half),
        (centre + half, middle),
        (centre, middle + half),
    ]
    page.shape(corners, page.palette.hard, name="hard")
