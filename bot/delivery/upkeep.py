"""Looked after now and then: dead workers' rows, old update ids, new zone rules, backups."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from importlib.metadata import version

from bot.delivery.loops import whole
from bot.delivery.outbox import Outbox
from bot.delivery.parts import Parts
from bot.schedule import morning_after_change
from bot.storage import cards, dues, inbox, meta, outbox, squads

ZONES = "tzdata"
Backup = Callable[[], Awaitable[None]]
AT_ONCE = 500


class Upkeep:
    """The reaper, the sweeper and the backup; each waits for its beat."""

    def __init__(self, parts: Parts, outbox: Outbox, backup: Backup | None = None) -> None:
        self.reaping = asyncio.Event()
        self.sweeping = asyncio.Event()
        self.saving = asyncio.Event()
        self._parts = parts
        self._outbox = outbox
        self._backup = backup

    async def reap(self) -> None:
        await self.reaping.wait()
        self.reaping.clear()
        await whole(self._outbox.reap())

    async def sweep(self) -> None:
        await self.sweeping.wait()
        self.sweeping.clear()
        await whole(self._sweep())

    async def _sweep(self) -> None:
        now, patience = self._parts.clock.now(), self._parts.patience
        async with self._parts.database.write() as unit:
            await inbox.sweep(unit, now - patience.kept)
            await outbox.sweep(unit, now - patience.history)
            await cards.sweep(unit, now - patience.history)
            await squads.sweep(unit, now - patience.history)

    async def save(self) -> None:
        await self.saving.wait()
        self.saving.clear()
        if self._backup is not None:
            await whole(self._backup())

    async def follow_zone_rules(self) -> None:
        """Set every morning anew where the zones' rules have changed since the last start."""
        rules = version(ZONES)
        async with self._parts.database.read() as unit:
            known = await meta.get(unit, ZONES)
        if known == rules:
            return
        after = 0
        while known is not None and (last := await self._set_mornings(after)):
            after = last
        async with self._parts.database.write() as unit:
            await meta.put(unit, ZONES, rules)

    async def _set_mornings(self, after: int) -> int:
        """One batch of athletes with ids above `after`; the last id, 0 at the end."""
        now, last = self._parts.clock.now(), 0
        async with self._parts.database.write() as unit:
            for due in await dues.with_mornings(unit, after, AT_ONCE):
                last = due.owner.id
                if due.hours is not None and due.at > now:
                    served = await dues.last_served(unit, due.owner, due.hours, due.at)
                    await dues.move(unit, due, morning_after_change(due.hours, now, served))
        return last
