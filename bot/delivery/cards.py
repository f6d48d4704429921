"""Cards: messages edited in place, and drawn again where a crash or a 429 left an old text."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import Enum, auto

from telegram.error import TelegramError

from bot.delivery.errors import Verdict, verdict, wait_asked
from bot.delivery.loops import whole
from bot.delivery.parts import Parts
from bot.delivery.say import Where
from bot.reply import Reply
from bot.storage import cards
from bot.storage.cards import Card, CardKey
from bot.storage.owner import Owner

log = logging.getLogger(__name__)
AT_ONCE = 50
"""How many cards one look takes in hand."""


class Shown(Enum):
    """Whether a card shows what it should."""

    NOW = auto()
    LATER = auto()
    GONE = auto()


class Cards:
    """What handlers show at once, and what the redraw worker makes up for."""

    def __init__(self, parts: Parts) -> None:
        self.bell = asyncio.Event()
        self._parts = parts
        self.lock = asyncio.Lock()
        self._seen: dict[int, Card] = {}
        self._drawing: set[int] = set()
        self._not_before = parts.clock.now()

    async def send(
        self,
        owner: Owner,
        key: CardKey,
        reply: Reply,
        *,
        revision: int = 1,
        where: Where | None = None,
    ) -> int:
        """Say the reply; it is the card from now on and the older message goes. Its message id.

        `revision` is the card's as it was before the reply was drawn (1: there was no card).
        """
        message_id = (await self._parts.speaker.say(where or key.chat_id, reply))[0]
        async with self._parts.database.write() as unit:
            placed = await cards.place(
                unit, owner, key, message_id=message_id, shown=revision, now=self._parts.clock.now()
            )
        if placed.older is not None:
            await self._remove(key.chat_id, placed.older)
        return message_id

    async def show(self, card: Card, reply: Reply) -> bool:
        """Edit the card to show its revision; False: the message is gone, so send a new one.

        Where Telegram wants a rest or cannot be reached the redraw worker makes up for it.
        """
        return await self._edit(card, reply) is not Shown.GONE

    async def refresh(self, card: Card) -> None:
        """Draw a changed card anew, if its chat has room just now; else the redraw worker does."""
        if card.chat_id in self._drawing or not await self._has_room(card.chat_id):
            self._later()
        else:
            await self._redraw(card)

    async def _has_room(self, chat_id: int) -> bool:
        return await self._parts.pacing.ready_at(chat_id) <= self._parts.clock.now()

    async def _edit(self, card: Card, reply: Reply) -> Shown:
        if card.message_id is None:
            return Shown.GONE
        if card.chat_id in self._drawing:  # a hundred taps in a second are one edit, and the last
            return self._later()
        with self._in_hand(card):
            return await self._edit_now(card, card.message_id, reply)

    @contextmanager
    def _in_hand(self, card: Card) -> Iterator[None]:
        self._drawing.add(card.chat_id)
        try:
            yield
        finally:
            self._drawing.discard(card.chat_id)

    async def _edit_now(self, card: Card, message_id: int, reply: Reply) -> Shown:
        if not await self._has_room(card.chat_id):
            return self._later()
        try:
            there = await self._parts.speaker.edit(card.chat_id, message_id, reply)
        except TelegramError as error:
            if verdict(error) not in {Verdict.LATER, Verdict.NOT_SENT, Verdict.UNCERTAIN}:
                raise
            if verdict(error) is Verdict.LATER:
                await self._parts.pacing.rest(card.chat_id, wait_asked(error))
            else:
                self._not_before = self._parts.clock.now() + self._parts.patience.unreachable
            return self._later()
        async with self._parts.database.write() as unit:
            await (cards.mark_shown if there else cards.remove)(unit, card)
        return Shown.NOW if there else Shown.GONE

    def _later(self) -> Shown:
        self.bell.set()
        self._parts.held.set()
        return Shown.LATER

    async def turn(self) -> None:
        """Wait a little, then draw again what still shows an older revision than a moment ago."""
        clock = self._parts.clock
        await self._parts.telegram.ready()
        await clock.wait_until(clock.now() + self._parts.patience.settling, self.bell)
        if self.bell.is_set():  # let the handler that rang have its moment
            self.bell.clear()
            await clock.wait_until(clock.now() + self._parts.patience.settling)
        await whole(self.redraw(patiently=True))

    async def redraw(self, *, patiently: bool = False) -> int:
        """Draw stale cards again; `patiently` only those that were stale before. How many."""
        async with self.lock:
            if self._not_before > self._parts.clock.now():
                return 0
            async with self._parts.database.read() as unit:
                stale = await cards.stale(unit, AT_ONCE)
            waiting = [card for card in stale if not patiently or self._seen.get(card.id) == card]
            self._seen = {card.id: card for card in stale}
            return sum([await self._redraw(card) for card in waiting])

    async def next_at(self) -> datetime | None:
        """When the next stale card may be drawn; None: there is none."""
        async with self._parts.database.read() as unit:
            stale = await cards.stale(unit, AT_ONCE)
        ready = [await self._parts.pacing.ready_at(card.chat_id) for card in stale]
        return max(min(ready), self._not_before) if ready else None

    async def _redraw(self, card: Card) -> bool:
        """Whether nothing is left to be drawn of it."""
        if card.chat_id in self._drawing:
            self._later()
            return False
        with self._in_hand(card):
            return await self._redraw_now(card.key)

    async def _redraw_now(self, key: CardKey) -> bool:
        async with self._parts.database.read() as unit:
            card = await cards.find(unit, key)
        if card is None or card.message_id is None or card.shown >= card.revision:
            return True  # whoever had it in hand before has drawn this change, too
        redraw = self._parts.seam.redraws.get(card.kind)
        reply = None if redraw is None else await redraw(card)
        try:
            if reply is not None:
                return await self._edit_now(card, card.message_id, reply) is not Shown.LATER
        except TelegramError as error:
            log.warning("card %d (%s) cannot be drawn: %s", card.id, card.kind, error)
        async with self._parts.database.write() as unit:  # nothing to draw: not asked for again
            await cards.mark_shown(unit, card)
        return True

    async def _remove(self, chat_id: int, message_id: int) -> None:
        try:
            await self._parts.speaker.remove(chat_id, message_id)
        except TelegramError as error:  # the older one's buttons still lead to the right answers
            log.info("message %d could not be removed: %s", message_id, error)
