"""A town and where it lies, for what is looked up by coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.place import Place
from bot.understand.place_names import name_key
from bot.understand.place_table import table
from bot.understand.places import find_place


@dataclass(frozen=True, slots=True)
class Located:
    """A town with its coordinates, as the table has them: to a twentieth of a degree."""

    name: str
    latitude: float
    longitude: float


def town_of(text: str) -> Located | None:
    """The one town that is meant; None where it is none, or several."""
    found = find_place(text)
    if isinstance(found, tuple):
        found = found[0] if len({place.zone for place in found}) == 1 else None
    return None if found is None else _located(found)


def _located(place: Place) -> Located | None:
    here = [t for t in table().named(name_key(place.name)) if t.zone == place.zone]
    best = max(here, key=lambda town: town.population, default=None)
    return None if best is None else Located(place.label, best.latitude, best.longitude)
