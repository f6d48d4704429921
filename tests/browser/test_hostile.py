"""Words that want to be more than words."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.rehearsal.model import Person, Telegram
from tests.browser.conftest import Opens
from tests.browser.probing import probe
from tests.browser.tinybot import TinyBot

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA = 101
HOSTILE = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "</div></article><h1>Owned</h1>",
    "&lt;b&gt; &amp;amp; &#x3c;script&#x3e;",
    "javascript:alert(1) data:text/html,<svg onload=alert(1)>",
    "'\"><svg/onload=window.hacked=1>{{7*7}}${7*7}",
]


async def test_markup_typed_by_a_person_stays_text(
    page: Page, telegram: Telegram, anna: Person
) -> None:
    for words in HOSTILE:
        telegram.say(anna, telegram.bot, words)

    await expect(page.locator(".own .text")).to_have_text(HOSTILE)
    await expect(page.locator(".chat .last")).to_have_text(f"You: {HOSTILE[-1]}")
    assert await page.locator(".own .text").locator("script, img, svg, h1, b, a").count() == 0
    assert await page.evaluate("window.hacked") is None


async def test_html_that_the_room_should_never_send_is_taken_apart(
    page: Page, faults: list[str]
) -> None:
    wild = (
        "<b onclick='window.hacked=1'>bold</b><script>window.hacked=1</script><style>*{}</style>"
        "<img src=x onerror='window.hacked=1'><a href='javascript:window.hacked=1'>link</a>"
        "<a href='https://example.org' onmouseover='x()'>good</a><iframe src='/'></iframe>"
        "<form action='/room/send'><input name=x></form><h1 style='position:fixed'>head</h1>"
    )
    cleaned = await probe(page, "cleaned", wild)

    assert cleaned == (
        '<b>bold</b><span class="mention">link</span>'
        '<a href="https://example.org" target="_blank" rel="noopener noreferrer">good</a>head'
    )
    assert all("has been blocked" in fault for fault in faults)
    faults.clear()
    assert await page.evaluate("window.hacked") is None


async def test_marks_that_turn_the_writing_round_stay_in_their_own_bubble(
    page: Page, telegram: Telegram, anna: Person
) -> None:
    telegram.say(anna, telegram.bot, "\u202egnp.ton\u2067 abc")

    words = page.locator(".own .text")
    await expect(words).to_have_attribute("dir", "auto")
    assert await words.evaluate("(node) => getComputedStyle(node).unicodeBidi") == "isolate"
    await expect(page.locator(".own time")).to_have_text("18:30")


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_huge_word_breaks_and_nothing_scrolls_sideways(
    opens: Opens, telegram: Telegram, anna: Person, bot: TinyBot, width: int
) -> None:
    telegram.say(anna, telegram.bot, "w" * 4000)
    await bot.says(ANNA, "<pre>" + "w" * 600 + "</pre>" + "<code>" + "v" * 600 + "</code>")
    page = await opens(f"/#chat={ANNA}", viewport={"width": width, "height": 844})
    await expect(page.locator(".message")).to_have_count(2)

    assert await probe(page, "wide") == []


async def test_hostile_names_stay_names(opens: Opens, telegram: Telegram) -> None:
    name = "<b>Eve</b>\u202e " + "x" * 60
    eve = telegram.person(103, name)
    telegram.group(eve, name)
    page = await opens()
    await page.get_by_label("You are").select_option("103")

    entry = page.locator(".chat .name", has_text="<b>Eve</b>")
    await expect(entry).to_be_visible()
    await expect(page.locator(".chat .name b")).to_have_count(0)
    assert await probe(page, "wide") == []
