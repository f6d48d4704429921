"""Looks at a drawn figure: its artists by name, and where its words are, px."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from bot.charts.look import Look
from bot.charts.page import Page


def drawn(draw: Callable[[Page, Any], None], chart: object, look: Look = Look.DARK) -> Figure:
    """The finished figure of a chart."""
    page = Page(look)
    draw(page, chart)
    return page.finish()


def artists(figure: Figure, name: str) -> list[Artist]:
    return [artist for artist in figure.findobj() if artist.get_gid() == name]


def count(figure: Figure) -> Counter[str]:
    """How many artists, words included, have each name."""
    return Counter(gid for artist in figure.findobj() if (gid := artist.get_gid()))


def words(figure: Figure, name: str = "") -> list[str]:
    """What is written, top to bottom as drawn; with `name` only that."""
    return [text.get_text() for text in texts(figure) if name in {"", text.get_gid()}]


def texts(figure: Figure) -> list[Text]:
    (sheet,) = figure.axes
    return [each for each in sheet.get_children() if isinstance(each, Text) and each.get_text()]


@dataclass(frozen=True)
class Place:
    """Where a text stands."""

    said: str
    left: float
    right: float
    foot: float
    top: float

    def touches(self, other: Place) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.foot < other.top and other.foot < self.top


def places(figure: Figure) -> list[Place]:
    """The extent of every text, px; measured by the renderer that paints."""
    figure.canvas.draw()
    found = []
    for text in texts(figure):
        box = text.get_window_extent()
        found.append(Place(text.get_text(), box.x0, box.x1, box.y0, box.y1))
    return found


def overlaps(figure: Figure) -> list[tuple[str, str]]:
    """Pairs of texts that touch."""
    pairs = combinations(places(figure), 2)
    return [(one.said, other.said) for one, other in pairs if one.touches(other)]


def outside(figure: Figure) -> list[str]:
    """Texts that leave the picture."""
    width, height = (figure.get_size_inches() * figure.dpi).tolist()
    return [
        each.said
        for each in places(figure)
        if each.left < 0 or each.right > width or each.foot < 0 or each.top > height
    ]
