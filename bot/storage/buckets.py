"""Rate limits that all processes share: GCRA buckets, one row each, instants as epoch seconds.

`tat` is the theoretical arrival time of the generic cell rate algorithm (ITU-T I.371): a call is
allowed while `tat` is less than a burst ahead of now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import floor

from sqlalchemy import case, select

from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import buckets

_DUST = 1e-4
"""A whole token may look like 0.99999: seconds since 1970 in a float, instants in microseconds."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many a second, and how many at once after a rest."""

    rate: float
    burst: float


@dataclass(frozen=True, slots=True)
class Room:
    """How many may go now, and when the next one may."""

    tokens: int
    next_at: datetime


async def room(unit: Unit, bucket: str, limit: Limit, now: datetime) -> Room:
    """What the bucket allows; its row stays locked until the unit ends."""
    await unit.connection.execute(
        insert(unit, buckets).values(id=bucket, tat=0.0).on_conflict_do_nothing()
    )
    found = await unit.connection.execute(
        select(buckets.c.tat).where(buckets.c.id == bucket).with_for_update()
    )
    return _room(found.scalar_one(), limit, now)


async def peek(unit: Unit, bucket: str, limit: Limit, now: datetime) -> Room:
    """What the bucket allows just now, without a claim to it."""
    found = await unit.connection.execute(select(buckets.c.tat).where(buckets.c.id == bucket))
    return _room(found.scalar_one_or_none() or 0.0, limit, now)


def _room(tat: float, limit: Limit, now: datetime) -> Room:
    ahead = max(tat - now.timestamp(), 0.0)
    tokens = floor(limit.burst - ahead * limit.rate + _DUST)
    wait = 0.0 if tokens >= 1 else ahead - (limit.burst - 1) / limit.rate
    return Room(max(tokens, 0), now + timedelta(seconds=max(wait, 0.0)))


async def take(unit: Unit, bucket: str, tokens: int, limit: Limit, now: datetime) -> None:
    """Use so many; a bucket that is overdrawn only takes longer to allow the next."""
    at, more = now.timestamp(), tokens / limit.rate
    later = case((buckets.c.tat > at, buckets.c.tat), else_=at) + more
    wanted = insert(unit, buckets).values(id=bucket, tat=at + more)
    await unit.connection.execute(
        wanted.on_conflict_do_update(index_elements=[buckets.c.id], set_={"tat": later})
    )


async def hold(unit: Unit, bucket: str, limit: Limit, until: datetime) -> None:
    """Allow nothing before then: Telegram said when to come back."""
    tat = until.astimezone(UTC).timestamp() + (limit.burst - 1) / limit.rate
    wanted = insert(unit, buckets).values(id=bucket, tat=tat)
    await unit.connection.execute(
        wanted.on_conflict_do_update(
            index_elements=[buckets.c.id],
            set_={"tat": case((buckets.c.tat > tat, buckets.c.tat), else_=tat)},
        )
    )
