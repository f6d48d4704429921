"""`nextgear run`: the coach on the real Telegram, until SIGTERM."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from telegram.error import BadRequest, TelegramError

from bot.app import Coach, build
from bot.clock import Clock, RealClock
from bot.config import Config, ConfigError
from bot.delivery.connect import EX_TEMPFAIL, ConnectError
from bot.delivery.logs import set_up
from bot.delivery.patience import Patience
from bot.delivery.run import stop_on_signals
from bot.delivery.transport import AiohttpRequest

log = logging.getLogger(__name__)
OK = 0
T = TypeVar("T")


async def run(
    config: Config,
    _options: object = None,
    *,
    clock: Clock | None = None,
    patience: Patience | None = None,
) -> int:
    """Coach until told to stop; what cannot be mended by waiting ends in an error of one line.

    `clock` and `patience` are for who measures and tests: another hour, less of a wait.
    """
    set_up(config.log_level, [config.token, config.webhook.secret if config.webhook else ""])
    for name in config.strangers:
        log.warning("%s is no setting of Nextgear's and changes nothing: is it misspelt?", name)
    stop = asyncio.Event()
    stop_on_signals(stop)
    async with _built(config, stop, clock or RealClock(), patience) as coach:
        if coach is not None:
            await _unless(stop, coach.open())
        if coach is not None and not stop.is_set():
            async with _listening(coach, config):
                log.info("coaching as @%s", coach.delivery.parts.application.bot.username)
                await coach.run(stop)
    return OK


@asynccontextmanager
async def _built(
    config: Config, stop: asyncio.Event, clock: Clock, patience: Patience | None
) -> AsyncIterator[Coach | None]:
    """A coach, closed at the end; None if told to stop before it stands.

    The connections are ours to close: the library closes none that never reached Telegram.
    """
    answers, polls = AiohttpRequest(config.api_url), AiohttpRequest(config.api_url, connections=2)
    coach = await _unless(
        stop, build(config, clock, request=answers, polling=polls, patience=patience)
    )
    try:
        yield coach
    finally:
        if coach is not None:
            await coach.close()
        await answers.shutdown()
        await polls.shutdown()


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """What the work gives; None, and the work is cut short, once told to stop."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if working.done():
        return working.result()
    working.cancel()
    await asyncio.wait({working})
    return None


@asynccontextmanager
async def _listening(coach: Coach, config: Config) -> AsyncIterator[None]:
    """The HTTP server, where one is asked for, with Telegram told of the webhook."""
    if config.listen is None:
        yield
        return
    from bot.web import server  # noqa: PLC0415 - only who listens pays for an HTTP server

    host, port = config.listen
    try:
        web = await server.serve(coach.delivery, config.listen, config.webhook)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ConfigError(
            f"NEXTGEAR_LISTEN={host}:{port} cannot be had ({why});"
            " for example NEXTGEAR_LISTEN=127.0.0.1:8080"
        ) from error
    try:
        if config.webhook is not None:
            await _announced(server.announce(coach.delivery, config.webhook))
        yield
    finally:
        await web.cleanup()


async def _announced(announcing: Awaitable[None]) -> None:
    try:
        await announcing
    except BadRequest as error:
        raise ConfigError(
            f"NEXTGEAR_WEBHOOK_URL was refused by Telegram ({error});"
            " for example NEXTGEAR_WEBHOOK_URL=https://coach.example.org/telegram"
        ) from None
    except TelegramError as error:
        raise ConnectError(
            f"Telegram could not be told of the webhook ({error})", EX_TEMPFAIL
        ) from None
