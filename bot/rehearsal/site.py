"""Opens the room to the loopback network: the next free port, and an orderly end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.rehearsal import face, page_api
from bot.rehearsal.guard import guard
from bot.rehearsal.hooks import deliver_webhooks
from bot.rehearsal.model import Telegram
from bot.rehearsal.room import Room

PORTS_TRIED = 100
LAST_PORT = 65535
CLOSING_SECONDS = 1.0


@dataclass(slots=True)
class Site:
    """A running server; `url` is where a browser goes and what TELEGRAM_API_URL would be."""

    url: str
    port: int
    runner: web.AppRunner
    hooks: asyncio.Task[None]

    async def close(self) -> None:
        self.hooks.cancel()
        with suppress(asyncio.CancelledError):
            await self.hooks
        await self.runner.cleanup()


async def serve(room: Room, host: str = "127.0.0.1", port: int = 8765) -> Site:
    """The chat page and the Bot API on one port; the next free one if that is taken."""
    table = [*face.routes(room.telegram), *page_api.routes(room)]
    return await open_site(room.telegram, table, host, port, (guard, page_api.in_words))


async def serve_telegram(telegram: Telegram, host: str = "127.0.0.1", port: int = 0) -> Site:
    """Only the Bot API, without the chat page."""
    return await open_site(telegram, face.routes(telegram), host, port)


async def open_site(
    telegram: Telegram,
    table: Iterable[web.AbstractRouteDef],
    host: str,
    port: int,
    middlewares: tuple[Middleware, ...] = (),
) -> Site:
    """Serves the routes; if the port is taken, on the next one that is free (0: on any)."""
    app = web.Application(client_max_size=face.BODY_LIMIT, middlewares=middlewares)
    app.add_routes(table)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING_SECONDS)
    await runner.setup()
    last = min(port + PORTS_TRIED - 1, LAST_PORT)
    for candidate in range(port, last + 1):
        try:
            await web.TCPSite(runner, host, candidate).start()
        except OSError:
            continue
        port = int(runner.addresses[0][1])
        name = f"[{host}]" if ":" in host else host
        hooks = asyncio.create_task(deliver_webhooks(telegram.world))
        return Site(f"http://{name}:{port}", port, runner, hooks)
    await runner.cleanup()
    raise OSError(f"no free port from {port} to {last} on {host}")
