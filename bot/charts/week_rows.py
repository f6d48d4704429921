"""The rows of a week: weekday, mark, name and amount, and the session's small profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.charts.marks import diamond, tick
from bot.charts.profile import height_of, profile
from bot.charts.races import RADIUS, badge
from bot.charts.sizes import BODY, CAP, INNER, MARGIN, RIGHT, SMALL
from core.plan import Session
from core.workout import PaceOf, Step, step_minutes

if TYPE_CHECKING:
    from bot.charts.page import Page
    from bot.charts.writing import Fitted

PROFILE, PAD, MARK, SIDE = 84.0, 17.0, 56.0, 28.0
"""Px: an all-out step, room above and below a row, a mark's column, the shade beside the text."""
WIDEST_WEEKDAY = 250.0


@dataclass(frozen=True, slots=True)
class Day:
    """One day in plain text: "Thu", the session's name, its amount ("8 km"), and a small note.

    A day without a session is a rest day, and `name` says so.
    """

    on: date
    weekday: str
    name: str
    amount: str = ""
    note: str = ""
    session: Session | None = None
    done: bool = False

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self.session.workout.steps()) if self.session else ()

    @property
    def marked(self) -> bool:
        """Whether a race's badge or a hard day's diamond stands before the name."""
        return self.session is not None and (self.session.hard or self.session.race is not None)


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges of weekday and session, and px for a minute."""

    weekday: float
    session: float
    per_minute: float


@dataclass(frozen=True, slots=True)
class Row:
    """A day's words, fitted, and how high its profile is."""

    name: Fitted
    amount: Fitted
    note: Fitted
    profile: float

    @property
    def height(self) -> float:
        return self.name.height + self.profile + self.note.height + 2 * PAD


def row(page: Page, day: Day, columns: Columns, pace_of: PaceOf, *, today: bool) -> None:
    """Writes the day and moves the page below it."""
    fitted = _fitted(page, day, columns)
    if today:
        shade, width = page.palette.shade, INNER + 2 * SIDE
        page.box(MARGIN - SIDE, page.y, width, fitted.height, shade, name="today", radius=20)
    page.fitted(weekday_of(page, day), columns.weekday, page.y + PAD, name="weekday")
    _marks(page, day, columns, page.y + PAD + (1 - CAP / 2) * BODY)
    _words(page, day, columns, fitted)
    if day.steps:
        foot = page.y + PAD + fitted.name.height + fitted.profile - 2
        lengths = (step_minutes(step, pace_of) * columns.per_minute for step in day.steps)
        edges = tuple(accumulate(lengths, initial=columns.session))
        profile(page, day.steps, edges, foot=foot, height=PROFILE)
    page.y += fitted.height


def weekday_of(page: Page, day: Day) -> Fitted:
    """The weekday as its column shows it."""
    return page.fit(day.weekday, WIDEST_WEEKDAY, BODY, smallest=SMALL, bold=True)


def _fitted(page: Page, day: Day, columns: Columns) -> Row:
    amount = page.fit(day.amount, 300, BODY, smallest=SMALL)
    left = columns.session + (MARK if day.marked else 0)
    room = RIGHT - left - (amount.width + 24 if amount.lines else 0)
    name = page.fit(day.name, room, BODY, smallest=SMALL, lines=2, bold=day.marked)
    note = page.fit(day.note, RIGHT - columns.session, SMALL)
    tall = max((height_of(step, PROFILE) for step in day.steps), default=-12.0)
    return Row(name, amount, note, tall + 12)


def _marks(page: Page, day: Day, columns: Columns, middle: float) -> None:
    if day.done:
        tick(page, MARGIN, middle)
    if day.session and day.session.race:
        badge(page, day.session.race.priority, columns.session + RADIUS - 4, middle)
    elif day.marked:
        diamond(page, columns.session, middle)


def _words(page: Page, day: Day, columns: Columns, fitted: Row) -> None:
    faint = page.palette.faint
    top = page.y + PAD
    left = columns.session + (MARK if day.marked else 0)
    quiet = "" if day.session else faint
    page.fitted(fitted.name, left, top, name="name", colour=quiet)
    page.fitted(fitted.amount, RIGHT, top, name="amount", colour=faint, align="right")
    below = top + fitted.name.height + fitted.profile
    page.fitted(fitted.note, columns.session, below, name="note", colour=faint)
