"""A newcomer in the rehearsal room: questions, tomorrow's session, a bad morning, a changed day.

With NEXTGEAR_PICTURES=1 the pictures of the README are taken anew.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.app import build
from bot.clock import SteppedClock
from bot.config import Config
from bot.rehearsal.model import TOKEN, Telegram
from bot.rehearsal.room import Room
from bot.rehearsal.site import Site, serve
from bot.text import Texts, Tongue
from bot.trying.stage import Stage
from tests.browser.conftest import DESKTOP, PATIENCE
from tests.browser.screenshots import screenshots

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ROOT = Path(__file__).parents[2]
TUESDAY = datetime(2026, 12, 8, 18, 0, tzinfo=UTC)
RUNNER = (1001, "You Runner")
SAYS = Texts({}).of(Tongue())


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go: into the README's folder only when they are asked for."""
    folder = ROOT / ".github/pictures" if os.environ.get("NEXTGEAR_PICTURES") else tmp_path
    folder.mkdir(exist_ok=True)
    return folder


@pytest_asyncio.fixture(loop_scope="session")
async def coached(sqlite_url: str) -> AsyncIterator[Site]:
    """The room with the real coach in it, over real HTTP."""
    clock = SteppedClock(TUESDAY)
    telegram = Telegram(clock.now)
    telegram.person(*RUNNER)
    stage = Stage(telegram, clock)
    async with AsyncExitStack() as stack:
        room = Room(telegram, stage.advance, clock.now, stage.landmarks, stage.zone)
        site = await serve(room, port=0)
        stack.push_async_callback(site.close)
        config = Config(token=TOKEN, database_url=sqlite_url, api_url=site.url)
        coach = await build(config, clock, unfetched=stage.unfetched, backups=False)
        stage.enter(coach)
        stack.push_async_callback(coach.close)
        await coach.open()
        stop = asyncio.Event()
        running = asyncio.create_task(coach.run(stop))
        following = asyncio.create_task(stage.follow())
        yield site
        telegram.world.journal.bell.ring()  # ends the page's long poll
        following.cancel()
        stop.set()
        await running


@pytest_asyncio.fixture(loop_scope="session")
async def chat(browser: Browser, coached: Site) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(coached.url)
    yield page
    await context.close()


async def taps(page: Page, *labels: str) -> None:
    """Press buttons of the newest message that has them, one after the other."""
    for label in labels:
        await page.get_by_role("button", name=label, exact=True).last.click()
        await page.wait_for_timeout(150)  # a person's finger, and the page's own transition


async def onboard(page: Page) -> None:
    await page.get_by_role("button", name="Start").first.click()
    await expect(page.locator(".message").last).to_contain_text("running coach")
    await taps(page, "Start", "10K", "No race yet")
    await taps(page, SAYS("level-intermediate"), "5", "40 km", "15 km")
    await taps(page, "Tue", "Wed", "Thu", "Sat", "Sun", "Done", "Sun")
    composer = page.get_by_role("textbox", name=re.compile("message", re.IGNORECASE))
    await composer.fill("10k in 48:30 in october")
    await composer.press("Enter")
    await taps(page, SAYS("button-skip"), SAYS("button-none"), "6:00")
    await composer.fill("Lisbon")
    await composer.press("Enter")


async def test_a_newcomer_watches_a_day_change(
    chat: Page, coached: Site, browser: Browser, pictures: Path
) -> None:
    await onboard(chat)
    await expect(chat.locator(".message").last).to_contain_text("Tomorrow, Wed 9 Dec")

    await taps(chat, "Tomorrow 06:00")
    await expect(chat.locator("#time")).to_have_text("06:00")
    card = chat.locator(".message").last
    await expect(card).to_contain_text("How are the legs?")
    planned = await card.inner_text()
    address = f"{coached.url}/#chat={RUNNER[0]}"
    await screenshots(browser, address, pictures, "morning")

    await taps(chat, SAYS("legs-1"), "5 h", SAYS("button-skip-question"))
    await expect(card).to_contain_text("Your legs are dead")
    await expect(chat.get_by_role("button", name="Undo")).to_be_visible()
    assert "How are the legs?" in planned
    await screenshots(browser, address, pictures, "changed")

    await taps(chat, "Undo")
    await expect(card).to_contain_text("How are the legs?")
