"""What bad input gets: impossible things the reason and the range, ambiguous ones a question."""

from __future__ import annotations

import pytest

from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.conftest import Asked
from tests.chats.people import RUI, open_question

HURTING = RUI.but(health="Something hurts+Done", spot="Knee", score="2")
YOUNG = RUI.but(birth='"2009"', guardian="Yes")
WHO = {"spot": HURTING, "score": HURTING, "guardian": YOUNG}
"""Who is asked what most people are not."""

IMPOSSIBLE = [
    ("goal", "a unicorn", "Tell me a distance"),
    ("goal", "800 m", "distance"),
    ("goal", "10k last year", ""),
    ("race", "a year ago", ""),
    ("race", "9 May 2019", "2019"),
    ("race", "31 June", "31"),
    ("race", "30 February", "30"),
    ("race", "in 12 years", "too far off"),
    ("race", "someday", "I can't read that as a date"),
    ("race", "yesterday", ""),
    ("level", "purple", "I didn't get that"),
    ("runs", "40", "14"),
    ("runs", "a lot", "0 to 14"),
    ("runs", "-3", ""),
    ("volume", "600 km", "beyond what I can believe"),
    ("volume", "600 km a week", "beyond what I can believe"),
    ("volume", "40 hours a week", "beyond what I can believe"),
    ("volume", "some", "I need a distance or a time"),
    ("longest", "90 km", "longest"),
    ("longest", "quite long", "I need a distance or a time"),
    ("days", "someday", "days"),
    ("days", "9 days", "days"),
    ("days", "only mondays", "One day a week isn't enough"),
    ("long_day", "Monday", "I didn't get that"),
    ("result", "5k in 9:00", "faster than the world record"),
    ("result", "marathon in 1:30:00", "faster than the world record"),
    ("result", "5k in 3:00:00", "walking pace"),
    ("result", "fast", "I can't read that as a result"),
    ("birth", "1850", "1850"),
    ("birth", "2031", "2031"),
    ("birth", "old", "I need a year"),
    ("guardian", "perhaps", "I didn't get that"),
    ("health", "banana", "I didn't get that"),
    ("spot", "my car", "Where is it?"),
    ("score", "11", "0 to 10"),
    ("score", "much", "0 to 10"),
    ("hour", "25:00", "25:00 is no time of day"),
    ("hour", "12:75", "no time of day"),
    ("hour", "early", "I can't read that as a time of day"),
    ("place", "Qwertyville", "I don't know that place"),
    ("place", "Mars", "I don't know that place"),
]


@pytest.mark.parametrize(
    ("question", "said", "piece"), IMPOSSIBLE, ids=[f"{q}: {s}" for q, s, _ in IMPOSSIBLE]
)
async def test_what_cannot_be_is_explained_and_the_question_is_asked_again(
    asked: Asked, question: str, said: str, piece: str
) -> None:
    chat = await asked(question, WHO.get(question, RUI))
    before = await saved.draft(chat, "onboarding")
    await chat.hears(said, piece, never="went wrong")
    assert open_question(chat) == question
    assert await saved.draft(chat, "onboarding") == before
    assert chat.said[-1].text.count("Question ") == 1


AMBIGUOUS = [
    ("race", "9/5", "[Sun 9 May 2027]", "2027-05-09"),
    ("race", "5/9", "[Sun 9 May 2027]", "2027-05-09"),
    ("birth", "62", "[1962]", 1962),
]


@pytest.mark.parametrize(
    ("question", "said", "button", "kept"), AMBIGUOUS, ids=[a[1] for a in AMBIGUOUS]
)
async def test_what_has_two_meanings_is_asked_by_buttons(
    asked: Asked, question: str, said: str, button: str, kept: object
) -> None:
    chat = await asked(question)
    await chat.hears(said, "which" if question == "race" else "age, or the year", button)
    await chat.taps(button.strip("[]"))
    key = "race_date" if question == "race" else question
    assert (await saved.draft(chat, "onboarding"))[key] == kept


