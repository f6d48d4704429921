"""The outbox: what the coach says unasked, claimed within the rate, drawn when it is sent."""

from __future__ import annotations

import asyncio
from datetime import datetime
from weakref import WeakValueDictionary

from bot.clock import random_name
from bot.delivery.loops import InFlight, whole
from bot.delivery.parts import Parts
from bot.delivery.sending import Sending
from bot.storage import outbox
from bot.storage.deliveries import Delivery


class Outbox:
    """The bulk lane's workers in this process."""

    def __init__(self, parts: Parts, sending: Sending) -> None:
        self.bell = asyncio.Event()
        self.in_flight = InFlight(parts.patience.sends, self.bell)
        self.full_until: datetime | None = None
        """When the shared bucket allows the next send; None: it allows one now."""
        self.lock = asyncio.Lock()
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._parts = parts
        self._sending = sending
        self._stopping = False

    async def turn(self) -> None:
        """Wait for something to send, or for room in the bucket, and begin to send."""
        clock = self._parts.clock
        await self._parts.telegram.ready()
        floor = clock.now() + self._parts.patience.floor
        await clock.wait_until(min(floor, self.full_until or floor), self.bell)
        self.bell.clear()
        await whole(self.begin())

    async def begin(self) -> int:
        """Claim what may go now; how many sends were begun."""
        if self._stopping or not self.in_flight.free or not self._parts.telegram.is_up:
            return 0
        async with self.lock:
            async with self._parts.database.read() as unit:
                if not await outbox.waiting(unit, self._parts.clock.now()):
                    self.full_until = None
                    return 0
            claimed = await self._claim()
            for delivery in claimed:
                self.in_flight.begin(delivery.id, self._deliver(delivery))
        if self.full_until is not None:
            self._parts.held.set()
        return len(claimed)

    async def _deliver(self, delivery: Delivery) -> None:
        """In one chat one after the other, so that what was claimed first is read first."""
        async with self._chats.setdefault(delivery.chat_id, asyncio.Lock()):
            await self._sending.deliver(delivery)

    async def _claim(self) -> list[Delivery]:
        """As many as the bucket has room for; one whose group has had its share goes back."""
        now, pacing = self._parts.clock.now(), self._parts.pacing
        async with self._parts.database.write() as unit:
            room = await pacing.bulk_room(unit, now)
            self.full_until = None if room.tokens else room.next_at
            if not room.tokens:
                return []
            claimed = await outbox.claim(
                unit,
                random_name(),
                min(room.tokens, self.in_flight.free),
                now,
                self._parts.patience.lease,
            )
            waits = await pacing.group_waits(unit, [one.chat_id for one in claimed], now)
            going = []
            for delivery, until in zip(claimed, waits, strict=True):
                if until is None:
                    going.append(delivery)
                else:
                    await outbox.postpone(unit, delivery, until, counted=False)
            await pacing.use_bulk(unit, len(going), now)
        return going

    async def reap(self) -> int:
        """Settle what dead workers left behind and what is too late; how many that were."""
        async with self._parts.database.write() as unit:
            settled = await outbox.reap(
                unit,
                self._parts.clock.now(),
                self._parts.patience.quiet,
                self._parts.seam.resent,
                in_hand=self.in_flight.ids,
            )
        if settled:
            self.bell.set()
        return settled

    async def stop(self) -> None:
        """Begin nothing more, let what is on the wire end; what was cut short is settled."""
        self._stopping = True
        await self.in_flight.stop(self._parts.patience.stop_seconds)
