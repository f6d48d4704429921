"""A squad's days and hours in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.trainings import read_trainings

TUE, THU, SAT, SUN = 1, 3, 5, 6


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tue 19:00", ((TUE, 1140),)),
        ("tuesday 19:00, saturday 9:15", ((TUE, 1140), (SAT, 555))),
        ("Tue, Thu 18:45", ((TUE, 1125), (THU, 1125))),
        ("Tue and Thu 18:45; Sun 8:00", ((TUE, 1125), (THU, 1125), (SUN, 480))),
        ("Tue 7 pm", ((TUE, 1140),)),
        ("Sat 9:00\nTue 19:00", ((TUE, 1140), (SAT, 540))),
        ("Tue 19:00, Tue 20:00", ((TUE, 1200),)),
        ("Tue", ()),
        ("19:00", ()),
        ("Tue 19:00, Sat", ()),
        ("Tue 25:00", ()),
        ("whenever you like", ()),
        ("", ()),
    ],
)
def test_days_and_hours_are_read(text: str, told: tuple[tuple[int, int], ...]) -> None:
    assert read_trainings(text) == told


@given(st.text(max_size=300))
def test_anything_is_read_as_days_with_hours_or_as_nothing(text: str) -> None:
    told = read_trainings(text)
    assert len({day for day, _ in told}) == len(told)
    assert all(0 <= day < 7 and 0 <= minute < 1440 for day, minute in told)
