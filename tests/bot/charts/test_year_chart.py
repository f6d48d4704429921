"""The year by months."""

from __future__ import annotations

from bot.charts.year import YearChart, _draw
from tests.bot.charts import samples
from tests.bot.charts.looking import count, drawn, words

RICH = samples.YEARS["rich"]


def test_every_month_has_its_column_its_name_and_its_amount() -> None:
    figure = drawn(_draw, RICH)
    assert count(figure)["month"] == 12
    assert words(figure, "month-name") == list(samples.MONTH_NAMES)
    assert " ".join(words(figure, "amount")).startswith("120 km 140 km")


def test_races_stand_under_their_months() -> None:
    assert " ".join(words(drawn(_draw, RICH), "race")) == "Half marathon Marathon"


def test_a_year_without_a_month_is_its_title() -> None:
    assert words(drawn(_draw, YearChart("Your year"))) == ["Your year"]
