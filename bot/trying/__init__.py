"""`nextgear try`: a local Telegram, the real coach talking to it over HTTP, and a chat page."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from contextlib import AsyncExitStack, suppress

from bot.app import Coach, build
from bot.clock import SteppedClock
from bot.config import Config
from bot.delivery.logs import set_up
from bot.delivery.run import stop_on_signals
from bot.rehearsal.model import TOKEN, Telegram
from bot.rehearsal.room import Room
from bot.rehearsal.site import Site, serve
from bot.trying.browser import show
from bot.trying.folder import Folder, opened
from bot.trying.mates import MATES
from bot.trying.stage import Stage
from bot.trying.troupe import Troupe

RUNNER = (1001, "You Runner")
OK = 0


async def rehearse(level: str, options: Namespace) -> int:
    """Serve the room until told to stop; the address is printed as soon as everything answers."""
    set_up(level, [TOKEN])
    stop = asyncio.Event()
    stop_on_signals(stop)
    with opened(options.keep) as folder:
        clock = SteppedClock(folder.clock(), folder.keep_clock)
        telegram = Telegram(clock.now)
        telegram.person(*RUNNER)
        folder.take_up(telegram)
        troupe = Troupe(telegram, telegram.person(*RUNNER))
        troupe.enter()
        stage = Stage(telegram, clock, frozenset(mate.id for mate in MATES))
        async with AsyncExitStack() as stack:
            room = Room(telegram, stage.advance, clock.now, stage.landmarks, stage.zone)
            site = await serve(room, port=options.port)
            stack.push_async_callback(site.close)
            coach = await _coach(site, folder, stage)
            stack.push_async_callback(coach.close)
            await coach.open()
            _tell(f"Nextgear is rehearsing: {site.url}/", "Ctrl+C ends it.")
            if not options.no_browser:
                show(f"{site.url}/")
            await _perform(coach, stage, troupe, folder, stop)
        folder.keep(telegram)
    return OK


async def _coach(site: Site, folder: Folder, stage: Stage) -> Coach:
    config = Config(token=TOKEN, database_url=folder.database_url, api_url=site.url)
    coach = await build(config, stage.clock, unfetched=stage.unfetched, backups=False)
    stage.enter(coach)
    return coach


async def _perform(
    coach: Coach, stage: Stage, troupe: Troupe, folder: Folder, stop: asyncio.Event
) -> None:
    """Coach, follow what happens and keep it, until told to stop."""
    beside = [
        asyncio.create_task(stage.follow()),
        asyncio.create_task(troupe.follow()),
        asyncio.create_task(folder.keep_up(stage.telegram)),
    ]
    try:
        await coach.run(stop)
    finally:
        for task in beside:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def _tell(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
