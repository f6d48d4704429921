"""A season at a glance: weeks as bars in their phase's colour, races, long runs, and today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from bot.charts import scale
from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.legend import Entry, chip, dotted, legend, stroke
from bot.charts.look import Look
from bot.charts.races import ROW, RaceMark, badges, race_rows, stacked
from bot.charts.season_bars import bars, gauge, long_runs, peak, style_of
from bot.charts.sizes import INNER, MARGIN, SMALL
from bot.charts.timeline import Frame, months, today_line
from bot.charts.weeks import Measure, WeekAmount, weeks_of
from core.activity import Log
from core.plan import Phase, Plan, WeekKind
from core.units import Units
from core.workout import PaceOf

if TYPE_CHECKING:
    from bot.charts.page import Page

__all__ = ["RaceMark", "SeasonChart", "SeasonWords", "season_picture"]

HEIGHT, TODAY_ROW, PEAK_ROW = 430.0, 48.0, 50.0
"""Px of the biggest week's bar, and of the rows of words over it."""


@dataclass(frozen=True, slots=True)
class SeasonWords:
    """Plain text; what is empty is left out. `months` are twelve short names.

    `before` names the weeks older than the plan.
    """

    title: str
    subtitle: str = ""
    unit: str = ""
    today: str = ""
    months: tuple[str, ...] = ()
    phases: Mapping[Phase, str] = field(default_factory=dict)
    down: str = ""
    taper: str = ""
    long_run: str = ""
    planned: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class SeasonChart:
    """The plan in force with its races, and what was run; `units` None counts in minutes."""

    plan: Plan
    log: Log
    races: tuple[RaceMark, ...]
    pace_of: PaceOf
    units: Units | None
    today: date
    words: SeasonWords


def season_picture(chart: SeasonChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: SeasonChart) -> None:
    words = chart.words
    heading(page, words.title, words.subtitle)
    weeks = weeks_of(chart.plan, chart.log, Measure(chart.pace_of, chart.units), chart.today)
    most = _most(weeks)
    if not most:
        return
    marks = scale.ticks(most, 4)
    frame = _frame(page, weeks, marks, words.unit)
    races = [mark for mark in chart.races if frame.holds(mark.race.on)]
    placed = stacked(frame, races)
    lifted = (max((row for _, row in placed), default=-1) + 1) * ROW
    frame = frame.lowered(lifted)
    gauge(page, frame, marks, words.unit)
    bars(page, frame, weeks)
    today_line(page, frame, chart.today, words.today)
    long_runs(page, frame, weeks)
    badges(page, frame, placed, frame.top + TODAY_ROW + lifted - ROW / 2)
    peak(page, frame, weeks, words.unit)
    months(page, frame, words.months)
    page.y = frame.foot + 84
    legend(page, _entries(page, words, weeks))
    race_rows(page, races)


def _most(weeks: Sequence[WeekAmount]) -> float:
    return max(max(week.shown, week.planned, week.long or 0.0) for week in weeks)


def _frame(page: Page, weeks: Sequence[WeekAmount], marks: Sequence[float], unit: str) -> Frame:
    written = [unit, *map(scale.written, marks)]
    gutter = max(page.fit(each, INNER, SMALL).width for each in written)
    return Frame(
        first=weeks[0].starts,
        days=len(weeks) * 7,
        left=MARGIN + gutter + 14,
        top=page.y,
        foot=page.y + TODAY_ROW + PEAK_ROW + HEIGHT,
        per_unit=HEIGHT / _most(weeks),
    )


def _entries(page: Page, words: SeasonWords, weeks: Sequence[WeekAmount]) -> Iterator[Entry]:
    """Only what the picture shows is explained."""
    palette = page.palette
    phases = {week.phase for week in weeks}
    kinds = {week.kind for week in weeks}
    for phase in Phase:
        if phase in phases:
            yield Entry(words.phases.get(phase, ""), chip(palette.phases[phase]))
    for kind, told in ((WeekKind.DOWN, words.down), (WeekKind.TAPER, words.taper)):
        if kind in kinds:
            style = style_of(palette.faint, kind, palette)
            yield Entry(told, chip(style.fill, outline=style.outline, hatch=style.hatch))
    if any(week.long for week in weeks):
        yield Entry(words.long_run, dotted)
    if any(week.ran is not None and week.planned for week in weeks):
        yield Entry(words.planned, stroke)
    if None in phases:
        yield Entry(words.before, chip(palette.grid))
