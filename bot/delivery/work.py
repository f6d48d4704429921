"""Workers: claim stored updates, in order per person, and hand them to the application."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from telegram import Update
from telegram.error import ChatMigrated, TelegramError

from bot.clock import jitter
from bot.delivery.errors import Verdict, verdict, wait_asked
from bot.delivery.handling import Handling, NotOurs, current, remember_error
from bot.delivery.keys import chat_of, tap_of
from bot.delivery.loops import InFlight, surely, whole
from bot.delivery.parts import Parts
from bot.delivery.sending import move_chat
from bot.storage import inbox
from bot.storage.engine import Unit
from bot.storage.errors import Collision, DatabaseError, Stale, StorageError
from bot.storage.inbox import InboxRow

log = logging.getLogger(__name__)


class TooManyAttempts(Exception):
    """Handling this update ended the process, or failed, as often as may be."""


class Work:
    """The inbox's workers in this process."""

    def __init__(self, parts: Parts) -> None:
        self.bell = asyncio.Event()
        self.in_flight = InFlight(parts.patience.workers, self.bell)
        self.lock = asyncio.Lock()
        """Held from claiming rows until they are in flight, so that none is in neither place."""
        self._parts = parts
        self._stopping = False
        parts.application.add_error_handler(remember_error)

    async def turn(self) -> None:
        """Wait for something to do, and begin it."""
        clock = self._parts.clock
        await self._parts.telegram.ready()
        await clock.wait_until(clock.now() + self._parts.patience.floor, self.bell)
        self.bell.clear()
        await whole(self.begin())

    async def begin(self) -> int:
        """Claim as much as there are free hands for; how many rows were begun."""
        if self._stopping or not self.in_flight.free:
            return 0
        async with self.lock:
            async with self._parts.database.read() as unit:
                if not await inbox.waiting(unit, self._parts.clock.now(), self.in_flight.ids):
                    return 0
            async with self._parts.database.write() as unit:
                rows = await self.claim(unit)
            self.hand_out(rows)
        return len(rows)

    async def claim(self, unit: Unit, *, finishing: int = 0) -> list[InboxRow]:
        """Rows for the free hands, in somebody's transaction; to be handed out once it is over."""
        free = self.in_flight.free + finishing
        if self._stopping or not free or not self._parts.telegram.is_up:
            return []
        return await inbox.claim(
            unit,
            self._parts.owner,
            free,
            now=self._parts.clock.now(),
            lease=self._parts.patience.lease,
            in_hand=self.in_flight.ids,
        )

    def hand_out(self, rows: Sequence[InboxRow]) -> None:
        """Begin to handle claimed rows."""
        for row in rows:
            self.in_flight.begin(row.update_id, self._handle(row))

    async def renew(self) -> None:
        """Say, now and then, that this process is at work on what it holds."""
        clock, lease = self._parts.clock, self._parts.patience.lease
        await clock.wait_until(clock.now() + lease / 3)
        if self.in_flight.busy:
            await whole(self._renew(clock.now() + lease))

    async def _renew(self, until: datetime) -> None:
        async with self._parts.database.write() as unit:
            await inbox.renew(unit, self._parts.owner, self.in_flight.ids, until)

    async def stop(self) -> None:
        """Begin nothing more, let what is in flight end, give the rest back."""
        self._stopping = True
        await self.in_flight.stop(self._parts.patience.stop_seconds)
        async with self._parts.database.write() as unit:
            await inbox.release(unit, self._parts.owner)

    async def _handle(self, row: InboxRow) -> None:
        try:
            ready = await self._parts.pacing.ready_at(_answered_in(row.raw or {}))
        except StorageError as error:
            await self._judge(row, error)
            return
        if ready > self._parts.clock.now():
            await self._postpone(row, ready, counted=False)
        else:
            await self._judge(row, await self._process(row))

    async def _process(self, row: InboxRow) -> BaseException | None:
        """Parse and handle one update; what went wrong, if anything did."""
        if row.attempts > self._parts.patience.attempts:
            return TooManyAttempts(f"update {row.update_id} was begun {row.attempts - 1} times")
        if row.raw is None:  # forgotten meanwhile
            return None
        handling = Handling(row, self._parts.owner)
        token = current.set(handling)
        tap = tap_of(row.raw)
        late = asyncio.create_task(self._answer_late(tap)) if tap is not None else None
        try:
            update = Update.de_json(dict(row.raw), self._parts.application.bot)
            await self._parts.application.process_update(update)
        except Exception as error:  # noqa: BLE001 - one bad update stops nobody else's
            return error
        finally:
            if late is not None:
                late.cancel()
            current.reset(token)
        return handling.error

    async def _answer_late(self, tap: str) -> None:
        """Who has pressed a button sees it spin for two (real) seconds at most."""
        await asyncio.sleep(self._parts.patience.tap_seconds)
        with suppress(TelegramError):
            await self._parts.speaker.answer(tap)

    async def _judge(self, row: InboxRow, error: BaseException | None) -> None:
        """Done, or again, or failed: the whole table of what an error means for an answer."""
        patience, last = self._parts.patience, row.attempts >= self._parts.patience.attempts
        match error:
            case None | NotOurs():
                await self._finish(row)
                return
            case Stale() | Collision() if not last:
                await self._postpone(row, self._parts.clock.now(), counted=True)
                return
            case DatabaseError():
                await self._postpone(row, self._soon(patience.unreachable), counted=False)
                return
        match verdict(error):
            case Verdict.LATER:
                await self._rest(row, wait_asked(error))
            case Verdict.NOT_SENT | Verdict.TOKEN:
                await self._postpone(row, self._soon(patience.unreachable), counted=False)
            case Verdict.MIGRATED if isinstance(error, ChatMigrated):
                await self._move(row, error.new_chat_id)
            case Verdict.UNCERTAIN if not last:
                wait = patience.before_attempt(row.attempts)
                await self._postpone(row, self._soon(wait), counted=True)
            case meaning:
                await self._give_up(row, error, meaning)

    async def _move(self, row: InboxRow, new_chat_id: int) -> None:
        """The group has become another chat: all of ours follows, this answer has no place left."""
        old = chat_of(row.raw or {})

        async def write() -> None:
            async with self._parts.database.write() as unit:
                if old is not None:
                    await move_chat(unit, self._parts, old, new_chat_id)

        await surely(write, self._parts.storage)
        await self._finish(row, failed=True)

    async def _rest(self, row: InboxRow, wait: timedelta) -> None:
        until, chat_id = self._parts.clock.now() + wait, chat_of(row.raw or {})
        if chat_id is not None:
            await surely(lambda: self._parts.pacing.rest(chat_id, wait), self._parts.storage)
        await self._postpone(row, until, counted=False)

    async def _finish(self, row: InboxRow, *, failed: bool = False) -> None:
        """Mark it, and in the same transaction claim what it may have held up."""
        rows: list[InboxRow] = []

        async def write() -> None:
            async with self._parts.database.write() as unit:
                await inbox.finish(unit, row.update_id, self._parts.owner, failed=failed)
                rows[:] = await self.claim(unit, finishing=1)

        await surely(write, self._parts.storage)
        self.hand_out(rows)

    async def _postpone(self, row: InboxRow, until: datetime, *, counted: bool) -> None:
        async def write() -> None:
            async with self._parts.database.write() as unit:
                await inbox.postpone(unit, row.update_id, self._parts.owner, until, counted=counted)

        await surely(write, self._parts.storage)
        self._parts.held.set()

    async def _give_up(self, row: InboxRow, error: BaseException, meaning: Verdict) -> None:
        if meaning in {Verdict.FORBIDDEN, Verdict.MESSAGE_GONE}:  # nobody is there to be answered
            log.info("update %d could not be answered: %s", row.update_id, error)
        else:
            log.error("update %d failed (%s)", row.update_id, meaning, exc_info=error)
            await self._apologise(row, error)
        await self._finish(row, failed=True)

    async def _apologise(self, row: InboxRow, error: BaseException) -> None:
        try:
            update = Update.de_json(dict(row.raw or {}), self._parts.application.bot)
        except Exception:  # noqa: BLE001 - it may be the very thing that failed
            update = None
        try:
            await self._parts.seam.on_failed(update, error)
        except Exception:  # the apology must not fail louder than what it is for
            log.exception("nobody could be told that update %d failed", row.update_id)

    def _soon(self, wait: timedelta) -> datetime:
        return self._parts.clock.now() + jitter(wait)


def _answered_in(raw: Mapping[str, Any]) -> int | None:
    """The chat whose share the answer takes; None for a tap in a group.

    Such a tap is answered over its button, in time; the card waits for the group by itself.
    """
    chat_id = chat_of(raw)
    return None if tap_of(raw) is not None and chat_id is not None and chat_id < 0 else chat_id
