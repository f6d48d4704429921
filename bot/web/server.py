"""The one HTTP server of a running coach."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web

from bot.config import Webhook
from bot.delivery.intake import ALLOWED
from bot.delivery.run import Delivery
from bot.web.health import health
from bot.web.webhook import webhook

LARGEST_UPDATE = 1024 * 1024


async def serve(delivery: Delivery, listen: tuple[str, int], hook: Webhook | None) -> web.AppRunner:
    """Listen; OSError where the address cannot be had. `cleanup()` on what is returned ends it."""
    app = web.Application(client_max_size=LARGEST_UPDATE)

    async def answer_health(_request: web.Request) -> web.Response:
        return await health(delivery.parts)

    app.router.add_get("/health", answer_health)
    if hook is not None:

        async def answer_webhook(request: web.Request) -> web.Response:
            return await webhook(request, delivery.intake, hook.secret)

        app.router.add_post(urlsplit(hook.url).path or "/", answer_webhook)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, *listen).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner


async def announce(delivery: Delivery, hook: Webhook) -> None:
    """Tell Telegram where to call and with which secret; idempotent."""
    await delivery.parts.application.bot.set_webhook(
        hook.url, secret_token=hook.secret, allowed_updates=list(ALLOWED)
    )
