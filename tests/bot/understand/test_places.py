from __future__ import annotations

import gzip
import subprocess
import sys
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand.place_table import table
from bot.understand.places import MOST, Place, find_place, near, zone_at

FOUND = [
    ("Berlin", "Berlin, Germany", "Europe/Berlin"),
    ("berlin germany", "Berlin, Germany", "Europe/Berlin"),
    ("10115 Berlin", "Berlin, Germany", "Europe/Berlin"),
    ("🇩🇪 Berlin", "Berlin, Germany", "Europe/Berlin"),
    ("Munich, Bavaria", "Munich, Germany", "Europe/Berlin"),
    ("london uk", "London, England, UK", "Europe/London"),
    ("LONDON", "London, England, UK", "Europe/London"),
    ("London, Ontario", "London, Ontario, Canada", "America/Toronto"),
    ("Paris", "Paris, France", "Europe/Paris"),
    ("Paris, Texas", "Paris, Texas, USA", "America/Chicago"),
    ("paris tx", "Paris, Texas, USA", "America/Chicago"),
    ("NYC", "New York City, New York, USA", "America/New_York"),
    ("New York, NY", "New York City, New York, USA", "America/New_York"),
    ("SF", "San Francisco, California, USA", "America/Los_Angeles"),
    ("San Fransisco", "San Francisco, California, USA", "America/Los_Angeles"),
    ("L.A.", "Los Angeles, California, USA", "America/Los_Angeles"),
    ("washington dc", "Washington, District of Columbia, USA", "America/New_York"),
    ("münchen", "Munich, Germany", "Europe/Berlin"),
    ("Munchen", "Munich, Germany", "Europe/Berlin"),
    ("MUENCHEN", "Munich, Germany", "Europe/Berlin"),
    ("Ko\u0308ln", "Köln, Germany", "Europe/Berlin"),
    ("cologne", "Köln, Germany", "Europe/Berlin"),
    ("Lissabon", "Lisbon, Portugal", "Europe/Lisbon"),
    ("Lisboa", "Lisbon, Portugal", "Europe/Lisbon"),
    ("Lisbonn", "Lisbon, Portugal", "Europe/Lisbon"),
    ("Lisbonn portugal", "Lisbon, Portugal", "Europe/Lisbon"),
    ("Barcellona", "Barcelona, Spain", "Europe/Madrid"),
    ("edinbrugh", "Edinburgh, Scotland, UK", "Europe/London"),
    ("Phillidelphia", "Philadelphia, Pennsylvania, USA", "America/New_York"),
    ("Cincinatti", "Cincinnati, Ohio, USA", "America/New_York"),
    ("I'm in Porto", "Porto, Portugal", "Europe/Lisbon"),
    ("I'm in Porto this week for work", "Porto, Portugal", "Europe/Lisbon"),
    ("near Leeds", "Leeds, England, UK", "Europe/London"),
    ("from Leeds originally", "Leeds, England, UK", "Europe/London"),
    ("I live just outside of Manchester", "Manchester, England, UK", "Europe/London"),
    ("based in Austin TX atm", "Austin, Texas, USA", "America/Chicago"),
    ("I work as a nurse in Glasgow", "Glasgow, Scotland, UK", "Europe/London"),
    ("Springfield IL", "Springfield, Illinois, USA", "America/Chicago"),
    ("springfield, oregon, usa", "Springfield, Oregon, USA", "America/Los_Angeles"),
    ("Cambridge, MA", "Cambridge, Massachusetts, USA", "America/New_York"),
    ("newcastle australia", "Newcastle, New South Wales, Australia", "Australia/Sydney"),
    ("newcastle uk", "Newcastle upon Tyne, England, UK", "Europe/London"),
    ("st louis", "St. Louis, Missouri, USA", "America/Chicago"),
    ("saint petersburg", "Saint Petersburg, Russia", "Europe/Moscow"),
    ("São Paulo", "São Paulo, Brazil", "America/Sao_Paulo"),
    ("sao paulo", "São Paulo, Brazil", "America/Sao_Paulo"),
    ("Москва", "Moscow, Russia", "Europe/Moscow"),
    ("東京", "Tokyo, Japan", "Asia/Tokyo"),
    ("Nice", "Nice, France", "Europe/Paris"),
    ("Bath", "Bath, England, UK", "Europe/London"),
    ("Split", "Split, Croatia", "Europe/Zagreb"),
    ("the hague", "The Hague, Netherlands", "Europe/Amsterdam"),
    ("s-Hertogenbosch", "'s-Hertogenbosch, Netherlands", "Europe/Amsterdam"),
    ("Portugal", "Portugal", "Europe/Lisbon"),
    ("🇵🇹", "Portugal", "Europe/Lisbon"),
    ("Portgual", "Portugal", "Europe/Lisbon"),
    ("Deutschland", "Germany", "Europe/Berlin"),
    ("Scotland", "Scotland, UK", "Europe/London"),
    ("Texas", "Texas, USA", "America/Chicago"),
    ("Mexico", "Mexico City, Mexico", "America/Mexico_City"),
    ("Tenerife", "Santa Cruz de Tenerife, Spain", "Atlantic/Canary"),
    ("UTC+2", "UTC+2", "Etc/GMT-2"),
    ("gmt -5", "UTC-5", "Etc/GMT+5"),
    ("+2", "UTC+2", "Etc/GMT-2"),
    ("UTC+05:30", "UTC+5:30", "Asia/Kolkata"),
    ("utc", "UTC", "Etc/UTC"),
    ("CET", "CET", "Europe/Berlin"),
    ("EST", "EST", "America/New_York"),
    ("pacific time", "Pacific", "America/Los_Angeles"),
    ("Europe/Lisbon", "Lisbon", "Europe/Lisbon"),
    ("my zone is europe/lisbon", "Lisbon", "Europe/Lisbon"),
]


