"""Messages that change in place, and what is said only to one person."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.rehearsal.model import Person, Telegram
from tests.browser.conftest import Opens
from tests.browser.probing import PROBES, probe
from tests.browser.tinybot import TinyBot, key

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA, BEN = 101, 102
LONG = "\n".join(f"line {number}" for number in range(40))


async def test_a_card_is_edited_where_it_stands(page: Page, bot: TinyBot) -> None:
    card = await bot.says(ANNA, "Today: <b>6 × 800 m</b>", [[key("Heavy")]])
    await bot.says(ANNA, "below it")
    await expect(page.locator(".message")).to_have_count(2)
    await bot.edits(ANNA, card, "Today: <b>30 min easy</b>", [[key("Undo")]])

    first = page.locator(".message").first
    await expect(first.locator(".text")).to_have_text("Today: 30 min easy")
    await expect(first.locator(".meta")).to_contain_text("edited")
    await expect(first.get_by_role("group", name="Buttons").get_by_role("button")).to_have_text(
        "Undo"
    )


async def test_the_focus_stays_on_the_button_of_an_edited_card(page: Page, bot: TinyBot) -> None:
    card = await bot.says(ANNA, "Legs?", [[key("Fresh"), key("Heavy")]])
    await page.get_by_role("button", name="Heavy").press("Enter")
    await bot.edits(ANNA, card, "Sleep?", [[key("Good"), key("Short")]])
    await expect(page.get_by_role("button", name="Short")).to_be_focused()
    await bot.edits(ANNA, card, "Changed to 30 min easy.")
    await expect(page.locator(".message")).to_be_focused()


async def test_an_edit_further_up_does_not_move_what_is_read(page: Page, bot: TinyBot) -> None:
    above = await bot.says(ANNA, "short")
    read = await bot.says(ANNA, LONG)
    await bot.says(ANNA, LONG)
    await expect(page.locator(".message")).to_have_count(3)
    await probe(page, "turn_to", 300)
    await expect(page.get_by_role("button", name="To the latest message")).to_be_visible()
    place = f"document.querySelectorAll('.message')[{read - above}].getBoundingClientRect().top"
    before = await page.evaluate(place)
    await bot.edits(ANNA, above, LONG)
    await expect(page.locator(".message .text").first).to_contain_text("line 39")

    assert abs(await page.evaluate(place) - before) < 1


async def test_a_growing_last_card_stays_in_view(page: Page, bot: TinyBot) -> None:
    await bot.says(ANNA, LONG)
    card = await bot.says(ANNA, "short")
    await expect(page.locator(".message")).to_have_count(2)
    await bot.edits(ANNA, card, LONG)
    await expect(page.locator(".message .text").last).to_contain_text("line 39")

    await page.wait_for_function(PROBES["at_end"])


async def test_a_list_that_shrinks_and_grows_in_one_breath_stays_at_its_end(
    page: Page, bot: TinyBot
) -> None:
    """Shrinking moves the view up by itself: that is not the reader, who would be left there."""
    await bot.says(ANNA, LONG)
    await expect(page.locator(".message .text").last).to_contain_text("line 39")
    await probe(page, "breathe")
    await page.wait_for_function(PROBES["at_end"])


async def test_a_deleted_message_goes(page: Page, bot: TinyBot) -> None:
    gone = await bot.says(ANNA, "yesterday's card")
    await bot.says(ANNA, "today's card")
    await bot.call("deleteMessage", chat_id=ANNA, message_id=gone)

    await expect(page.locator(".message .text")).to_have_text(["today's card"])


async def test_silent_and_typing_are_shown(page: Page, bot: TinyBot) -> None:
    await bot.call("sendChatAction", chat_id=ANNA, action="typing")
    await expect(page.locator("#about")).to_have_text("typing…")
    await bot.says(ANNA, "Rest day.", disable_notification=True)
    await expect(page.locator(".meta")).to_contain_text("Sent without a sound")
    await expect(page.locator("#about")).to_have_text("@NextgearBot")


async def test_an_expandable_quote_unfolds_and_a_spoiler_reveals(page: Page, bot: TinyBot) -> None:
    await bot.says(ANNA, f"<blockquote expandable>{LONG}</blockquote><tg-spoiler>4:05</tg-spoiler>")
    more = page.get_by_role("button", name="Show more")
    await more.click()
    await expect(page.get_by_role("button", name="Show less")).to_have_attribute(
        "aria-expanded", "true"
    )
    await page.get_by_role("button", name="Show hidden text").click()
    await expect(page.get_by_text("4:05")).to_be_visible()


async def test_a_group_names_who_speaks_and_marks_what_only_you_see(
    opens: Opens, telegram: Telegram, anna: Person, bot: TinyBot
) -> None:
    ben = telegram.person(BEN, "Ben Okafor")
    squad = telegram.group(anna, "Tuesday track", supergroup=True)
    telegram.add(squad, ben, by=anna)
    telegram.add(squad, telegram.bot, by=anna)
    telegram.promote(squad, telegram.bot, by=anna)
    telegram.say(ben, squad, "Who is in?")
    await bot.says(
        squad.id, "Your reps: 4:05", ephemeral_message_parameters={"receiver_user_id": ANNA}
    )
    page = await opens(f"/#chat={squad.id}")

    await expect(page.get_by_role("heading", level=1)).to_have_text("Tuesday track")
    await expect(page.locator(".notice").first).to_be_visible()
    await expect(page.locator(".sender").first).to_have_text("Ben Okafor")
    only = page.locator(".message", has_text="Your reps")
    await expect(only).to_contain_text("Only you can see this")

    await page.get_by_label("You are").select_option("Ben Okafor")
    await expect(page.locator(".own .text")).to_have_text("Who is in?")
    await expect(only).to_have_count(0)
