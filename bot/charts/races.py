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
MOST_LEVELS, MOST_ROWS = 3, 8


@dataclass(frozen=True, slots=True)
class RaceMark:
    """A race and what its line says, in plain text."""

    race: Race
    words: str = ""


def stacked(frame: Frame, races: Sequence[RaceMark]) -> tuple[tuple[Race, int], ...]:
    """Races with the row of their badge, 0 the lowest, so that no two touch.

    The important ones choose first; what finds no room in MOST_LEVELS rows has no badge.
    """
    found: list[tuple[Race, int]] = []
    for race in sorted((m.race for m in races), key=lambda race: (race.priority, race.on)):
        x = centre(frame, race)
        near = {row for other, row in found if abs(centre(frame, other) - x) < 2 * RADIUS + 6}
        free = next((row for row in range(MOST_LEVELS) if row not in near), None)
        if free is not None:
            found.append((race, free))
    return tuple(found)


def centre(frame: Frame, race: Race) -> float:
    """The middle of the race's day, kept so that its badge is on the page."""
    return min(max(frame.middle(race.on), MARGIN + RADIUS), RIGHT - RADIUS)


def badges(page: Page, frame: Frame, races: Sequence[tuple[Race, int]], lowest: float) -> None:
    """Badges stacked upwards from the middle line `lowest`, each on a stem to the plot's foot."""
    for race, row in races:
        x, y = centre(frame, race), lowest - row * ROW
        page.line([(x, y + RADIUS), (x, frame.foot)], page.palette.faint, name="stem", thick=3)
    for race, row in races:
        badge(page, race.priority, centre(frame, race), lowest - row * ROW)


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
    """A badge and the race's words, one race a row in date order; the important ones, if many."""
    page.y += 8
    first = sorted(races, key=lambda mark: (mark.race.priority, mark.race.on))[:MOST_ROWS]
    for mark in sorted(first, key=lambda mark: mark.race.on):
        told = page.fit(mark.words, INNER - 2 * RADIUS - 20, BODY, smallest=SMALL, lines=2)
        if told.lines:
            page.y += 14
            badge(page, mark.race.priority, MARGIN + RADIUS, page.y + BODY * LEADING / 2)
            page.fitted(told, MARGIN + 2 * RADIUS + 20, page.y, name="race-row")
            page.y += max(told.height, BODY * LEADING)
