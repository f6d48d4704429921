"""A stranger's text: nothing raises, nothing takes long, and what is heard is believable."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand.answers import read_level, read_yes_no, says_none, says_skip
from bot.understand.births import read_birth_year
from bot.understand.checkin import read_checkin
from bot.understand.cleaning import LIMIT
from bot.understand.clocks import read_clock
from bot.understand.conditions import read_conditions
from bot.understand.dates import read_date
from bot.understand.heard import Asked, Heard
from bot.understand.quantities import read_distance, read_duration
from bot.understand.races import read_race
from bot.understand.redflags import read_signs
from bot.understand.results import read_result, read_results
from bot.understand.runs import read_run
from bot.understand.sore_spots import read_pain
from bot.understand.tokens import MOST, tokenise, word_set
from bot.understand.volumes import read_weekly_volume
from bot.understand.weekdays import read_weekdays

TODAY = date(2026, 11, 26)
READERS: dict[str, Callable[[str], object]] = {
    "check-in": read_checkin,
    "signs": read_signs,
    "date": lambda text: read_date(text, TODAY),
    "past date": lambda text: read_date(text, TODAY, past=True),
    "clock": read_clock,
    "distance": read_distance,
    "duration": read_duration,
    "result": lambda text: read_result(text, TODAY),
    "results": lambda text: read_results(text, TODAY),
    "race": lambda text: read_race(text, TODAY),
    "weekdays": read_weekdays,
    "week": read_weekly_volume,
    "birth": lambda text: read_birth_year(text, TODAY),
    "run": lambda text: read_run(text, TODAY),
    "pain": lambda text: read_pain(text, TODAY),
    "conditions": read_conditions,
    "yes or no": read_yes_no,
    "level": read_level,
    "none": says_none,
    "skip": says_skip,
}
UGLY = [
    "", " ", "\n", "\x00", "a" * LIMIT, "1" * LIMIT, "1/" * 2000, "1:" * 2000, "-1" * 2000,
    "<" * LIMIT, "<b>" * 1300, "not " * 1000, "no chest pain " * 290, "chest " * 600,
    "and a half " * 370, "1 to 2 to " * 400, ", " * 2000, "half " * 800, "7 hr " * 800,
    "heart racing " * 300, "\u200b" * LIMIT, "🙂" * 2000, "&amp;" * 800, "9 may " * 680,
    "1,2" * 1300, "1." * 2000, "'" * LIMIT, "ﷺ" * 2000, "\u202e" * 500, "%s%s%s {0} {x}",
    "9" * 400, "99999999999999999999 km in 9999999999:99", "0/0 0:00 0.0.0", "½" * 500,
]  # fmt: skip
WORDS = word_set(
    "legs sleep hr 7 4 50 7h30 3/10 heavy good not no bed up at 22:30 6:15 knee hurts fever 38.5 "
    "chest pain yesterday but , . ? ! - or to 10k 24:30 may sunday in weeks half past and a my wife"
)
SLOWEST = 3.0
"""Seconds for the ugliest message on a busy machine; usual ones take about a millisecond."""


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", UGLY, ids=lambda text: repr(text[:12]))
def test_ugly_text_is_read_soon_and_without_a_trace(reader: str, text: str) -> None:
    begun = time.perf_counter()
    READERS[reader](text)
    assert time.perf_counter() - begun < SLOWEST


@pytest.mark.parametrize("reader", READERS)
@given(text=st.text(max_size=300))
@settings(max_examples=25, deadline=None)
def test_any_characters_are_read_without_an_exception(reader: str, text: str) -> None:
    READERS[reader](text)


@pytest.mark.parametrize("reader", READERS)
@given(words=st.lists(st.sampled_from(sorted(WORDS)), max_size=25))
@settings(max_examples=40, deadline=None)
def test_any_mixture_of_our_words_is_read_without_an_exception(
    reader: str, words: list[str]
) -> None:
    READERS[reader](" ".join(words))


@given(
    words=st.lists(st.sampled_from(sorted(WORDS)), max_size=20),
    asked=st.sampled_from([None, *Asked]),
)
@settings(max_examples=200, deadline=None)
def test_what_is_heard_is_believable_and_consistent(words: list[str], asked: Asked | None) -> None:
    heard = read_checkin(" ".join(words), asked=asked)
    if heard.legs and heard.legs.grade:
        assert heard.legs.band == type(heard.legs).of(heard.legs.grade).band
    assert heard.sleep is None or 0 <= heard.sleep.hours <= 14
    assert heard.pulse is None or 30 <= heard.pulse.bpm <= 120
    assert all(p.score is None or 0 <= p.score <= 10 for p in heard.pains)
    assert heard.not_checkin is (heard == Heard(not_checkin=True))
    if asked:
        assert {unsure.field.value for unsure in heard.ambiguous} <= {asked.value}


def test_a_message_longer_than_telegrams_is_cut() -> None:
    assert len(tokenise("word " * 10_000)) <= MOST
