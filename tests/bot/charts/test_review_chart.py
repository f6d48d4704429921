"""The week in five pillars."""

from __future__ import annotations

import pytest

from bot.charts.review import Pillar, ReviewChart, _draw
from tests.bot.charts import samples
from tests.bot.charts.looking import count, drawn, words

RICH = samples.REVIEWS["rich"]


def test_all_five_pillars_have_their_line() -> None:
    figure = drawn(_draw, RICH)
    assert words(figure, "pillar") == ["Pacing", "Intervals", "Form", "Strength", "Recovery"]
    assert len(words(figure, "told")) == 5


@pytest.mark.parametrize(
    ("level", "cells"), [(None, 0), (0, 1), (0.1, 1), (0.4, 2), (0.9, 4), (1, 5), (7, 5)]
)
def test_a_meter_fills_with_the_level(level: float | None, cells: int) -> None:
    figure = drawn(_draw, ReviewChart("Week", pillars=(Pillar("Form", level),)))
    assert count(figure)["cell"] == cells
    assert count(figure)["empty-cell"] == 5 - cells


def test_the_figures_stand_first_and_next_week_last() -> None:
    figure = drawn(_draw, RICH)
    said = words(figure)
    assert words(figure, "figure") == ["4 of 5", "48 km", "84 %"]
    assert said.index("4 of 5") < said.index("Pacing") < said.index("Went well")
    assert said[-7:] == list(samples.WEEKDAYS)


def test_next_week_marks_its_hard_days() -> None:
    figure = drawn(_draw, RICH)
    assert count(figure)["day"] == 7
    assert count(figure)["hard"] == 2


def test_parts_that_are_empty_are_left_out() -> None:
    assert words(drawn(_draw, ReviewChart("A quiet week"))) == ["A quiet week"]
