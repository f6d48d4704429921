"""Long texts in pieces: at paragraphs, with every tag closed, nothing lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.split import length, split


@pytest.mark.parametrize(
    ("html", "units"),
    [("plain", 5), ("<b>bold</b>", 4), ("a &lt; b", 5), ("🏃", 2), ("&#8364;", 1), ("", 0)],
)
def test_length_counts_what_is_left_when_entities_are_parsed(html: str, units: int) -> None:
    assert length(html) == units


def test_a_text_that_fits_stays_whole() -> None:
    assert split("one <b>two</b>\n\nthree") == ["one <b>two</b>\n\nthree"]


def test_paragraphs_stay_together() -> None:
    first, second = "a" * 60, "b" * 60
    assert split(f"{first}\n\n{second}", 100) == [first, second]


def test_a_long_paragraph_is_cut_at_a_line_or_a_word() -> None:
    assert split("one two\nthree four", 12) == ["one two", "three four"]
    assert split("one two three", 9) == ["one two", "three"]


def test_a_word_that_fits_nowhere_is_cut_all_the_same() -> None:
    assert split("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_tags_are_closed_at_a_cut_and_opened_again() -> None:
    pieces = split('<b>one <a href="u">two three</a> four</b>', 8)
    assert pieces == [
        '<b>one <a href="u">two</a></b>',
        '<b><a href="u">three</a></b>',
        "<b>four</b>",
    ]


WORDS = st.text(alphabet="ab é🏃", min_size=1, max_size=12)
MARKED = WORDS.map(lambda w: f"<i>{w}</i>") | WORDS | st.sampled_from(["\n\n", "\n", "&amp;"])


@given(st.lists(MARKED, min_size=1, max_size=30).map("".join), st.integers(8, 60))
def test_no_piece_is_too_long_and_no_word_is_lost(html: str, limit: int) -> None:
    pieces = split(html, limit)
    assert all(length(piece) <= limit for piece in pieces)
    assert all(piece.count("<i>") == piece.count("</i>") for piece in pieces)
    assert _letters("".join(pieces)) == _letters(html)


def _letters(html: str) -> str:
    return re.sub(r"\s", "", unescape(re.sub(r"<[^>]*>", "", html)))
