"""GET /health: 200 while some process keeps up the intake's lease, else 503."""

from __future__ import annotations

from aiohttp import web

from bot.delivery.election import is_healthy
from bot.delivery.parts import Parts
from bot.storage.errors import StorageError


async def health(parts: Parts) -> web.Response:
    """The same question that `nextgear health` asks."""
    try:
        async with parts.database.read() as unit:
            healthy = await is_healthy(unit, parts.clock.now(), parts.patience.poller)
    except StorageError:
        healthy = False
    return web.Response(text="ok\n" if healthy else "no\n", status=200 if healthy else 503)
