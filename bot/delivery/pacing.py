"""How fast: a shared bucket for what is unasked, each group's own, and private chats in memory.

Telegram: about 30 messages a second in all, one a second in a chat, 20 a minute in a group; the
figures may change, so each is a setting.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.config import Rates
from bot.storage import buckets
from bot.storage.buckets import Limit, Room
from bot.storage.engine import Database, Unit
from bot.storage.errors import StorageError

BULK = "sends"
BURST = 5
CHAT_BURST = 5
REMEMBERED = 10_000


class Pacing:
    """Answers "when may I?"; a reply to a person never waits behind what the coach says unasked."""

    def __init__(self, database: Database, clock: Clock, rates: Rates) -> None:
        self._database = database
        self._clock = clock
        self._bulk = Limit(rates.sends, BURST)
        # Half at once and half as they come: no minute ever has more than the whole.
        self._group = Limit(rates.per_group / 120, max(rates.per_group / 2, 1))
        self._apart = timedelta(seconds=1 / rates.per_chat)
        self._chats: dict[int, datetime] = {}

    async def ready_at(self, chat_id: int | None) -> datetime:
        """When an answer in this chat may be worked on: now, unless the chat has had its share."""
        now = self._clock.now()
        if chat_id is None:
            return now
        if chat_id > 0:
            return max(self._chats.get(chat_id, now) - self._apart * (CHAT_BURST - 1), now)
        async with self._database.read() as unit:
            room = await buckets.peek(unit, _group(chat_id), self._group, now)
        return room.next_at

    async def used(self, chat_id: int) -> None:
        """One message or edit went to this chat at a person's wish."""
        if chat_id > 0:
            self._forget_idle()
            now = self._clock.now()
            self._chats[chat_id] = max(self._chats.get(chat_id, now), now) + self._apart
            return
        with suppress(StorageError):  # it has been sent: an uncounted message is the smaller harm
            async with self._database.write() as unit:
                await buckets.take(unit, _group(chat_id), 1, self._group, self._clock.now())

    async def rest(self, chat_id: int | None, wait: timedelta) -> None:
        """Telegram wants to be left alone by this chat; in the bulk lane by all private ones."""
        until = self._clock.now() + wait
        if chat_id is not None and chat_id > 0:
            self._chats[chat_id] = until + self._apart * (CHAT_BURST - 1)
            return
        name, limit = (BULK, self._bulk) if chat_id is None else (_group(chat_id), self._group)
        async with self._database.write() as unit:
            await buckets.hold(unit, name, limit, until)

    async def bulk_room(self, unit: Unit, now: datetime) -> Room:
        """How many unasked messages may go now, all processes together."""
        return await buckets.room(unit, BULK, self._bulk, now)

    async def use_bulk(self, unit: Unit, sends: int, now: datetime) -> None:
        """So many of them go."""
        await buckets.take(unit, BULK, sends, self._bulk, now)

    async def group_waits(
        self, unit: Unit, chats: Sequence[int], now: datetime
    ) -> list[datetime | None]:
        """For each send: None, and it is counted, or the instant before which its group is full."""
        waits: list[datetime | None] = []
        for chat_id in chats:
            if chat_id > 0:
                waits.append(None)
                continue
            room = await buckets.room(unit, _group(chat_id), self._group, now)
            waits.append(None if room.tokens else room.next_at)
            if room.tokens:
                await buckets.take(unit, _group(chat_id), 1, self._group, now)
        return waits

    def _forget_idle(self) -> None:
        if len(self._chats) > REMEMBERED:
            now = self._clock.now()
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}


def _group(chat_id: int) -> str:
    return f"chat:{chat_id}"
