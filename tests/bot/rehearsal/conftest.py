"""A Telegram with a told clock, and real python-telegram-bot bots on both of its drivers."""

from __future__ import annotations

import struct
import zlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.rehearsal.methods import answer
from bot.rehearsal.model import Person, Telegram
from bot.rehearsal.request import RoomRequest
from bot.rehearsal.room import Landmark, Room
from bot.rehearsal.site import Site, serve, serve_telegram


@dataclass
class ToldClock:
    """Stands still until it is told to go on."""

    instant: datetime = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def on(self, **spans: float) -> None:
        self.instant += timedelta(**spans)


@pytest.fixture(autouse=True)
def spans_are_timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns of numbers that will be timedeltas unless told to give these."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> ToldClock:
    return ToldClock()


@pytest.fixture
def telegram(clock: ToldClock) -> Telegram:
    return Telegram(clock.now)


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    """Somebody who has started the bot; what she wrote is confirmed already."""
    anna = telegram.person(101, "Anna Berg", username="annaruns")
    telegram.say(anna, telegram.bot, "/start")
    telegram.world.updates.pending.clear()
    return anna


@pytest.fixture
def ben(telegram: Telegram) -> Person:
    return telegram.person(102, "Ben")


class Caller:
    """Calls methods as a bare client would, and gives the answer as it came."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    async def __call__(self, method: str, **given: Any) -> Any:
        """The result; an AssertionError with Telegram's words when it is refused."""
        code, body = await answer(self.telegram.world, self.telegram.token, method, given, {})
        assert code == 200, body["description"]
        return body["result"]

    async def refused(self, method: str, **given: Any) -> tuple[int, str]:
        """(code, description) of a call that must not work."""
        code, body = await answer(self.telegram.world, self.telegram.token, method, given, {})
        assert code != 200, f"{method} was accepted: {body}"
        return code, body["description"]

    async def updates(self, **given: Any) -> list[dict[str, Any]]:
        return await self("getUpdates", **given)


@pytest.fixture
def call(telegram: Telegram) -> Caller:
    return Caller(telegram)


@pytest.fixture
def calling() -> type[Caller]:
    """For tests that make a Telegram of their own."""
    return Caller


@pytest.fixture
async def site(telegram: Telegram) -> AsyncIterator[Site]:
    site = await serve_telegram(telegram)
    yield site
    await site.close()


@pytest.fixture(params=["in memory", "over HTTP"])
async def bot(request: pytest.FixtureRequest, telegram: Telegram, site: Site) -> AsyncIterator[Bot]:
    """python-telegram-bot's own client, unmodified, on each of the two drivers."""
    memory = request.param == "in memory"
    made = Bot(
        telegram.token,
        base_url=f"{site.url}/bot",
        base_file_url=f"{site.url}/file/bot",
        request=RoomRequest(telegram) if memory else HTTPXRequest(),
        get_updates_request=RoomRequest(telegram) if memory else HTTPXRequest(),
    )
    async with made:
        yield made


def png(width: int = 8, height: int = 8) -> bytes:
    """A real, grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.fixture
def picture() -> Callable[..., bytes]:
    return png


def keys(*rows: list[str]) -> dict[str, Any]:
    """An inline keyboard whose buttons carry their text as data."""
    return {"inline_keyboard": [[{"text": t, "callback_data": t} for t in row] for row in rows]}


@pytest.fixture
def buttons() -> Callable[..., dict[str, Any]]:
    return keys


@pytest.fixture
async def room(telegram, clock) -> Room:
    """A room whose clock jumps at once, with a race on Sunday."""

    async def advance(to: datetime) -> None:
        clock.instant = to

    async def landmarks() -> list[Landmark]:
        return [Landmark("race", "Berlin 10K", datetime(2026, 11, 29, 6, 0, tzinfo=UTC))]

    return Room(telegram, advance, clock.now, landmarks, lambda: "Europe/Berlin")


class Page:
    """What the browser would ask, as one person."""

    def __init__(self, session: aiohttp.ClientSession, url: str, me: int) -> None:
        self.session, self.url, self.me = session, url, me

    async def get(self, what: str, **query: Any) -> Any:
        async with self.session.get(
            f"{self.url}{what}", params={"as": self.me} | query
        ) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def do(self, deed: str, **body: Any) -> tuple[int, Any]:
        body = {"as": self.me, "chat": self.me} | body
        async with self.session.post(f"{self.url}/room/{deed}", json=body) as response:
            return response.status, await response.json()

    async def messages(self, **query: Any) -> list[dict[str, Any]]:
        told = await self.get("/room/messages", **{"chat": self.me} | query)
        return told["messages"]

    async def events(self, after: int) -> list[dict[str, Any]]:
        return (await self.get("/room/events", after=after))["events"]


@pytest.fixture
async def page(room, anna) -> AsyncIterator[Page]:
    site = await serve(room, port=0)
    async with aiohttp.ClientSession() as session:
        yield Page(session, site.url, anna.id)
    await site.close()
