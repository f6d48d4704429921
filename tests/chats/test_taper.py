"""/taper: before it, in it, for B and C races, without a race, and for who may not race."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import ANA, Life, onboard
from tests.chats.racing import EVE, SUNDAY, beginner_tapers, rui_tapers
from tests.chats.stage import Scenes, Stage


async def ana_has_begun(stage: Stage) -> None:
    await onboard(Chat.of(stage), ANA)


@pytest.fixture
async def tapering(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """Rui on the first day of his taper."""
    async with scenes.after(rui_tapers, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


@pytest.fixture
async def ana(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """A beginner without a race."""
    async with scenes.after(ana_has_begun, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


async def test_before_the_taper_it_says_when_it_begins(rui: Chat) -> None:
    answer = await rui.hears(
        "/taper",
        "10K, Sun 14 Mar 2027: the taper begins on Thu 4 Mar, in 98 days.",
        "Until then, train",
        "The last long run is due about Sat 6 Mar.",
        "[Why it works] [Nerves?]",
    )
    assert "against your big weeks" in answer, "the curve comes as a picture"


async def test_a_fever_months_before_the_race_is_no_word_about_the_race(rui: Chat) -> None:
    await rui.hears("I have a fever of 38.7")
    await rui.hears("/taper", "weeks away", "Something else comes first", never="not to be raced")


async def test_in_it_come_countdown_volume_what_stays_and_the_days(tapering: Chat) -> None:
    answer = await tapering.hears(
        "/taper",
        "Taper: 10K, Sun 6 Dec 2026: 10 days to go",
        "of your big weeks (40 km a week)",
        "Stays: your running days, short race pace, strides.",
        "leg strength from Sun 29 Nov",
        "Thu 26 Nov: rest",
        "Tue 1 Dec: A few kilometres at 10K pace",
    )
    assert len([line for line in answer.splitlines() if line]) <= 14  # ten, buttons, the picture


async def test_the_rules_have_their_sources_behind_a_button(tapering: Chat) -> None:
    await tapering.hears("/taper")
    await tapering.taps(
        "Why it works", "Bosquet 2007", "Wang 2023", "Mujika & Padilla 2003", "(Our rule.)"
    )


async def test_nerves_are_explained(tapering: Chat) -> None:
    await tapering.hears("/taper")
    await tapering.taps("Nerves?", "Nerves are a good sign", "hungry, not sore")


async def test_words_ask_for_it_too(tapering: Chat) -> None:
    await tapering.hears("show me my taper", "Taper: 10K")


async def test_a_first_taper_says_that_there_is_nothing_to_compare_with(tapering: Chat) -> None:
    await tapering.hears("/taper", "Your first taper with me. From three answered mornings on")
    await Life(tapering).until("2026-12-01")
    await tapering.hears("/taper", "Your first taper with me: nothing to compare with yet.")


async def test_a_second_taper_is_held_against_the_first(tapering: Chat) -> None:
    await Life(tapering).until(SUNDAY)
    await tapering.at(f"{SUNDAY} 12:00")
    await tapering.hears("47:50", "10K in 47:50")
    first = (await saved.athlete(tapering)).race_days[0]
    assert len(first.fresh) >= 3
    await tapering.hears("/race 10k on 3 January 2027", "3 Jan 2027")
    await tapering.taps("Plan for it", "In the calendar")
    await Life(tapering).until("2026-12-29")
    await tapering.hears("/taper", "before your race on Sun 6 Dec 2026")


async def test_a_b_race_has_three_easy_days_and_no_taper(rui: Chat) -> None:
    await rui.hears("/race B race 10k on 13 December 2026", "13 Dec 2026 (B)")
    await rui.taps("Plan for it", "In the calendar")
    await rui.hears(
        "/taper",
        "10K, Sun 13 Dec 2026, is a B race: no taper, three easy days before it, from Thu 10 Dec.",
        "Afterwards: easy until Wed 16 Dec",
        never="big weeks",
    )
    await Life(rui).until("2026-12-11")
    await rui.hears("/taper", "Mini-taper: 10K, Sun 13 Dec 2026: 2 days to go", "Fri 11 Dec:")
    await rui.taps("Why it works", "A B race gets three easy days and no more")


async def test_a_c_race_has_none(rui: Chat) -> None:
    await rui.hears("/race C race 10k on 13 December 2026", "13 Dec 2026 (C)")
    await rui.taps("Plan for it", "In the calendar")
    await rui.hears("/taper", "is a C race: no taper. It's that week's hard day")


async def test_without_a_race_it_asks_for_one(ana: Chat) -> None:
    await ana.hears("/taper", "No race in the calendar", "Tell me one: 10k on 9 May", "[My races]")
    await ana.taps("My races", "No race in the calendar. Tell me one")


async def test_a_stranger_is_asked_to_begin(chat: Chat) -> None:
    await chat.hears("/taper", "/start")


async def test_ill_before_the_race_it_is_not_to_be_raced(tapering: Chat) -> None:
    await Life(tapering).until(EVE)
    await tapering.hears("I have a fever of 39", "fever")
    await tapering.hears("/taper", "not to be raced as things stand", never="Taper: 10K")


async def test_a_beginner_s_taper_counts_minutes(scenes: Scenes, tmp_path: Path) -> None:
    async with scenes.after(beginner_tapers, tmp_path / "nextgear.db") as stage:
        beginner = Chat.of(stage)
        assert (await saved.athlete(beginner)).races
        await beginner.hears("/taper", "the taper begins on Sun 29 Nov, in 3 days")
        await Life(beginner).until("2026-11-30")
        await beginner.hears(
            "/taper", "Taper: 5K, Sun 6 Dec 2026", "Stays: your running days.", never="km a week"
        )


async def test_old_and_forged_buttons_do_no_harm(tapering: Chat) -> None:
    await tapering.hears("/taper")
    await tapering.forges("taper:why", "no longer in use")
    await tapering.forges("taper:peak:a", "no longer in use")
    await tapering.forges("taper:why:z", "Why less is more now")


async def test_leg_strength_rests_in_the_last_week(tapering: Chat) -> None:
    strength = [day for day, _ in (await saved.plan(tapering)).strength]
    assert not [day for day in strength if date(2026, 11, 29) <= day <= date(2026, 12, 6)]
