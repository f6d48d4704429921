"""Seven days: each session as a small profile by minutes, hard days marked, done ones ticked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.legend import Entry, legend
from bot.charts.look import Look
from bot.charts.marks import diamond, tick
from bot.charts.sizes import MARGIN, RIGHT
from bot.charts.week_rows import MARK, Columns, Day, row, weekday_of
from core.workout import PaceOf, step_minutes

if TYPE_CHECKING:
    from bot.charts.page import Page

__all__ = ["Day", "WeekChart", "week_picture"]


@dataclass(frozen=True, slots=True)
class WeekChart:
    """The days in order; `hard` and `done` explain the two marks, in plain text."""

    days: tuple[Day, ...]
    pace_of: PaceOf
    today: date
    title: str
    subtitle: str = ""
    hard: str = ""
    done: str = ""


def week_picture(chart: WeekChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: WeekChart) -> None:
    heading(page, chart.title, chart.subtitle)
    columns = _columns(page, chart)
    for day in chart.days:
        row(page, day, columns, chart.pace_of, today=day.on == chart.today)
    page.y += 16
    legend(page, _entries(chart))


def _columns(page: Page, chart: WeekChart) -> Columns:
    """Ticks have a column only where something is done; the longest session fills the width."""
    weekday = MARGIN + (MARK if any(day.done for day in chart.days) else 0)
    told = (weekday_of(page, day).width for day in chart.days)
    session = weekday + max(told, default=0) + 28
    longest = max(
        (sum(step_minutes(step, chart.pace_of) for step in day.steps) for day in chart.days),
        default=0,
    )
    return Columns(weekday, session, (RIGHT - session) / longest if longest else 0)


def _entries(chart: WeekChart) -> Iterator[Entry]:
    """Only marks that the week has are explained; a race's badge needs no words."""
    if any(day.marked and day.session and not day.session.race for day in chart.days):
        yield Entry(chart.hard, diamond)
    if any(day.done for day in chart.days):
        yield Entry(chart.done, tick)
