"""Words, buttons, pictures, files and places, both ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.rehearsal.model import Person, Telegram
from tests.browser.conftest import Opens
from tests.browser.probing import picture, probe
from tests.browser.tinybot import TinyBot, key

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA = 101


async def test_an_empty_chat_offers_a_start_button_that_sends_the_command(
    page: Page, bot: TinyBot
) -> None:
    await page.get_by_role("button", name="Start", exact=True).click()

    assert (await bot.hears())["message"]["text"] == "/start"
    await expect(page.locator(".own .text")).to_have_text("/start")
    await expect(page.locator("#empty")).to_be_hidden()


async def test_enter_sends_and_shift_enter_begins_a_line(page: Page, bot: TinyBot) -> None:
    write = page.get_by_role("textbox", name="Message")
    await write.press_sequentially("8k")
    await write.press("Shift+Enter")
    await write.press_sequentially("in 48:10")
    await write.press("Enter")

    assert (await bot.hears())["message"]["text"] == "8k\nin 48:10"
    await expect(write).to_have_value("")


async def test_what_the_bot_writes_appears_with_its_bold_quotes_and_code(
    page: Page, bot: TinyBot
) -> None:
    await bot.says(
        ANNA, "<b>Easy 40 min</b>, <i>slow</i>\n<blockquote>Legs</blockquote><code>6:10</code>"
    )

    words = page.locator(".in .text")
    await expect(words.locator("b")).to_have_text("Easy 40 min")
    await expect(words.locator("i")).to_have_text("slow")
    await expect(words.locator("blockquote")).to_have_text("Legs")
    await expect(words.locator("code")).to_have_text("6:10")


async def test_a_command_within_the_words_is_sent_by_a_click(page: Page, bot: TinyBot) -> None:
    await bot.says(ANNA, "Write /week for the week, 4:30 /1000 m is no command.")
    await page.get_by_role("button", name="/week").click()

    assert (await bot.hears())["message"]["text"] == "/week"
    await expect(page.locator(".in .command")).to_have_count(1)


async def test_a_pressed_button_shows_it_until_the_answer_comes_as_a_toast(
    page: Page, bot: TinyBot
) -> None:
    await bot.says(ANNA, "Legs?", [[key("Fresh"), key("Heavy", "legs:heavy")]])
    heavy = page.get_by_role("button", name="Heavy")
    await heavy.click()
    query = (await bot.hears())["callback_query"]

    assert query["data"] == "legs:heavy"
    await expect(heavy).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Noted: heavy")
    await expect(page.locator("#toasts")).to_contain_text("Noted: heavy")
    await expect(heavy).not_to_have_attribute("aria-busy", "true")


async def test_two_quick_presses_are_both_told(page: Page, bot: TinyBot) -> None:
    await bot.says(ANNA, "Legs?", [[key("Heavy")]])
    await page.get_by_role("button", name="Heavy").dblclick()

    first, second = await bot.hears(), await bot.hears()
    assert first["callback_query"]["data"] == second["callback_query"]["data"] == "Heavy"


async def test_an_alert_is_a_dialog_that_gives_the_focus_back(page: Page, bot: TinyBot) -> None:
    await bot.says(ANNA, "Why?", [[key("Why")]])
    await page.get_by_role("button", name="Why").click()
    query = (await bot.hears())["callback_query"]
    await bot.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Short night", show_alert=True
    )

    dialog = page.get_by_role("dialog", name="Short night")
    await expect(dialog).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("button", name="Why")).to_be_focused()


async def test_buttons_can_open_an_address_copy_words_or_be_dead(
    opens: Opens, bot: TinyBot
) -> None:
    page = await opens(permissions=["clipboard-read", "clipboard-write"])
    await bot.says(
        ANNA,
        "Calendar",
        [
            [key("Open", url="https://example.org/plan")],
            [key("Copy", copy_text={"text": "webcal://plan"}), key("Spent", disabled={})],
        ],
    )

    link = page.get_by_role("link", name="Open")
    await expect(link).to_have_attribute("href", "https://example.org/plan")
    await expect(link).to_have_attribute("rel", re.compile("noopener"))
    await expect(page.get_by_role("button", name="Spent")).to_be_disabled()
    await page.get_by_role("button", name="Copy").click()
    await expect(page.locator("#toasts")).to_contain_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == "webcal://plan"


async def test_a_picture_is_shown_and_enlarged(page: Page, bot: TinyBot) -> None:
    await bot.hands_over(ANNA, "photo", "week.png", picture(60, 40), "Your week")

    await page.get_by_role("button", name="Your week").click()
    viewer = page.get_by_role("dialog", name="Picture")
    await expect(viewer.get_by_role("img", name="Your week")).to_be_visible()
    assert await viewer.locator("img").evaluate("(image) => image.naturalWidth") == 60
    await page.keyboard.press("Escape")
    await expect(viewer).to_be_hidden()


async def test_a_document_is_received_and_downloaded(
    page: Page, bot: TinyBot, tmp_path: Path
) -> None:
    await bot.hands_over(ANNA, "document", "plan.ics", b"BEGIN:VCALENDAR", "Your plan")

    async with page.expect_download() as coming:
        await page.get_by_role("link", name="plan.ics").click()
    download = await coming.value
    assert download.suggested_filename == "plan.ics"
    await download.save_as(tmp_path / "plan.ics")
    assert (tmp_path / "plan.ics").read_bytes() == b"BEGIN:VCALENDAR"


async def test_a_document_is_sent_with_its_caption(page: Page, bot: TinyBot) -> None:
    file = {"name": "run.gpx", "mimeType": "application/gpx+xml", "buffer": b"<gpx/>"}
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("button", name="Attach a file").click()
    await (await choosing.value).set_files(file)
    await expect(page.get_by_role("list", name="Files to send")).to_contain_text("run.gpx")
    await page.get_by_role("textbox", name="Message").fill("this morning")
    await page.keyboard.press("Enter")

    message = (await bot.hears())["message"]
    assert message["document"]["file_name"] == "run.gpx"
    assert message["caption"] == "this morning"
    await expect(page.locator(".own .file b")).to_have_text("run.gpx")


@pytest.mark.parametrize("by", ["drop", "paste"])
async def test_a_file_dragged_or_pasted_waits_to_be_sent_and_can_be_put_back(
    page: Page, by: str
) -> None:
    await probe(page, by)

    files = page.get_by_role("list", name="Files to send")
    await expect(files).to_contain_text("run.fit")
    await page.get_by_role("button", name="Do not send run.fit").click()
    await expect(files).to_be_hidden()


async def test_the_place_asked_for_is_sent_from_a_few_cities(page: Page, bot: TinyBot) -> None:
    await bot.call(
        "sendMessage",
        chat_id=ANNA,
        text="Where do you run?",
        reply_markup={"keyboard": [[{"text": "Share my place", "request_location": True}]]},
    )
    await page.get_by_role("button", name="Share my place").click()
    await page.get_by_role("dialog").get_by_role("button", name="Nairobi").click()

    place = (await bot.hears())["message"]["location"]
    assert (place["latitude"], place["longitude"]) == (-1.2864, 36.8172)
    await expect(page.locator(".own .spot")).to_contain_text("Nairobi")


async def test_a_typed_place_is_checked_before_it_is_sent(page: Page, bot: TinyBot) -> None:
    await page.get_by_role("button", name="Send a location").click()
    await page.get_by_label("Latitude").fill("95")
    await page.get_by_label("Longitude").fill("13,4")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_have_text("Latitude is a number from -90 to 90.")
    await page.get_by_label("Latitude").fill("52.5")
    await page.keyboard.press("Enter")

    place = (await bot.hears())["message"]["location"]
    assert (place["latitude"], place["longitude"]) == (52.5, 13.4)


async def test_a_suggested_answer_is_sent_as_words(page: Page, bot: TinyBot) -> None:
    markup = {"keyboard": [[{"text": "Fine"}, {"text": "Heavy"}]]}
    await bot.call("sendMessage", chat_id=ANNA, text="Legs?", reply_markup=markup)
    await page.get_by_role("button", name="Fine").click()

    assert (await bot.hears())["message"]["text"] == "Fine"


async def test_a_reply_by_hover_says_what_it_answers(page: Page, bot: TinyBot) -> None:
    card = await bot.says(ANNA, "Slept well?")
    await page.locator(".in").hover()
    await page.get_by_role("button", name="Reply to Nextgear").click()
    await expect(page.locator("#replying")).to_contain_text("Slept well?")
    await page.keyboard.type("no")
    await page.keyboard.press("Enter")

    assert (await bot.hears())["message"]["reply_to_message"]["message_id"] == card
    await expect(page.locator(".own .replied")).to_contain_text("Slept well?")
    await expect(page.locator("#replying")).to_be_hidden()
    await page.locator(".own .replied").click()
    await expect(page.locator(".in")).to_be_focused()


async def test_escape_gives_a_reply_up(page: Page, bot: TinyBot) -> None:
    await bot.says(ANNA, "Slept well?")
    await page.locator(".in").focus()
    await page.keyboard.press("r")
    await expect(page.locator("#replying")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#replying")).to_be_hidden()


async def test_a_reaction_is_given_and_taken_away(page: Page, bot: TinyBot) -> None:
    await bot.says(ANNA, "12 km logged")
    await page.locator(".in").hover()
    await page.get_by_role("button", name="React to Nextgear").click()
    await page.get_by_role("button", name="React 👍").click()
    mine = page.get_by_role("button", name="👍 1")
    await expect(mine).to_have_attribute("aria-pressed", "true")
    await mine.click()
    await expect(mine).to_have_count(0)


async def test_what_the_room_refuses_is_said_and_the_words_come_back(
    page: Page, telegram: Telegram, anna: Person
) -> None:
    await page.route("**/room/send", lambda route: route.fulfill(status=400, json={"error": "No."}))
    write = page.get_by_role("textbox", name="Message")
    await write.fill("hello")
    await write.press("Enter")

    await expect(page.locator("#toasts")).to_contain_text("Not sent: No.")
    await expect(write).to_have_value("hello")
    assert telegram.visible_to(anna) == []
