"""Numbers, number words, units and times of day inside a message."""

from __future__ import annotations

import pytest

from bot.understand.amounts import read_amounts
from bot.understand.numbers import merge_numbers
from bot.understand.quantity import Unit
from bot.understand.reading import read_tokens
from bot.understand.tokens import Kind, tokenise


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("seven", [7]), ("seven and a half", [7.5]), ("7 1/2", [7.5]), ("7½", [7.5]),
        ("fifty-two", [52]), ("fifty two", [52]), ("a hundred and four", [104]),
        ("zweiundfünfzig", [52]), ("siebeneinhalb", [7.5]), ("cincuenta y dos", [52]),
        ("siete y media", [7.5]), ("three seven fifty two", [3, 7, 52]), ("six point five", [6.5]),
        ("no one", []), ("one hour", [1]), ("once upon", []), ("３　７．５　５２", [3, 7.5, 52]),
        ("٣ ٧ ٥٢", [3, 7, 52]), ("4️⃣", [4]), ("3,7,52", [3, 7, 52]), ("7,5", [7.5]),
        ("12,345", [12345]),
    ],
)  # fmt: skip
def test_number_words_and_digits_become_numbers(text: str, numbers: list[float]) -> None:
    merged = merge_numbers(tokenise(text))
    assert [token.value for token in merged if token.kind is Kind.NUMBER] == numbers


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("7h30", Unit.HOURS, 7.5),
        ("7 h 20 min", Unit.HOURS, 22 / 3), ("7 hours and a half", Unit.HOURS, 7.5),
        ("a couple of hours", Unit.HOURS, 2), ("an hour", Unit.HOURS, 1), ("54bpm", Unit.BEATS, 54),
        ("55 beats per minute", Unit.BEATS, 55),
        ("62 ms", Unit.MS, 62), ("8 out of 10", Unit.OUT_OF, 8),
        ("4/5", Unit.OUT_OF, 4), ("90%", Unit.OUT_OF, 90), ("⭐⭐⭐⭐", Unit.OUT_OF, 4),
        ("38.5°C", Unit.CELSIUS, 38.5), ("101F", Unit.FAHRENHEIT, 101), ("120/80", Unit.OTHER, 120),
        ("10k", Unit.OTHER, 10), ("3 beers", Unit.OTHER, 3), ("3 large beers", Unit.OTHER, 3),
        ("half seven", Unit.CLOCK, 450),
        ("halb sieben", Unit.CLOCK, 390), ("10 pm", Unit.CLOCK, 1320),
        ("quarter to eleven", Unit.CLOCK, 645), ("twenty past six", Unit.CLOCK, 380),
        ("midnight", Unit.CLOCK, 0),
        ("18 uhr 30", Unit.CLOCK, 1110), ("six thirty", Unit.CLOCK, 390),
        ("6-7 hours", Unit.HOURS, 6.5),
        ("between 6 and 7", Unit.PLAIN, 6.5), ("48-50", Unit.PLAIN, 49),
    ],
)  # fmt: skip
def test_an_amount_has_its_unit(text: str, unit: Unit, value: float) -> None:
    (amount,) = read_amounts(read_tokens(text))
    assert amount.unit is unit
    assert amount.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("11 to 7", (660, 420)), ("23:00-6:30", (1380, 390)), ("10pm to 6am", (1320, 360)),
        ("midnight till 7", (0, 420)), ("from 1 to 8", (60, 480)),
    ],
)  # fmt: skip
def test_two_times_of_day_are_the_ends_of_a_night(text: str, ends: tuple[int, int]) -> None:
    (amount,) = read_amounts(read_tokens(text))
    assert (amount.low, amount.high) == ends


def test_a_list_with_dashes_is_no_range() -> None:
    assert [a.value for a in read_amounts(read_tokens("4-7-50"))] == [4, 7, 50]