@pytest.mark.parametrize(("text", "label", "zone"), FOUND)
def test_a_place_is_found_with_its_zone(text: str, label: str, zone: str) -> None:
    found = find_place(text)
    assert isinstance(found, Place), found
    assert (found.label, found.zone) == (label, zone)


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("Springfield", {"Springfield, Illinois, USA", "Springfield, Massachusetts, USA"}),
        ("springfield usa", {"Springfield, Illinois, USA", "Springfield, Oregon, USA"}),
        ("Cambridge", {"Cambridge, England, UK", "Cambridge, Massachusetts, USA"}),
        ("Valencia", {"Valencia, Spain", "Valencia, Venezuela"}),
        ("San Jose", {"San Jose, California, USA", "San José, Costa Rica"}),
        ("Newcastle", {"Newcastle upon Tyne, England, UK"}),
        ("Georgia", {"Georgia", "Georgia, USA"}),
        ("Washington", {"Washington, USA", "Washington, District of Columbia, USA"}),
        ("USA", {"New York City, New York, USA", "Denver, Colorado, USA"}),
        ("Australia", {"Perth, Western Australia, Australia"}),
        ("IST", {"Kolkata", "Dublin", "Jerusalem"}),
    ],
)
def test_several_places_are_asked_between(text: str, among: set[str]) -> None:
    found = find_place(text)
    assert isinstance(found, tuple), found
    labels = [place.label for place in found]
    assert among <= set(labels)
    assert len(labels) == len(set(labels)) <= MOST
    assert len({place.zone for place in found}) > 1


