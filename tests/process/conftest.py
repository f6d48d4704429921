"""A local Telegram served over loopback HTTP, and coaches that run in processes of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.clock import RealClock
from bot.rehearsal.model import TOKEN, UNLIMITED, Telegram
from bot.rehearsal.site import Site, serve_telegram
from tests.process.programs import NEXTGEAR, Program, done, environment
from tests.process.talking import Talk, until

QUICK = {"NEXTGEAR_CHAT_RATE": "100", "NEXTGEAR_LOG_LEVEL": "INFO"}
"""Nobody in these tests reads or types, so that nobody needs the pace of people."""

Runs = Callable[[], Awaitable[Program]]
Does = Callable[..., Awaitable[tuple[int, str]]]


@dataclass
class Town:
    """Telegram, and where it is served."""

    telegram: Telegram
    site: Site

    def talk(self, user_id: int = 42, name: str = "Ana") -> Talk:
        return Talk(self.telegram, self.telegram.person(user_id, name))

    async def polled(self, before: int = 0) -> None:
        """Somebody asks for updates, more often than so many times."""
        await until(self.telegram, lambda: self.telegram.world.updates.poll > before)


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    telegram = Telegram(RealClock().now, limits=UNLIMITED)
    site = await serve_telegram(telegram)
    yield Town(telegram, site)
    await site.close()


@pytest.fixture
def settings(town: Town, tmp_path: Path) -> dict[str, str]:
    """The whole environment of a coach in this town."""
    return environment(
        tmp_path,
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_API_URL=town.site.url,
        DATABASE_URL=f"sqlite:///{tmp_path / 'nextgear.db'}",
        **QUICK,
    )


@pytest.fixture
async def run(town: Town, settings: dict[str, str]) -> AsyncIterator[Runs]:
    """Start `nextgear run`, and return once it asks for updates; what still runs is killed."""
    started: list[Program] = []

    async def run() -> Program:
        before = town.telegram.world.updates.poll
        program = await Program.start(*NEXTGEAR, "run", env=settings)
        started.append(program)
        await program.says("coaching as @")
        await town.polled(before)
        return program

    yield run
    for program in started:
        await program.kill()
        print(program.output)  # shown where a test failed


@pytest.fixture
def does(settings: dict[str, str]) -> Does:
    """Run a verb to its end: exit code and output."""

    async def does(*arguments: str, **changed: str) -> tuple[int, str]:
        return await done(*NEXTGEAR, *arguments, env=settings | changed)

    return does
