"""A real room with a tiny bot in it, and a real browser looking at its page."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from bot.rehearsal.model import UNLIMITED, Person, Telegram
from bot.rehearsal.room import Landmark, Room
from bot.rehearsal.site import Site, serve
from tests.browser.tinybot import TinyBot

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 20_000
ANNA = 101
DESKTOP = {"width": 1280, "height": 800}

Opens = Callable[..., Awaitable[Page]]


@dataclass(slots=True)
class Clock:
    """The room's told time, moved by the page; `on_the_way` happens before it arrives."""

    now: datetime = datetime(2026, 11, 26, 17, 30, tzinfo=UTC)
    moves: list[datetime] = field(default_factory=list)
    on_the_way: Callable[[datetime], Awaitable[None]] | None = None
    landmarks: list[Landmark] = field(default_factory=list)

    async def advance(self, to: datetime) -> None:
        if self.on_the_way:
            await self.on_the_way(to)
        self.moves.append(to)
        self.now = max(self.now, to)

    async def ahead(self) -> list[Landmark]:
        return self.landmarks


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM and os.environ.get("NEXTGEAR_PAGE_TESTS") != "required":
        pytest.skip("needs Chromium: apt-get install chromium fonts-noto-color-emoji")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(
            executable_path=CHROMIUM or "chromium", args=QUIET
        )
        yield running
        await running.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    telegram = Telegram(lambda: clock.now, limits=UNLIMITED)
    anna = telegram.person(ANNA, "Anna Berg")
    telegram.chat(anna).started = True  # the bot may write first: she wrote to it once, long ago
    return telegram


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    return telegram.person(ANNA)


@pytest.fixture
def room(telegram: Telegram, clock: Clock) -> Room:
    return Room(telegram, clock.advance, lambda: clock.now, clock.ahead, lambda: "Europe/Berlin")


@pytest_asyncio.fixture(loop_scope="session")
async def site(room: Room) -> AsyncIterator[Site]:
    site = await serve(room, "127.0.0.1", 0)
    yield site
    room.telegram.world.journal.bell.ring()  # ends the long polls, which closing would wait for
    await site.close()


@pytest_asyncio.fixture(loop_scope="session")
async def bot(site: Site, telegram: Telegram) -> AsyncIterator[TinyBot]:
    async with ClientSession() as session:
        yield TinyBot(session, site.url, telegram.token)


@pytest.fixture
def faults() -> list[str]:
    """What broke in a page; must be empty at the end."""
    return []


@pytest_asyncio.fixture(loop_scope="session")
async def opens(browser: Browser, site: Site, faults: list[str]) -> AsyncIterator[Opens]:
    """Opens the page in a browser of its own; arguments are those of a browser context."""
    contexts: list[BrowserContext] = []

    async def opens(address: str = "/", **options: object) -> Page:
        context = await browser.new_context(**({"viewport": DESKTOP} | options))
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("request", lambda one: _keep_stranger(one.url, site.url, faults))
        page.on("console", lambda line: _keep_complaint(line.text, faults))
        await page.goto(site.url + address)
        await page.locator(".chat").first.wait_for(state="attached")
        return page

    yield opens
    for context in contexts:
        await context.close()
    assert faults == [], "the page's script failed or broke its own security policy"


@pytest_asyncio.fixture(loop_scope="session")
async def page(opens: Opens) -> Page:
    """Anna's desktop browser."""
    return await opens()


def _keep_stranger(asked: str, home: str, faults: list[str]) -> None:
    if not asked.startswith(home):
        faults.append(f"loads {asked} from elsewhere")


def _keep_complaint(line: str, faults: list[str]) -> None:
    if "Content Security Policy" in line or "Uncaught" in line:
        faults.append(line)