@pytest.mark.parametrize("text", ["Frankfurt", "Kingston upon Hull", "Toulouse", "oxford uk"])
def test_namesakes_that_keep_one_clock_are_not_asked_about(text: str) -> None:
    assert isinstance(find_place(text), Place)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "asdf",
            "qwertz",
            "yes",
            "no",
            "ok",
            "tomorrow",
            "help",
            "Rest",
            "easy",
            "tired",
        ),
        *("no thanks", "i dont know", "hello there", "what do you mean", "none of your business"),
        *("6", "06:30", "7am", "???", "😀", "ran 8k in 48:10", "legs heavy slept 6", "Narnia"),
        *(
            "UTC+15",
            "GMT-13",
            "UTC+2:17",
            "Mars/Olympus",
            "every day",
            "heavy at first but good now",
        ),
        *("me", "in", "to", "of", "Paris Hilton", "the moon", "everywhere"),
    ],
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert find_place(text) is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=5000) | st.from_regex(r"\A[A-Za-z ,/+\-0-9]{0,60}\Z"))
def test_no_text_breaks_the_search_and_what_is_found_has_a_clock(text: str) -> None:
    found = find_place(text)
    places = found if isinstance(found, tuple) else (found,) if found else ()
    assert isinstance(found, Place) or found is None or 2 <= len(places) <= MOST
    for place in places:
        assert ZoneInfo(place.zone).key == place.zone


def test_every_zone_in_the_table_exists() -> None:
    zones = {town.zone for town in table()} | {area.zone for area in table().areas.values()}
    for zone in zones - {""}:
        assert ZoneInfo(zone).key == zone


def test_every_town_of_a_million_is_found_by_its_name_in_its_country() -> None:
    large = [town for town in table() if town.population >= 1_000_000]
    assert len(large) > 300
    for town in large:
        country = table().areas[town.country].name
        found = find_place(f"{town.name}, {country}")
        places = found if isinstance(found, tuple) else (found,)
        assert town.zone in {place.zone for place in places if place}, town


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (38.7, -9.1, "Europe/Lisbon"),
        (40.7, -74.0, "America/New_York"),
        (0.0, -30.0, "Etc/GMT+2"),
        (-33.9, 151.2, "Australia/Sydney"),
    ],
)
def test_a_point_has_a_zone_at_sea_as_well(latitude: float, longitude: float, zone: str) -> None:
    assert zone_at(latitude, longitude) == zone


@pytest.mark.parametrize("point", [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0), (0.0, 1e300)])
def test_a_point_off_the_earth_has_neither_zone_nor_town(point: tuple[float, float]) -> None:
    assert zone_at(*point) is None
    assert near(*point) is None


@settings(max_examples=60, deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_on_earth_has_a_known_zone(latitude: float, longitude: float) -> None:
    zone = zone_at(latitude, longitude)
    assert zone is not None
    assert ZoneInfo(zone).key == zone


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (38.72, -9.14, "Lisbon"),
        (52.48, 13.43, "Berlin"),
        (53.8, -1.75, "Bradford"),
        (64.15, -21.94, "Reykjavík"),
        (-36.85, 174.76, "Auckland"),
    ],
)
def test_a_point_is_called_by_the_town_that_draws_most(
    latitude: float, longitude: float, name: str
) -> None:
    place = near(latitude, longitude)
    assert place is not None
    assert place.name == name


def test_the_open_sea_is_near_nothing() -> None:
    assert near(0, -30) is None


def test_the_table_is_under_a_megabyte_and_credited() -> None:
    package = files("bot.understand")
    packed = (package / "places_data.tsv.gz").read_bytes()
    assert len(packed) < 1_000_000
    assert len(gzip.decompress(packed)) < 3_000_000
    credit = (package / "PLACES.md").read_text("utf-8")
    assert "GeoNames" in credit
    assert "Creative Commons Attribution 4.0" in credit


def test_neither_the_table_nor_tzfpy_is_loaded_before_a_place_is_asked_for() -> None:
    code = (
        "import sys, bot.understand.places as p, bot.understand.place_table as t;"
        "assert 'tzfpy' not in sys.modules and t.table.cache_info().currsize == 0;"
        "p.find_place('Berlin'); assert t.table.cache_info().currsize == 1"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
