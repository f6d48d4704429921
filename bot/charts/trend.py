"""One question's answers as a panel: points, the band of what is usual, and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts import scale
from bot.charts.answers import Answer, rows_of
from bot.charts.look import mixed
from bot.charts.sizes import BODY, CAP, INNER, MARGIN, RIGHT, SMALL
from bot.charts.timeline import Frame, mondays
from core.readiness.baseline import Field

if TYPE_CHECKING:
    from bot.charts.page import Page

HEIGHT, HEAD, UNDER = 168.0, 60.0, 26.0
"""Px of a panel's plot, of the line of words over it, and of the room below."""
DOT, SIGN_DOT, BAND = 6.5, 9.5, 0.35
_LEAST_SPAN = {Field.LEGS: 4.0, Field.SLEEP: 3.0, Field.PULSE: 10.0}
_BESIDE = {Field.LEGS: 0.5, Field.SLEEP: 0.5, Field.PULSE: 2.0}
"""What a panel spans at least and leaves free at both ends, in points, hours and bpm."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One question in plain text: its name, this morning's answer, what is usual.

    Levels are written with `unit`; those of the legs with the words for 1 and 5 in `ends`.
    """

    name: str
    now: str = ""
    usual: str = ""
    unit: str = ""
    ends: tuple[str, str] = ("1", "5")


def levels(panel: Panel, field: Field, answers: Sequence[Answer]) -> Iterator[tuple[float, str]]:
    """The levels that have words at the left edge."""
    span = _span(field, answers)
    if span is None:
        return
    if field is Field.LEGS:
        yield from zip(span, panel.ends, strict=True)
        return
    for level in scale.between(*span, 3):
        yield level, f"{scale.written(level)} {panel.unit}"


def _span(field: Field, answers: Sequence[Answer]) -> tuple[float, float] | None:
    """From the lowest to the highest that the panel shows, None for nothing; legs span all five."""
    known = [answer.level for answer in answers if answer.level is not None]
    known += [end for answer in answers if answer.band for end in answer.band]
    if not known or field is Field.LEGS:
        return (1.0, 5.0) if known else None
    middle = (min(known) + max(known)) / 2
    half = max(max(known) - min(known), _LEAST_SPAN[field]) / 2
    return middle - half, middle + half


def trend(page: Page, frame: Frame, panel: Panel, field: Field, answers: Sequence[Answer]) -> None:
    """Draws the panel at the page's y and moves the page below it."""
    _head(page, panel)
    span, beside = _span(field, answers), _BESIDE[field]
    if span is None:
        page.y += UNDER
        return
    low, high = span[0] - beside, span[1] + beside
    plot = frame.at(top=page.y, foot=page.y + HEIGHT, lowest=low, highest=high)
    mondays(page, plot)
    for level, words in levels(panel, field, answers):
        _level(page, plot, level, words)
    _band(page, plot, answers)
    _points(page, plot, answers)
    page.y = plot.foot + UNDER


def _head(page: Page, panel: Panel) -> None:
    baseline = page.y + BODY
    now = page.fit(panel.now, 330, BODY, smallest=SMALL, bold=True)
    name = page.fit(panel.name, INNER - now.width - 40, BODY, smallest=SMALL, bold=True)
    room = INNER - name.width - now.width - 60
    usual = page.fit(panel.usual, room, SMALL)
    page.fitted(name, MARGIN, page.y, name="panel")
    page.fitted(now, RIGHT, page.y, name="now", align="right")
    for line in usual.lines:
        x = RIGHT - now.width - (20 if now.lines else 0)
        page.words(line, x, baseline, SMALL, name="usual", colour=page.palette.faint, align="right")
    page.y += HEAD


def _level(page: Page, plot: Frame, level: float, words: str) -> None:
    y = plot.y(level)
    page.line([(plot.left, y), (RIGHT, y)], page.palette.grid, name="grid", thick=2)
    told = page.fit(words, plot.left - MARGIN - 12, SMALL)
    for line in told.lines:
        baseline = y + CAP / 2 * SMALL
        page.words(line, MARGIN, baseline, SMALL, name="level", colour=page.palette.faint)


def _band(page: Page, plot: Frame, answers: Sequence[Answer]) -> None:
    """A step for each day that has a baseline: it is that morning's own, never a later one."""
    colour = mixed(page.palette.good, page.palette.paper, BAND)
    for answer in answers:
        if answer.band:
            low, high = (round(min(max(plot.y(end), plot.top), plot.foot)) for end in answer.band)
            left, right = round(plot.x(answer.on)), round(plot.x(answer.on) + plot.pitch)
            page.box(left, high, right - left, low - high, colour, name="band")


def _points(page: Page, plot: Frame, answers: Sequence[Answer]) -> None:
    """Neighbouring mornings are joined; "as usual" is a ring, a sign is larger and coloured."""
    palette = page.palette
    for row in rows_of(answers):
        points = [(plot.middle(a.on), plot.y(a.level)) for a in row if a.level is not None]
        if len(points) > 1:
            page.line(points, palette.faint, name="trend", thick=4)
        for answer, (x, y) in zip(row, points, strict=True):
            radius = SIGN_DOT if answer.sign else DOT
            colour = palette.hard if answer.sign else palette.ink
            name = "sign" if answer.sign else "answer"
            page.dot(x, y, radius + 3, palette.paper, name="halo")
            page.dot(x, y, radius, colour, name=name, hollow=answer.value is None)
