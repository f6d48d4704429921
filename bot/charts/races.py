"""Races in a picture: lettered badges over their day, and a line of words for each below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts.sizes import BODY, CAP, INNER, LEADING, MARGIN, RIGHT, SMALL
from bot.charts.timeline import Frame
from core.athlete import Priority, Race

if TYPE_CHECKING:
    from bot.charts.page import Page

RADIUS, ROW = 24.0, 58.0
MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class RaceMark:
    """A race and what its line says, in plain text."""

    race: Race
    words: str = ""


def levels(frame: Frame, races: Sequence[RaceMark]) -> tuple[int, ...]:
    """The row of each badge, the lowest 0, so that no two of a row touch; races by date."""
    ends: list[float] = []
    found = []
    for mark in races:
        left = centre(frame, mark.race) - RADIUS
        free = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        ends[free : free + 1] = [left + 2 * RADIUS + 6]
        found.append(free)
    return tuple(found)


def centre(frame: Frame, race: Race) -> float:
    """The middle of the race's day, kept so that its badge is on the page."""
    x = frame.x(race.on) + frame.pitch / 2
    return min(max(x, MARGIN + RADIUS), RIGHT - RADIUS)


def badges(page: Page, frame: Frame, races: Sequence[RaceMark], lowest: float) -> None:
    """Badges stacked upwards from the middle line `lowest`, each on a stem to the plot's foot."""
    placed = [
        (mark.race.priority, centre(frame, mark.race), lowest - level * ROW)
        for mark, level in zip(races, levels(frame, races), strict=True)
    ]
    for _, x, y in placed:
        page.line([(x, y + RADIUS), (x, frame.foot)], page.palette.faint, name="stem", thick=3)
    for priority, x, y in placed:
        badge(page, priority, x, y)


def badge(page: Page, priority: Priority, x: float, y: float) -> None:
    """A disc with the letter: A in full ink, B quieter, C only a ring."""
    palette = page.palette
    disc = palette.faint if priority is Priority.B else palette.ink
    letter = palette.ink if priority is Priority.C else palette.paper
    page.dot(x, y, RADIUS, disc, name="race", hollow=priority is Priority.C)
    page.words(
        priority.value.upper(),
        x,
        y + CAP / 2 * SMALL,
        SMALL,
        name="race",
        colour=letter,
        bold=True,
        align="center",
    )


def race_rows(page: Page, races: Sequence[RaceMark]) -> None:
    """A badge and the race's words, one race a row."""
    for mark in races[:MOST_ROWS]:
        told = page.fit(mark.words, INNER - 2 * RADIUS - 20, BODY, smallest=SMALL, lines=2)
        if told.lines:
            page.y += 14
            badge(page, mark.race.priority, MARGIN + RADIUS, page.y + BODY * LEADING / 2)
            page.fitted(told, MARGIN + 2 * RADIUS + 20, page.y, name="race-row")
            page.y += max(told.height, BODY * LEADING)
