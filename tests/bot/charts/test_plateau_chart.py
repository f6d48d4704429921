"""What holds an athlete: two efforts, the leading cause by weeks, the findings in their order."""

from __future__ import annotations

from dataclasses import replace

from bot.charts.plateau import Series, WeekMarks, _draw
from tests.bot.charts import samples
from tests.bot.charts.looking import artists, count, drawn, words

RICH, AMOUNTS = samples.PLATEAUS["rich"], samples.PLATEAUS["amounts"]


def test_both_efforts_stand_side_by_side_with_what_lies_between() -> None:
    figure = drawn(_draw, RICH)
    assert words(figure, "effort") == ["48:30", "48:22"]
    assert words(figure, "effort-words") == [
        "10K",
        "Sun 3 May 2026",
        "10K",
        "Sun 22 Nov 2026",
    ]
    assert words(figure, "change") == ["0.3 % in 29 weeks: within chance"]


def test_every_session_has_its_cell_those_against_it_in_their_colour() -> None:
    assert RICH.series is not None
    figure, weeks = drawn(_draw, RICH), RICH.series.weeks
    assert count(figure)["against"] == sum(week.against for week in weeks)
    assert count(figure)["other"] == sum(week.other for week in weeks)
    assert words(figure, "legend") == ["The same hard session", "Another hard session"]


def test_a_colour_that_is_not_drawn_is_not_explained() -> None:
    series = Series("Held", (WeekMarks(samples.MONDAY, 0, 2),), "Not held", "Held")
    assert words(drawn(_draw, replace(RICH, series=series)), "legend") == ["Held"]


def test_amounts_are_bars_under_the_line_that_the_goal_wants() -> None:
    figure = drawn(_draw, AMOUNTS)
    assert count(figure)["week"] == 16
    assert count(figure)["wanted"] == 1
    assert "km" in words(figure, "unit")
    assert words(figure, "legend") == ["what the goal wants"]


def test_an_amount_without_a_wish_has_no_line() -> None:
    assert AMOUNTS.series is not None
    series = replace(AMOUNTS.series, wanted=0.0)
    figure = drawn(_draw, replace(AMOUNTS, series=series))
    assert artists(figure, "wanted") == []
    assert words(figure, "legend") == []


def test_findings_are_numbered_in_their_order_with_their_evidence() -> None:
    figure = drawn(_draw, RICH)
    assert words(figure, "rank") == ["1", "2", "3"]
    assert words(figure, "finding")[:2] == ["The same workout again and again", "No strength work"]
    assert words(figure, "evidence")[0] == "6 × 800 m in 9 of the last 11 weeks."


def test_parts_that_are_missing_are_left_out() -> None:
    assert words(drawn(_draw, samples.PLATEAUS["none"])) == ["What holds you"]
