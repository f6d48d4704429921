"""Words made to fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.look import Look
from bot.charts.page import Page
from bot.charts.writing import clean, fit, width_of
from tests.bot.charts.looking import overlaps

WORDS = st.text(st.sampled_from("abcdefghij ßÄ×4 0…-"), max_size=120)


@given(WORDS, st.integers(60, 900), st.integers(1, 4))
def test_what_is_fitted_fits(words: str, width: int, lines: int) -> None:
    fitted = fit(words, width, 54, smallest=33, lines=lines)
    assert len(fitted.lines) <= lines
    assert 33 <= fitted.size <= 54
    assert all(width_of(line, fitted.size) <= width for line in fitted.lines)


@given(WORDS, st.integers(200, 900))
def test_nothing_is_lost_unless_an_ellipsis_says_so(words: str, width: int) -> None:
    fitted = fit(words.replace("…", ""), width, 40, lines=3)
    said = " ".join(fitted.lines)
    if "…" not in said:
        assert said == clean(words.replace("…", ""))


def test_short_words_keep_their_size_and_long_ones_shrink_before_they_are_cut() -> None:
    assert fit("Week", 900, 54, smallest=40).size == 54
    shrunk = fit("a title that is a little too long for it", 900, 54, smallest=40)
    assert 40 <= shrunk.size < 54
    assert not shrunk.lines[0].endswith("…")
    assert fit("far too long " * 9, 900, 54, smallest=40).lines[0].endswith("…")


def test_an_amount_keeps_its_unit_on_the_line() -> None:
    for width in range(200, 700, 10):
        lines = fit("Do 6 × 800 m with 90 s between", width, 37, lines=6).lines
        assert any("6 × 800 m" in line for line in lines)
        assert any("90 s" in line for line in lines)


def test_an_amount_wider_than_the_line_is_split_after_all() -> None:
    assert fit("12–18 Apr", 130, 33, lines=2).lines == ("12–18", "Apr")


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("Berlin 🏃‍♀️ Marathon", "Berlin ♀ Marathon"),
        ("東京マラソン", ""),
        ("Ćwiczenie żółw Ωμέγα Бег", "Ćwiczenie żółw Ωμέγα Бег"),
        ("two\nlines\tand tabs", "two lines and tabs"),
        ("  spaces   between ", "spaces between"),
    ],
)
def test_what_the_font_lacks_is_left_out(words: str, drawn: str) -> None:
    assert clean(words) == drawn


@pytest.mark.parametrize(
    "words", ["$x^2$", "5 $ and 10 $", "<b>&amp;</b>", "\\frac{1}{2}", "a_b^c"]
)
def test_words_are_drawn_as_they_stand(words: str) -> None:
    page = Page(Look.DARK)
    page.words(words, 100, 100, 40, name="words")
    page.finish().canvas.draw()
    assert [text.get_text() for text in page.sheet.texts] == [words]


def test_words_on_words_would_be_seen() -> None:
    page = Page(Look.DARK)
    page.words("one", 100, 100, 40, name="one")
    page.words("other", 110, 110, 40, name="other")
    page.words("apart", 110, 190, 40, name="apart")
    page.y = 400
    assert overlaps(page.finish()) == [("one", "other")]
