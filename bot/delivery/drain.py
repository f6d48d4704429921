"""Time in the rehearsal room: moved in steps, never back, never with work in flight."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import SteppedClock
from bot.delivery.cards import Cards
from bot.delivery.loops import whole
from bot.delivery.outbox import Outbox
from bot.delivery.parts import Parts
from bot.delivery.tick import Tick
from bot.delivery.work import Work
from bot.storage import cards, dues, inbox, outbox

BY_ITSELF = timedelta(minutes=2)
"""How far time moves without a hand, over the moments for which an answer has to wait."""
A_BREATH = timedelta(seconds=2)
"""The same for our own rate."""
STUCK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Owed:
    """When the next of each is to be done; None: there is none."""

    asked: datetime | None
    due: datetime | None
    promised: datetime | None
    stale: datetime | None

    def first(self) -> datetime | None:
        return _earliest(self.asked, self.due, self.promised, self.stale)


def _nothing_unfetched() -> bool:
    return False


class Drain:
    """Moves a stepped clock; `unfetched` tells whether Telegram holds updates nobody confirmed."""

    def __init__(
        self,
        parts: Parts,
        clock: SteppedClock,
        *,
        work: Work,
        tick: Tick,
        box: Outbox,
        cards: Cards,
        unfetched: Callable[[], bool] = _nothing_unfetched,
    ) -> None:
        self._parts = parts
        self._clock = clock
        self._work = work
        self._tick = tick
        self._box = box
        self._cards = cards
        self._unfetched = unfetched
        self._one_at_a_time = asyncio.Lock()

    async def advance(self, to: datetime) -> None:
        """Move to that instant; what falls due on the way is delivered then, once and in order."""
        async with self._one_at_a_time:
            at = await self._let_end()
            while at is not None and at <= to:
                if at <= self._clock.now():
                    at = self._clock.now() + STUCK  # not to be done now, though it is time for it
                    if at > to:
                        break
                self._clock.set(at)
                at = await self._let_end()
            if to > self._clock.now():
                self._clock.set(to)
                await self._let_end()

    async def follow(self) -> None:
        """One turn of a loop: let a moment pass by itself when an answer or a rate waits for one.

        What is due, to be tried again or in doubt waits for a hand: that is what a room is for.
        """
        await self._parts.held.wait()
        self._parts.held.clear()
        now, full_until = self._clock.now(), self._box.full_until
        if full_until is not None and full_until > now + A_BREATH:
            full_until = None
        owed = await whole(self._look())
        at = _earliest(owed.asked, owed.stale, full_until)
        if at is not None and at <= now + BY_ITSELF:
            await whole(self.advance(at))

    async def _let_end(self) -> datetime | None:
        """Work off all that may be done at this instant; when the next thing may be."""
        idle_looks = 0
        while True:
            await self._parts.telegram.ready()
            while self._unfetched():
                await self._clock.pause(0.005)
            await self._work.in_flight.all_done()
            await self._box.in_flight.all_done()
            async with self._work.lock, self._box.lock:  # so that nothing begins meanwhile
                busy, owed = self._busy(), await self._look()
            done = await self._do(owed)
            idle_looks = 0 if done or busy or self._busy() else idle_looks + 1
            # One look may be stale: a loop of delivery's own may have done it in between.
            if idle_looks and (not _is_time(owed.first(), self._clock.now()) or idle_looks > 2):
                return owed.first()

    def _busy(self) -> bool:
        return self._work.in_flight.busy or self._box.in_flight.busy or self._unfetched()

    async def _do(self, owed: Owed) -> bool:
        """Begin what it is time for; whether anything was."""
        now, done = self._clock.now(), 0
        if _is_time(owed.asked, now):
            done += await self._work.begin()
        if _is_time(owed.due, now):
            done += await self._tick.settle()
        if done or _is_time(owed.promised, now):
            done += await self._box.begin()
        if not done and _is_time(owed.promised, now) and not self._box.in_flight.busy:
            done += await self._box.reap()  # not to be begun: expired, or a dead worker's
        if _is_time(owed.stale, now):
            done += await self._cards.redraw()
        return bool(done)

    async def _look(self) -> Owed:
        now = self._clock.now()
        async with self._parts.database.read() as unit:
            asked = await inbox.next_at(unit, now)
            due = await dues.next_at(unit)
            promised = await outbox.next_at(unit, now)
            stale = await cards.stale(unit, 1)
        if promised is not None and self._box.full_until is not None:
            promised = max(promised, self._box.full_until)
        return Owed(asked, due, promised, await self._cards.next_at() if stale else None)


def _is_time(at: datetime | None, now: datetime) -> bool:
    return at is not None and at <= now


def _earliest(*instants: datetime | None) -> datetime | None:
    return min((instant for instant in instants if instant is not None), default=None)
