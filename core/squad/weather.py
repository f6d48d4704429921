"""Squad weather: how many mornings were green, amber and red, and never whose (coaching.md 11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.readiness import Colour

ANSWERS_NEEDED = 5
"""Below this many answers a count would point at people."""
SHOWN = (Colour.GREEN, Colour.AMBER, Colour.RED)


NOON = 12 * 60


class WeatherDays(StrEnum):
    """When a group is told of its mornings; WITH_POSTS: only where something is posted anyway."""

    DAILY = "daily"
    WITH_POSTS = "with-posts"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class SquadWeather:
    """Colours with how many mornings each had, best first; empty: only "mixed" may be said."""

    counts: tuple[tuple[Colour, int], ...] = ()

    @property
    def mixed(self) -> bool:
        return not self.counts


@dataclass(frozen=True, slots=True)
class ToldWeather:
    """The weather of a day as it was told once; whoever answers later changes it no more.

    `alone`: in a message of its own. `session`: on the card of that one, by its id.
    """

    on: date
    weather: SquadWeather
    alone: bool = False
    session: int = 0


def squad_weather(colours: Iterable[Colour]) -> SquadWeather | None:
    """The counts of those who answered; None below five answers.

    Where one colour holds all, its count would tell everybody's: then it is only mixed.
    """
    counted = Counter(colour for colour in colours if colour in SHOWN)
    if counted.total() < ANSWERS_NEEDED:
        return None
    if len(counted) < 2:
        return SquadWeather()
    return SquadWeather(tuple((colour, counted[colour]) for colour in SHOWN if counted[colour]))
