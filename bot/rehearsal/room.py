"""The room around a Telegram: whose clock it is, how it moves on, and what lies ahead."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rehearsal.model import Impossible, Telegram
from bot.rehearsal.model.journal import Happening

EVENING = time(20, 35)
MORNING = time(6, 0)
MONDAY = 0


@dataclass(frozen=True, slots=True)
class Landmark:
    """An instant ahead that is worth a button, such as the race morning."""

    key: str
    label: str
    at: datetime


@dataclass(slots=True)
class Room:
    """The model, and what the app gives: its clock, the coach's zone, and the way forward.

    `advance(to)` moves the app's clock, delivering on the way what falls due. Moves asked for in a
    hurry are made one after another, each from where the one before has ended.
    """

    telegram: Telegram
    advance: Callable[[datetime], Awaitable[None]]
    now: Callable[[], datetime]
    landmarks: Callable[[], Awaitable[list[Landmark]]]
    zone: Callable[[], str]
    moves: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def move(self, step: str, landmark: str | None = None) -> None:
        """Moves the clock one step on; Impossible when there is no such step or it lies behind."""
        self.moves += 1
        self.telegram.world.journal.note(Happening.CLOCK)
        try:
            async with self.turn:
                await self._move(await self.target(step, landmark))
        finally:
            self.moves -= 1
            self.telegram.world.journal.note(Happening.CLOCK)

    async def _move(self, target: datetime) -> None:
        if target <= self.now():
            raise Impossible("the clock does not go back")
        await self.advance(target)

    async def target(self, step: str, landmark: str | None) -> datetime:
        """The instant a step leads to: the next such hour after now, in the coach's zone."""
        now = self.now()
        zone = ZoneInfo(self.zone())
        today = now.astimezone(zone).date()
        if step == "hour":
            return now + timedelta(hours=1)
        if step == "evening":
            return next_at(now, zone, today, EVENING)
        if step == "tomorrow":
            return local(zone, today + timedelta(days=1), MORNING)
        if step == "monday":
            ahead = (MONDAY - today.weekday()) % 7
            return next_at(now, zone, today + timedelta(days=ahead), MORNING, days=7)
        if step == "landmark":
            return await self._landmark(landmark)
        raise Impossible(f"the clock has no step called {step!r}")

    async def _landmark(self, key: str | None) -> datetime:
        for landmark in await self.landmarks():
            if landmark.key == key:
                return landmark.at
        raise Impossible("that day is not in the plan any more")


def local(zone: ZoneInfo, day: date, at: time) -> datetime:
    """That hour of a local day, in UTC; one that a clock change skips comes as much later."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def next_at(now: datetime, zone: ZoneInfo, day: date, at: time, days: int = 1) -> datetime:
    """That hour on `day`, or `days` later when it is past."""
    there = local(zone, day, at)
    return there if there > now else local(zone, day + timedelta(days=days), at)
