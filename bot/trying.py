"""`nextgear try`: a local Telegram, the real coach talking to it over HTTP, and a chat page."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import webbrowser
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import Coach, build
from bot.clock import RealClock, SteppedClock
from bot.config import Config
from bot.delivery.logs import set_up
from bot.delivery.run import stop_on_signals
from bot.rehearsal.model import TOKEN, Telegram
from bot.rehearsal.room import Landmark, Room, local
from bot.rehearsal.site import serve
from bot.services.rehearsal import races_ahead, usual_zone

KEPT_CLOCK = "clock.txt"
RUNNER = (1001, "You Runner")


async def rehearse(*, port: int, keep: Path | None, browser: bool, level: str) -> None:
    """Serve the room until told to stop; the address is printed as soon as it answers."""
    set_up(level, [TOKEN])
    stop = asyncio.Event()
    stop_on_signals(stop)
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nextgear-")))
        folder.mkdir(parents=True, exist_ok=True)
        clock = SteppedClock(_last_instant(folder), _keeper(folder))
        await _serve(folder, clock, port=port, browser=browser, stop=stop)


async def _serve(
    folder: Path, clock: SteppedClock, *, port: int, browser: bool, stop: asyncio.Event
) -> None:
    telegram = Telegram(clock.now)
    telegram.person(*RUNNER)
    stage = _Stage(clock)
    room = Room(telegram, stage.advance, clock.now, stage.landmarks, stage.zone)
    site = await serve(room, port=port)
    try:
        config = Config(
            token=TOKEN,
            database_url=f"sqlite:///{(folder / 'nextgear.db').resolve()}",
            api_url=site.url,
        )
        coach = await build(
            config, clock, unfetched=lambda: bool(telegram.world.updates.pending), backups=False
        )
        stage.coach = coach
        try:
            await coach.open()
            print(f"Nextgear is rehearsing: {site.url}/", flush=True)
            print("Ctrl+C ends it.", flush=True)
            if browser and sys.stdout.isatty():
                await asyncio.to_thread(webbrowser.open, f"{site.url}/")
            await coach.run(stop)
        finally:
            await coach.close()
    finally:
        await site.close()


class _Stage:
    """What the room asks of the coach: time, the way forward, and what lies ahead."""

    def __init__(self, clock: SteppedClock) -> None:
        self._clock = clock
        self._zone = "UTC"
        self.coach: Coach | None = None

    async def advance(self, to: datetime) -> None:
        if self.coach is not None and self.coach.delivery.drain is not None:
            await self.coach.delivery.drain.advance(to)

    async def landmarks(self) -> list[Landmark]:
        """The eve and the morning of the next race that anybody here trains for."""
        if self.coach is None:
            return []
        async with self.coach.database.read() as unit:
            self._zone = await usual_zone(unit) or "UTC"
            races = await races_ahead(unit, self._clock.now())
        found = []
        for zone, on in races[:1]:
            eve = local(
                zone, on - timedelta(days=1), datetime.min.time().replace(hour=20, minute=35)
            )
            day = local(zone, on, datetime.min.time().replace(hour=6))
            found += [Landmark("race-eve", "Race eve", eve), Landmark("race", "The race", day)]
        return [landmark for landmark in found if landmark.at > self._clock.now()]

    def zone(self) -> str:
        return self._zone


def _last_instant(folder: Path) -> datetime:
    """Where the room's clock stood when it was left, or now."""
    kept = folder / KEPT_CLOCK
    now = RealClock().now()
    try:
        return max(datetime.fromisoformat(kept.read_text().strip()).astimezone(UTC), now)
    except (OSError, ValueError):
        return now


def _keeper(folder: Path) -> Callable[[datetime], None]:
    kept = folder / KEPT_CLOCK

    def keep(instant: datetime) -> None:
        kept.write_text(instant.isoformat())

    return keep
