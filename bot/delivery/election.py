"""Which process asks Telegram for updates: the one that holds a lease, renewed while it lives."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.delivery.loops import whole
from bot.delivery.parts import Parts
from bot.storage import leases
from bot.storage.engine import Unit

LEASE = "poller"
HEALTHY = timedelta(seconds=60)


class Election:
    """Taken part in by every process; with a webhook the lease only tells that one is alive."""

    def __init__(self, parts: Parts) -> None:
        self.won = asyncio.Event()
        self._parts = parts
        self._until: datetime | None = None

    @property
    def leads(self) -> bool:
        """Whether the lease is ours just now."""
        return self._until is not None and self._parts.clock.now() < self._until

    async def turn(self) -> None:
        """Take or renew the lease, then wait until it is time again."""
        clock, lease = self._parts.clock, self._parts.patience.poller
        await whole(self._stand(clock.now(), clock.now() + lease))
        await clock.wait_until(clock.now() + lease / 3)

    async def _stand(self, now: datetime, until: datetime) -> None:
        async with self._parts.database.write() as unit:
            ours = await leases.acquire(unit, LEASE, self._parts.owner, now, until)
        self._until = until if ours else None
        if ours:
            self.won.set()

    async def resign(self) -> None:
        """Leave the lease to whoever comes next, without making them wait."""
        self._until = None
        async with self._parts.database.write() as unit:
            await leases.release(unit, LEASE, self._parts.owner)


async def is_healthy(unit: Unit, now: datetime, lease: timedelta) -> bool:
    """Whether some process has renewed the lease (of that length) within a minute."""
    until = await leases.until(unit, LEASE)
    return until is not None and until - lease > now - HEALTHY
