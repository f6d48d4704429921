"""The bars of a season: one a week, with its scale and the line of long runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.charts import scale
from bot.charts.look import Palette, mixed
from bot.charts.sizes import BODY, CAP, INNER, MARGIN, RIGHT, SMALL
from bot.charts.timeline import Frame
from bot.charts.weeks import WeekAmount
from core.plan import WeekKind

if TYPE_CHECKING:
    from bot.charts.page import Page

WIDEST = 84.0
TAPER_HATCH = "//"


@dataclass(frozen=True, slots=True)
class Style:
    """How a bar is filled."""

    fill: str
    outline: str = "none"
    hatch: str = ""


def style_of(colour: str, kind: WeekKind | None, palette: Palette) -> Style:
    """Down weeks are hollow, tapers striped, all others full."""
    if kind is WeekKind.DOWN:
        return Style(mixed(colour, palette.paper, 0.3), outline=colour)
    return Style(colour, hatch=TAPER_HATCH if kind is WeekKind.TAPER else "")


def gauge(page: Page, frame: Frame, marks: Sequence[float], unit: str) -> None:
    """Lines across at round amounts, written left of the plot; the unit stands over them."""
    if marks:
        over = frame.y(marks[-1]) - SMALL * 1.3 + CAP / 2 * SMALL
        page.words(unit, MARGIN, over, SMALL, name="unit", colour=page.palette.faint)
    for mark in marks:
        y = frame.y(mark)
        page.line([(frame.left, y), (RIGHT, y)], page.palette.grid, name="grid", thick=2)
        words = scale.written(mark)
        page.words(
            words, MARGIN, y + CAP / 2 * SMALL, SMALL, name="amount", colour=page.palette.faint
        )


def bars(page: Page, frame: Frame, weeks: Sequence[WeekAmount]) -> None:
    """Every week's bar; in weeks that are over a short line shows what was planned."""
    foot = [(frame.left, frame.foot), (RIGHT, frame.foot)]
    page.line(foot, page.palette.faint, name="axis")
    pitch = frame.pitch * 7
    width = min(WIDEST, max(3.0, pitch * 0.8))
    for week in weeks:
        left = round(frame.x(week.starts) + (pitch - width) / 2)
        top = round(frame.y(week.shown))
        colour = page.palette.phases[week.phase] if week.phase else page.palette.grid
        style = style_of(colour, week.kind, page.palette)
        if week.shown > 0:
            page.box(
                left,
                top,
                round(width),
                frame.foot - top,
                style.fill,
                name="week",
                radius=min(8, width / 4),
                outline=style.outline,
                hatch=style.hatch,
            )
        if week.ran is not None and week.planned > 0:
            y = round(frame.y(week.planned))
            page.line([(left, y), (left + width, y)], page.palette.ink, name="planned", thick=5)


def peak(page: Page, frame: Frame, weeks: Sequence[WeekAmount], unit: str) -> None:
    """The amount over the biggest week's bar, on paper so that no line runs through it."""
    biggest = max(weeks, key=lambda week: week.shown)
    words = f"{scale.written(round(biggest.shown))} {unit}"
    told = page.fit(words, INNER, BODY, smallest=SMALL, bold=True)
    middle = frame.middle(biggest.starts + timedelta(days=3))
    left = min(max(middle - told.width / 2, frame.left), RIGHT - told.width)
    top = frame.y(biggest.shown) - told.height
    page.box(left - 6, top, told.width + 12, BODY * 1.1, page.palette.paper, name="behind")
    page.fitted(told, left, top - 2, name="peak")


def long_runs(page: Page, frame: Frame, weeks: Sequence[WeekAmount]) -> None:
    """A dotted-in line through the weeks' long runs; a week without one leaves a gap."""
    half = timedelta(days=3)
    stretch: list[tuple[float, float]] = []
    for week in [*weeks, None]:
        if week is not None and week.long:
            x = frame.middle(week.starts + half)
            stretch.append((x, frame.y(week.long)))
            continue
        if stretch:
            _stretch(page, stretch, dots=len(weeks) <= 60)
        stretch = []


def _stretch(page: Page, points: list[tuple[float, float]], *, dots: bool) -> None:
    if len(points) > 1:
        page.line(points, page.palette.paper, name="halo", thick=11)
        page.line(points, page.palette.ink, name="long", thick=5)
    if dots or len(points) == 1:
        for x, y in points:
            page.dot(x, y, 8, page.palette.paper, name="halo")
            page.dot(x, y, 6, page.palette.ink, name="long-dot")
