"""How a race ended, in words; what is about something else stays unread."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand.finishes import Finish, read_finish
from core.raceday import Ending
from core.units import Distance, Duration

ON = date(2026, 12, 6)
HALF, TEN, FIVE, MARATHON = (Distance(m) for m in (21097.5, 10_000, 5000, 42_195))

TIMES = [
    ("22:41", FIVE, 1361),
    ("22.41", FIVE, 1361),
    ("0:22:41", FIVE, 1361),
    ("finished in 22:41!", FIVE, 1361),
    ("I got 47:20", TEN, 2840),
    ("my chip time was 47:20", TEN, 2840),
    ("1:45", HALF, 6300),
    ("1:45:10", HALF, 6310),
    ("1h45", HALF, 6300),
    ("105 min", HALF, 6300),
    ("3:45", MARATHON, 13_500),
    ("10k in 47:20", TEN, 2840),
    ("half marathon race in 1:45:10", HALF, 6310),
    ("10.2 km in 48:30", TEN, 2910),
]


@pytest.mark.parametrize(("said", "distance", "seconds"), TIMES, ids=[t[0] for t in TIMES])
def test_a_time_is_read_by_the_race_s_distance(said: str, distance: Distance, seconds: int) -> None:
    found = read_finish(said, distance, ON, ON)
    assert found is not None
    assert (found.ending, found.time) == (Ending.FINISHED, Duration(seconds))


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("47:20", False),
        ("10k in 47:20", False),
        ("10k race in 47:20", True),
        ("10k in 47:20, last Sunday", True),
    ],
)
def test_a_date_or_a_word_names_the_race(said: str, named: bool) -> None:
    found = read_finish(said, TEN, ON, date(2026, 12, 9))
    assert found is not None
    assert found.named is named


@pytest.mark.parametrize("said", ["DNF", "dnf :(", "I didn't finish", "had to quit", "Dropped out"])
def test_not_finished(said: str) -> None:
    assert read_finish(said, TEN, ON, ON) == Finish(Ending.DNF)


@pytest.mark.parametrize("said", ["DNS", "I didn’t start", "did not run", "never started"])
def test_not_started(said: str) -> None:
    assert read_finish(said, TEN, ON, ON) == Finish(Ending.DNS)


NOT_ABOUT_IT = [
    "7:45",
    "slept 7:30, legs ok",
    "52",
    "8k in 48:10",
    "5k in 24:30, last Sunday",
    "how do I warm up?",
    "legs heavy",
    "",
    "48:61",
    "my goal is 47:20",
]


@pytest.mark.parametrize("said", NOT_ABOUT_IT)
def test_everything_else_is_left_to_others(said: str) -> None:
    assert read_finish(said, TEN, ON, ON) is None
