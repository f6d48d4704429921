"""The taper: windows of volume against the big weeks, with the hard sessions that stay in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.legend import CHIP, Entry, legend
from bot.charts.look import Look, mixed
from bot.charts.marks import diamond
from bot.charts.races import RADIUS, badge
from bot.charts.sizes import BODY, INNER, MARGIN, RIGHT, SMALL
from core.athlete import Priority
from core.zones import ZoneName

if TYPE_CHECKING:
    from bot.charts.page import Page

HEIGHT, WIDEST, RACE_WIDTH = 420.0, 190.0, 150.0
"""Px: the highest bar, the widest one, and the race's own column."""
MARKS, PAD, LABEL_LINES = 50.0, 14.0, 3
"""Px of the marks below a bar and round the share in it; lines of a window's label."""
MOST_MARKS = 4
DASHES = (12.0, 9.0)


@dataclass(frozen=True, slots=True)
class Window:
    """Seven days or so: how much (any unit, the same in all), its share and dates in plain text.

    `big` are weeks that the taper is measured by; `now` is the window of today.
    """

    amount: float
    share: str
    label: str
    hard: int = 0
    big: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class VolumeChart:
    """Windows in date order up to the race; `peak` is what the shares are of, with its words."""

    windows: tuple[Window, ...]
    peak: float
    peak_words: str
    title: str
    subtitle: str = ""
    race: Priority = Priority.A
    race_words: str = ""
    hard: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a window stands, px."""

    left: float
    width: float
    foot: float
    per_unit: float

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


def volume_picture(chart: VolumeChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: VolumeChart) -> None:
    heading(page, chart.title, chart.subtitle)
    most = max((chart.peak, *(window.amount for window in chart.windows)))
    if most <= 0:
        return
    foot = page.y + HEIGHT + 12
    pitch = (INNER - RACE_WIDTH) / max(1, len(chart.windows))
    columns = [
        Column(MARGIN + place * pitch, pitch, foot, HEIGHT / most)
        for place in range(len(chart.windows))
    ]
    _peak_line(page, foot - chart.peak * HEIGHT / most)
    for window, column in zip(chart.windows, columns, strict=True):
        _bar(page, window, column)
    page.line([(MARGIN, foot), (RIGHT, foot)], page.palette.faint, name="axis")
    below = [_below(page, *each) for each in zip(chart.windows, columns, strict=True)]
    page.y = foot + MARKS + max((*below, _race(page, chart, foot))) + 28
    legend(page, _entries(chart))


def _peak_line(page: Page, level: float) -> None:
    """Behind the bars, so that it runs through no words."""
    across = [(MARGIN, level), (RIGHT - RACE_WIDTH, level)]
    page.line(across, page.palette.ink, name="peak", dashes=DASHES)


def _bar(page: Page, window: Window, column: Column) -> None:
    """The bar, with its share inside where it is tall enough, else over it."""
    palette = page.palette
    if window.now:
        tall = column.foot - page.y
        page.box(column.left, page.y, column.width, tall, palette.shade, name="now", radius=12)
    blue = palette.zones[ZoneName.EASY]
    fill = mixed(blue, palette.paper, 0.45) if window.big else blue
    width = round(min(WIDEST, column.width - 14))
    tall = round(window.amount * column.per_unit)
    left, top = round(column.middle - width / 2), column.foot - tall
    page.box(left, top, width, tall, fill, name="window", radius=10)
    share = page.fit(window.share, width - 4, BODY, smallest=SMALL, bold=True)
    inside = tall > share.height + 2 * PAD
    at = top + PAD if inside else top - share.height - 4
    colour = palette.on(fill) if inside else palette.ink
    page.fitted(share, column.middle, at, name="share", colour=colour, align="center")


def _below(page: Page, window: Window, column: Column) -> float:
    """Hard sessions and dates under the axis; how far the words reach, px."""
    marks = min(window.hard, MOST_MARKS, int(column.width / (CHIP + 2)))
    for place in range(marks):
        x = column.middle + (place - marks / 2) * (CHIP + 2)
        diamond(page, x, column.foot + MARKS / 2 + 2)
    label = page.fit(window.label, column.width - 10, SMALL, lines=LABEL_LINES)
    top, faint = column.foot + MARKS, page.palette.faint
    page.fitted(label, column.middle, top, name="label", colour=faint, align="center")
    return label.height


def _race(page: Page, chart: VolumeChart, foot: float) -> float:
    """Its badge on the axis, its day below; how far the words reach, px."""
    middle = RIGHT - RACE_WIDTH / 2
    badge(page, chart.race, middle, foot - RADIUS - 14)
    told = page.fit(chart.race_words, RACE_WIDTH - 6, SMALL, lines=LABEL_LINES, bold=True)
    page.fitted(told, middle, foot + MARKS, name="race-words", align="center")
    return told.height


def _entries(chart: VolumeChart) -> Iterator[Entry]:
    yield Entry(chart.peak_words, _dashes)
    if any(window.hard for window in chart.windows):
        yield Entry(chart.hard, diamond)


def _dashes(page: Page, x: float, middle: float) -> None:
    page.line(
        [(x - 2, middle), (x + CHIP + 2, middle)], page.palette.ink, name="chip", dashes=DASHES
    )
