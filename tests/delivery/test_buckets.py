"""The shared rate: what a bucket grants, to one process or to several at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage import buckets
from bot.storage.buckets import Limit, Room
from bot.storage.engine import Database
from tests.delivery.house import START

LIMIT = Limit(rate=10, burst=5)


async def room(database: Database, after: float, *, take: bool = False) -> Room:
    """What is granted so many seconds after the start; `take` uses all of it."""
    now = START + timedelta(seconds=after)
    async with database.write() as unit:
        granted = await buckets.room(unit, "sends", LIMIT, now)
        if take and granted.tokens:
            await buckets.take(unit, "sends", granted.tokens, LIMIT, now)
    return granted


async def test_after_a_rest_there_is_a_burst_then_the_rate(database: Database) -> None:
    granted = [(await room(database, step / 100, take=True)).tokens for step in range(101)]
    assert granted[0] == 5
    assert sum(granted) == 15  # the burst, and ten a second


async def test_a_full_bucket_says_when_it_has_room(database: Database) -> None:
    await room(database, 0, take=True)
    full = await room(database, 0)
    assert full.tokens == 0
    assert full.next_at == START + timedelta(seconds=0.1)
    assert (await room(database, 0.099)).tokens == 0
    assert (await room(database, 0.1)).tokens == 1


async def test_a_bucket_that_rests_grants_nothing_until_then(database: Database) -> None:
    async with database.write() as unit:
        await buckets.hold(unit, "sends", LIMIT, START + timedelta(seconds=30))
    full = await room(database, 0)
    assert (full.tokens, full.next_at) == (0, START + timedelta(seconds=30))
    assert (await room(database, 29.9)).tokens == 0
    assert (await room(database, 30)).tokens == 1
    async with database.write() as unit:  # a shorter rest does not shorten the longer one
        await buckets.hold(unit, "sends", LIMIT, START + timedelta(seconds=10))
    assert (await room(database, 29.9)).tokens == 0


async def test_a_look_takes_nothing(database: Database) -> None:
    async with database.read() as unit:
        for _ in range(3):
            assert (await buckets.peek(unit, "sends", LIMIT, START)).tokens == 5


async def test_many_at_once_share_one_bucket(database: Database) -> None:
    granted = await asyncio.gather(*(room(database, 0, take=True) for _ in range(8)))
    assert sum(one.tokens for one in granted) == 5


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(waits=st.lists(st.floats(0, 0.5), min_size=1, max_size=40))
async def test_no_stretch_of_time_ever_gets_more_than_rate_and_burst(
    database: Database, waits: list[float]
) -> None:
    async with database.write() as unit:
        await unit.connection.execute(buckets.buckets.delete())
    now, granted = 0.0, 0
    for wait in waits:
        now += wait
        granted += (await room(database, now, take=True)).tokens
    assert granted <= LIMIT.burst + LIMIT.rate * now + 1e-3
