"""A newcomer looks into the rehearsal room's group and sees a squad come alive by itself."""

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
from bot.trying.mates import GROUP, MATES
from bot.trying.stage import Stage
from bot.trying.troupe import Troupe
from tests.browser.conftest import DESKTOP, PATIENCE
from tests.browser.screenshots import screenshots

pytestmark = [pytest.mark.page, pytest.mark.asyncio(loop_scope="session")]

ROOT = Path(__file__).parents[2]
MONDAY = datetime(2026, 12, 7, 12, 0, tzinfo=UTC)
RUNNER = (1001, "You Runner")
ALIVE = 60_000
"""Milliseconds that the mates may take over a turn of theirs."""


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go: into the README's folder only when they are asked for."""
    folder = ROOT / ".github/pictures" if os.environ.get("NEXTGEAR_PICTURES") else tmp_path
    folder.mkdir(exist_ok=True)
    return folder


@pytest_asyncio.fixture(loop_scope="session")
async def rehearsed(sqlite_url: str) -> AsyncIterator[tuple[Site, Troupe]]:
    """The room with the real coach and the mates in it, over real HTTP."""
    clock = SteppedClock(MONDAY)
    telegram = Telegram(clock.now)
    troupe = Troupe(telegram, telegram.person(*RUNNER), pause=0.05)
    troupe.enter()
    stage = Stage(telegram, clock, frozenset(mate.id for mate in MATES))
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
        beside = [asyncio.create_task(stage.follow()), asyncio.create_task(troupe.follow())]
        yield site, troupe
        telegram.world.journal.bell.ring()  # ends the page's long poll
        for task in beside:
            task.cancel()
        stop.set()
        await running


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, rehearsed: tuple[Site, Troupe]) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport=DESKTOP)
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(rehearsed[0].url)
    await page.locator(".chat").first.wait_for(state="attached")
    yield page
    await context.close()


async def test_a_squad_comes_alive_when_a_newcomer_looks_into_it(
    page: Page, rehearsed: tuple[Site, Troupe], browser: Browser, pictures: Path
) -> None:
    site, troupe = rehearsed
    assert troupe.group is not None
    await page.get_by_text(GROUP).first.click()
    messages = page.locator(".message")
    card = messages.filter(has=page.get_by_role("button", name="Maybe", exact=True)).last
    await expect(card).to_contain_text(re.compile(r"In 4: .*Tom"), timeout=ALIVE)
    await expect(card).to_contain_text("Maybe 1: Jonas", timeout=ALIVE)
    await expect(card).to_contain_text("Out 1: Ken", timeout=ALIVE)
    await expect(messages.filter(has_text="Count on me.")).to_be_visible()
    address = f"{site.url}/#chat={troupe.group.id}"
    await screenshots(browser, address, pictures, "squad")

    await page.get_by_role("button", name="Tomorrow 06:00", exact=True).click()
    await page.get_by_role("button", name=re.compile("evening")).first.click()
    await page.get_by_role("button", name=re.compile(r"\+1 hour|hour")).first.click()
    over = messages.filter(has=page.get_by_role("button", name="Done", exact=True)).last
    await expect(over).to_contain_text("Ran 4:", timeout=ALIVE)
    await screenshots(browser, address, pictures, "squad-after")
