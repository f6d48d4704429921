"""Delivery as a whole: built from the seam, opened, run until told to stop, closed."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from bot.clock import Clock, SteppedClock, random_name
from bot.config import Rates
from bot.delivery.alone import Alone
from bot.delivery.beats import Beats, Every, ring
from bot.delivery.cards import Cards
from bot.delivery.connect import connect
from bot.delivery.drain import Drain
from bot.delivery.election import Election
from bot.delivery.intake import Intake
from bot.delivery.line import Line
from bot.delivery.loops import forever
from bot.delivery.outbox import Outbox
from bot.delivery.pacing import Pacing
from bot.delivery.parts import AnyApplication, Parts
from bot.delivery.patience import Patience
from bot.delivery.poller import Poller, Updates
from bot.delivery.say import Speaker
from bot.delivery.seam import Seam
from bot.delivery.sending import Sending
from bot.delivery.tick import Tick
from bot.delivery.upkeep import Backup, Upkeep
from bot.delivery.weather import Weather
from bot.delivery.work import Work
from bot.storage import inbox, leases, outbox
from bot.storage.engine import Database

log = logging.getLogger(__name__)
DAY = 86_400.0
HOUR = 3600.0
STOP_WITHIN = 4.0
"""For all that is done after the word to stop: a container is killed after ten, we promise five."""


class Delivery:
    """One process's delivery. `updates` None: they come by webhook, through `intake`."""

    def __init__(
        self,
        application: AnyApplication,
        database: Database,
        clock: Clock,
        seam: Seam,
        updates: Updates | None,
        *,
        rates: Rates | None = None,
        morning_spread: int = 0,
        patience: Patience | None = None,
        backup: Backup | None = None,
        unfetched: Callable[[], bool] = lambda: False,
    ) -> None:
        pacing = Pacing(database, clock, rates or Rates())
        stands = isinstance(clock, SteppedClock)
        patience = patience or Patience()
        self.parts = Parts(
            application=application,
            database=database,
            clock=clock,
            seam=seam,
            pacing=pacing,
            speaker=Speaker(application.bot, pacing),
            telegram=Line(clock, "Telegram"),
            storage=Line(clock, "The database"),
            owner=random_name(),
            patience=patience.of_a_stepped_clock() if stands else patience,
            morning_spread=morning_spread,
        )
        self.work = Work(self.parts)
        self.intake = Intake(self.parts, self.work)
        self.election = Election(self.parts)
        self.poller = Poller(self.parts, updates, self.intake, self.election) if updates else None
        self.cards = Cards(self.parts)
        self.outbox = Outbox(self.parts, Sending(self.parts))
        self.tick = Tick(self.parts, self.outbox.bell)
        self.upkeep = Upkeep(self.parts, self.outbox, backup)
        self.weather: Weather | None = None
        self.drain = _drain(self, clock, unfetched)
        self._alone = _lock_of(database)

    def look_up(self, weather: Weather) -> None:
        """Have forecasts fetched beside everything else."""
        self.weather = weather

    @property
    def speaker(self) -> Speaker:
        return self.parts.speaker

    async def open(self) -> None:
        """Reach Telegram (ConnectError after 30 s, at once for a bad token), take over the dead."""
        await connect(self.parts.application, self.parts.clock, self.parts.patience.start_seconds)
        if self._alone is not None and self._alone.take():
            await self._inherit()
        await self.upkeep.follow_zone_rules()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; then end within a few seconds with nothing lost."""
        every = [
            Every(1, "tick", ring(self.tick.bell)),
            Every(5, "reaper", ring(self.upkeep.reaping)),
            Every(HOUR, "sweeper", ring(self.upkeep.sweeping)),
            Every(DAY, "backup", ring(self.upkeep.saving)),
        ]
        if self.weather is not None:
            self.weather.bell.set()
            every.append(Every(HOUR, "weather", ring(self.weather.bell)))
        beats = Beats(every)
        loops = [
            asyncio.create_task(forever(turn, self.parts.storage, name), name=name)
            for name, turn in self._turns().items()
        ]
        starting = asyncio.create_task(_begin(beats))
        self.upkeep.reaping.set()
        self.tick.bell.set()
        try:
            await stop.wait()
        finally:
            starting.cancel()
            beats.stop()
            for loop in loops:
                loop.cancel()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop(), STOP_WITHIN)
            await asyncio.wait([starting, *loops], timeout=0.5)

    def _turns(self) -> dict[str, Callable[[], Awaitable[object]]]:
        turns: dict[str, Callable[[], Awaitable[object]]] = {
            "election": self.election.turn,  # first: the first poll waits for it
            "work": self.work.turn,
            "renewal": self.work.renew,
            "tick": self.tick.turn,
            "outbox": self.outbox.turn,
            "cards": self.cards.turn,
            "reaper": self.upkeep.reap,
            "sweeper": self.upkeep.sweep,
            "backup": self.upkeep.save,
        }
        if self.weather is not None:
            turns["weather"] = self.weather.turn
        if self.poller is not None:
            turns["poller"] = self.poller.turn
        if self.drain is not None:
            turns["time"] = self.drain.follow
        return turns

    async def _stop(self) -> None:
        await asyncio.gather(self.work.stop(), self.outbox.stop(), return_exceptions=True)
        with suppress(Exception):  # the lease runs out by itself
            await asyncio.wait_for(self.election.resign(), 0.5)

    async def close(self) -> None:
        """Close the connections to Telegram; the database is the application's to close."""
        await self.parts.application.shutdown()
        await self.parts.application.bot.shutdown()  # what a start that failed has opened
        if self._alone is not None:
            self._alone.give_up()

    async def _inherit(self) -> None:
        """Nobody else is on this file: what dead processes held need not wait for its leases."""
        async with self.parts.database.write() as unit:
            await inbox.inherit(unit, self.parts.owner)
            await leases.inherit(unit, self.parts.owner)
            await outbox.inherit(unit, self.parts.clock.now())


async def _begin(beats: Beats) -> None:
    try:
        await beats.start()
    except Exception:  # the loops look by themselves, if more seldom
        log.exception("the beats could not be started")


def _lock_of(database: Database) -> Alone | None:
    on_file = database.url.get_backend_name() == "sqlite" and database.url.database
    return Alone(Path(database.url.database or "")) if on_file else None


def _drain(delivery: Delivery, clock: Clock, unfetched: Callable[[], bool]) -> Drain | None:
    if not isinstance(clock, SteppedClock):
        return None
    return Drain(
        delivery.parts,
        clock,
        work=delivery.work,
        tick=delivery.tick,
        box=delivery.outbox,
        cards=delivery.cards,
        unfetched=unfetched,
    )


def stop_on_signals(stop: asyncio.Event) -> None:
    """SIGTERM and SIGINT ask to stop; a second one is not listened to."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
