"""A session's profile: steps over time, as high as their effort; repeats stand as teeth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.charts import scale
from bot.charts.canvas import paint
from bot.charts.heading import heading
from bot.charts.look import Look
from bot.charts.profile import height_of, icon, profile
from bot.charts.sizes import BODY, CAP, INNER, LEADING, MARGIN, RIGHT, SMALL
from core.workout import Block, PaceOf, Part, Step, Workout, step_minutes

if TYPE_CHECKING:
    from bot.charts.page import Page

ABOVE, ICON = 56.0, 60.0
"""Px: room for words over the profile, and the width of a row's icon."""
MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class BlockWords:
    """A block's words: `short` over its profile ("6 × 800 m") where it fits, `full` in a row below.

    A block without `full` shares the row of the one before.
    """

    short: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class SessionChart:
    """A workout and its words in plain text: one BlockWords a block, `minutes` the unit's name."""

    workout: Workout
    pace_of: PaceOf
    title: str
    subtitle: str = ""
    blocks: tuple[BlockWords, ...] = ()
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A block on the page: its steps, and where it begins and ends, px."""

    steps: tuple[Step, ...]
    left: float
    right: float
    words: BlockWords

    @property
    def weight(self) -> tuple[bool, int]:
        """Main parts outweigh strides in the warm-up, then the harder one counts."""
        return self.steps[0].part is Part.MAIN, max(step.effort.rank for step in self.steps)


def session_picture(chart: SessionChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 px wide."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: SessionChart) -> None:
    heading(page, chart.title, chart.subtitle)
    minutes = chart.workout.minutes(chart.pace_of)
    if minutes <= 0:
        return
    spans = tuple(_spans(chart, INNER / minutes))
    steps = tuple(chart.workout.steps())
    foot = page.y + ABOVE + max(map(height_of, steps))
    lengths = (step_minutes(step, chart.pace_of) * INNER / minutes for step in steps)
    profile(page, steps, tuple(accumulate(lengths, initial=float(MARGIN))), foot=foot)
    _short(page, spans, foot)
    _axis(page, chart.minutes, minutes, foot)
    _rows(page, spans)


def _rolled(block: Block) -> tuple[Step, ...]:
    return (block,) if isinstance(block, Step) else block.steps * block.times


def _spans(chart: SessionChart, per_minute: float) -> Iterator[Span]:
    words = (*chart.blocks, *[BlockWords()] * len(chart.workout.blocks))
    left = float(MARGIN)
    for block, said in zip(chart.workout.blocks, words, strict=False):
        steps = _rolled(block)
        right = left + per_minute * sum(step_minutes(s, chart.pace_of) for s in steps)
        yield Span(steps, left, right, said)
        left = right


def _short(page: Page, spans: tuple[Span, ...], foot: float) -> None:
    """The weightiest block first: it may hang over its neighbours, others fit over themselves."""
    taken: list[tuple[float, float]] = []
    most = max(span.weight for span in spans)
    for span in sorted(spans, key=lambda each: each.weight, reverse=True):
        told = page.fit(span.words.short, INNER, BODY, smallest=SMALL, bold=True)
        middle = (span.left + span.right) / 2
        middle = min(max(middle, MARGIN + told.width / 2), RIGHT - told.width / 2)
        left, right = middle - told.width / 2, middle + told.width / 2
        hangs = left < span.left or right > span.right
        crowded = any(left < end + 16 and right > start - 16 for start, end in taken)
        if not told.lines or crowded or (hangs and span.weight < most):
            continue
        under = [s for s in spans if s.left < right and s.right > left]
        top = foot - max(height_of(step) for s in under for step in s.steps)
        page.words(
            told.lines[0], middle, top - 16, told.size, name="short", bold=True, align="center"
        )
        taken.append((left, right))


def _axis(page: Page, unit: str, minutes: float, foot: float) -> None:
    """Ticks in minutes; the first says the unit, and the last has room before the edge."""
    page.line([(MARGIN, foot), (RIGHT, foot)], page.palette.faint, name="axis", thick=3)
    baseline = foot + 14 + SMALL
    free = float(MARGIN)
    for tick in (0.0, *scale.ticks(minutes, 7, scale.MINUTES)):
        x = MARGIN + INNER * tick / minutes
        words = f"{scale.written(tick)} {unit}" if tick == 0 else scale.written(tick)
        told = page.fit(words, INNER, SMALL)
        left = x if tick == 0 else x - told.width / 2
        if left < free or left + told.width > RIGHT + 8:
            continue
        page.words(words, left, baseline, SMALL, name="tick", colour=page.palette.faint)
        free = left + told.width + 20
    page.y = baseline + 52


def _rows(page: Page, spans: tuple[Span, ...]) -> None:
    """A row for each block with words; its icon is a small profile of its efforts."""
    rows: list[tuple[str, list[Step]]] = []
    for span in spans:
        if span.words.full or not rows:
            rows.append((span.words.full, []))
        rows[-1][1].extend(span.steps)
    told = [row for row in rows if row[0]]
    for words, steps in told[:MOST_ROWS]:
        fitted = page.fit(words, INNER - ICON - 22, BODY, smallest=SMALL, lines=3)
        middle = page.y + BODY * LEADING / 2
        icon(page, steps, MARGIN, middle + CAP / 2 * BODY + 3, width=ICON)
        page.fitted(fitted, MARGIN + ICON + 22, page.y, name="row")
        page.y += max(fitted.height, BODY * LEADING) + 18
    if told:
        page.y -= 18
