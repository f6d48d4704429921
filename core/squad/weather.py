"""Squad weather: how many mornings were green, amber and red, and never whose (coaching.md 11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.readiness import Colour

ANSWERS_NEEDED = 5
"""Below this many answers a count would point at people."""
SHOWN = (Colour.GREEN, Colour.AMBER, Colour.RED)


@dataclass(frozen=True, slots=True)
class SquadWeather:
    """Colours with how many mornings each had, best first; empty: only "mixed" may be said."""

    counts: tuple[tuple[Colour, int], ...] = ()

    @property
    def mixed(self) -> bool:
        return not self.counts


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
