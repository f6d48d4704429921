"""What the room asks of the coach: the way forward in time, the zone, and what lies ahead."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.app import Coach
from bot.clock import SteppedClock
from bot.rehearsal.model import Telegram
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.room import EVENING, MORNING, Landmark, local
from bot.services.rehearsal import races_ahead, usual_zone
from bot.storage.errors import StorageError

LISTENS = 60.0
SETTLES = 0.3
"""Several things happen for one tap; the zone is asked for once they have."""


class Stage:
    """The coach behind a room; it enters when it is built. `mates` are no newcomers: ids."""

    def __init__(
        self, telegram: Telegram, clock: SteppedClock, mates: frozenset[int] = frozenset()
    ) -> None:
        self.telegram = telegram
        self.clock = clock
        self._mates = mates
        self._zone = "UTC"
        self._coach: Coach | None = None
        self._entered = asyncio.Event()

    def enter(self, coach: Coach) -> None:
        """From now on there is somebody to ask."""
        self._coach = coach
        self._entered.set()

    def unfetched(self) -> bool:
        """Whether Telegram holds something that the coach has not asked for yet."""
        return bool(self.telegram.world.updates.pending)

    async def advance(self, to: datetime) -> None:
        """Move the clock on, delivering what falls due on the way."""
        drain = (await self._asked()).delivery.drain
        if drain is not None:
            await drain.advance(to)

    def zone(self) -> str:
        """The zone of the athlete who came last; UTC before anybody came."""
        return self._zone

    async def landmarks(self) -> list[Landmark]:
        """The eve and the morning of the next race that anybody here trains for."""
        coach, now = await self._asked(), self.clock.now()
        async with coach.database.read() as unit:
            races = await races_ahead(unit, now)
        for zone, on in races:
            if ahead := [one for one in _of_race(zone, on) if one.at > now]:
                return ahead
        return []

    async def follow(self) -> None:
        """Learn of a new zone whenever something has happened; the page's clock is told."""
        journal = self.telegram.world.journal
        seen = -1
        while True:
            if journal.last == seen:
                await journal.bell.heard(LISTENS)
                await asyncio.sleep(SETTLES)
            seen = journal.last
            with suppress(StorageError):  # the coach itself says so, and this is only a label
                await self._look()

    async def _look(self) -> None:
        async with (await self._asked()).database.read() as unit:
            zone = await usual_zone(unit, self._mates) or "UTC"
        if zone != self._zone:
            self._zone = zone
            self.telegram.world.journal.note(Happening.CLOCK)

    async def _asked(self) -> Coach:
        await self._entered.wait()
        assert self._coach is not None  # noqa: S101 - for the type checker
        return self._coach


def _of_race(zone: ZoneInfo, on: date) -> list[Landmark]:
    return [
        Landmark("race-eve", "Race eve", local(zone, on - timedelta(days=1), EVENING)),
        Landmark("race", "The race", local(zone, on, MORNING)),
    ]
