"""`nextgear run`: the coach on the real Telegram, until SIGTERM."""

from __future__ import annotations

import asyncio
import logging

from bot.app import build
from bot.clock import RealClock
from bot.config import Config
from bot.delivery.logs import set_up
from bot.delivery.run import stop_on_signals
from bot.web.server import announce, serve

log = logging.getLogger(__name__)


async def run(config: Config) -> None:
    """Coach until told to stop; what cannot be mended by waiting ends in an error of one line."""
    set_up(config.log_level, [config.token])
    stop = asyncio.Event()
    stop_on_signals(stop)
    coach = await build(config, RealClock())
    try:
        opening = asyncio.create_task(coach.open())
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not opening.done():
            opening.cancel()
            return
        await opening
        web = None
        if config.listen is not None:
            web = await serve(coach.delivery, config.listen, config.webhook)
        if config.webhook is not None:
            await announce(coach.delivery, config.webhook)
        log.info("coaching as @%s", coach.delivery.parts.application.bot.username)
        try:
            await coach.run(stop)
        finally:
            if web is not None:
                await web.cleanup()
    finally:
        await coach.close()
