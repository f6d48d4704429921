"""Real processes, real HTTP: killed in the middle of their work, told to end, never in silence."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot.clock import RealClock
from bot.rehearsal.model import Person, Telegram
from bot.rehearsal.model.limits import UNLIMITED
from bot.rehearsal.site import serve_telegram
from bot.storage.engine import Database
from bot.storage.tables import inbox, meta

PEOPLE, EACH = 40, 5
PATIENCE = 60.0


@dataclass
class Town:
    """A Telegram over loopback with people in it, and what a coach's process must be told."""

    telegram: Telegram
    people: list[Person]
    environment: dict[str, str]

    def heard(self) -> Counter[str]:
        """How often each message was answered, by whose and which it was."""
        return Counter(
            f"{person.id} {message.text}"
            for person in self.people
            for message in self.telegram.visible_to(person)
            if message.sender is self.telegram.bot
        )

    async def until_heard(self, count: int) -> None:
        """Return when so many different messages have been answered."""
        while len(self.heard()) < count:
            assert await self.telegram.world.journal.bell.heard(PATIENCE), self.heard().total()

    @asynccontextmanager
    async def process(self) -> AsyncIterator[asyncio.subprocess.Process]:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.delivery.echo_process", env=self.environment
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    telegram = Telegram(RealClock().now, limits=UNLIMITED)
    site = await serve_telegram(telegram)
    people = [telegram.person(number, f"Runner {number}") for number in range(1, PEOPLE + 1)]
    environment = {
        **os.environ,
        "DATABASE_URL": database_url,
        "TELEGRAM_API_URL": site.url,
        "TELEGRAM_TOKEN": telegram.token,
        "ECHO_LEASE": "2",
    }
    yield Town(telegram, people, environment)
    await site.close()


async def states(database_url: str) -> Counter[str]:
    database = await Database.open(database_url)
    async with database.read() as unit:
        found = await unit.connection.execute(select(inbox.c.state))
        counted = Counter(found.scalars())
    await database.close()
    return counted


async def decided(database_url: str) -> Counter[str]:
    """How many updates were decided once ("x"), twice ("xx"), ..."""
    database = await Database.open(database_url)
    async with database.read() as unit:
        found = await unit.connection.execute(
            select(meta.c.value).where(meta.c.name.like("decided %"))
        )
        counted = Counter(found.scalars())
    await database.close()
    return counted


async def test_of_two_hundred_messages_none_is_unanswered_after_three_kills(
    town: Town, database_url: str
) -> None:
    total = PEOPLE * EACH
    for number in range(EACH):
        for person in town.people:
            town.telegram.say(person, None, f"message {number}")
    for answered in (10, 70, 130):
        async with town.process() as process:
            await town.until_heard(answered)
            process.send_signal(signal.SIGKILL)
    async with town.process() as process:
        await town.until_heard(total)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 5) == 0
    answers = town.heard()
    assert set(answers) == {
        f"{person.id} heard message {number}" for person in town.people for number in range(EACH)
    }
    # At least once: what was on the wire at a kill, eight hands at most, may come again.
    assert answers.total() - total <= 3 * 8
    assert await decided(database_url) == {"x": total}
    assert await states(database_url) == {"done": total}


async def test_a_process_told_to_end_ends_within_five_seconds_with_nothing_lost(
    town: Town, database_url: str
) -> None:
    total = len(town.people)
    for person in town.people:
        town.telegram.say(person, None, "message")
    async with town.process() as process:
        await town.until_heard(5)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 5) == 0
    assert set(await states(database_url)) <= {"new", "done"}
    async with town.process() as process:
        await town.until_heard(total)
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 5) == 0
    assert town.heard().total() == total


async def test_two_processes_share_one_inbox(town: Town, database_url: str) -> None:
    total = PEOPLE * EACH
    async with town.process() as first, town.process() as second:
        for number in range(EACH):
            for person in town.people:
                town.telegram.say(person, None, f"message {number}")
        await town.until_heard(total)
        for process in (first, second):
            process.send_signal(signal.SIGTERM)
        assert [await asyncio.wait_for(p.wait(), 5) for p in (first, second)] == [0, 0]
    assert town.heard().total() == total
    assert await decided(database_url) == {"x": total}
