"""Six weeks of mornings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.charts.answers import answers_of, rows_of
from bot.charts.readiness import DAYS, _draw
from core.checkin import CheckIn, Told
from core.readiness import Colour
from core.readiness.baseline import Field
from core.readiness.colour import colours
from core.readiness.signs import seen
from core.reasons import Code
from core.units import Duration, HeartRate
from tests.bot.charts import samples
from tests.bot.charts.looking import count, drawn, words
from tests.bot.charts.samples import TODAY, mornings

RICH = samples.READINESS["rich"]
COLUMNS = (Colour.GREEN.value, Colour.AMBER.value, Colour.RED.value, "unanswered")
FIELDS = (Field.LEGS, Field.SLEEP, Field.PULSE)


def test_every_day_has_a_column_or_the_mark_of_no_answer() -> None:
    for sample in samples.READINESS.values():
        figure = drawn(_draw, replace(sample, words=replace(sample.words, colours={})))
        assert sum(count(figure)[name] for name in COLUMNS) == DAYS


def test_columns_are_the_colours_that_readiness_gave() -> None:
    figure = drawn(_draw, replace(RICH, words=replace(RICH.words, colours={})))
    history = sorted(RICH.checkins, key=lambda checkin: checkin.on)
    given = [colour.value for _, colour in colours(history, TODAY, DAYS)]
    for colour in ("green", "amber", "red"):
        assert count(figure)[colour] == given.count(colour)


def test_an_answer_is_a_point_and_a_missing_one_breaks_the_line() -> None:
    legs = {Field.LEGS: samples.PANELS[Field.LEGS]}
    gap = tuple(c for c in mornings(110) if not 20 <= (TODAY - c.on).days < 25)
    figure = drawn(_draw, replace(RICH, checkins=gap, words=replace(RICH.words, panels=legs)))
    assert count(figure)["answer"] + count(figure)["sign"] == DAYS - 5
    assert count(figure)["trend"] == 2


def test_points_are_signs_only_where_the_colour_counts_them_so() -> None:
    told = answers_of(mornings(110)[::-1], FIELDS, TODAY, DAYS)
    bad = [(TODAY - answer.on).days for answer in told[Field.LEGS] if answer.sign]
    assert bad == [17, 16, 15, 14]
    assert [a for a in told[Field.PULSE] if a.sign and not 14 <= (TODAY - a.on).days < 18] == []


def test_the_band_is_that_mornings_own_and_never_looks_ahead() -> None:
    later = answers_of(mornings(110)[::-1], FIELDS, TODAY, DAYS)
    earlier_days = tuple(c for c in mornings(110)[::-1] if c.on <= TODAY - timedelta(days=10))
    earlier = answers_of(earlier_days, FIELDS, TODAY - timedelta(days=10), DAYS - 10)
    for field in FIELDS:
        assert [a.band for a in later[field][: DAYS - 10]] == [a.band for a in earlier[field]]


def test_no_band_before_there_is_a_baseline() -> None:
    figure = drawn(_draw, samples.READINESS["little"])
    assert count(figure)["band"] == 0
    assert "your usual range" not in words(figure, "legend")
    assert count(drawn(_draw, RICH))["band"] == 3 * DAYS


def test_as_usual_stands_at_the_usual_and_skipped_is_a_gap() -> None:
    history = [
        CheckIn(TODAY - timedelta(days=n), 4, Duration.of_hours(7), HeartRate(50))
        for n in range(40, 0, -1)
    ]
    today = CheckIn(TODAY, Told.USUAL, Told.USUAL, Told.SKIPPED)
    told = answers_of([*history, today], FIELDS, TODAY, 2)
    assert [told[field][-1].level for field in FIELDS] == [4, 7, None]
    assert [len(row) for row in rows_of(told[Field.PULSE])] == [1]


def test_nothing_answered_leaves_empty_panels_with_their_names() -> None:
    figure = drawn(_draw, samples.READINESS["none"])
    assert words(figure, "panel") == ["Legs", "Sleep", "Resting pulse"]
    assert count(figure)["answer"] == 0
    assert words(figure, "legend") == ["unknown"]


def test_a_panel_left_out_is_not_drawn() -> None:
    two = {field: samples.PANELS[field] for field in (Field.LEGS, Field.SLEEP)}
    figure = drawn(_draw, replace(RICH, words=replace(RICH.words, panels=two)))
    assert words(figure, "panel") == ["Legs", "Sleep"]


def test_the_order_of_check_ins_does_not_matter() -> None:
    ahead = drawn(_draw, RICH)
    back = drawn(_draw, replace(RICH, checkins=RICH.checkins[::-1]))
    assert count(ahead) == count(back)


def test_a_full_night_is_no_sign_though_sleep_is_owed() -> None:
    nights = [7.5] * 30 + [6.2] * 5 + [7.5]
    history = [
        CheckIn(TODAY - timedelta(days=len(nights) - 1 - n), sleep=Duration.of_hours(hours))
        for n, hours in enumerate(nights)
    ]
    told = answers_of(history, (Field.SLEEP,), TODAY, 3)
    assert Code.SLEEP_DEBT in {sign.reason.code for sign in seen(history[-1], history)}
    assert not told[Field.SLEEP][-1].sign
