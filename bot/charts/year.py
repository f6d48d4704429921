"""The year by months: a column for each, as high as its running, the races over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.look import Look
from bot.charts.sizes import INNER, LEADING, MARGIN, RIGHT, SMALL
from core.zones import ZoneName

if TYPE_CHECKING:
    from bot.charts.page import Page

HEIGHT = 420.0
"""The fullest month, px."""
WIDEST = 120.0
SHARE = 0.66
"""Of a month's room that its column takes."""


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month: "Nov", its running in any unit, the same in words, and the race that it held."""

    name: str
    amount: float
    words: str = ""
    race: str = ""


@dataclass(frozen=True, slots=True)
class YearChart:
    """Months in order, everything in plain text."""

    title: str
    subtitle: str = ""
    months: tuple[MonthBar, ...] = ()


def year_picture(chart: YearChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: YearChart) -> None:
    heading(page, chart.title, chart.subtitle)
    if not chart.months:
        return
    page.y += 2 * SMALL * LEADING  # room for the fullest month's words
    foot = page.y + HEIGHT
    most = max(month.amount for month in chart.months) or 1
    pitch = INNER / len(chart.months)
    for place, month in enumerate(chart.months):
        middle = MARGIN + (place + 0.5) * pitch
        _column(page, month, (middle, pitch), foot, most)
        if month.race:
            near = chart.months[max(0, place - 1) : place + 2]
            alone = sum(1 for each in near if each.race) == 1
            _race(page, month.race, middle, foot, pitch * 2 if alone else pitch - 6)
    page.y = foot + 8 + (3 if any(month.race for month in chart.months) else 1) * SMALL * LEADING


def _column(
    page: Page, month: MonthBar, room: tuple[float, float], foot: float, most: float
) -> None:
    """One month in its room (middle and width, px); a race month is in the race's colour."""
    palette, (middle, pitch) = page.palette, room
    tall = round(max(6.0, month.amount / most * HEIGHT))
    colour = palette.zones[ZoneName.THRESHOLD if month.race else ZoneName.EASY]
    fill = colour if month.amount else palette.grid
    width = round(min(WIDEST, pitch * SHARE))
    left = round(middle - width / 2)
    page.box(left, foot - tall, width, tall, fill, name="month", radius=8)
    if month.words:
        told = page.fit(month.words, pitch - 6, SMALL, lines=2)
        page.fitted(told, middle, foot - tall - told.height - 2, name="amount", align="center")
    named = page.fit(month.name, pitch - 6, SMALL)
    page.fitted(named, middle, foot + 8, name="month-name", colour=palette.faint, align="center")


def _race(page: Page, race: str, middle: float, foot: float, width: float) -> None:
    """A race's name under its month, wider than the column where no other stands beside it."""
    told = page.fit(race, width, SMALL, lines=2)
    half = told.width / 2
    centre = min(max(middle, MARGIN + half), RIGHT - half)
    page.fitted(told, centre, foot + 8 + SMALL * LEADING, name="race", align="center")
