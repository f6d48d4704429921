"""The taper's windows and the splits card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.charts import splits, volume
from tests.bot.charts import samples
from tests.bot.charts.looking import artists, count, drawn, places, texts, words

TAPER = samples.VOLUMES["rich"]
CARD = samples.SPLITS["rich"]


def test_bars_fall_as_the_volume_does() -> None:
    bars = artists(drawn(volume._draw, TAPER), "window")
    heights = [bar.get_window_extent().height for bar in bars]
    amounts = [window.amount for window in TAPER.windows]
    shares = [height / amount for height, amount in zip(heights, amounts, strict=True)]
    assert max(shares) / min(shares) < 1.02


def test_each_window_says_its_share_and_when_it_is() -> None:
    figure = drawn(volume._draw, TAPER)
    assert words(figure, "share") == ["96 %", "104 %", "100 %", "75 %", "50 %"]
    assert len(words(figure, "label")) >= len(TAPER.windows)


def test_hard_sessions_stay_under_every_window() -> None:
    marks = count(drawn(volume._draw, replace(TAPER, hard="")))["hard"]
    assert marks == sum(window.hard for window in TAPER.windows)


def test_today_s_window_is_shaded_and_the_peak_is_a_line_behind_the_bars() -> None:
    figure = drawn(volume._draw, TAPER)
    assert count(figure)["now"] == 1
    children = figure.axes[0].get_children()
    (peak,) = artists(figure, "peak")
    assert all(children.index(peak) < children.index(bar) for bar in artists(figure, "window"))


def test_without_a_race_there_is_no_plot() -> None:
    figure = drawn(volume._draw, samples.VOLUMES["none"])
    assert words(figure, "title") == ["No race yet"]
    assert count(figure)["window"] == 0


@pytest.mark.parametrize("sample", samples.SPLITS)
def test_the_card_is_as_tall_as_a_phone_and_clear_of_clock_and_buttons(sample: str) -> None:
    figure = drawn(splits._draw, samples.SPLITS[sample])
    width, height = (figure.get_size_inches() * figure.dpi).tolist()
    assert (width, height) == (1080, 2340)
    tops = [height - place.top for place in places(figure)]
    feet = [height - place.foot for place in places(figure)]
    assert min(tops) > height * 0.28
    assert max(feet) < height * 0.875


def test_every_split_is_on_the_card_with_its_head() -> None:
    cells = words(drawn(splits._draw, CARD), "cell")
    assert cells[:2] == ["clock", "pace"]
    assert cells[2:5] == ["5 km", "0:25:00", "4:57/km"]
    assert cells[-2:] == ["finish", "3:29:00"]


def test_too_many_splits_are_thinned_but_the_finish_stays() -> None:
    cells = words(drawn(splits._draw, samples.SPLITS["huge"]), "cell")
    marks = [cell for cell in cells if cell.endswith(" mi")]
    assert marks[0] == "4 mi"
    assert marks[-1] == "100 mi"
    assert len(marks) == 25


def test_the_column_to_read_is_bold() -> None:
    cells = [text for text in texts(drawn(splits._draw, CARD)) if text.get_gid() == "cell"]
    bold = [t.get_text() for t in cells if "Bold" in str(t.get_fontproperties().get_file())]
    assert bold == [row[1] for row in CARD.rows]
