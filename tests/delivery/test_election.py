"""One process polls, the next takes over; health is a lease that somebody renews."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery.election import LEASE, is_healthy
from bot.storage import leases
from bot.storage.engine import Database
from tests.delivery.house import START

LEASE_TIME = timedelta(seconds=30)


async def acquire(database: Database, owner: str, after: float) -> bool:
    now = START + timedelta(seconds=after)
    async with database.write() as unit:
        return await leases.acquire(unit, LEASE, owner, now, now + LEASE_TIME)


async def test_one_of_two_is_elected_and_stays_so_while_it_renews(database: Database) -> None:
    assert await acquire(database, "a", 0)
    assert not await acquire(database, "b", 1)
    assert await acquire(database, "a", 20)
    assert not await acquire(database, "b", 49)


async def test_who_is_silent_is_succeeded(database: Database) -> None:
    assert await acquire(database, "a", 0)
    assert await acquire(database, "b", 30)
    assert not await acquire(database, "a", 31)


async def test_who_resigns_is_succeeded_at_once(database: Database) -> None:
    assert await acquire(database, "a", 0)
    async with database.write() as unit:
        await leases.release(unit, LEASE, "b")
    assert not await acquire(database, "b", 1)
    async with database.write() as unit:
        await leases.release(unit, LEASE, "a")
    assert await acquire(database, "b", 1)


async def test_health_is_a_renewal_within_a_minute(database: Database) -> None:
    async def healthy(after: float) -> bool:
        async with database.read() as unit:
            return await is_healthy(unit, START + timedelta(seconds=after), LEASE_TIME)

    assert not await healthy(0)
    await acquire(database, "a", 0)
    assert await healthy(0)
    assert await healthy(59)
    assert not await healthy(60)
