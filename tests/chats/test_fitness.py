"""Fitness in the chat: goals held against today, results, what training shows, trials."""

from __future__ import annotations

from datetime import date

from core.fitness import effective_fitness
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import INES, onboard

RUI_S_DAY = date(2026, 11, 26)

# A goal, held against today


async def test_a_goal_in_reach_is_said_with_numbers_before_the_race_is_taken_on(rui: Chat) -> None:
    before = await saved.plan(rui)
    await rui.hears(
        "half marathon on 9 May in 1:45",
        "the half marathon would take you about",
        "on a good day",
        "I read that from your 10K by Daniels' tables",
        "Your goal of 1:45:00 (4:59/km) is in reach",
        "Your sessions use what you can run today, whatever the goal",
        "[Plan for it]",
    )
    assert await saved.plan(rui) == before


async def test_a_goal_out_of_reach_is_said_kindly_and_the_paces_stay_today_s(rui: Chat) -> None:
    before = effective_fitness(await saved.athlete(rui), (await saved.dossier(rui)).log, RUI_S_DAY)
    await rui.hears(
        "half marathon on 9 May in 1:25",
        "is out of reach for this race",
        "is the most I'd hope for",
        "it isn't lost",
    )
    await rui.taps("Plan for it", "In the calendar", "is out of reach for this race")
    after = effective_fitness(await saved.athlete(rui), (await saved.dossier(rui)).log, RUI_S_DAY)
    assert after == before


async def test_every_race_of_the_calendar_has_its_likely_time(rui: Chat) -> None:
    await rui.hears("/race", "Your races")
    await rui.taps("10K", "the 10K would take you about", "That's your own time over the distance")


async def test_a_marathon_is_read_from_the_weeks_too(chat: Chat) -> None:
    await onboard(chat, INES.but(race='"9 May 2027 in 2:55"'))
    done = chat.message("your plan stands").text
    assert "the marathon would take you about" in done
    assert "80 km a week" in done
    assert "Your goal of 2:55:00" in done
