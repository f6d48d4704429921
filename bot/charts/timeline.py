"""Days along a picture's width: where each one is, the months under them, and today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.charts.sizes import INNER, RIGHT, SMALL

if TYPE_CHECKING:
    from bot.charts.page import Page

_EVERY = (1, 2, 3, 4, 6, 12)
_APART = 14.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot on the page: its first day, how many, its left, top and foot in px.

    An amount of `lowest` stands at the foot, each unit more `per_unit` px above it.
    """

    first: date
    days: int
    left: float
    top: float
    foot: float
    per_unit: float = 0.0
    lowest: float = 0.0

    @property
    def pitch(self) -> float:
        """Px of a day."""
        return (RIGHT - self.left) / self.days

    def x(self, day: date) -> float:
        """The left edge of a day."""
        return self.left + (day - self.first).days * self.pitch

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return self.x(day) + self.pitch / 2

    def y(self, amount: float) -> float:
        """How far down an amount stands."""
        return self.foot - (amount - self.lowest) * self.per_unit

    def at(self, *, top: float, foot: float, lowest: float, highest: float) -> Frame:
        """The same days in another place, with amounts from `lowest` to `highest`."""
        per_unit = (foot - top) / (highest - lowest)
        return replace(self, top=top, foot=foot, lowest=lowest, per_unit=per_unit)

    def lowered(self, by: float) -> Frame:
        """The same plot with its foot lower: more room between top and bars."""
        return replace(self, foot=self.foot + by)

    def holds(self, day: date) -> bool:
        return 0 <= (day - self.first).days < self.days


def months(page: Page, frame: Frame, names: Sequence[str]) -> None:
    """Names under the first of each month, every second or third where they are too many.

    January of a later year shows the year.
    """
    if len(names) < 12:
        return
    marks = list(_firsts(frame))
    for every in _EVERY:
        shown = [day for day in marks if (day.month - 1) % every == 0]
        told = [page.fit(_name(day, names), INNER, SMALL) for day in shown]
        ends = [frame.x(day) + each.width + _APART for day, each in zip(shown, told, strict=True)]
        if all(end <= frame.x(day) for end, day in zip(ends, shown[1:], strict=False)):
            break
    for day, each in zip(shown, told, strict=True):
        x = frame.x(day)
        page.line([(x, frame.foot), (x, frame.foot + 12)], page.palette.faint, name="month")
        if x + each.width <= RIGHT + 20:
            page.fitted(each, x, frame.foot + 14, name="month", colour=page.palette.faint)


def _name(day: date, names: Sequence[str]) -> str:
    return str(day.year) if day.month == 1 else names[day.month - 1]


def _firsts(frame: Frame) -> Iterator[date]:
    days = (frame.first + timedelta(days=n) for n in range(frame.days))
    return (day for day in days if day.day == 1)


def today_line(page: Page, frame: Frame, today: date, words: str) -> None:
    """A dashed line through the day, its word on top; nothing where the day is not in the plot."""
    if not frame.holds(today):
        return
    x = frame.middle(today)
    told = page.fit(words, INNER, SMALL, bold=True)
    left = min(max(x, frame.left + told.width / 2), RIGHT - told.width / 2) - told.width / 2
    page.fitted(told, left, frame.top, name="today")
    top = frame.top + told.height + 4
    line = [(x, top), (x, frame.foot)]
    page.line(line, page.palette.paper, name="halo", thick=7)
    page.line(line, page.palette.ink, name="today", dashes=(12, 9))


def mondays(page: Page, frame: Frame) -> None:
    """Thin lines down the plot at the start of each week."""
    for day in _mondays(frame):
        x = frame.x(day)
        page.line([(x, frame.top), (x, frame.foot)], page.palette.grid, name="monday", thick=2)


def dates(page: Page, frame: Frame, said: Callable[[date], str]) -> None:
    """The Mondays' dates at the top of the frame, as many as fit."""
    free = frame.left
    for day in _mondays(frame):
        x = frame.x(day)
        told = page.fit(said(day), INNER, SMALL)
        if x >= free and x + told.width <= RIGHT + 20:
            page.fitted(told, x, frame.top, name="date", colour=page.palette.faint)
            free = x + told.width + _APART


def _mondays(frame: Frame) -> Iterator[date]:
    days = (frame.first + timedelta(days=n) for n in range(frame.days))
    return (day for day in days if day.weekday() == 0)
