"""The first lines of a picture: a title and a quieter line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.charts.sizes import BODY, INNER, MARGIN, SMALL, TITLE

if TYPE_CHECKING:
    from bot.charts.page import Page


def heading(page: Page, title: str, subtitle: str = "") -> None:
    """Writes both where there is something to write, in two lines each at most."""
    top = page.fit(title, INNER, TITLE, smallest=42, lines=2, bold=True)
    page.fitted(top, MARGIN, page.y - 8, name="title")
    page.y += top.height
    below = page.fit(subtitle, INNER, BODY, smallest=SMALL, lines=2)
    page.fitted(below, MARGIN, page.y - 4, name="subtitle", colour=page.palette.faint)
    page.y += below.height
    if top.lines or below.lines:
        page.y += 24
