"""The week's rows."""

from __future__ import annotations

from dataclasses import replace

from matplotlib.patches import Patch

from bot.charts.week import WeekChart, _draw
from tests.bot.charts import samples
from tests.bot.charts.looking import artists, count, drawn, words

RICH = samples.WEEKS["rich"]


def test_every_day_has_its_row_in_order() -> None:
    assert words(drawn(_draw, RICH), "weekday") == list(samples.WEEKDAYS)


def test_rest_days_are_named_and_have_no_profile() -> None:
    figure = drawn(_draw, samples.WEEKS["little"])
    assert words(figure, "name") == ["Rest"] * 7
    assert count(figure)["step"] == 0


def test_the_longest_session_fills_the_width() -> None:
    steps = artists(drawn(_draw, RICH), "step")
    ends = [step.get_window_extent().x1 for step in steps]
    assert abs(max(ends) - (1080 - 56)) <= 3


def test_bars_are_by_minutes() -> None:
    days = tuple(day for day in RICH.days if day.session and len(day.steps) == 1)
    figure = drawn(_draw, replace(RICH, days=days))
    widths = [step.get_window_extent().width for step in artists(figure, "step")]
    minutes = [d.session.workout.minutes(RICH.pace_of) for d in days if d.session]
    shares = [width / minute for width, minute in zip(widths, minutes, strict=True)]
    assert max(shares) / min(shares) < 1.02


def test_a_hard_day_has_a_diamond_and_a_race_its_letter() -> None:
    figure = drawn(_draw, RICH)
    assert count(figure)["hard"] == 1 + 1  # the day's and the legend's
    assert words(figure, "race") == ["B"]


def test_done_days_are_ticked() -> None:
    figure = drawn(_draw, RICH)
    ticks = [tick for tick in artists(figure, "tick") if isinstance(tick, Patch)]
    assert len(ticks) == sum(day.done for day in RICH.days) + 1
    assert "done" in words(figure, "legend")


def test_a_week_with_nothing_done_explains_no_tick() -> None:
    ahead = replace(RICH, days=tuple(replace(day, done=False) for day in RICH.days))
    figure = drawn(_draw, ahead)
    assert count(figure)["tick"] == 0
    assert words(figure, "legend") == ["hard day"]


def test_today_is_shaded() -> None:
    assert count(drawn(_draw, RICH))["today"] == 1
    assert count(drawn(_draw, replace(RICH, today=samples.on(0))))["today"] == 0


def test_a_long_name_takes_a_second_line_and_is_cut_after_it() -> None:
    names = words(drawn(_draw, samples.WEEKS["german"]), "name")
    assert len(names) == 14
    assert any(name.endswith("…") for name in names)


def test_a_week_without_days_is_only_its_title() -> None:
    empty = WeekChart((), RICH.pace_of, RICH.today, "No plan yet")
    assert words(drawn(_draw, empty)) == ["No plan yet"]
