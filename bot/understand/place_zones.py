"""A time zone named as such: "UTC+2", "CET", "Europe/Lisbon"."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from bot.understand.cleaning import clean
from bot.understand.place import Place
from bot.understand.place_words import place_words

_IANA = re.compile(r"\b([A-Za-z]+(?:/[A-Za-z][\w+-]*){1,2})")
_OFFSET = re.compile(
    r"(?:\b(?:utc|gmt)\s*|^\s*)([+-])\s*(\d{1,2})(?::?([034][05]))?\s*h?\s*$", re.IGNORECASE
)
_SOME_OFFSET = re.compile(r"\b(?:utc|gmt)\s*[+-]?\s*\d", re.IGNORECASE)
_FARTHEST = {"+": 14 * 60, "-": 12 * 60}


def named_zone(text: str) -> Place | tuple[Place, ...] | None:
    """The zone named by its IANA name anywhere, or by an offset from UTC at the end."""
    plain = clean(text).replace("\n", " ")
    iana = _IANA.search(plain.replace(" / ", "/"))
    if iana and (zone := _by_lower_case().get(iana[1].lower())):
        return _zone_place(_shown(zone), zone)
    if found := _OFFSET.search(plain):
        return _offset(found[1], int(found[2]), int(found[3] or 0))
    return None


def is_impossible_offset(text: str) -> bool:
    """Whether the text names an offset from UTC; asked where no zone keeps it ("UTC+15")."""
    return bool(_SOME_OFFSET.search(clean(text)))


def lettered_zone(key: str) -> Place | tuple[Place, ...] | None:
    """The zone known by these letters ("cet", "pacific"); several where they stand for several."""
    zones = place_words().zones.get(key, ())
    places = tuple(_zone_place(_shown(zone), zone) for zone in zones)
    if len(zones) == 1:
        return _zone_place(key.upper() if len(key) <= 4 else key.title(), zones[0])
    return places or None


def _shown(zone: str) -> str:
    """ "Buenos Aires"; an Etc zone as it is, for its sign is the other way round."""
    return zone if zone.startswith("Etc/") else zone.rpartition("/")[2].replace("_", " ")


@cache
def _by_lower_case() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones() if "/" in name}


def _offset(sign: str, hours: int, minutes: int) -> Place | None:
    if hours * 60 + minutes > _FARTHEST[sign]:
        return None
    name = f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
    if minutes:
        zone = place_words().odd_offsets.get(name.removeprefix("UTC"))
        return _zone_place(name, zone) if zone else None
    if hours == 0:
        return _zone_place("UTC", "Etc/UTC")
    return _zone_place(name, f"Etc/GMT{'-' if sign == '+' else '+'}{hours}")  # POSIX counts west


def _zone_place(name: str, zone: str) -> Place:
    return Place(name, "", "", zone)
