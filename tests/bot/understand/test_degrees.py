"""How warm it is, in words; and the towns it is looked up for."""

from __future__ import annotations

import pytest

from bot.understand.degrees import HOT, VERY_HOT, read_celsius
from bot.understand.redflags import read_signs
from bot.understand.towns import town_of


@pytest.mark.parametrize(
    ("said", "celsius"),
    [
        ("32 degrees", 32),
        ("it's 32 degrees outside", 32),
        ("30°C", 30),
        ("31.5 °c in the shade", 31.5),
        ("90F today", 32.2),
        ("88 degrees fahrenheit", 31.1),
        ("95 degrees", 35),
        ("minus 3 degrees", -3),
        ("-5C", -5),
        ("legs 3, slept 7h, pulse 50, it's 31 degrees", 31),
        ("it's hot", HOT),
        ("so hot today", HOT),
        ("really hot", HOT),
        ("hot", HOT),
        ("boiling out there", VERY_HOT),
        ("heatwave", VERY_HOT),
    ],
)
def test_the_air_s_temperature(said: str, celsius: float) -> None:
    assert read_celsius(said) == celsius


@pytest.mark.parametrize(
    "said",
    [
        "I have 38.5 degrees",
        "my temperature is 37.5",
        "fever of 39 degrees",
        "hot bath after the run",
        "not too hot",
        "8k in 48:10",
        "pulse 58",
        "slept 7 hours",
        "180 degrees",
        "hotel was fine",
        "",
    ],
)
def test_what_is_no_weather(said: str) -> None:
    assert read_celsius(said) is None


@pytest.mark.parametrize(
    ("said", "celsius"), [("it's 50 degrees", 10), ("32°", 0), ("20 degrees C", 20), ("90F", 32.2)]
)
def test_degrees_without_a_letter_are_fahrenheit_to_who_reads_them_so(
    said: str, celsius: float
) -> None:
    assert read_celsius(said, fahrenheit=True) == celsius


def test_a_bare_fever_heat_stays_a_red_flag() -> None:
    assert read_signs("it's 39 degrees"), "when unsure whether a sign is meant, it counts"
    assert not read_signs("it's 39 degrees outside")


def test_a_town_has_rounded_coordinates() -> None:
    lisbon = town_of("Lisbon")
    assert lisbon is not None
    assert (lisbon.name, round(lisbon.latitude), round(lisbon.longitude)) == (
        "Lisbon, Portugal",
        39,
        -9,
    )


@pytest.mark.parametrize("said", ["Springfield", "asdfgh", "Portugal", ""])
def test_what_is_no_one_town_has_none(said: str) -> None:
    assert town_of(said) is None
