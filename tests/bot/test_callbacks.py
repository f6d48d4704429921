"""Button payloads come back as they went, and nothing else comes in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import LIMIT, BadPress, Press, pack, unpack

words = st.from_regex(r"\A[a-z0-9-]{1,10}\Z")
args = st.lists(st.from_regex(r"\A[A-Za-z0-9_.+-]{0,8}\Z"), max_size=3)


@given(words, words, args)
def test_what_was_packed_comes_back(topic: str, verb: str, given_args: list[str]) -> None:
    data = pack(topic, verb, *given_args)
    assert len(data.encode()) <= LIMIT
    assert unpack(data) == Press(topic, verb, tuple(given_args))


@given(st.text(max_size=100))
def test_anything_else_is_refused_or_is_a_press_of_plain_words(data: str) -> None:
    try:
        press = unpack(data)
    except BadPress:
        return
    assert pack(press.topic, press.verb, *press.args) == data


@pytest.mark.parametrize("bad", ["", "today", "a b:c", "Today:set", "x:y:<b>", "x:y:" + "z" * 80])
def test_forged_payloads_are_bad_presses(bad: str) -> None:
    with pytest.raises(BadPress):
        unpack(bad)


def test_too_long_a_payload_is_a_bug_of_ours() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        pack("today", "set", "a" * 24, "b" * 24, "c" * 24)


def test_a_value_that_would_not_come_back_is_a_bug_of_ours() -> None:
    with pytest.raises(BadPress):
        pack("today", "set", "two words")


def test_a_missing_argument_of_an_old_button_is_a_bad_press() -> None:
    with pytest.raises(BadPress, match="no argument 1"):
        Press("today", "set", ("x",)).arg(1)


def test_an_argument_that_is_no_number_is_a_bad_press() -> None:
    with pytest.raises(BadPress, match="is no number"):
        Press("today", "set", ("x",)).number(0)


def test_an_argument_that_is_no_day_is_a_bad_press() -> None:
    with pytest.raises(BadPress, match="is no day"):
        Press("today", "set", ("soon",)).day(0)
