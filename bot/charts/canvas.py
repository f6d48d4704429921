"""Where a picture is painted: one at a time, and matplotlib is imported by the first."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from bot.charts.look import Look

if TYPE_CHECKING:
    from bot.charts.page import Page

_ONE_AT_A_TIME = Lock()
"""Matplotlib's text layout is not made for threads; drawing holds the GIL anyway."""


def paint(draw: Callable[[Page], None], look: Look) -> bytes:
    """PNG bytes of what `draw` puts on a page; the same drawing gives the same bytes.

    Call it in a worker thread: a picture takes tenths of a second, the first one a second more.
    """
    with _ONE_AT_A_TIME:
        from bot.charts.page import Page  # noqa: PLC0415 - a second of import; the first use pays

        page = Page(look)
        draw(page)
        return page.png()
