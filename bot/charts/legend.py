"""What the colours and marks mean: chips with words, flowing over as many rows as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts.sizes import CAP, INNER, MARGIN, SMALL

if TYPE_CHECKING:
    from bot.charts.page import Page

CHIP, GAP, BETWEEN, ROW = 34.0, 14.0, 40.0, 54.0
"""Px: the chip's side, from chip to words, from entry to entry, from row to row."""


Draw = Callable[["Page", float, float], None]
"""Puts a mark CHIP wide on the page: its left end and its middle line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark and its meaning."""

    words: str
    draw: Draw


def legend(page: Page, entries: Iterable[Entry]) -> None:
    """Draws the entries that have words, and moves the page below them."""
    x, middle, drawn = float(MARGIN), page.y + ROW / 2, False
    for entry in entries:
        told = page.fit(entry.words, INNER - CHIP - GAP, SMALL)
        if not told.lines:
            continue
        whole = CHIP + GAP + told.width
        if drawn and x + whole > MARGIN + INNER:
            x, middle = float(MARGIN), middle + ROW
        entry.draw(page, x, middle)
        page.words(told.lines[0], x + CHIP + GAP, middle + CAP / 2 * SMALL, SMALL, name="legend")
        x, drawn = x + whole + BETWEEN, True
    if drawn:
        page.y = middle + ROW / 2


def chip(colour: str, *, outline: str = "none", hatch: str = "") -> Draw:
    """A square of the colour."""

    def draw(page: Page, x: float, middle: float) -> None:
        top = middle - CHIP / 2
        page.box(x, top, CHIP, CHIP, colour, name="chip", radius=7, outline=outline, hatch=hatch)

    return draw


def dotted(page: Page, x: float, middle: float) -> None:
    """A line through a dot."""
    ink = page.palette.ink
    page.line([(x, middle), (x + CHIP, middle)], ink, name="chip", thick=5)
    page.dot(x + CHIP / 2, middle, 8, ink, name="chip")


def stroke(page: Page, x: float, middle: float) -> None:
    """A short line."""
    page.line([(x, middle), (x + CHIP, middle)], page.palette.ink, name="chip", thick=5)
