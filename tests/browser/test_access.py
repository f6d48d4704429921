"""By keyboard and by ear: names, order, focus, contrast."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from bot.rehearsal.model import Person, Telegram
from tests.browser.conftest import Opens
from tests.browser.probing import probe
from tests.browser.tinybot import TinyBot, key

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA, BEN = 101, 102
COMMANDS = [
    {"command": "today", "description": "Today's session"},
    {"command": "plan", "description": "The way to the race"},
    {"command": "paces", "description": "Your training paces"},
]
SMALL_TEXT, LARGE_TEXT = 4.5, 3.0  # WCAG 2.2, 1.4.3 AA


async def fill(telegram: Telegram, anna: Person, bot: TinyBot) -> None:
    """One of everything."""
    telegram.say(anna, telegram.bot, "/start")
    telegram.say(anna, telegram.bot, "what is /today, and https://example.org ?")
    ben = telegram.person(BEN, "Ben")
    squad = telegram.group(anna, "Tuesday track")
    telegram.add(squad, ben, by=anna)
    telegram.say(ben, squad, "Who is in?")
    await bot.call("setMyCommands", commands=COMMANDS)
    await bot.says(
        ANNA, "<b>Easy</b> <i>40</i> <code>6:10</code>\n<blockquote>Legs</blockquote> /plan"
    )
    kinds = [[key("Keep"), key("Copy", copy_text={"text": "x"}), key("Open", url="https://x.org")]]
    kinds += [[{**key(style), "style": style} for style in ("primary", "success", "danger")]]
    await bot.says(ANNA, "<pre>4:05</pre>Choose:", [*kinds, [key("Spent", disabled={})]])
    await bot.hands_over(ANNA, "document", "plan.ics", b"x")
    markup = {"keyboard": [[{"text": "Share my place", "request_location": True}]]}
    await bot.call("sendMessage", chat_id=ANNA, text="Where?", reply_markup=markup)
    place = telegram.send_location(anna, telegram.bot, 52.52, 13.405)
    telegram.react(anna, place, "👍")
    telegram.say(anna, telegram.bot, "there", reply_to=place)


async def test_the_parts_of_the_page_have_their_roles_and_names(
    opens: Opens, telegram: Telegram, anna: Person, bot: TinyBot
) -> None:
    await fill(telegram, anna, bot)
    page = await opens()
    for role, name in [
        ("banner", None),
        ("region", "The coach's clock"),
        ("navigation", "Chats"),
        ("main", "Nextgear"),
        ("log", "Messages"),
        ("form", "Write a message"),
        ("textbox", "Message"),
        ("combobox", "You are"),
        ("button", "Send"),
        ("button", "Commands"),
    ]:
        await expect(page.get_by_role(role, name=name, exact=True)).to_be_visible()
    await expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Nextgear")
    await expect(page.get_by_role("article", name=re.compile("^You, Thursday"))).to_have_count(4)
    await expect(page.get_by_role("link", name="Nextgear")).to_have_attribute(
        "aria-current", "true"
    )
    assert await page.locator("html").get_attribute("lang") == "en"


async def test_no_control_is_without_a_name(
    opens: Opens, telegram: Telegram, anna: Person, bot: TinyBot
) -> None:
    await fill(telegram, anna, bot)
    page = await opens()
    await expect(page.locator(".own .spot")).to_be_visible()

    assert await probe(page, "nameless") == []
    assert (
        await page.evaluate("[...document.images].filter((i) => !i.hasAttribute('alt')).length")
        == 0
    )
    ids = await page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))


async def test_every_stop_of_the_tab_key_is_seen_and_the_order_is_that_of_the_page(
    opens: Opens, telegram: Telegram, anna: Person, bot: TinyBot
) -> None:
    await fill(telegram, anna, bot)
    page = await opens()
    await expect(page.locator(".own .spot")).to_be_visible()
    stops = []
    for _ in range(60):
        await page.keyboard.press("Tab")
        stop = await probe(page, "focus")
        if stop["name"] == "nothing":
            break
        assert stop["seen"], f"no focus ring on {stop['name']}"
        stops.append(stop["name"])

    wanted = ["Skip to writing a message", "+1 hour", "Dark colours", "person", "Keep", "Message"]
    assert [name for name in stops if name in wanted] == wanted


async def test_the_skip_link_leads_to_the_words(page: Page) -> None:
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    assert page.url.endswith(f"#chat={ANNA}")


async def test_the_command_menu_is_walked_by_keyboard(opens: Opens, bot: TinyBot) -> None:
    await bot.call("setMyCommands", commands=COMMANDS)
    page = await opens()
    write = page.get_by_role("textbox", name="Message")
    menu = page.get_by_role("listbox", name="Commands")
    await write.press("/")
    await expect(menu.get_by_role("option")).to_have_count(3)
    await write.press("p")
    await expect(menu.get_by_role("option")).to_have_count(2)
    await expect(page.locator("#said")).to_have_text("2 commands")
    await write.press("ArrowDown")
    active = menu.get_by_role("option", selected=True)
    await expect(active).to_contain_text("/paces")
    await expect(write).to_have_attribute("aria-activedescendant", "command-1")
    await write.press("ArrowDown")
    await expect(active).to_contain_text("/plan")
    await write.press("Tab")
    await expect(write).to_have_value("/plan ")
    await expect(menu).to_be_hidden()
    await write.fill("/")
    await write.press("Escape")
    await expect(menu).to_be_hidden()
    await write.fill("/t")
    await write.press("Enter")

    assert (await bot.hears())["message"]["text"] == "/today"
    await expect(write).to_have_value("")


async def test_the_command_menu_opens_by_its_button(opens: Opens, bot: TinyBot) -> None:
    await bot.call("setMyCommands", commands=COMMANDS)
    page = await opens()
    button = page.get_by_role("button", name="Commands", exact=True)
    await button.click()
    await expect(button).to_have_attribute("aria-expanded", "true")
    await page.get_by_role("option", name="/paces").click()

    assert (await bot.hears())["message"]["text"] == "/paces"
    await expect(button).to_have_attribute("aria-expanded", "false")


async def test_messages_are_walked_by_arrows_and_answered_by_keys(page: Page, bot: TinyBot) -> None:
    first = await bot.says(ANNA, "first")
    await bot.says(ANNA, "second")
    await expect(page.locator(".message")).to_have_count(2)
    await page.get_by_role("textbox", name="Message").press("ArrowUp")
    await expect(page.locator(".message").last).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("r")
    await page.keyboard.type("to the first")
    await page.keyboard.press("Enter")

    assert (await bot.hears())["message"]["reply_to_message"]["message_id"] == first
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("textbox", name="Message")).to_be_focused()


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_all_text_has_the_contrast_that_aa_asks_for(
    opens: Opens, telegram: Telegram, anna: Person, bot: TinyBot, look: str
) -> None:
    await fill(telegram, anna, bot)
    page = await opens(color_scheme=look, reduced_motion="reduce")
    await expect(page.locator(".own .spot")).to_be_visible()
    await page.get_by_role("textbox", name="Message").fill("/")
    await expect(page.get_by_role("listbox")).to_be_visible()

    weak = [
        f"{one['text']!r}: {one['ratio']:.2f}"
        for one in await probe(page, "contrast")
        if one["ratio"] < (LARGE_TEXT if one["large"] else SMALL_TEXT)
    ]
    assert weak == []