UNDERSTOOD = [
    ("goal", "Half", "goal", "half"),
    ("goal", "42.2 km", "goal", "marathon"),
    ("goal", "just to get fit", "goal", "fitter"),
    ("goal", "I coach a club", "goal", "coach"),
    ("race", "9 may", "race_date", "2027-05-09"),
    ("race", "May 9th", "race_date", "2027-05-09"),
    ("race", "2027-05-09", "race_date", "2027-05-09"),
    ("race", "in 12 weeks", "race_date", "2027-02-18"),
    ("race", "no race yet", "race_date", ""),
    ("level", "beginner", "level", "beginner"),
    ("level", "i've been running for ten years, competitively", "level", "advanced"),
    ("runs", "four", "runs", 4),
    ("runs", "3 or 4", "runs", 3),
    ("runs", "every day", "runs", 7),
    ("runs", "none", "runs", 0),
    ("volume", "28", "volume", 28_000),
    ("volume", "20 miles", "volume", 32_187),
    ("volume", "30-40 km", "volume", 35_000),
    ("longest", "12.5 km", "longest", 12_500),
    ("longest", "1h20", "longest", 11_429),
    ("days", "weekdays", "days", [0, 1, 2, 3, 4]),
    ("days", "tue, thu and the weekend", "days", [1, 3, 5, 6]),
    ("long_day", "sundays", "long_day", 6),
    ("result", "none", "result", ""),
    ("result", "half 1h52 on 4 October", "result", {"metres": 21097.5, "seconds": 6720}),
    ("birth", "born in 1984", "birth", 1984),
    ("birth", "rather not", "birth", 0),
    ("hour", "6:30", "hour", 390),
    ("hour", "half six", "hour", 390),
    ("hour", "6.30am", "hour", 390),
]


@pytest.mark.parametrize(
    ("question", "said", "key", "kept"), UNDERSTOOD, ids=[f"{q}: {s}" for q, s, *_ in UNDERSTOOD]
)
async def test_many_spellings_are_understood(
    asked: Asked, question: str, said: str, key: str, kept: object
) -> None:
    chat = await asked(question)
    await chat.hears(said, never="went wrong")
    told = (await saved.draft(chat, "onboarding"))[key]
    if isinstance(kept, dict):
        assert kept.items() <= told.items()
    elif isinstance(told, float):
        assert told == pytest.approx(kept, abs=1)
    else:
        assert told == kept


RACES = [
    ("/race 5k in 9:00 on 9 May", "world record"),
    ("/race 10k on 9 May 2019", "2019"),
    ("/race 10k on 9/5", "which"),
    ("/race 10k", "Which day exactly?"),
    ("/race marathon in 5 weeks", "I can't plan that one safely"),
    ("/race banana", "Your races"),
]


@pytest.mark.parametrize(("said", "piece"), RACES, ids=[r[0] for r in RACES])
async def test_a_race_that_cannot_be_changes_nothing(rui: Chat, said: str, piece: str) -> None:
    before = (await saved.athlete(rui), await saved.plan(rui))
    await rui.hears(said, piece, never="went wrong")
    assert (await saved.athlete(rui), await saved.plan(rui)) == before


MORNINGS = [
    ("pulse 300", "30 to 120"),
    ("slept 30 hours", "How many hours did you sleep?"),
    ("slept badly", "How many hours did you sleep?"),
    ("pulse 50 or 60", "Which number was the pulse?"),
]


@pytest.mark.parametrize(("said", "piece"), MORNINGS, ids=[m[0] for m in MORNINGS])
async def test_a_morning_that_is_unclear_is_asked_back_and_never_guessed(
    rui: Chat, said: str, piece: str
) -> None:
    await rui.at("2026-11-27 06:30")
    await rui.hears(said, piece, never="went wrong")
    draft = await saved.draft(rui, "checkin", "2026-11-27")
    assert not {"legs", "sleep", "pulse"} & draft.keys()
