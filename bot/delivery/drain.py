"""Time in the rehearsal room: moved in steps, never back, never with work in flight."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import SteppedClock
from bot.delivery.cards import Cards
from bot.delivery.outbox import Outbox
from bot.delivery.parts import Parts
from bot.delivery.tick import Tick
from bot.delivery.work import Work
from bot.storage import dues, inbox, outbox

BY_ITSELF = timedelta(minutes=2)
"""How far time moves without a hand, over the moments for which an answer has to wait."""
A_BREATH = timedelta(seconds=2)
"""The same for our own rate."""
STUCK = timedelta(minutes=1)


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
            moved = await self._let_end()
            while (at := await self._owed()) is not None and at <= to:
                if at <= self._clock.now() and not moved:
                    at = self._clock.now() + STUCK  # something that time alone may mend
                if at > to:
                    break
                self._clock.set(max(at, self._clock.now()))
                moved = await self._let_end()
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
        at = _earliest(await self._answers(), full_until)
        if at is not None and at <= now + BY_ITSELF:
            await self.advance(at)

    async def _let_end(self) -> bool:
        """Work off everything that may be done at this instant; whether there was anything."""
        moved = False
        while True:
            await self._parts.telegram.ready()
            while self._unfetched():
                await self._clock.pause(0.005)
            await self._work.in_flight.all_done()
            await self._box.in_flight.all_done()
            done = await self._tick.settle() + await self._work.begin()
            done += await self._box.reap() + await self._box.begin() + await self._cards.redraw()
            busy = self._work.in_flight.busy or self._box.in_flight.busy or self._unfetched()
            if not done and not busy:
                return moved
            moved = True

    async def _owed(self) -> datetime | None:
        """The earliest instant at which anything is due, may be tried, or expires."""
        async with self._parts.database.read() as unit:
            due = await dues.next_at(unit)
            promised = await outbox.next_at(unit, self._clock.now())
        if promised is not None and self._box.full_until is not None:
            promised = max(promised, self._box.full_until)
        return _earliest(due, promised, await self._answers())

    async def _answers(self) -> datetime | None:
        async with self._parts.database.read() as unit:
            asked = await inbox.next_at(unit, self._clock.now())
        return _earliest(asked, await self._cards.next_at())


def _earliest(*instants: datetime | None) -> datetime | None:
    return min((instant for instant in instants if instant is not None), default=None)
