"""Seven days: each session as a small profile by minutes, hard days marked, done ones ticked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.legend import CHIP, Entry, legend
from bot.charts.look import Look
from bot.charts.profile import profile
from bot.charts.sizes import BODY, CAP, INNER, LEADING, MARGIN, RIGHT, SMALL
from core.plan import Session
from core.workout import PaceOf, step_minutes

if TYPE_CHECKING:
    from bot.charts.page import Page

PROFILE, REST_ROW, PAD = 62.0, 66.0, 16.0
"""Px: an all-out step, a row without a session, and the room above and below a row."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day in plain text: `weekday` ("Thu"), the session's `name` and `amount` ("8 km"), a `note`.

    A day without a session is a rest day, and `name` says so.
    """

    on: date
    weekday: str
    name: str
    amount: str = ""
    note: str = ""
    session: Session | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class WeekChart:
    """The days in order; `hard` and `done` explain the two marks."""

    days: tuple[Day, ...]
    pace_of: PaceOf
    today: date
    title: str
    subtitle: str = ""
    hard: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges of weekday and session, and px for a minute."""

    weekday: float
    session: float
    per_minute: float


def week_picture(chart: WeekChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: WeekChart) -> None:
    heading(page, chart.title, chart.subtitle)
    columns = _columns(page, chart)
    for day in chart.days:
        _row(page, chart, day, columns)
    page.y += 18
    legend(page, _entries(chart))


def _columns(page: Page, chart: WeekChart) -> Columns:
    """The ticks have a column only where something is done."""
    weekday = MARGIN + (CHIP + 20 if any(day.done for day in chart.days) else 0)
    widest = max((page.fit(d.weekday, 240, BODY, bold=True).width for d in chart.days), default=0)
    session = weekday + widest + 30
    longest = max((_minutes(day, chart) for day in chart.days), default=0)
    return Columns(weekday, session, (RIGHT - session) / longest if longest else 0)


def _minutes(day: Day, chart: WeekChart) -> float:
    return day.session.workout.minutes(chart.pace_of) if day.session else 0.0


def _row(page: Page, chart: WeekChart, day: Day, columns: Columns) -> None:
    top, first = page.y, page.y + PAD + CAP * BODY + 4
    height = _height(page, day, columns)
    if day.on == chart.today:
        page.box(MARGIN - 30, top, INNER + 60, height, page.palette.shade, name="today", radius=20)
    if day.done:
        tick(page, MARGIN, first - CAP / 2 * BODY)
    page.words(day.weekday, columns.weekday, first, BODY, name="weekday", bold=True)
    _words(page, day, columns, first)
    if day.session:
        _profile(page, chart, day.session, columns)
    page.y = top + height
