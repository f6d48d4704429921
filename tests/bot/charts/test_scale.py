"""Round numbers for an axis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts import scale


@pytest.mark.parametrize(
    ("most", "steps", "marks"),
    [
        (52, 4, (20, 40)),
        (8.4, 4, (2.5, 5, 7.5)),
        (100, 4, (25, 50, 75, 100)),
        (0.9, 4, (0.25, 0.5, 0.75)),
        (0, 4, ()),
    ],
)
def test_ticks_are_the_usual_ones(most: float, steps: int, marks: tuple[float, ...]) -> None:
    assert scale.ticks(most, steps) == pytest.approx(marks)


@given(st.floats(0.01, 1e6), st.integers(2, 9))
def test_ticks_are_few_even_and_inside(most: float, steps: int) -> None:
    marks = scale.ticks(most, steps)
    assert 1 <= len(marks) <= steps
    assert marks[-1] <= most * (1 + 1e-6)
    assert marks[-1] == pytest.approx(marks[0] * len(marks))


@given(st.floats(1, 2000))
def test_minutes_come_in_steps_that_people_count_in(minutes: float) -> None:
    marks = scale.ticks(minutes, 7, scale.MINUTES)
    assert len(marks) <= 7
    assert not marks or marks[0] in scale.MINUTES


@given(st.floats(-50, 200), st.floats(3, 150))
def test_between_gives_one_to_three_whole_numbers_in_the_range(low: float, span: float) -> None:
    marks = scale.between(low, low + span, 3)
    assert 1 <= len(marks) <= 3
    assert all(low - 1e-6 <= mark <= low + span + 1e-6 and mark == int(mark) for mark in marks)


@pytest.mark.parametrize(("value", "digits"), [(20.0, "20"), (7.5, "7.5"), (0.0, "0")])
def test_ticks_are_written_without_empty_decimals(value: float, digits: str) -> None:
    assert scale.written(value) == digits
