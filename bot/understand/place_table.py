"""The table of towns and areas, read at first use and kept small: its text, and hashes into it."""

from __future__ import annotations

import gzip
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from zlib import crc32

from bot.understand.place import Place

_LINE_BITS = 17


@dataclass(frozen=True, slots=True)
class Town:
    """A line of the table: `region` a code, `weight` how often this town is meant by its name."""

    name: str
    country: str
    region: str
    zone: str
    population: int
    weight: float
    latitude: float
    longitude: float
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A country ("PT") or region ("US.TX"); `zone` "" where its people keep several clocks."""

    code: str
    name: str
    keys: tuple[str, ...]
    zone: str
    population: int
    towns: tuple[int, ...]


class Table:
    """Towns by any of their names, areas by any of theirs."""

    def __init__(self, text: bytes) -> None:
        zones, areas, towns = text.split(b"\n\n")
        self._zones = zones.decode().split("\n")
        self.text = towns + b"\n"
        lines = towns.split(b"\n")
        self._index = array("Q", sorted(_hashes(lines)))
        self._starts = array("L", accumulate((len(line) + 1 for line in lines), initial=0))
        self.areas = {area.code: area for area in map(_area, areas.decode().split("\n"))}
        self._by_key: dict[str, list[Area]] = {}
        for area in self.areas.values():
            for key in area.keys:
                self._by_key.setdefault(key, []).append(area)

    def town(self, number: int) -> Town:
        line = self.text[self._starts[number] : self._starts[number + 1] - 1]
        name, country, region, zone, people, fame, north, east, keys = line.decode().split("\t")
        population = int(people) * 100
        weight = (population + 1000) * 2 ** (int(fame) / 2)
        every = (name.lower(), *(keys.split("|") if keys else ()))
        where = (int(north) / 20, int(east) / 20)
        zone_name = self._zones[int(zone)]
        return Town(name, country, region, zone_name, population, weight, *where, every)

    def named(self, key: str) -> list[Town]:
        """Every town with that name, in one spelling."""
        mark = _mark(key)
        at = bisect_left(self._index, mark)
        found = []
        while at < len(self._index) and self._index[at] >> _LINE_BITS == mark >> _LINE_BITS:
            town = self.town(self._index[at] & ((1 << _LINE_BITS) - 1))
            if key in town.keys:
                found.append(town)
            at += 1
        return found

    def areas_named(self, key: str) -> list[Area]:
        return self._by_key.get(key, [])

    def area_keys(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[Town]:
        return map(self.town, range(len(self)))

    def place(self, town: Town) -> Place:
        area = self.areas.get(f"{town.country}.{town.region}")
        country = self.areas[town.country].name
        region = area.name if area else ""
        return Place(town.name, region, country, town.zone, town.population)


@cache
def table() -> Table:
    """The table, unpacked once: 0.9 MB in the package."""
    packed = (files("bot.understand") / "places_data.tsv.gz").read_bytes()
    return Table(gzip.decompress(packed))


def _mark(key: str) -> int:
    return crc32(key.encode()) << _LINE_BITS


def _hashes(lines: list[bytes]) -> Iterator[int]:
    for number, line in enumerate(lines):
        name, _, rest = line.partition(b"\t")
        yield (
            crc32(name.lower() if name.isascii() else name.decode().lower().encode()) << _LINE_BITS
            | number
        )
        keys = rest.rpartition(b"\t")[2]
        if keys:
            for key in keys.split(b"|"):
                yield crc32(key) << _LINE_BITS | number


def _area(line: str) -> Area:
    code, name, keys, zone, people, towns = line.split("\t")
    numbers = tuple(int(number) for number in towns.split())
    return Area(code, name, tuple(keys.split("|")), zone, int(people) * 100, numbers)
