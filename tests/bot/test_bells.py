"""Who waits for a bell and is told to stop in the very moment that it rings stops."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.clock import RealClock
from bot.rehearsal.model.bell import Bell


async def at_the_clock() -> tuple[Awaitable[object], Callable[[], None]]:
    clock, bell = RealClock(), asyncio.Event()
    return clock.wait_until(clock.now() + timedelta(minutes=1), bell), bell.set


async def at_the_room() -> tuple[Awaitable[object], Callable[[], None]]:
    bell = Bell()
    return bell.heard(60), bell.ring


@pytest.mark.parametrize("moments", range(4))
@pytest.mark.parametrize("place", [at_the_clock, at_the_room])
async def test_a_bell_does_not_drown_the_word_to_stop(
    place: Callable[[], Awaitable[tuple[Awaitable[object], Callable[[], None]]]], moments: int
) -> None:
    """Told so many moments after the ring; one that is over by then cannot be stopped."""
    waits, ring = await place()
    waiting = asyncio.ensure_future(waits)
    for _ in range(3):
        await asyncio.sleep(0)
    ring()
    for _ in range(moments):
        await asyncio.sleep(0)
    told = waiting.cancel()
    await asyncio.wait({waiting})
    assert waiting.cancelled() is told
