"""The clock that stands until it is set, and the one on the wall."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import RealClock, SteppedClock, jitter, local_day, random_name

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def turns(count: int = 5) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def test_a_wait_ends_at_its_instant_and_not_before() -> None:
    clock = SteppedClock(NOON)
    waiting = asyncio.create_task(clock.wait_until(NOON + HOUR))
    await turns()
    clock.set(NOON + HOUR - timedelta(seconds=1))
    await turns()
    assert not waiting.done()
    clock.set(NOON + HOUR)
    await waiting


async def test_a_bell_ends_a_wait_while_time_stands() -> None:
    clock, bell = SteppedClock(NOON), asyncio.Event()
    waiting = asyncio.create_task(clock.wait_until(NOON + HOUR, bell))
    await turns()
    bell.set()
    await waiting
    assert clock.now() == NOON


async def test_what_is_past_is_not_waited_for() -> None:
    await SteppedClock(NOON).wait_until(NOON - HOUR)


def test_time_never_goes_back() -> None:
    clock = SteppedClock(NOON)
    with pytest.raises(ValueError, match="never goes back"):
        clock.set(NOON - HOUR)
    assert clock.now() == NOON


async def test_everybody_hears_that_time_has_moved() -> None:
    heard: list[datetime] = []
    clock = SteppedClock(NOON, heard.append)
    changed = clock.changed
    clock.set(NOON + HOUR)
    assert changed.is_set()
    assert not clock.changed.is_set()
    assert heard == [NOON + HOUR]


async def test_the_real_clock_waits_for_instants_and_bells() -> None:
    clock, bell = RealClock(), asyncio.Event()
    await clock.wait_until(clock.now() + timedelta(milliseconds=1))
    bell.set()
    await clock.wait_until(clock.now() + HOUR, bell)
    await clock.wait_until(clock.now() - HOUR, asyncio.Event())
    await clock.pause(0)
    assert clock.elapsed() <= clock.elapsed()
    assert clock.now().tzinfo is UTC


def test_the_day_depends_on_where_one_is() -> None:
    assert local_day(NOON, "Pacific/Kiritimati").day == 2
    assert local_day(NOON, "Pacific/Honolulu").day == 1


def test_jitter_only_ever_makes_a_wait_longer() -> None:
    waits = [jitter(HOUR) for _ in range(100)]
    assert all(HOUR <= wait <= HOUR * 1.25 for wait in waits)
    assert len(set(waits)) > 1


def test_no_name_is_given_twice() -> None:
    assert len({random_name() for _ in range(100)}) == 100
