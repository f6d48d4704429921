"""Unread counts, the unread line, days, and coming back to a long chat."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from bot.rehearsal.model import Chat, Person, Telegram
from tests.browser.conftest import Clock, Opens
from tests.browser.probing import probe
from tests.browser.tinybot import TinyBot

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA, BEN = 101, 102


@pytest.fixture
def squad(telegram: Telegram, anna: Person) -> Chat:
    squad = telegram.group(anna, "Tuesday track", supergroup=True)
    telegram.add(squad, telegram.person(BEN, "Ben"), by=anna)
    return squad


async def test_a_chat_that_is_not_open_counts_what_is_unread(
    page: Page, telegram: Telegram, squad: Chat
) -> None:
    for words in ("Who is in?", "Anybody?"):
        telegram.say(telegram.person(BEN), squad, words)

    entry = page.get_by_role("link", name="Tuesday track")
    await expect(entry).to_contain_text("2 unread")
    await expect(entry).to_contain_text("Ben: Anybody?")
    await expect(page).to_have_title("(2) Nextgear rehearsal room")
    await entry.click()
    await expect(page.locator(".unread + .message")).to_contain_text("Who is in?")
    await expect(entry).not_to_contain_text("unread")
    await expect(page).to_have_title("Nextgear rehearsal room")
    await page.reload()
    await expect(page.locator(".message .text").last).to_have_text("Anybody?")
    await expect(page.locator(".unread")).to_have_count(0)


async def test_what_comes_while_reading_further_up_waits_below(page: Page, bot: TinyBot) -> None:
    for number in range(30):
        await bot.says(ANNA, f"message {number}\n\n.")
    await expect(page.locator(".message")).to_have_count(30)
    await probe(page, "turn_to", 100)
    latest = page.get_by_role("button", name="To the latest message")
    await expect(latest).to_be_visible()
    await bot.says(ANNA, "the newest")

    await expect(page.get_by_role("button", name="To the latest message, 1 new")).to_be_visible()
    await expect(page.get_by_text("the newest", exact=True).last).not_to_be_in_viewport()
    await latest.click()
    await expect(page.locator(".unread + .message")).to_be_in_viewport()
    await expect(latest).to_be_hidden()


async def test_a_long_chat_is_fetched_as_it_is_scrolled(
    opens: Opens, telegram: Telegram, anna: Person
) -> None:
    for number in range(130):
        telegram.say(anna, telegram.bot, f"run {number}")
    page = await opens()
    await expect(page.locator(".message")).to_have_count(100)
    assert await page.locator(".message").last.is_visible()
    await probe(page, "turn_to", 200)

    await expect(page.locator(".message")).to_have_count(130)
    await expect(page.locator(".message .text").first).to_have_text("run 0")
    await expect(page.get_by_text("run 38", exact=True)).to_be_in_viewport()


async def test_days_stand_apart_in_the_coachs_zone(page: Page, bot: TinyBot, clock: Clock) -> None:
    await bot.says(ANNA, "evening")
    clock.now += timedelta(hours=6)  # 23:30 in UTC is 00:30 in Berlin
    await bot.says(ANNA, "after midnight")

    await expect(page.locator(".day")).to_have_text(["Thursday 26 November", "Friday 27 November"])
    await expect(page.locator(".message time")).to_have_text(["18:30", "00:30"])


async def test_half_written_words_wait_in_their_chat(page: Page, squad: Chat) -> None:
    write = page.get_by_role("textbox", name="Message")
    await write.fill("legs are")
    await page.get_by_role("link", name="Tuesday track").click()
    await expect(write).to_have_value("")
    await page.go_back()
    await expect(write).to_have_value("legs are")


async def test_typing_with_the_focus_nowhere_goes_into_the_words(page: Page) -> None:
    await page.keyboard.type("legs fine")
    await expect(page.get_by_role("textbox", name="Message")).to_have_value("legs fine")


async def test_a_group_that_moves_to_a_new_chat_leaves_no_dead_one_open(
    page: Page, telegram: Telegram, anna: Person
) -> None:
    group = telegram.group(anna, "Tuesday track")
    await page.get_by_role("link", name="Tuesday track").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Tuesday track")
    telegram.migrate(group, by=anna)

    await expect(page.get_by_role("heading", level=1)).to_have_text("Nextgear")
    await page.get_by_role("link", name="Tuesday track").click()
    await expect(page.locator(".notice").last).to_contain_text("became a supergroup")


async def test_another_person_sits_down(page: Page, telegram: Telegram, bot: TinyBot) -> None:
    telegram.person(BEN, "Ben")
    telegram.chat(BEN).started = True
    await bot.says(ANNA, "for Anna")
    await page.reload()
    await page.get_by_label("You are").select_option("Ben")
    await expect(page.locator("#empty")).to_be_visible()
    await bot.says(BEN, "for Ben")
    await expect(page.locator(".message .text")).to_have_text("for Ben")
