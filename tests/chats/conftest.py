"""A chat through the whole application: PTB's, SQLite's and the local Telegram's real code."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app import Coach, build
from bot.clock import SteppedClock
from bot.config import Config
from bot.rehearsal.model import TOKEN, UNLIMITED, Message, Person, Press, Telegram
from bot.rehearsal.request import RoomRequest

START = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
"""A Thursday evening in Lisbon."""


@dataclass
class Stage:
    """One coach, one Telegram, one clock; people are added as they come."""

    telegram: Telegram
    clock: SteppedClock
    url: str
    coach: Coach | None = None
    running: asyncio.Task[None] | None = None
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self) -> None:
        """Start the coach, as a process would."""
        config = Config(token=TOKEN, database_url=self.url, api_url="http://room")
        self.coach = await build(
            config,
            self.clock,
            request=RoomRequest(self.telegram),
            polling=RoomRequest(self.telegram),
            unfetched=lambda: bool(self.telegram.world.updates.pending),
            backups=False,
        )
        self.stop = asyncio.Event()
        await self.coach.open()
        self.running = asyncio.create_task(self.coach.run(self.stop))

    async def close(self) -> None:
        """Stop it, as SIGTERM would."""
        if self.coach is None or self.running is None:
            return
        self.stop.set()
        await self.running
        await self.coach.close()
        self.coach = None

    async def restart(self) -> None:
        await self.close()
        await self.open()

    async def settle(self) -> None:
        """Let everything that is under way end; reading and typing take people a few seconds."""
        await self.advance(self.clock.now() + timedelta(seconds=5))

    async def advance(self, to: datetime) -> None:
        assert self.coach is not None
        assert self.coach.delivery.drain is not None
        await self.coach.delivery.drain.advance(to)

    def chat(self, user_id: int = 42, name: str = "Ana", language: str = "en") -> Chat:
        return Chat(self, self.telegram.person(user_id, name, language=language))


@dataclass
class Chat:
    """One person's private chat with the coach."""

    stage: Stage
    person: Person
    zone: str = "Europe/Lisbon"
    pressed: Press = field(init=False)

    async def say(self, text: str, reply_to: Message | None = None) -> str:
        """Write something; what the coach said last."""
        self.stage.telegram.say(self.person, None, text, reply_to=reply_to)
        await self.stage.settle()
        return self.last

    async def press(self, label: str, message: Message | None = None) -> str:
        """Press the newest button whose label starts so; what the coach said last."""
        found = message or self.with_button(label)
        for row, buttons in enumerate(found.buttons()):
            for column, button in enumerate(buttons):
                if button["text"].startswith(label):
                    self.pressed = self.stage.telegram.press(self.person, found, row, column)
                    await self.stage.settle()
                    return self.last
        raise AssertionError(f"no button {label!r} under:\n{found.text}\n{found.buttons()}")

    def with_button(self, label: str) -> Message:
        for message in reversed(self.messages):
            labels = [b["text"] for row in message.buttons() for b in row]
            if any(text.startswith(label) for text in labels):
                return message
        raise AssertionError(f"no button {label!r} in:\n{self.screen}")

    async def hears(self, said: str, *expected: str) -> None:
        """Say something, and find every expected piece in the answer."""
        answer = await self.say(said)
        for piece in expected:
            assert piece in answer, f"{piece!r} is not in:\n{answer}"

    async def at(self, text: str) -> str:
        """Move on to a local instant, "2026-11-27 06:30", or "06:30" for its next coming."""
        zone = ZoneInfo(self.zone)
        if " " in text:
            there = datetime.fromisoformat(text).replace(tzinfo=zone)
        else:
            now = self.stage.clock.now().astimezone(zone)
            hour, minute = (int(part) for part in text.split(":"))
            there = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
            if there <= now:
                there = (now + timedelta(days=1)).replace(
                    hour=hour, minute=minute, second=0, microsecond=0
                )
        await self.stage.advance(there.astimezone(UTC))
        return self.last

    @property
    def messages(self) -> list[Message]:
        return self.stage.telegram.visible_to(self.person)

    @property
    def said(self) -> list[Message]:
        """What the coach has said and is still there."""
        return [m for m in self.messages if m.sender.is_bot and not m.deleted]

    @property
    def last(self) -> str:
        """The coach's newest message, or the one that was edited last."""
        newest = max(self.said, key=lambda m: (m.edited or m.date, m.sequence), default=None)
        return newest.text if newest else ""

    @property
    def toast(self) -> str:
        """What came over the button that was pressed last."""
        return self.pressed.text or ""

    @property
    def screen(self) -> str:
        """The chat as a person reads it, for failing tests and for people."""
        lines = []
        for message in self.messages:
            who = "coach" if message.sender.is_bot else message.sender.first_name
            lines.append(f"[{who}] {message.text}")
            lines += [f"    {[b['text'] for b in row]}" for row in message.buttons()]
        return "\n".join(lines)


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    clock = SteppedClock(START)
    made = Stage(Telegram(clock.now, limits=UNLIMITED), clock, sqlite_url)
    await made.open()
    yield made
    await made.close()


@pytest.fixture
def chat(stage: Stage) -> Chat:
    return stage.chat()


Onboard = Callable[..., Awaitable[Chat]]
