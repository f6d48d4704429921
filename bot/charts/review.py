"""The week in five pillars: three figures, five meters, next week's minutes, two sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.legend import CHIP
from bot.charts.look import Look
from bot.charts.marks import diamond
from bot.charts.sizes import BODY, CAP, INNER, LEADING, MARGIN, RIGHT, SMALL
from core.zones import ZoneName

if TYPE_CHECKING:
    from bot.charts.page import Page

FIGURE, CELLS, CELL_GAP, METER, CELL = 76.0, 5, 8.0, 300.0, 34.0
"""A figure's type; a meter's cells, the gap between them, its width and height, px."""
NEXT = 130.0
"""The longest day of next week, px."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in plain text and what it counts: "4 of 5", "sessions"."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Pillar:
    """Its name, how well it was looked after (0-1, None: nothing known) and one line about it."""

    name: str
    level: float | None
    told: str = ""


@dataclass(frozen=True, slots=True)
class NextDay:
    """A day of next week: "Mon", its minutes, whether it is hard."""

    weekday: str
    minutes: float
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A short head and a sentence: "Went well", "Six even 800s."."""

    head: str
    words: str


@dataclass(frozen=True, slots=True)
class ReviewChart:
    """Everything in plain text; empty parts are left out. `next_words` stands over next week."""

    title: str
    subtitle: str = ""
    figures: tuple[Figure, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    said: tuple[Said, ...] = ()
    next_words: str = ""
    next_week: tuple[NextDay, ...] = ()


def review_picture(chart: ReviewChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: ReviewChart) -> None:
    heading(page, chart.title, chart.subtitle)
    _figures(page, chart.figures)
    for pillar in chart.pillars:
        _pillar(page, pillar)
    for said in chart.said:
        _said(page, said)
    if chart.next_week:
        _next_week(page, chart)


def _figures(page: Page, figures: tuple[Figure, ...]) -> None:
    """Side by side, each in its share of the width."""
    if not figures:
        return
    width = INNER / len(figures)
    numbers = [page.fit(f.number, width - 24, FIGURE, smallest=BODY, bold=True) for f in figures]
    words = [page.fit(f.words, width - 24, SMALL, lines=2) for f in figures]
    baseline = page.y + FIGURE
    for place, (number, told) in enumerate(zip(numbers, words, strict=True)):
        x = MARGIN + place * width
        for line in number.lines:
            page.words(line, x, baseline, number.size, name="figure", bold=True)
        page.fitted(told, x, baseline + 14, name="figure-words", colour=page.palette.faint)
    page.y = baseline + 14 + max(told.height for told in words) + 28


def _pillar(page: Page, pillar: Pillar) -> None:
    """Name and meter in one line, what there is to say under them."""
    name = page.fit(pillar.name, INNER - METER - 30, BODY, smallest=SMALL, bold=True)
    page.fitted(name, MARGIN, page.y, name="pillar")
    _meter(page, pillar.level, page.y + BODY - CAP / 2 * BODY)
    page.y += BODY * LEADING + 2
    told = page.fit(pillar.told, INNER, SMALL, lines=2)
    page.fitted(told, MARGIN, page.y, name="told", colour=page.palette.faint)
    page.y += told.height + 22


def _meter(page: Page, level: float | None, middle: float) -> None:
    """Five cells; with nothing known they are only outlined."""
    palette = page.palette
    width = (METER - CELL_GAP * (CELLS - 1)) / CELLS
    filled = 0 if level is None else max(1, round(min(1.0, level) * CELLS))
    for place in range(CELLS):
        x = RIGHT - METER + place * (width + CELL_GAP)
        full = place < filled
        fill = palette.zones[ZoneName.EASY] if full else palette.grid
        outline = palette.grid if level is None else "none"
        page.box(
            x,
            middle - CELL / 2,
            width,
            CELL,
            palette.paper if level is None else fill,
            name="cell" if full else "empty-cell",
            radius=7,
            outline=outline,
        )


def _said(page: Page, said: Said) -> None:
    head = page.fit(said.head, INNER, BODY, smallest=SMALL, bold=True)
    words = page.fit(said.words, INNER, BODY, smallest=SMALL, lines=3)
    page.fitted(head, MARGIN, page.y, name="said-head")
    page.fitted(words, MARGIN, page.y + head.height, name="said")
    page.y += head.height + words.height + 20


def _next_week(page: Page, chart: ReviewChart) -> None:
    """A column for each day by its minutes; hard days have their mark, rest days only a foot."""
    palette = page.palette
    words = page.fit(chart.next_words, INNER, BODY, smallest=SMALL, lines=2, bold=True)
    page.fitted(words, MARGIN, page.y, name="next")
    page.y += words.height + CHIP + 14
    longest = max((day.minutes for day in chart.next_week), default=0) or 1
    pitch = INNER / len(chart.next_week)
    foot = page.y + NEXT
    for place, day in enumerate(chart.next_week):
        middle = MARGIN + (place + 0.5) * pitch
        tall = round(max(6.0, day.minutes / longest * NEXT))
        fill = palette.zones[ZoneName.EASY] if day.minutes else palette.grid
        page.box(
            round(middle - pitch * 0.3),
            foot - tall,
            round(pitch * 0.6),
            tall,
            fill,
            name="day",
            radius=8,
        )
        if day.hard:
            diamond(page, middle - CHIP / 2, foot - tall - CHIP / 2 - 4)
        told = page.fit(day.weekday, pitch - 8, SMALL)
        page.fitted(told, middle, foot + 8, name="weekday", colour=palette.faint, align="center")
    page.y = foot + 8 + SMALL * LEADING
