"""Health and webhook, over HTTP: the secret, the commit before the 200, the lease."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
from sqlalchemy import text

from bot.config import Webhook
from bot.storage import leases
from bot.storage.engine import Database
from bot.web.server import announce, serve
from bot.web.webhook import HEADER
from tests.delivery.house import House

HOOK = Webhook("https://coach.example.org/telegram", "a-long-random-word")


@dataclass
class Client:
    session: aiohttp.ClientSession
    url: str

    async def post(self, body: str, secret: str | None = HOOK.secret) -> int:
        headers = {} if secret is None else {HEADER: secret}
        async with self.session.post(f"{self.url}/telegram", data=body, headers=headers) as answer:
            return answer.status

    async def get(self, path: str) -> tuple[int, str]:
        async with self.session.get(self.url + path) as answer:
            return answer.status, (await answer.text()).strip()


@pytest.fixture
async def client(house: House) -> AsyncIterator[Client]:
    runner = await serve(house.delivery, ("127.0.0.1", 0), HOOK)
    async with aiohttp.ClientSession() as session:
        yield Client(session, f"http://127.0.0.1:{runner.addresses[0][1]}")
    await runner.cleanup()


def update(number: int, words: str) -> str:
    chat = {"id": 1, "type": "private", "first_name": "Anna"}
    sender = {"id": 1, "is_bot": False, "first_name": "Anna"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": words}
    return json.dumps({"update_id": number, "message": message})


async def test_what_telegram_posts_is_answered_once(house: House, client: Client) -> None:
    anna = house.telegram.person(1, "Anna")
    house.telegram.say(anna, None, "polled")
    await house.settle()
    assert [await client.post(update(7, "posted")) for _ in range(2)] == [200, 200]
    await house.settle()
    assert house.said(anna) == ["heard polled", "heard posted"]


@pytest.mark.parametrize("secret", [None, "", "a-long-random-worD", "ä"])
async def test_who_does_not_show_the_secret_is_not_heard(
    house: House, client: Client, secret: str | None
) -> None:
    assert await client.post(update(7, "posted"), secret) == 401
    await house.settle()
    assert house.telegram.calls("sendMessage") == []


@pytest.mark.parametrize(
    ("body", "status"),
    [("{", 400), ("[]", 200), ("7", 200), ("{}", 200), pytest.param("[" * 99_999, 400, id="deep")],
)
async def test_what_is_no_update_does_no_harm(client: Client, body: str, status: int) -> None:
    assert await client.post(body) == status


async def rename(database: Database, old: str, new: str) -> None:
    async with database.write() as unit:
        await unit.connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_what_could_not_be_stored_is_not_confirmed(house: House, client: Client) -> None:
    await rename(house.database, "inbox", "elsewhere")
    assert await client.post(update(7, "posted")) == 503
    await rename(house.database, "elsewhere", "inbox")
    assert await client.post(update(7, "posted")) == 200


async def test_health_is_the_poller_s_lease(
    house: House, client: Client, database: Database
) -> None:
    house.telegram.say(house.telegram.person(1), None, "hello")
    await house.settle()
    assert await client.get("/health") == (200, "ok")
    async with database.write() as unit:
        await leases.release(unit, "poller", house.delivery.parts.owner)
    assert await client.get("/health") == (503, "no")


async def test_there_is_no_webhook_where_none_is_set(house: House) -> None:
    runner = await serve(house.delivery, ("127.0.0.1", 0), None)
    async with aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        assert await Client(session, url).post(update(7, "posted")) == 404
    await runner.cleanup()


async def test_an_address_that_is_taken_is_told(house: House) -> None:
    first = await serve(house.delivery, ("127.0.0.1", 0), None)
    with pytest.raises(OSError, match="address already in use"):
        await serve(house.delivery, ("127.0.0.1", first.addresses[0][1]), None)
    await first.cleanup()


async def test_telegram_is_told_where_to_call(house: House) -> None:
    await announce(house.delivery, HOOK)
    webhook = house.telegram.world.updates.webhook
    assert webhook is not None
    assert (webhook.url, webhook.secret) == (HOOK.url, HOOK.secret)
