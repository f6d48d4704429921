"""What holds an athlete: two efforts compared, the leading cause week by week, the findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.charts import scale
from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.legend import Entry, chip, legend
from bot.charts.look import Look
from bot.charts.season_bars import gauge
from bot.charts.sizes import BODY, CAP, INNER, LEADING, MARGIN, RIGHT, SMALL
from bot.charts.timeline import Frame, dates
from core.zones import ZoneName

if TYPE_CHECKING:
    from bot.charts.page import Page

PLOT, BAR, CELL_GAP, TALLEST = 250.0, 44.0, 5.0, 46.0
"""Px: the plot's height, a column's width, between two cells, the tallest cell."""
FIGURE, EFFORT_GAP = 66.0, 40.0


@dataclass(frozen=True, slots=True)
class Effort:
    """One effort in plain text: "10K in 48:30", "3 May 2026"."""

    number: str
    what: str
    day: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The older effort, the newer one, and what lies between them: "0.4 % in 15 weeks"."""

    title: str
    before: Effort
    after: Effort
    change: str


@dataclass(frozen=True, slots=True)
class WeekMarks:
    """One week, by its Monday: how many count against, how many do not; or one amount."""

    starts: date
    against: int = 0
    other: int = 0
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """The leading cause week by week, oldest first; its words are plain text.

    `wanted`: a level to be reached, in the amounts' unit; amounts are drawn where `unit` is set.
    """

    title: str
    weeks: tuple[WeekMarks, ...]
    against: str = ""
    other: str = ""
    unit: str = ""
    wanted: float = 0.0
    wanted_words: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One finding: its name and its evidence in a sentence or two."""

    name: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PlateauChart:
    """Parts that are missing are left out; `dates` writes a Monday short."""

    title: str
    subtitle: str
    dates: Callable[[date], str]
    compared: Compared | None = None
    series: Series | None = None
    findings: tuple[Ranked, ...] = ()


def plateau_picture(chart: PlateauChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: PlateauChart) -> None:
    heading(page, chart.title, chart.subtitle)
    if chart.compared is not None:
        _efforts(page, chart.compared)
    if chart.series is not None and chart.series.weeks:
        _series(page, chart.series, chart.dates)
    for place, finding in enumerate(chart.findings, start=1):
        _finding(page, place, finding)


def _efforts(page: Page, compared: Compared) -> None:
    """The older left, the newer right, and under them what changed."""
    _title(page, compared.title)
    width = (INNER - EFFORT_GAP) / 2
    top, foot = page.y, page.y
    for place, effort in enumerate((compared.before, compared.after)):
        x = MARGIN + place * (width + EFFORT_GAP)
        number = page.fit(effort.number, width, FIGURE, smallest=BODY, bold=True)
        for line in number.lines:
            page.words(line, x, top + FIGURE, number.size, name="effort", bold=True)
        y = top + FIGURE + 12
        for said in (effort.what, effort.day):
            told = page.fit(said, width, SMALL, lines=2)
            page.fitted(told, x, y, name="effort-words", colour=page.palette.faint)
            y += told.height
        foot = max(foot, y)
    page.y = foot + 10
    change = page.fit(compared.change, INNER, BODY, smallest=SMALL, lines=2)
    page.fitted(change, MARGIN, page.y, name="change")
    page.y += change.height + 30


def _title(page: Page, words: str) -> None:
    told = page.fit(words, INNER, BODY, smallest=SMALL, lines=2, bold=True)
    page.fitted(told, MARGIN, page.y, name="part")
    page.y += told.height + 12


def _series(page: Page, series: Series, written: Callable[[date], str]) -> None:
    _title(page, series.title)
    frame = _frame(page, series)
    if series.unit:
        _amounts(page, frame, series)
    else:
        _cells(page, frame, series)
    foot = [(frame.left, frame.foot), (RIGHT, frame.foot)]
    page.line(foot, page.palette.faint, name="axis")
    dates(page, frame.at(top=frame.foot + 8, foot=frame.foot + 9, lowest=0, highest=1), written)
    page.y = frame.foot + 62
    legend(page, _entries(page, series))
    page.y += 18


def _frame(page: Page, series: Series) -> Frame:
    first = series.weeks[0].starts
    left = MARGIN + (72.0 if series.unit else 0.0)
    top = page.y + (SMALL * 1.6 if series.unit else 0.0)
    height = PLOT if series.unit else min(PLOT, _most(series) * (TALLEST + CELL_GAP))
    return Frame(first, 7 * len(series.weeks), left, top, top + height)


def _most(series: Series) -> int:
    return max(week.against + week.other for week in series.weeks)


def _cells(page: Page, frame: Frame, series: Series) -> None:
    """A cell for each that counts, those against at the foot."""
    tall = min(TALLEST, PLOT / max(1, _most(series)) - CELL_GAP)
    pitch = frame.pitch * 7
    width = min(BAR, pitch * 0.8)
    for week in series.weeks:
        x = round(frame.x(week.starts) + (pitch - width) / 2)
        for place in range(week.against + week.other):
            against = place < week.against
            y = round(frame.foot - (place + 1) * (tall + CELL_GAP))
            name = "against" if against else "other"
            page.box(x, y, round(width), round(tall), _fill(page, against), name=name, radius=7)


def _fill(page: Page, against: bool) -> str:
    return page.palette.hard if against else page.palette.zones[ZoneName.EASY]


def _amounts(page: Page, frame: Frame, series: Series) -> None:
    """A bar a week, and a dashed line at what is wanted."""
    most = max([series.wanted, *(week.amount for week in series.weeks), 1.0]) * 1.05
    plot = frame.at(top=frame.top, foot=frame.foot, lowest=0, highest=most)
    gauge(page, plot, _marks(most), series.unit)
    pitch = plot.pitch * 7
    width = min(BAR, pitch * 0.8)
    for week in series.weeks:
        if week.amount > 0:
            x, top = round(plot.x(week.starts) + (pitch - width) / 2), round(plot.y(week.amount))
            colour = page.palette.zones[ZoneName.EASY]
            page.box(x, top, round(width), plot.foot - top, colour, name="week", radius=7)
    if series.wanted:
        y = plot.y(series.wanted)
        ends = [(plot.left, y), (RIGHT, y)]
        page.line(ends, page.palette.hard, name="wanted", thick=5, dashes=(18, 12))


def _marks(most: float) -> Sequence[float]:
    return scale.ticks(most, 4)


def _entries(page: Page, series: Series) -> list[Entry]:
    if series.unit:
        wanted = Entry(series.wanted_words, _dashed)
        return [wanted] if series.wanted else []
    every = [
        (series.against, True, any(week.against for week in series.weeks)),
        (series.other, False, any(week.other for week in series.weeks)),
    ]
    return [Entry(words, chip(_fill(page, against))) for words, against, seen in every if seen]


def _dashed(page: Page, x: float, middle: float) -> None:
    ends = [(x, middle), (x + 34, middle)]
    page.line(ends, page.palette.hard, name="chip", thick=5, dashes=(14, 6))


def _finding(page: Page, place: int, finding: Ranked) -> None:
    """Its rank in a disc, its name, and under it the evidence."""
    radius = BODY * 0.62
    middle = page.y + BODY - CAP / 2 * BODY
    page.dot(MARGIN + radius, middle, radius, page.palette.grid, name="place")
    page.words(
        f"{place}",
        MARGIN + radius,
        middle + CAP / 2 * SMALL,
        SMALL,
        name="rank",
        bold=True,
        align="center",
    )
    left = MARGIN + 2 * radius + 18
    room = RIGHT - left
    name = page.fit(finding.name, room, BODY, smallest=SMALL, lines=2, bold=True)
    page.fitted(name, left, page.y, name="finding")
    page.y += max(name.height, BODY * LEADING)
    told = page.fit(finding.evidence, room, SMALL, lines=4)
    page.fitted(told, left, page.y, name="evidence", colour=page.palette.faint)
    page.y += told.height + 20
