"""The tick: what is due is decided, promised and set anew, each in one transaction."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

from bot.delivery.loops import whole
from bot.delivery.parts import Parts
from bot.schedule import REPEATING, DueKind, expiry, following, local_day, spread
from bot.storage import deliveries, dues
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.errors import Collision, DatabaseError

log = logging.getLogger(__name__)
AFTER_A_STUMBLE = timedelta(minutes=10)
DAY = timedelta(days=1)


class Tick:
    """Asks one question, "who is due?", and settles the answer."""

    def __init__(self, parts: Parts, outbox_bell: asyncio.Event) -> None:
        self.bell = asyncio.Event()
        self.lock = asyncio.Lock()
        self._parts = parts
        self._outbox_bell = outbox_bell

    async def turn(self) -> None:
        """Wait for the beat, then settle all that is due."""
        clock = self._parts.clock
        await clock.wait_until(clock.now() + self._parts.patience.floor * 10, self.bell)
        self.bell.clear()
        await self.settle()

    async def settle(self) -> int:
        """Everything due at this instant that nobody else has in hand; how much that was."""
        total, more = 0, True
        async with self.lock:
            while more:
                owed = await self._owed()
                settled = sum([await whole(self._settle(due)) for due in owed])
                more = settled > 0 and len(owed) == self._parts.patience.batch
                total += settled
                if settled:
                    self._outbox_bell.set()
        return total

    async def _owed(self) -> list[Due]:
        async with self._parts.database.read() as unit:
            return await dues.due(unit, self._parts.clock.now(), self._parts.patience.batch)

    async def _settle(self, due: Due) -> bool:
        """One due, in a transaction of its own: no tap waits longer, and nobody's trouble spreads.

        False: it is in other hands just now, or has been settled; the next beat looks again.
        """
        now = self._parts.clock.now()
        try:
            async with self._parts.database.write() as unit:
                if not await dues.take(unit, due):
                    return False
                await self._decide(unit, due, now)
                await dues.move(unit, due, _next(due, now))
        except Collision:
            return False
        except DatabaseError:
            raise
        except Exception:
            log.exception("nothing could be decided for %s %s", due.kind, due.owner)
            async with self._parts.database.write() as unit:
                await dues.move(unit, due, _after_a_stumble(due, now))
        return True

    async def _decide(self, unit: Unit, due: Due, now: datetime) -> None:
        too_late = expiry_of(due)
        if too_late <= now and due.owner.squad_id is None:
            return  # the coach was away: nobody gets yesterday's session
        intents = await self._parts.seam.deciders[due.kind](unit, due, now)
        late = spread(due.owner.id, self._parts.morning_spread) if _is_morning(due) else timedelta()
        await deliveries.promise(unit, due.owner, intents, due.at + late, too_late)


def expiry_of(due: Due) -> datetime:
    """When what is due now is not worth saying any more."""
    return due.at + DAY / 4 if due.hours is None else expiry(due.at, due.hours.zone)


def _is_morning(due: Due) -> bool:
    return due.kind == DueKind.MORNING


def _next(due: Due, now: datetime) -> datetime | None:
    """What repeats comes again by the athlete's hours; the rest was owed once."""
    if due.hours is None or due.kind not in REPEATING:
        return None
    return following(DueKind(due.kind), due.hours, due.at, now)


def _after_a_stumble(due: Due, now: datetime) -> datetime | None:
    """Soon once more, as long as that is still the same local day; then as if nothing had been."""
    soon = now + AFTER_A_STUMBLE
    zone = "UTC" if due.hours is None else due.hours.zone
    if local_day(soon, zone) == local_day(due.at, zone):
        return soon
    return _next(due, now)
