"""One coach, one Telegram, one clock: PTB's, SQLite's and the local Telegram's real code.

A scene is a stage that was left as it stood. It is played once a run and taken up by every test
that begins there, so that nobody answers the same twelve questions a hundred times.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from shutil import copyfile

from bot.app import Coach, build
from bot.clock import SteppedClock
from bot.config import Config
from bot.delivery.patience import Patience
from bot.rehearsal.model import TOKEN, UNLIMITED, Telegram
from bot.rehearsal.request import RoomRequest
from core.content import Content, load_content
from tests.delivery.house import Gate, Wire

THURSDAY = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
"""When the chats begin: a Thursday, five in the afternoon in Lisbon."""
A_MOMENT = timedelta(seconds=5)
"""Reading and typing take people a few seconds."""


@cache
def content() -> Content:
    """What every coach of this run knows, read once."""
    return load_content()


@dataclass(frozen=True, slots=True)
class Scene:
    """A stage as it was left: the database, the chats, and the hour."""

    database: bytes
    chats: bytes
    at: datetime


@dataclass
class Stage:
    """A coach at work on an SQLite file; it can stop, fall over, and start again."""

    file: Path
    clock: SteppedClock
    telegram: Telegram
    wire: Wire
    coach: Coach | None = None
    _running: asyncio.Task[None] | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def at(cls, file: Path, now: datetime = THURSDAY) -> Stage:
        """A stage on a migrated database file, with nobody there yet."""
        clock = SteppedClock(now)
        telegram = Telegram(clock.now, limits=UNLIMITED)
        return cls(file, clock, telegram, Wire(telegram))

    @classmethod
    def of(cls, scene: Scene, file: Path) -> Stage:
        """A stage that goes on where the scene was left."""
        file.write_bytes(scene.database)
        stage = cls.at(file, scene.at)
        stage.telegram.take_up(scene.chats)
        return stage

    async def open(self) -> None:
        """Start the coach, as a process would."""
        self.coach = await build(
            Config(token=TOKEN, database_url=f"sqlite:///{self.file}", api_url="http://room"),
            self.clock,
            request=self.wire,
            polling=RoomRequest(self.telegram),
            patience=Patience(stop_seconds=0.2),
            unfetched=lambda: bool(self.telegram.world.updates.pending),
            backups=False,
            content=content(),
        )
        self._stop = asyncio.Event()
        await self.coach.open()
        self._running = asyncio.create_task(self.coach.run(self._stop))

    async def close(self) -> None:
        """Stop it, as SIGTERM would."""
        if self.coach is None or self._running is None:
            return
        self._stop.set()
        await self._running
        await self.coach.close()
        self.coach = None

    async def restart(self) -> None:
        """Another process takes over the same file."""
        await self.close()
        for gate in self.wire.gates.values():
            gate.opened.set()
        await self.open()

    async def leave(self) -> Scene:
        """Stop, and keep everything for those who begin here."""
        now = self.clock.now()
        await self.close()
        return Scene(self.file.read_bytes(), self.telegram.keep(), now)

    async def settle(self) -> None:
        """Let everything that is under way end, and a few seconds pass."""
        await self.advance(self.clock.now() + A_MOMENT)

    async def advance(self, to: datetime) -> None:
        """Move the clock; what falls due on the way is delivered, once and in order."""
        assert self.coach is not None
        assert self.coach.delivery.drain is not None
        await self.coach.delivery.drain.advance(to)

    async def stuck_at(self, method: str) -> Gate:
        """Wait, without moving the clock, until a call of that gated method is on the wire."""
        gate = self.wire.gate(method)
        await asyncio.wait_for(gate.reached.wait(), 5)
        return gate


Play = Callable[[Stage], Awaitable[None]]


@dataclass
class Scenes:
    """Every scene that was played so far; `template` is a migrated, empty database."""

    template: Path
    folder: Path
    kept: dict[str, Scene] = field(default_factory=dict)

    @asynccontextmanager
    async def empty(self, file: Path) -> AsyncIterator[Stage]:
        """A stage with nobody on it."""
        copyfile(self.template, file)
        async with opened(Stage.at(file)) as stage:
            yield stage

    @asynccontextmanager
    async def after(self, play: Play, file: Path, name: str = "") -> AsyncIterator[Stage]:
        """A stage as `play` leaves it, known by its name; it is played only the first time."""
        scene = await self._scene(play, name or play.__qualname__)
        async with opened(Stage.of(scene, file)) as stage:
            yield stage

    async def _scene(self, play: Play, name: str) -> Scene:
        if name not in self.kept:
            async with self.empty(self.folder / f"{len(self.kept)}.db") as stage:
                await play(stage)
                self.kept[name] = await stage.leave()
        return self.kept[name]


@asynccontextmanager
async def opened(stage: Stage) -> AsyncIterator[Stage]:
    await stage.open()
    try:
        yield stage
    finally:
        with suppress(asyncio.CancelledError):
            await stage.close()
