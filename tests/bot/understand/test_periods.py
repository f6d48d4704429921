"""Which stretch of time a look back means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.periods import Period, read_period

SAID = [
    ("how was my week?", Period.WEEK),
    ("/review", Period.WEEK),
    ("", Period.WEEK),
    ("how did last week go", Period.LAST_WEEK),
    ("the previous week", Period.LAST_WEEK),
    ("how many km did I run this month?", Period.MONTH),
    ("monthly review", Period.MONTH),
    ("LAST MONTH", Period.LAST_MONTH),
    ("how was my year", Period.YEAR),
    ("/review year", Period.YEAR),
    ("how did the season go", Period.YEAR),
    ("did I do well these weeks", Period.WEEK),
]


@pytest.mark.parametrize(("text", "period"), SAID, ids=[text or "nothing" for text, _ in SAID])
def test_the_stretch_that_is_named_is_meant(text: str, period: Period) -> None:
    assert read_period(text) is period


@given(st.text())
def test_anything_else_is_a_week_and_nothing_breaks(text: str) -> None:
    assert read_period(text) in set(Period)
