"""Telegram's webhook: who shows the secret is heard, and answered once the update is committed."""

from __future__ import annotations

import hmac
import json

from aiohttp import web

from bot.delivery.intake import Intake
from bot.storage.errors import StorageError

HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def webhook(request: web.Request, intake: Intake, secret: str) -> web.Response:
    """401 without the secret, 400 for no JSON, 503 (it comes again) if nothing was stored."""
    shown = request.headers.get(HEADER, "")
    if not hmac.compare_digest(shown.encode(), secret.encode()):
        return web.Response(status=401)
    try:
        raw: object = json.loads(await request.read())
    except (ValueError, RecursionError):  # the latter for brackets in brackets in brackets
        return web.Response(status=400)
    try:
        await intake.receive([raw])
    except StorageError:
        return web.Response(status=503)
    return web.Response()
