"""Stretches of days, read on Thursday, 26 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand.problems import OutOfRange
from bot.understand.spans import Span, read_span

TODAY = date(2026, 11, 26)


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("off to Lisbon until Sunday", nov(26), nov(29)),
        ("I'm away from friday to monday", nov(27), nov(30)),
        ("away from 3 to 10 December", dec(3), dec(10)),
        ("away 3-10 december", dec(3), dec(10)),
        ("3.12. - 10.12.", dec(3), dec(10)),
        ("2026-12-03 to 2026-12-10", dec(3), dec(10)),
        ("holiday 5 dec to 12 dec", dec(5), dec(12)),
        ("until the 5th", nov(26), dec(5)),
        ("next week", nov(30), dec(6)),
        ("busy this week", nov(26), nov(29)),
        ("rest of the week", nov(26), nov(29)),
        ("until next week", nov(26), nov(29)),
        ("until the end of next week", nov(26), dec(6)),
        ("for five days", nov(26), nov(30)),
        ("for a couple of days", nov(26), nov(27)),
        ("away for 2 weeks", nov(26), dec(9)),
        ("for a week from monday", nov(30), dec(6)),
        ("off to lisbon for the weekend", nov(28), nov(29)),
        ("travelling for work friday", nov(27), nov(27)),
        ("tomorrow", nov(27), nov(27)),
    ],
)
def test_the_days_that_are_meant(said: str, first: date, last: date) -> None:
    assert read_span(said, TODAY) == Span(first, last)


@pytest.mark.parametrize("said", ["away", "busy", "off to lisbon", "", "for ages"])
def test_no_days_are_no_span(said: str) -> None:
    assert read_span(said, TODAY) is None


def test_days_that_are_over_are_refused() -> None:
    assert isinstance(read_span("away yesterday", TODAY), OutOfRange)
