"""Webhooks: updates are posted with their secret, in order, and again until they are taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

SECRET = "X-Telegram-Bot-Api-Secret-Token"


class Coach:
    """A bot's own server; `answers` are its next status codes, then always 200."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: asyncio.Queue[tuple[str | None, dict[str, Any]]] = asyncio.Queue()
        self.answers: list[int] = []
        self.says: Any = None

    async def hook(self, request: web.Request) -> web.Response:
        await self.heard.put((request.headers.get(SECRET), await request.json()))
        status = self.answers.pop(0) if self.answers else 200
        return web.json_response(self.says, status=status)

    async def next(self) -> dict[str, Any]:
        return (await asyncio.wait_for(self.heard.get(), 3))[1]


@pytest.fixture
async def coach() -> AsyncIterator[Coach]:
    coach = Coach()
    app = web.Application()
    app.router.add_post("/hook", coach.hook)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    coach.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield coach
    await runner.cleanup()


@pytest.mark.usefixtures("site")
async def test_updates_are_posted_in_order_with_the_secret(telegram, call, anna, coach):
    telegram.say(anna, telegram.bot, "before")
    await call("setWebhook", url=coach.url, secret_token="a_secret-1", max_connections=1)
    telegram.say(anna, telegram.bot, "after")
    secret, update = await asyncio.wait_for(coach.heard.get(), 3)
    assert (secret, update["message"]["text"]) == ("a_secret-1", "before")
    assert (await coach.next())["message"]["text"] == "after"
    info = await call("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == (coach.url, 1)


@pytest.mark.usefixtures("site")
async def test_what_was_not_taken_is_posted_again(telegram, call, anna, coach):
    coach.answers = [500]
    await call("setWebhook", url=coach.url)
    telegram.say(anna, telegram.bot, "hello")
    refused, taken = await coach.next(), await coach.next()
    assert refused == taken
    info = await call("getWebhookInfo")
    failure = "Wrong response from the webhook: 500 Internal Server Error"
    assert info["last_error_message"] == failure
    telegram.say(anna, telegram.bot, "more")
    assert (await coach.next())["message"]["text"] == "more"


@pytest.mark.usefixtures("site")
async def test_the_answer_to_a_webhook_may_be_a_call(telegram, call, anna, coach):
    coach.says = {"method": "sendMessage", "chat_id": anna.id, "text": "Hello"}
    await call("setWebhook", url=coach.url)
    telegram.say(anna, telegram.bot, "hi")
    await coach.next()
    while telegram.visible_to(anna)[-1].text != "Hello":
        assert await telegram.world.journal.bell.heard(3)


@pytest.mark.usefixtures("site")
async def test_a_hook_that_nobody_answers_keeps_its_updates(telegram, call, anna):
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    telegram.say(anna, telegram.bot, "hi")
    async with asyncio.timeout(3):
        while "last_error_message" not in (info := await call("getWebhookInfo")):  # noqa: ASYNC110  # rings no bell
            await asyncio.sleep(0.01)
    assert info["last_error_message"].startswith("Connection failed")
    assert info["pending_update_count"] == 1
    await call("deleteWebhook", drop_pending_updates=True)
    assert (await call("getWebhookInfo"))["pending_update_count"] == 0
