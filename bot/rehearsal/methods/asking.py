"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.model.errors import bad_request
from bot.rehearsal.model.messages import stamp
from bot.rehearsal.model.updates import Updates, Webhook
from bot.rehearsal.model.world import World

LONGEST_POLL = 50
BATCH = 100
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


async def get_updates(world: World, ask: Ask) -> list[dict[str, Any]]:
    """Waits (really) up to `timeout` seconds for something to tell."""
    updates = world.updates
    poll = updates.begin_poll()
    updates.allow(ask.get("allowed_updates"))
    limit = ask.get("limit", BATCH)
    limit = limit if 1 <= limit <= BATCH else BATCH
    offset = ask.get("offset")
    deadline = asyncio.get_running_loop().time() + min(ask.get("timeout", 0), LONGEST_POLL)
    while True:
        batch = updates.take(offset, limit, world.now())
        left = deadline - asyncio.get_running_loop().time()
        if batch or left <= 0:
            return [update.wire() for update in batch]
        if offset and offset < 0:
            offset = None
        await updates.bell.heard(left)
        updates.check_poll(poll)


def set_webhook(world: World, ask: Ask) -> bool:
    """HTTPS only, except for this very machine."""
    parts = urlsplit(ask["url"])
    if not ask["url"]:
        return delete_webhook(world, ask)
    local = parts.scheme == "http" and parts.hostname in LOOPBACK
    if parts.scheme != "https" and not local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = ask.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _set(world.updates, ask, Webhook(ask["url"], secret, ask.get("max_connections", 40)))
    return True


def delete_webhook(world: World, ask: Ask) -> bool:
    """Back to getUpdates."""
    _set(world.updates, ask, None)
    return True


def _set(updates: Updates, ask: Ask, webhook: Webhook | None) -> None:
    updates.webhook = webhook
    updates.allow(ask.get("allowed_updates"))
    updates.failed_at = updates.failure = None
    if ask.get("drop_pending_updates"):
        updates.pending.clear()
    updates.bell.ring()


def get_webhook_info(world: World, _ask: Ask) -> dict[str, Any]:
    """Where updates are posted, and what went wrong last."""
    updates = world.updates
    webhook = updates.webhook
    told: dict[str, Any] = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending),
        "max_connections": webhook.max_connections if webhook else None,
        "last_error_date": stamp(updates.failed_at) if updates.failed_at else None,
        "last_error_message": updates.failure,
        "allowed_updates": sorted(updates.allowed) if updates.allowed is not None else None,
    }
    return {key: value for key, value in told.items() if value is not None}
