"""The tick: what is due is decided, promised and set anew, all in one transaction."""

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
from bot.storage.errors import DatabaseError

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
        await whole(self.settle())

    async def settle(self) -> int:
        """Everything due at this instant, in turns short enough for others to write in between."""
        total, more = 0, await self._anything_due()
        async with self.lock:
            while more:
                settled, more = await self._one_turn()
                total += settled
        if total:
            self._outbox_bell.set()
        return total

    async def _anything_due(self) -> bool:
        async with self._parts.database.read() as unit:
            first = await dues.next_at(unit)
        return first is not None and first <= self._parts.clock.now()

    async def _one_turn(self) -> tuple[int, bool]:
        """How many were settled, and whether there may be more."""
        now, patience = self._parts.clock.now(), self._parts.patience
        started, settled = self._parts.clock.elapsed(), 0
        async with self._parts.database.write() as unit:
            owed = await dues.due(unit, now, patience.batch)
            for due in owed:
                await self._settle(unit, due, now)
                settled += 1
                if self._parts.clock.elapsed() - started > patience.turn_seconds:
                    break
        return settled, settled < len(owed) or settled == patience.batch

    async def _settle(self, unit: Unit, due: Due, now: datetime) -> None:
        """One due; a decider that stumbles spoils no other's morning."""
        try:
            async with unit.connection.begin_nested():
                await self._decide(unit, due, now)
                await dues.move(unit, due, _next(due, now))
        except DatabaseError:
            raise
        except Exception:
            log.exception("nothing could be decided for %s %s", due.kind, due.owner)
            await dues.move(unit, due, _after_a_stumble(due, now))

    async def _decide(self, unit: Unit, due: Due, now: datetime) -> None:
        too_late = expiry_of(due)
        if too_late <= now:  # the coach was away: nobody gets yesterday's session
            return
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
