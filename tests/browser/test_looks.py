"""Light and dark, a phone's width, and less motion."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.rehearsal.model import Person, Telegram
from bot.rehearsal.site import Site
from tests.browser.conftest import Opens
from tests.browser.probing import probe
from tests.browser.screenshots import screenshots
from tests.browser.tinybot import TinyBot, key

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA, BEN = 101, 102
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(233, 237, 231)", "rgb(13, 18, 16)"


async def test_the_system_chooses_until_the_reader_does_and_that_is_kept(opens: Opens) -> None:
    page = await opens(color_scheme="dark")
    switch = page.get_by_role("button", name="Dark colours")
    await expect(switch).to_have_attribute("aria-pressed", "true")
    assert await page.evaluate(GROUND) == DARK
    await switch.click()
    assert await page.evaluate(GROUND) == LIGHT
    await page.reload()
    await expect(switch).to_have_attribute("aria-pressed", "false")
    assert await page.evaluate(GROUND) == LIGHT


async def test_light_is_light(page: Page) -> None:
    await page.emulate_media(color_scheme="light")
    assert await page.evaluate(GROUND) == LIGHT


async def test_a_phone_shows_one_pane_and_goes_back_to_the_list(
    opens: Opens, telegram: Telegram, anna: Person, bot: TinyBot
) -> None:
    telegram.group(anna, "Tuesday track")
    await bot.says(ANNA, "Today: easy 40 min", [[key("Fresh"), key("Heavy")]])
    page = await opens(**PHONE)
    chats, room = page.get_by_role("navigation", name="Chats"), page.get_by_role("main")
    await expect(chats).to_be_visible()
    await expect(room).to_be_hidden()
    await expect(page.get_by_role("link", name="Nextgear")).to_contain_text("1 unread")
    await page.get_by_role("link", name="Nextgear").tap()
    await expect(room).to_be_visible()
    await expect(chats).to_be_hidden()
    await expect(page.get_by_role("button", name="Heavy")).to_be_in_viewport()
    await page.get_by_role("link", name="Back to chats").tap()
    await expect(chats).to_be_visible()
    await bot.says(ANNA, "one more")
    await expect(page.get_by_role("link", name="Nextgear")).to_contain_text("1 unread")
    await page.go_back()
    await expect(page.locator(".message .text").last).to_have_text("one more")


async def test_a_phone_with_one_chat_opens_it_at_once(opens: Opens) -> None:
    page = await opens(**PHONE)
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_in_viewport()


async def test_on_a_phone_everything_fits_and_can_be_hit_by_a_finger(
    opens: Opens, bot: TinyBot
) -> None:
    await bot.says(ANNA, "Legs?", [[key("Fresh"), key("Usual"), key("Heavy"), key("Dead")]])
    page = await opens(**PHONE)
    await expect(page.get_by_role("button", name="Dead")).to_be_in_viewport()

    assert await probe(page, "wide") == []
    assert await probe(page, "small", 36) == []
    await page.get_by_role("button", name="Tomorrow 06:00").tap()
    await expect(page.locator("#time")).to_have_text("06:00")


async def test_a_swipe_to_the_left_replies(opens: Opens, bot: TinyBot) -> None:
    await bot.says(ANNA, "Slept well?", [[key("Yes")]])
    page = await opens(**PHONE)
    box = await page.locator(".in .bubble").bounding_box()
    assert box
    touch = await page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for kind, at in [("touchStart", x), ("touchMove", x - 30), ("touchMove", x - 90)]:
        points = [{"x": at, "y": y}]
        await touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    await touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    await expect(page.locator("#replying")).to_contain_text("Slept well?")


async def test_a_tap_on_a_message_brings_its_tools(opens: Opens, bot: TinyBot) -> None:
    await bot.says(ANNA, "12 km logged", [[key("Undo")]])
    page = await opens(**PHONE)
    await page.get_by_role("button", name="Undo").tap()
    await expect(page.locator(".tools")).to_be_hidden()
    await page.locator(".in time").tap()
    await page.get_by_role("button", name="React to Nextgear").tap()
    await page.get_by_role("button", name="React 🔥").tap()

    await expect(page.get_by_role("button", name="🔥 1")).to_be_visible()


async def test_less_motion_is_respected(opens: Opens, bot: TinyBot) -> None:
    page = await opens(reduced_motion="reduce")
    card = await bot.says(ANNA, "Legs?", [[key("Heavy")]])
    await page.get_by_role("button", name="Heavy").click()
    await bot.edits(ANNA, card, "Changed.\n\n\n\nTo easy.")
    await expect(page.locator(".message .text")).to_contain_text("To easy.")

    running = "document.getAnimations().filter((one) => one.effect.getTiming().duration > 1).length"
    assert await page.evaluate(running) == 0


async def test_the_screenshots_show_every_view_in_both_looks(
    browser: Browser, site: Site, bot: TinyBot, tmp_path: Path
) -> None:
    await bot.says(ANNA, "Today: easy 40 min")

    async def write(page: Page) -> None:
        await page.get_by_role("textbox", name="Message").fill("legs fine")

    taken = await screenshots(browser, f"{site.url}/#chat={ANNA}", tmp_path, "today", write)

    assert [path.name for path in taken] == [
        f"today-{view}-{look}.png" for view in ("desktop", "phone") for look in ("light", "dark")
    ]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in taken)
