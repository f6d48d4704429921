"""The clock bar."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from bot.rehearsal.room import Landmark
from tests.browser.conftest import Clock
from tests.browser.tinybot import TinyBot

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA = 101


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


async def test_it_shows_the_coachs_time_and_zone(page: Page) -> None:
    bar = page.get_by_role("region", name="The coach's clock")
    await expect(bar.locator("time")).to_have_text("18:30")
    await expect(bar).to_contain_text("Thu 26 Nov 2026")
    await expect(bar).to_contain_text("Europe/Berlin")


async def test_each_button_moves_it_on(page: Page, clock: Clock) -> None:
    for name, shown in [
        ("+1 hour", "19:30"),
        ("This evening", "20:35"),
        ("Tomorrow 06:00", "06:00"),
        ("+1 hour", "07:00"),
        ("Monday", "06:00"),
    ]:
        await page.get_by_role("button", name=name).click()
        await expect(page.locator("#time")).to_have_text(shown)

    assert clock.moves == [at(26, 18, 30), at(26, 19, 35), at(27, 5), at(27, 6), at(30, 5)]


async def test_without_a_race_its_button_is_dead_and_with_one_it_leads_there(
    page: Page, clock: Clock, bot: TinyBot
) -> None:
    await expect(page.get_by_role("button", name="The race")).to_be_disabled()
    clock.landmarks = [
        Landmark("eve", "Race eve", at(28, 17)),
        Landmark("race", "Race morning", at(29, 5)),
        Landmark("past", "An old race", at(1, 5)),
    ]
    await bot.says(ANNA, "Your race is on Sunday.")
    await page.get_by_role("button", name="Race morning").click()

    await expect(page.locator("#date")).to_contain_text("Sun 29 Nov")
    assert clock.moves == [at(29, 5)]
    await expect(page.get_by_role("button", name="An old race")).to_have_count(0)
    await expect(page.get_by_role("button", name="Race eve")).to_have_count(0)


async def test_presses_in_a_hurry_wait_for_one_another(
    page: Page, clock: Clock, bot: TinyBot
) -> None:
    gate, under_way = asyncio.Event(), []

    async def morning(to: datetime) -> None:
        under_way.append(to)
        assert len(under_way) == 1, "a second move began before the first had ended"
        await gate.wait()
        await bot.says(ANNA, f"morning of the {to.day}th")
        under_way.remove(to)

    clock.on_the_way = morning
    for _ in range(3):
        await page.get_by_role("button", name="Tomorrow 06:00").click()
    await expect(page.locator("#moving")).to_have_text("Moving, then 2 more")
    await expect(page.locator("#progress")).to_be_visible()
    gate.set()

    words = [f"morning of the {day}th" for day in (27, 28, 29)]
    await expect(page.locator(".message .text")).to_have_text(words)
    await expect(page.locator("#progress")).to_be_hidden()
    assert clock.moves == [at(27, 5), at(28, 5), at(29, 5)]


async def test_a_refusal_is_said_and_ends_the_queue(page: Page, clock: Clock) -> None:
    clock.landmarks = [Landmark("race", "The race", clock.now + timedelta(days=9))]
    await page.reload()
    race = page.get_by_role("button", name="The race")
    await expect(race).to_be_enabled()
    clock.landmarks = []
    await race.click()

    await expect(page.locator("#toasts")).to_contain_text("The clock did not move: That day is not")
    await expect(page.locator("#progress")).to_be_hidden()
    assert clock.moves == []
