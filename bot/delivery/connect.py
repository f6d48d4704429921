"""The first word with Telegram: tried for half a minute, a bad token not at all."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder
from telegram.request import BaseRequest

from bot.clock import Clock
from bot.delivery.parts import AnyApplication
from bot.delivery.transport import AiohttpRequest

log = logging.getLogger(__name__)
EX_USAGE = 2
EX_TEMPFAIL = 75


class ConnectError(Exception):
    """Telegram cannot be worked with; one line for people, and the code to exit with."""

    def __init__(self, line: str, exit_code: int) -> None:
        super().__init__(line)
        self.exit_code = exit_code


AnyBuilder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]


def builder(
    token: str,
    api_url: str,
    request: BaseRequest | None = None,
    polling: BaseRequest | None = None,
) -> AnyBuilder:
    """An application's builder with our transport, without PTB's own polling and job queue.

    `polling` is the connection for getUpdates, so that sends never hold up what comes in.
    """
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .request(request or AiohttpRequest(api_url))
        .get_updates_request(polling or AiohttpRequest(api_url, connections=2))
        .updater(None)
        .job_queue(None)
    )


async def connect(application: AnyApplication, clock: Clock, seconds: float) -> None:
    """Learn who we are; ConnectError at once for a bad token, after so many seconds otherwise."""
    until = clock.elapsed() + seconds
    told = False
    while True:
        try:
            async with asyncio.timeout(max(until - clock.elapsed(), 0.1)):
                await application.initialize()
                return
        except InvalidToken:  # PTB's own text holds the token
            raise ConnectError(
                "TELEGRAM_TOKEN was refused by Telegram (401 or 404): check it, and"
                " TELEGRAM_API_URL, with @BotFather's; for example TELEGRAM_TOKEN=123456789:AAH9x…",
                EX_USAGE,
            ) from None
        except (TelegramError, TimeoutError) as error:
            if clock.elapsed() >= until:
                raise ConnectError(
                    f"Telegram cannot be reached ({_plainly(error)}): check the network and"
                    " TELEGRAM_API_URL, then start again",
                    EX_TEMPFAIL,
                ) from None
            if not told:
                log.warning("Telegram does not answer yet (%s); still trying", _plainly(error))
                told = True
        await clock.pause(1)


def _plainly(error: BaseException) -> str:
    return str(error) or "no answer in time"
