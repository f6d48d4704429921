"""Six weeks of mornings: each day's colour, and legs, sleep and pulse against the own usual."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.charts.answers import Answer, answers_of
from bot.charts.canvas import paint
from bot.charts.days import day_chip, days
from bot.charts.heading import heading
from bot.charts.legend import CHIP, Entry, chip, legend
from bot.charts.look import Look, mixed
from bot.charts.sizes import MARGIN, SMALL
from bot.charts.timeline import Frame, dates
from bot.charts.trend import BAND, SIGN_DOT, Panel, levels, trend
from core.checkin import CheckIn
from core.readiness import Colour
from core.readiness.baseline import Field
from core.readiness.colour import colours

if TYPE_CHECKING:
    from bot.charts.page import Page

__all__ = ["Panel", "ReadinessChart", "ReadinessWords", "readiness_picture"]

DAYS = 42
STRIP, WIDEST_LEVEL = 84.0, 170.0
"""Px: the columns of colours, and the words at the panels' left."""


@dataclass(frozen=True, slots=True)
class ReadinessWords:
    """Plain text; what is empty is left out. Only fields with a panel are drawn, in that order."""

    title: str
    subtitle: str = ""
    panels: Mapping[Field, Panel] = field(default_factory=dict)
    colours: Mapping[Colour, str] = field(default_factory=dict)
    usual: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class ReadinessChart:
    """Check-ins with at least 60 days before the six weeks, so that baselines are what they were.

    `since`: the day a new dose of pulse medicine began; `dates` writes a Monday short.
    """

    checkins: tuple[CheckIn, ...]
    today: date
    words: ReadinessWords
    dates: Callable[[date], str]
    since: date | None = None


def readiness_picture(chart: ReadinessChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: ReadinessChart) -> None:
    words = chart.words
    heading(page, words.title, words.subtitle)
    history = sorted(chart.checkins, key=lambda checkin: checkin.on)
    told = answers_of(history, tuple(words.panels), chart.today, DAYS, chart.since)
    coloured = colours(history, chart.today, DAYS, chart.since)
    frame = _frame(page, chart, told)
    days(page, frame, coloured)
    page.y = frame.foot + 20
    for asked, panel in words.panels.items():
        trend(page, frame, panel, asked, told[asked])
    dates(page, frame.at(top=page.y - 16, foot=page.y, lowest=0, highest=1), chart.dates)
    page.y += 44
    every = [answer for answers in told.values() for answer in answers]
    legend(page, _entries(page, words, {colour for _, colour in coloured}, every))


def _frame(page: Page, chart: ReadinessChart, told: Mapping[Field, tuple[Answer, ...]]) -> Frame:
    """Six weeks that end today; the widest level's words decide where they begin."""
    written = [
        page.fit(said, WIDEST_LEVEL, SMALL).width
        for asked, answers in told.items()
        for _, said in levels(chart.words.panels[asked], asked, answers)
    ]
    return Frame(
        first=chart.today - timedelta(days=DAYS - 1),
        days=DAYS,
        left=MARGIN + max(written, default=0) + 14,
        top=page.y,
        foot=page.y + STRIP,
    )


def _entries(
    page: Page, words: ReadinessWords, seen: set[Colour], answers: Sequence[Answer]
) -> Iterator[Entry]:
    for colour in Colour:
        if colour in seen:
            yield Entry(words.colours.get(colour, ""), day_chip(colour))
    if any(answer.own for answer in answers):
        yield Entry(words.usual, chip(mixed(page.palette.good, page.palette.paper, BAND)))
    if any(answer.sign for answer in answers):
        yield Entry(words.sign, _sign)


def _sign(page: Page, x: float, middle: float) -> None:
    page.dot(x + CHIP / 2, middle, SIGN_DOT, page.palette.hard, name="chip")
