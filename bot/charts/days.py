"""Days as columns in their colour: green tallest, red shortest, so that height tells it too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bot.charts.legend import CHIP, Draw
from bot.charts.timeline import Frame, mondays
from core.readiness import Colour

if TYPE_CHECKING:
    from bot.charts.page import Page

SHARES = {Colour.GREEN: 1.0, Colour.AMBER: 0.65, Colour.RED: 0.35}
"""How full each colour's column is, like a battery."""


def days(page: Page, frame: Frame, coloured: Iterable[tuple[date, Colour]]) -> None:
    """A column for each day; one without an answer is only a mark on the ground."""
    mondays(page, frame)
    width = max(4, round(frame.pitch * 0.8))
    for day, colour in coloured:
        left = round(frame.middle(day) - width / 2)
        _column(page, colour, left, frame.foot, (width, frame.foot - frame.top))


def day_chip(colour: Colour) -> Draw:
    """The legend's mark: a column of the colour, CHIP high if green."""

    def draw(page: Page, x: float, middle: float) -> None:
        _column(page, colour, x + CHIP * 0.2, middle + CHIP / 2, (CHIP * 0.6, CHIP))

    return draw


def _column(
    page: Page, colour: Colour, left: float, foot: float, size: tuple[float, float]
) -> None:
    width, height = size
    if colour is Colour.UNKNOWN:
        page.box(left, foot - 5, width, 5, page.palette.faint, name="unanswered")
        return
    tall = round(height * SHARES[colour])
    fill = page.palette.days[colour]
    page.box(left, foot - tall, width, tall, fill, name=colour.value, radius=4)
