"""Times with names, as a coach types them after a session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.named_times import LONGEST_NAME, MOST, read_named_times


def told(text: str) -> tuple[float | None, dict[str, float], str]:
    read = read_named_times(text)
    distance = read.distance.metres if read.distance else None
    return distance, {name: time.seconds for name, time in read.times}, read.unread


@pytest.mark.parametrize(
    ("text", "distance", "times"),
    [
        ("Ana 21:40, Rui 23:10", None, {"Ana": 1300, "Rui": 1390}),
        ("5k: Ana 21:40, Rui 23:10", 5000, {"Ana": 1300, "Rui": 1390}),
        ("5 km Ana 21:40; Rui 23:10", 5000, {"Ana": 1300, "Rui": 1390}),
        ("3000 m - Ana 12:05", 3000, {"Ana": 725}),
        ("Ana: 21:40\nRui: 23:10", None, {"Ana": 1300, "Rui": 1390}),
        ("Ana = 21.40 Rui = 23.10", None, {"Ana": 1300, "Rui": 1390}),
        ("Ana Berg 21:40 and José Luís 23:10", None, {"Ana Berg": 1300, "José Luís": 1390}),
        ("@ana 21'40", None, {"ana": 1300}),
        ("half: Inês 1:25:21", 21097.5, {"Inês": 5121}),
        ("1 mile Zoë 5:59", 1609.344, {"Zoë": 359}),
        ("Ana 21:40, Ana 21:50", None, {"Ana": 1310}),
        ("Jean-Luc 19:59", None, {"Jean-Luc": 1199}),
        ("", None, {}),
        ("nothing to see", None, {}),
        ("Ana 21:99", None, {}),
        ("21:40", None, {}),
    ],
)
def test_what_a_coach_types_is_read(text: str, distance: float | None, times: dict) -> None:
    read = told(text)
    assert read[0] == distance
    assert read[1] == times


def test_what_makes_no_sense_is_named() -> None:
    assert told("Ana 21:40, Rui was slow")[2] == "Rui was slow"
    assert told("Ana 21:40, Rui 23:10")[2] == ""


@given(st.text(max_size=300))
def test_anything_typed_is_read_without_harm(text: str) -> None:
    read = read_named_times(text)
    assert len(read.times) <= MOST
    assert all(0 < len(name) <= LONGEST_NAME and time.seconds > 0 for name, time in read.times)


def test_a_long_text_is_read_in_no_time() -> None:
    assert len(read_named_times("Ana 21:40, " * 400 + "a" * 4000).times) == 1
