"""A house for delivery's tests: a real database, PTB's real application, Telegram in memory.

Time stands until a test moves it; pauses for dead networks pass without waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext, CallbackQueryHandler, MessageHandler, filters

from bot.clock import SteppedClock
from bot.config import Rates
from bot.delivery.connect import builder
from bot.delivery.errors import Uncertain
from bot.delivery.patience import Patience
from bot.delivery.poller import Updates
from bot.delivery.run import Delivery
from bot.delivery.say import Speaker
from bot.delivery.seam import Seam
from bot.rehearsal.model import Limits, Message, Person, Telegram
from bot.rehearsal.model.limits import UNLIMITED
from bot.rehearsal.request import RoomRequest
from bot.reply import Reply
from bot.schedule import Hours
from bot.storage import athletes, dues
from bot.storage.athletes import Account
from bot.storage.engine import Database

START = datetime(2027, 3, 1, 4, 0, tzinfo=UTC)  # a Monday
API = "http://telegram.invalid"
FAST = Patience(long_poll=1, sends=8, workers=8, stop_seconds=2)


class HastyClock(SteppedClock):
    """Stands until it is set; real pauses are over at once and are only counted."""

    def __init__(self, start: datetime = START) -> None:
        super().__init__(start)
        self.paused = 0.0
        self._awaited: list[tuple[float, asyncio.Event]] = []

    async def pause(self, seconds: float) -> None:
        self.paused += seconds
        for total, event in self._awaited:
            if self.paused >= total:
                event.set()
        await asyncio.sleep(0)

    async def paused_for(self, total: float) -> None:
        """Return when so many seconds have been paused in all."""
        event = asyncio.Event()
        self._awaited.append((total, event))
        await event.wait()

    def elapsed(self) -> float:
        return self.paused


Context = CallbackContext[Any, Any, Any, Any]
Heard = Callable[[Update, Context], Awaitable[None]]


async def echo(update: Update, context: Context) -> None:
    speaker: Speaker = context.bot_data["speaker"]
    if update.effective_message is not None and update.effective_message.text:
        await speaker.say(update.effective_message.chat_id, Reply(f"heard {text_of(update)}"))


def text_of(update: Update) -> str:
    assert update.effective_message is not None
    return update.effective_message.text or ""


class Wire(RoomRequest):
    """Telegram in memory, with gates: a call of a gated method waits until the gate is opened."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__(telegram, cut=lambda _applied: Uncertain("the line was cut"))
        self.gates: dict[str, Gate] = {}

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        method = url.rsplit("/", 1)[-1]
        await self._pass(method)
        answer = await super().do_request(url, *args, **kwargs)
        await self._pass(f"after {method}")
        return answer

    async def _pass(self, gate: str) -> None:
        if gate in self.gates:
            self.gates[gate].reached.set()
            await self.gates[gate].opened.wait()

    def gate(self, method: str) -> Gate:
        """Before a call of the method, or "after method": it is done, and nobody knows yet."""
        return self.gates.setdefault(method, Gate())


@dataclass
class Gate:
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    opened: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class House:
    """Delivery at work, and the hands of those outside it."""

    delivery: Delivery
    telegram: Telegram
    clock: HastyClock
    database: Database
    wire: Wire
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def settle(self) -> None:
        """Let everything that may be done at this instant be done."""
        await self.advance(self.clock.now())

    async def advance(self, to: datetime | timedelta) -> None:
        assert self.delivery.drain is not None
        to = self.clock.now() + to if isinstance(to, timedelta) else to
        await asyncio.wait_for(self.delivery.drain.advance(to), 60)

    def said(self, person: Person) -> list[str]:
        """The coach's words in that person's chat, oldest first."""
        return [m.text for m in self.messages(person)]

    def messages(self, person: Person) -> list[Message]:
        seen = self.telegram.visible_to(person)
        return [message for message in seen if message.sender is self.telegram.bot]


@asynccontextmanager
async def house_of(
    database: Database,
    *,
    seam: Seam | None = None,
    handler: Heard = echo,
    limits: Limits = UNLIMITED,
    rates: Rates | None = None,
    patience: Patience = FAST,
    spread: int = 0,
    clock: HastyClock | None = None,
    telegram: Telegram | None = None,
) -> AsyncIterator[House]:
    clock = clock or HastyClock()
    telegram = telegram or Telegram(clock.now, limits=limits)
    request = Wire(telegram)
    application = builder(telegram.token, API, request, request).build()
    application.add_handler(MessageHandler(filters.ALL, handler))
    application.add_handler(CallbackQueryHandler(handler))
    delivery = Delivery(
        application,
        database,
        clock,
        seam or Seam(),
        Updates(request, API, telegram.token),
        rates=rates,
        patience=patience,
        morning_spread=spread,
        unfetched=lambda: bool(telegram.world.updates.pending),
    )
    application.bot_data["speaker"] = delivery.speaker
    house = House(delivery, telegram, clock, database, request)
    await delivery.open()
    running = asyncio.create_task(delivery.run(house.stop))
    try:
        yield house
    finally:
        house.stop.set()
        await running
        await delivery.close()


async def enrol(
    database: Database, person: Person, now: datetime, hours: Hours | None = None
) -> Account:
    """An active athlete with everything that repeats owed from now on."""
    hours = hours or Hours("Europe/Berlin", 390)
    async with database.write() as unit:
        account = await athletes.create(
            unit, user_id=person.id, chat_id=person.id, name=person.first_name, now=now
        )
        account = replace(account, hours=hours, state=athletes.State.ACTIVE)
        account = await athletes.save(unit, account)
        await dues.plan_ahead(unit, account.id, hours, now)
    return account
