"""The line to the room breaks and comes back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.rehearsal.model import UNLIMITED, Person, Telegram
from bot.rehearsal.room import Room
from bot.rehearsal.site import Site, serve
from tests.browser.conftest import Clock, Opens

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ANNA, BEN = 101, 102
LOST = "The room does not answer. Trying again…"


@dataclass(slots=True)
class Line:
    """The way from the page to the room: cut, and mended to the same room or to another."""

    site: Site
    room: Room

    async def cut(self) -> None:
        self.room.telegram.world.journal.bell.ring()
        await self.site.close()

    async def mend(self, telegram: Telegram | None = None) -> None:
        self.room = replace(self.room, telegram=telegram or self.room.telegram)
        port = self.site.port
        self.site = await serve(self.room, "127.0.0.1", port)
        assert self.site.port == port


@pytest_asyncio.fixture(loop_scope="session")
async def line(site: Site, room: Room) -> AsyncIterator[Line]:
    """To be asked for before `page`: a browser that still listens would hold the closing up."""
    line = Line(site, room)
    yield line
    await line.cut()


async def test_what_was_missed_while_the_line_was_cut_is_there_afterwards(
    line: Line, page: Page, telegram: Telegram, anna: Person
) -> None:
    telegram.say(anna, telegram.bot, "before")
    await expect(page.locator(".message .text")).to_have_text(["before"])
    await line.cut()
    await expect(page.locator("#lost")).to_have_text(LOST)
    telegram.say(anna, telegram.bot, "meanwhile")
    await line.mend()

    await expect(page.locator(".message .text")).to_have_text(["before", "meanwhile"])
    await expect(page.locator("#lost")).to_be_empty()
    telegram.say(anna, telegram.bot, "after")
    await expect(page.locator(".message .text")).to_have_text(["before", "meanwhile", "after"])


async def test_words_written_while_the_line_is_cut_are_kept(
    line: Line, page: Page, telegram: Telegram, anna: Person
) -> None:
    await line.cut()
    write = page.get_by_role("textbox", name="Message")
    await write.fill("8k in 48:10")
    await write.press("Enter")
    await expect(page.locator("#toasts")).to_contain_text("Not sent")
    await expect(write).to_have_value("8k in 48:10")
    await line.mend()
    await expect(page.locator("#lost")).to_be_empty()
    await write.press("Enter")

    await expect(page.locator(".message .text")).to_have_text(["8k in 48:10"])
    assert [message.text for message in telegram.visible_to(anna)] == ["8k in 48:10"]


async def test_a_room_that_started_anew_is_shown_anew(
    line: Line, page: Page, telegram: Telegram, anna: Person, clock: Clock
) -> None:
    for number in range(5):
        telegram.say(anna, telegram.bot, f"old {number}")
    await expect(page.locator(".message")).to_have_count(5)
    await line.cut()
    await expect(page.locator("#lost")).to_have_text(LOST)
    fresh = Telegram(lambda: clock.now, limits=UNLIMITED)
    fresh.say(fresh.person(ANNA, "Anna Berg"), fresh.bot, "a new life")
    await line.mend(fresh)

    await expect(page.locator(".message .text")).to_have_text(["a new life"])
    fresh.say(fresh.person(ANNA), fresh.bot, "goes on")
    await expect(page.locator(".message .text")).to_have_text(["a new life", "goes on"])


async def test_a_room_that_knows_somebody_else_seats_them(
    line: Line, page: Page, clock: Clock
) -> None:
    await line.cut()
    await expect(page.locator("#lost")).to_have_text(LOST)
    fresh = Telegram(lambda: clock.now, limits=UNLIMITED)
    fresh.say(fresh.person(BEN, "Ben Okafor"), fresh.bot, "hello from Ben")
    await line.mend(fresh)

    await expect(page.get_by_label("You are")).to_have_value(str(BEN))
    await expect(page.locator(".own .text")).to_have_text(["hello from Ben"])


async def test_the_page_waits_for_a_room_that_is_not_open_yet(
    opens: Opens, telegram: Telegram, anna: Person
) -> None:
    telegram.say(anna, telegram.bot, "hello")
    page = await opens()
    await page.route("**/room/state*", lambda route: route.abort())
    await page.reload()
    await expect(page.locator("#lost")).to_have_text(LOST)
    await page.unroute("**/room/state*")

    await expect(page.locator(".message .text")).to_have_text(["hello"])
    await expect(page.locator("#lost")).to_be_empty()
