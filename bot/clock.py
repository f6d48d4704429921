"""The only reader of the clock and only source of chance: the real clock, and one that is set."""

from __future__ import annotations

import asyncio
import random  # noqa: TID251 - this is the one place
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

__all__ = ["Clock", "RealClock", "SteppedClock", "jitter", "local_day", "random_name"]


class Clock(Protocol):
    """What waits for a moment; `changed` is set whenever the time jumped."""

    changed: asyncio.Event

    def now(self) -> datetime:
        """This instant, aware, in UTC."""

    async def wait_until(self, instant: datetime, bell: asyncio.Event | None = None) -> None:
        """Return at the instant, or as soon as the bell rings; the bell is not put back."""

    async def pause(self, seconds: float) -> None:
        """Let real seconds pass: for what lies outside the house, such as a dead network."""

    def elapsed(self) -> float:
        """Seconds from somewhere, never set back: for measuring how long something took."""


class RealClock:
    """The clock on the wall."""

    def __init__(self) -> None:
        self.changed = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - this is the one place

    async def wait_until(self, instant: datetime, bell: asyncio.Event | None = None) -> None:
        seconds = max(0.0, (instant - self.now()).total_seconds())
        if bell is None:
            await asyncio.sleep(seconds)
            return
        with suppress(TimeoutError):  # `wait_for` loses the word to stop that comes with the bell
            async with asyncio.timeout(seconds):
                await bell.wait()

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def elapsed(self) -> float:
        return time.monotonic()  # noqa: TID251 - this is the one place


class SteppedClock:
    """A clock that stands until it is set: the rehearsal room's, and the tests'."""

    def __init__(self, start: datetime, told: Callable[[datetime], None] | None = None) -> None:
        """`told` hears every new instant, so that a room can keep it."""
        self._now = start.astimezone(UTC)
        self._told = told
        self.changed = asyncio.Event()

    def now(self) -> datetime:
        return self._now

    def set(self, instant: datetime) -> None:
        """Move on; ValueError for an instant that is past."""
        if instant < self._now:
            raise ValueError(f"the clock shows {self._now}; it never goes back to {instant}")
        self._now = instant.astimezone(UTC)
        if self._told is not None:
            self._told(self._now)
        moved, self.changed = self.changed, asyncio.Event()
        moved.set()

    async def wait_until(self, instant: datetime, bell: asyncio.Event | None = None) -> None:
        while self._now < instant and not (bell is not None and bell.is_set()):
            await _either(self.changed, bell)

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def elapsed(self) -> float:
        return time.monotonic()  # noqa: TID251 - this is the one place


async def _either(moved: asyncio.Event, bell: asyncio.Event | None) -> None:
    if bell is None:
        await moved.wait()
        return
    waits = [asyncio.ensure_future(moved.wait()), asyncio.ensure_future(bell.wait())]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


def local_day(now: datetime, zone: str) -> date:
    """The date it is in that zone at this instant."""
    return now.astimezone(ZoneInfo(zone)).date()


def jitter(wait: timedelta) -> timedelta:
    """The wait, up to a quarter longer: what failed together shall not come again together."""
    return wait * (1 + random.random() / 4)  # noqa: S311 - nothing secret


def random_name() -> str:
    """A name nobody else has: an owner of leases, a token of one claim."""
    return secrets.token_hex(8)
