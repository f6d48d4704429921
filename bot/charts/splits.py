"""A race's splits as a tall card for the lock screen: clear of its clock and buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts.canvas import paint
from bot.charts.look import Look
from bot.charts.sizes import BODY, CAP, INNER, LEADING, MARGIN, RIGHT, SMALL, TITLE

if TYPE_CHECKING:
    from bot.charts.page import Page

HEIGHT, CLOCK, BUTTONS = 2340.0, 700.0, 330.0
"""Px: a phone of 9 to 19.5; what its clock covers on top, and its buttons at the foot."""
GOAL, TALLEST, LOWEST, BIGGEST = 124.0, 116.0, 42.0, 66.0
"""Px: the goal's type, the tallest and the lowest row, and the biggest type in one."""
GAP, MOST_NOTES = 32.0, 3


@dataclass(frozen=True, slots=True)
class SplitsChart:
    """Rows of equal length in plain text, such as ("5 km", "25:10", "5:02/km"), with their heads.

    `strong` is the column to read while running; `goal` stands large under the title.
    """

    title: str
    goal: str
    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()
    strong: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The rows shown, their height and type in px, and the right edge of every column."""

    rows: tuple[tuple[str, ...], ...]
    height: float
    size: float
    edges: tuple[float, ...]


def splits_picture(chart: SplitsChart, look: Look = Look.DARK) -> bytes:
    """PNG, 1080 × 2340 px."""
    return paint(lambda page: _draw(page, chart), look)


def _draw(page: Page, chart: SplitsChart) -> None:
    page.y = CLOCK
    title = page.fit(chart.title, INNER, TITLE, smallest=BODY, lines=2, bold=True)
    page.fitted(title, MARGIN, page.y, name="title")
    page.y += title.height
    goal = page.fit(chart.goal, INNER, GOAL, smallest=TITLE, bold=True)
    page.fitted(goal, MARGIN - 4, page.y, name="goal")
    page.y += goal.height + 10
    notes = [page.fit(note, INNER, BODY, smallest=SMALL, lines=2) for note in chart.notes]
    below = sum(note.height + 10 for note in notes[:MOST_NOTES])
    if chart.rows:
        _table(page, chart, HEIGHT - BUTTONS - below - page.y)
    page.y += 16
    for note in notes[:MOST_NOTES]:
        page.fitted(note, MARGIN, page.y, name="note", colour=page.palette.faint)
        page.y += note.height + 10
    page.y = HEIGHT - MARGIN


def _table(page: Page, chart: SplitsChart, room: float) -> None:
    heads = SMALL * LEADING + 12 if any(chart.heads) else 0.0
    table = _laid(page, chart, room - heads)
    faint = page.palette.faint
    for at, (head, edge) in enumerate(zip(chart.heads, table.edges, strict=False)):
        _cell(page, head, edge, page.y + SMALL, SMALL, first=at == 0, colour=faint)
    page.y += heads
    for row in table.rows:
        page.line([(MARGIN, page.y), (RIGHT, page.y)], page.palette.grid, name="rule", thick=2)
        baseline = page.y + table.height / 2 + CAP / 2 * table.size
        for at, (words, edge) in enumerate(zip(row, table.edges, strict=False)):
            strong, quiet = at == chart.strong, at not in {0, chart.strong}
            colour = faint if quiet else ""
            _cell(
                page, words, edge, baseline, table.size, first=at == 0, colour=colour, bold=strong
            )
        page.y += table.height


def _laid(page: Page, chart: SplitsChart, room: float) -> Table:
    """The biggest type in which all rows fit; of too many rows only every second, or third."""
    rows, every = chart.rows, 1
    while len(rows) > max(2, room / LOWEST):
        every += 1
        rows = (*chart.rows[every - 1 : -1 : every], chart.rows[-1])
    height = min(TALLEST, room / len(rows))
    size = min(BIGGEST, height / LEADING)
    while sum(widths := _widths(page, chart, rows, size)) + GAP * len(widths) > INNER:
        if size <= SMALL:
            break
        size -= 2
    return Table(rows, height, size, _edges(widths))


def _widths(
    page: Page, chart: SplitsChart, rows: Sequence[Sequence[str]], size: float
) -> tuple[float, ...]:
    """The widest cell of each column, its head included."""
    count = max(len(row) for row in rows)
    found = [0.0] * count
    for row in rows:
        for at, words in enumerate(row):
            told = page.fit(words, INNER, size, bold=at == chart.strong)
            found[at] = max(found[at], told.width)
    for at, head in enumerate(chart.heads[:count]):
        found[at] = max(found[at], page.fit(head, INNER, SMALL).width)
    return tuple(found)


def _edges(widths: Sequence[float]) -> tuple[float, ...]:
    """Right edges of columns that fill the width with even gaps."""
    gap = (INNER - sum(widths)) / max(1, len(widths) - 1)
    return tuple(MARGIN + sum(widths[: at + 1]) + gap * at for at in range(len(widths)))


def _cell(
    page: Page,
    words: str,
    edge: float,
    baseline: float,
    size: float,
    *,
    first: bool,
    colour: str = "",
    bold: bool = False,
) -> None:
    """The first column stands left, the others right."""
    x, align = (MARGIN, "left") if first else (edge, "right")
    page.words(words, x, baseline, size, name="cell", colour=colour, bold=bold, align=align)
