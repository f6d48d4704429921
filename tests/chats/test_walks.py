"""What walks through the whole have found: each was wrong once, and is here to stay right."""

from __future__ import annotations

import pytest

from bot.understand.redflags import read_signs
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import RUI, answer, begin, open_question


@pytest.mark.parametrize(
    ("question", "said", "key", "kept"),
    [
        ("race", "next sunday", "race_date", "2026-11-29"),
        ("race", "the sunday after next", "race_date", "2026-12-06"),
        ("runs", "twice a day", "runs", 14),
        ("volume", "10 km a day", "volume", 50_000),
        ("longest", "an hour and a half", "longest", pytest.approx(12_857, abs=1)),
        ("health", "I'm fine", "health", []),
    ],
)
async def test_words_are_understood_as_they_are_meant(
    chat: Chat, question: str, said: str, key: str, kept: object
) -> None:
    await begin(chat)
    await answer(chat, RUI, until=question)
    await chat.hears(said)
    assert (await saved.draft(chat, "onboarding"))[key] == kept


REFUSED = [
    ("race", "next year", "Which day exactly?"),
    ("runs", "-2", "from 0 to 14"),
    ("volume", "-5 km", "up to 250 km"),
    ("result", "half marathon 1:05:00:00", "in which time?"),
    ("result", "10k 48:61", "in which time?"),
    ("birth", "abc", "a year from 1921 to 2010"),
    ("health", "not good", "Tap one of the buttons"),
    ("hour", "-1", "0:00 to 23:59"),
    ("hour", "between 6 and 7", "Which of these times?"),
]


@pytest.mark.parametrize(("question", "said", "why"), REFUSED, ids=[said for _, said, _ in REFUSED])
async def test_what_cannot_be_is_refused_with_its_reason_and_asked_again(
    chat: Chat, question: str, said: str, why: str
) -> None:
    await begin(chat)
    await answer(chat, RUI, until=question)
    await chat.hears(said, why)
    assert open_question(chat) == question


async def test_a_place_of_many_is_told_apart_by_tap(chat: Chat) -> None:
    await begin(chat)
    await answer(chat, RUI, until="place")
    await chat.hears("Springfield", "more than one of that name", "Illinois, USA]", "[‹ Back]")
    await chat.taps("Springfield, Illinois", "your plan stands")


@pytest.mark.parametrize("said", ["42.2", "10k 38.30", "10k pb 38.45"])
def test_a_distance_or_a_time_is_no_fever(said: str) -> None:
    assert read_signs(said) == ()
