"""Webhooks: updates posted to the bot's own server instead of being asked for."""

from __future__ import annotations

import asyncio
import json

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.rehearsal.methods import answer
from bot.rehearsal.model.updates import Update, Webhook
from bot.rehearsal.model.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
PATIENCE = ClientTimeout(total=60)
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
IDLE = 60.0


async def deliver_webhooks(world: World) -> None:
    """Posts pending updates one by one, in order, until cancelled; tries again what fails."""
    pause = FIRST_PAUSE
    async with ClientSession(timeout=PATIENCE) as session:
        while True:
            webhook = world.updates.webhook
            batch = world.updates.take(None, 1, world.now()) if webhook else []
            if webhook is None or not batch:
                await world.updates.bell.heard(IDLE)
                continue
            if await _post(session, world, webhook, batch[0]):
                world.updates.take(batch[0].id + 1, 1, world.now())
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)


async def _post(session: ClientSession, world: World, webhook: Webhook, update: Update) -> bool:
    """Whether the bot took the update; its answer may itself be a call."""
    headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
    try:
        async with session.post(webhook.url, json=update.wire(), headers=headers) as response:
            body = await response.read()
            if response.ok:
                await _call_back(world, body)
                return True
            failure = f"Wrong response from the webhook: {response.status} {response.reason}"
    except (ClientError, TimeoutError) as error:
        failure = f"Connection failed: {type(error).__name__}"
    world.updates.failed_at, world.updates.failure = world.now(), failure
    return False


async def _call_back(world: World, body: bytes) -> None:
    try:
        said = json.loads(body or b"null")
    except ValueError:
        return
    if isinstance(said, dict) and isinstance(said.get("method"), str):
        given = {key: value for key, value in said.items() if key != "method"}
        await answer(world, world.token, said["method"], given, {})
