"""A local Telegram served over loopback HTTP, and coaches that run in processes of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
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

    async def launch(
        self, *command: str, env: Mapping[str, str], cwd: Path | None = None
    ) -> Program:
        """Start a bot, and return once it asks for updates; AssertionError if it ends instead."""
        before = self.telegram.world.updates.poll
        program = await Program.start(*command, env=env, cwd=cwd)
        updates = self.telegram.world.updates
        try:
            await until(self.telegram, lambda: updates.poll > before or program.has_ended)
            assert not program.has_ended, program.output
        except BaseException:
            await program.kill()
            raise
        return program


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
        started.append(await town.launch(*NEXTGEAR, "run", env=settings))
        return started[-1]

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
