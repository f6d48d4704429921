"""Links to the bot itself, under a button and as the answer to a tap, open the private chat."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.rehearsal.model import Person, Telegram
from bot.rehearsal.model.chats import Chat
from tests.browser.conftest import Opens
from tests.browser.tinybot import TinyBot, key

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

INVITATION = "https://t.me/NextgearBot?start=squad_0123456789abcdef"


@pytest.fixture
def group(telegram: Telegram, anna: Person) -> Chat:
    """A group with the bot in it."""
    made = telegram.group(anna, "Track Tuesday")
    telegram.add(made, telegram.bot, anna)
    telegram.world.updates.pending.clear()
    return made


async def test_the_answer_to_a_tap_opens_the_private_chat_and_says_what_the_link_carries(
    opens: Opens, bot: TinyBot, group: Chat
) -> None:
    page: Page = await opens(f"/#chat={group.id}")
    await bot.says(group.id, "Squad", reply_markup={"inline_keyboard": [[key("Join", "join")]]})
    await page.get_by_role("button", name="Join", exact=True).click()
    tap = (await bot.hears())["callback_query"]
    await bot.call("answerCallbackQuery", callback_query_id=tap["id"], url=INVITATION)

    heard = (await bot.hears())["message"]
    assert heard["text"] == "/start squad_0123456789abcdef"
    assert heard["chat"]["type"] == "private"
    await expect(page.locator(".own .text")).to_have_text("/start squad_0123456789abcdef")


async def test_a_button_with_such_a_link_stays_on_the_page(
    opens: Opens, bot: TinyBot, group: Chat
) -> None:
    page: Page = await opens(f"/#chat={group.id}")
    chat = {"text": "Open our chat", "url": "https://t.me/NextgearBot"}
    other = {"text": "Elsewhere", "url": "https://t.me/SomeOtherBot?start=1"}
    await bot.says(group.id, "Private", reply_markup={"inline_keyboard": [[chat], [other]]})
    await expect(page.get_by_role("link", name="Elsewhere")).to_be_visible()
    await page.get_by_role("button", name="Open our chat").click()
    await expect(page.locator("#title")).to_have_text("Nextgear")
