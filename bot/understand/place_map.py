"""A point on Earth: its time zone, and the town to call it by."""

from __future__ import annotations

from array import array
from functools import cache
from importlib import import_module
from math import cos, hypot, radians
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.understand.place import Place
from bot.understand.place_table import table

KM_PER_DEGREE = 111.2
TOWN_WITHIN = 30.0
ANY_WITHIN = 150.0
BIG_ENOUGH = 15_000


def zone_at(latitude: float, longitude: float) -> str | None:
    """The IANA zone at a point on Earth, Etc/GMT±n at sea; None for a point that is not on it."""
    if not _on_earth(latitude, longitude):
        return None
    zone = str(import_module("tzfpy").get_tz(longitude, latitude))  # loads 30 MB: at first use only
    try:
        return ZoneInfo(zone).key if zone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def near(latitude: float, longitude: float) -> Place | None:
    """The town to call the point by: the one that draws most within 30 km, else the nearest."""
    if not _on_earth(latitude, longitude):
        return None
    towns = table()
    around = [(_km(latitude, longitude, n), n) for n in _band(latitude)]
    close = [(km, n) for km, n in around if km <= TOWN_WITHIN]
    if close:
        _, best = max((_pull(towns.town(n).population, km), n) for km, n in close)
        return towns.place(towns.town(best))
    km, best = min(around, default=(ANY_WITHIN + 1, -1))
    return towns.place(towns.town(best)) if km <= ANY_WITHIN else None


def _on_earth(latitude: float, longitude: float) -> bool:
    return -90 <= latitude <= 90 and -180 <= longitude <= 180  # false for NaN as well


def _pull(population: int, km: float) -> float:
    return population / (km + 3) ** 2


@cache
def _coordinates() -> tuple[array[float], array[float]]:
    north, east = array("f"), array("f")
    for town in table():
        north.append(town.latitude if town.population >= BIG_ENOUGH else 999)
        east.append(town.longitude)
    return north, east


def _band(latitude: float) -> list[int]:
    reach = ANY_WITHIN / KM_PER_DEGREE
    return [n for n, north in enumerate(_coordinates()[0]) if abs(north - latitude) <= reach]


def _km(latitude: float, longitude: float, number: int) -> float:
    """Flat distance, good to a few per cent at this range."""
    north, east = _coordinates()
    turn = (east[number] - longitude + 180) % 360 - 180
    return KM_PER_DEGREE * hypot(north[number] - latitude, turn * cos(radians(latitude)))
