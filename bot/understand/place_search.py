"""Towns and areas that a key may name, with how likely each is meant; slips of the pen included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_lowercase

from bot.understand.place import Place
from bot.understand.place_names import name_key
from bot.understand.place_table import Area, Town, table
from bot.understand.place_words import are_plain_words, place_words
from bot.understand.spelling import distance

BY_ANOTHER_NAME, BY_PART_OF_NAME, BY_OLD_SPELLING = 0.03, 0.3, 0.5
"""A town called so in another language is meant less often than one whose name it is."""
COUNTRY_FAME, REGION_FAME = 64.0, 6.0
SLIPS_FROM = 30_000
TWO_SLIPS_FROM = 100_000
EVERYDAY_FROM = 90_000
"""Least people of a town whose name is an everyday word: Nice and Bath are, Of is not."""
_WHOLE_NAMES = frozenset({"usa", "us", "uk", "gb", "uae", "nz"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant; `areas` are its codes, `towns` the choice where clocks differ."""

    place: Place
    weight: float
    areas: tuple[str, ...]
    towns: tuple[Place, ...] = ()


def named(key: str) -> list[Candidate]:
    """Everything of that name, the likeliest first."""
    nicknames = place_words().nicknames.get(key)
    found = [c for meant in nicknames or () for c in _nicknamed(*meant)]
    if not nicknames:
        found = [_of_town(town, key) for town in table().named(key) if _can_be_town(key)]
        if are_plain_words(key.split()):
            found = [c for c in found if c.place.population >= EVERYDAY_FROM]
            found = [c for c in found if name_key(c.place.name) == key]
        found += [_of_area(area) for area in table().areas_named(key) if _stands_alone(key)]
    return sorted(found, key=lambda c: -c.weight)


def namesakes(key: str) -> list[Candidate]:
    """The same, and the towns that a nickname left out: for when a country is named too."""
    towns = [_of_town(town, key) for town in table().named(key)]
    return sorted({*named(key), *towns}, key=lambda c: -c.weight)


def misspelt(key: str) -> list[Candidate]:
    """What is one slip from the key, or two in a long one; nothing for short or everyday words.

    The first letter is right, or the one left out: who types "Narnia" does not mean Sarnia.
    """
    if len(key.replace(" ", "")) < 5 or are_plain_words(key.split()):
        return []
    slips = (meant for meant in _one_slip(key) if meant[0] == key[0] or key == meant[1:])
    near = {meant for meant in slips if table().areas_named(meant) or table().named(meant)}
    found = [c for meant in near for c in named(meant) if c.place.population >= SLIPS_FROM]
    if not found and len(key) >= 8 and not _has_plain_words(key):
        near = set(_two_slips(key))
        found = [c for meant in near for c in named(meant) if c.place.population >= TWO_SLIPS_FROM]
    return sorted(set(found), key=lambda c: -c.weight)


def area_codes(key: str) -> set[str]:
    """Codes of the countries and regions with that name or postal code."""
    return {area.code for area in table().areas_named(key)}


def _nicknamed(name: str, area: str) -> Iterator[Candidate]:
    key = name_key(name)
    for town in table().named(key):
        candidate = _of_town(town, key)
        if town.name == name and area in candidate.areas:
            yield candidate


def _of_town(town: Town, key: str) -> Candidate:
    areas = (town.country, f"{town.country}.{town.region}")
    return Candidate(table().place(town), town.weight * _share(name_key(town.name), key), areas)


def _share(own: str, key: str) -> float:
    if own == key:
        return 1.0
    if key in own.split():
        return BY_PART_OF_NAME
    return BY_OLD_SPELLING if distance(own, key) == 1 else BY_ANOTHER_NAME


def _has_plain_words(key: str) -> bool:
    words, said = key.split(), place_words()
    plain = said.before | said.after | said.never | said.stops
    return len(words) > 3 or any(word in plain or are_plain_words([word]) for word in words)


def _of_area(area: Area) -> Candidate:
    country = table().areas[area.code.partition(".")[0]]
    place = Place(area.name, "", country.name, area.zone, area.population)
    fame = COUNTRY_FAME if country is area else REGION_FAME
    candidate = Candidate(place, area.population * fame, (country.code, area.code))
    if area.zone:
        return candidate
    towns = tuple(table().place(table().town(number)) for number in area.towns)
    return replace(candidate, towns=towns)


def _can_be_town(key: str) -> bool:
    return len(key) >= 3 or not key.isascii()


def _stands_alone(key: str) -> bool:
    return len(key) > 3 or key in _WHOLE_NAMES


def _one_slip(key: str) -> Iterator[str]:
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _two_slips(key: str) -> Iterator[str]:
    """Names that begin alike and are two slips away."""
    shape = rf"(?<=[\n\t|]){re.escape(key[:2])}[a-z ]{{{len(key) - 4},{len(key)}}}(?=[\t|\n])"
    for found in re.finditer(shape.encode(), table().text, re.IGNORECASE):
        meant = found[0].decode().lower()
        if distance(key, meant) <= 2:
            yield meant
