"""One delivery from its draft to its end: draw, fence, send, mark; and what each error means."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from telegram.error import ChatMigrated, TelegramError

from bot.clock import jitter
from bot.delivery.errors import PartlySaid, Verdict, verdict, wait_asked
from bot.delivery.loops import surely
from bot.delivery.parts import Parts
from bot.delivery.say import Where
from bot.reply import Reply
from bot.storage import cards, deliveries, outbox
from bot.storage.cards import CardKey
from bot.storage.deliveries import Delivery
from bot.storage.engine import Unit
from bot.storage.errors import Collision, DatabaseError

log = logging.getLogger(__name__)


class Sending:
    """Sends deliveries; whoever calls has claimed them and counted them against the rate."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def deliver(self, delivery: Delivery) -> None:
        """Bring one claimed delivery to a settled state, whatever happens on the way."""
        try:
            prepared = await self._prepare(delivery)
        except Collision:
            await self._later(delivery, timedelta())
            return
        except DatabaseError as error:  # the lease runs out, and it is simply sent
            await self._parts.storage.failed(error)
            return
        except asyncio.CancelledError:
            await self._later(delivery, timedelta())
            raise
        if prepared is None:
            return
        reply, revision = prepared
        try:
            message_id = await self._send(delivery, reply)
        except asyncio.CancelledError:
            await self._in_doubt(delivery, "stopped while on the wire")
            raise
        except Exception as error:  # noqa: BLE001 - a delivery always ends in a state
            await self._judge(delivery, error)
        else:
            await self._arrived(delivery, message_id, revision)

    async def _prepare(self, delivery: Delivery) -> tuple[Reply, int] | None:
        """Draw it and cross the fence; None: settled, or not ours any more."""
        revision = await self._revision(delivery)
        reply = await self._draw(delivery)
        if reply is None or not await self._cross_fence(delivery):
            return None
        return reply, revision

    async def _revision(self, delivery: Delivery) -> int:
        """What the card will show: read before it is drawn, so that a later change shows as one."""
        key = self._card_key(delivery)
        if key is None:
            return 0
        async with self._parts.database.read() as unit:
            card = await cards.find(unit, key)
        return 1 if card is None else card.revision

    def _card_key(self, delivery: Delivery) -> CardKey | None:
        return card_key(self._parts.seam.cards, delivery)

    async def _draw(self, delivery: Delivery) -> Reply | None:
        """The words, from what the database says now; None: there are none, and it is settled."""
        try:
            reply = await self._parts.seam.renderers[delivery.kind](delivery)
        except DatabaseError:
            raise
        except Exception as error:
            log.exception("delivery %d (%s) cannot be drawn", delivery.id, delivery.kind)
            await self._try_again_or_bury(delivery, f"cannot be drawn: {type(error).__name__}")
            return None
        if reply is None:
            await self._settle(lambda unit: outbox.end(unit, delivery, "dropped"))
        return reply

    async def _cross_fence(self, delivery: Delivery) -> bool:
        async with self._parts.database.write() as unit:
            return await outbox.fence(
                unit, delivery, self._parts.clock.now(), self._parts.patience.lease
            )

    async def _send(self, delivery: Delivery, reply: Reply) -> int:
        """The id of the first message. A reply whose beginning arrived is not sent again."""
        try:
            said = await self._parts.speaker.say(_place(delivery), reply, paced=False)
        except PartlySaid as error:
            log.warning("delivery %d arrived in part: %s", delivery.id, error)
            said = error.message_ids
        return said[0]

    async def _arrived(self, delivery: Delivery, message_id: int, revision: int) -> None:
        """Mark it sent; it becomes the card, and the copy or card that it replaces goes."""
        surplus: int | None = None

        async def write() -> None:
            nonlocal surplus
            async with self._parts.database.write() as unit:
                if await outbox.mark_sent(unit, delivery, message_id):
                    surplus = await self._become_card(unit, delivery, message_id, revision)
                else:  # a tap has adopted another copy, or the athlete has been forgotten
                    surplus = message_id

        await surely(write, self._parts.storage)
        if surplus is not None:
            await self._remove(delivery.chat_id, surplus)

    async def _become_card(
        self, unit: Unit, delivery: Delivery, message_id: int, revision: int
    ) -> int | None:
        key = self._card_key(delivery)
        if key is None:
            return None
        placed = await cards.place(
            unit,
            delivery.owner,
            key,
            message_id=message_id,
            shown=revision,
            now=self._parts.clock.now(),
        )
        return placed.older

    async def _remove(self, chat_id: int, message_id: int) -> None:
        try:
            await self._parts.speaker.remove(chat_id, message_id)
        except TelegramError as error:  # an old copy too many is no loss
            log.info("message %d could not be removed: %s", message_id, error)

    async def _judge(self, delivery: Delivery, error: Exception) -> None:
        """The table of what an error means for something that was said unasked."""
        match verdict(error):
            case Verdict.NOT_SENT | Verdict.TOKEN:
                await self._later(delivery, jitter(self._parts.patience.unreachable))
            case Verdict.LATER:
                await self._rest(delivery, wait_asked(error))
            case Verdict.UNCERTAIN:
                await self._in_doubt(delivery, _short(error))
            case Verdict.FORBIDDEN:
                await self._settle(lambda unit: self._nobody_there(unit, delivery, _short(error)))
            case Verdict.MIGRATED if isinstance(error, ChatMigrated):
                await self._settle(lambda unit: self._moved(unit, delivery, error.new_chat_id))
            case _:
                log.error("delivery %d (%s) refused", delivery.id, delivery.kind, exc_info=error)
                await self._settle(lambda unit: outbox.end(unit, delivery, "dead", _short(error)))

    async def _later(self, delivery: Delivery, wait: timedelta) -> None:
        until = self._now() + wait
        await self._settle(lambda unit: outbox.postpone(unit, delivery, until, counted=False))

    async def _rest(self, delivery: Delivery, wait: timedelta) -> None:
        group = delivery.chat_id if delivery.chat_id < 0 else None
        await surely(lambda: self._parts.pacing.rest(group, wait), self._parts.storage)
        await self._later(delivery, wait)

    async def _in_doubt(self, delivery: Delivery, why: str) -> None:
        """Nobody knows: again after a quiet minute where that is better than never, else held."""
        again = delivery.kind in self._parts.seam.resent
        if again and delivery.attempts < self._parts.patience.attempts:
            until = self._now() + self._parts.patience.quiet
            await self._settle(lambda unit: outbox.doubt(unit, delivery, until, why))
        else:
            await self._settle(lambda unit: outbox.end(unit, delivery, "held", why))

    async def _try_again_or_bury(self, delivery: Delivery, why: str) -> None:
        patience = self._parts.patience
        if delivery.attempts >= patience.attempts:
            await self._settle(lambda unit: outbox.end(unit, delivery, "dead", why))
            return
        until = self._now() + jitter(patience.before_attempt(delivery.attempts))
        await self._settle(lambda unit: outbox.postpone(unit, delivery, until, counted=True))

    async def _nobody_there(self, unit: Unit, delivery: Delivery, why: str) -> bool:
        await self._parts.seam.on_forbidden(unit, delivery.owner)
        return await outbox.end(unit, delivery, "dead", why)

    async def _moved(self, unit: Unit, delivery: Delivery, new_chat_id: int) -> bool:
        await move_chat(unit, self._parts, delivery.chat_id, new_chat_id)
        return await outbox.postpone(unit, delivery, self._now(), counted=False)

    async def _settle(self, step: Callable[[Unit], Awaitable[bool]]) -> None:
        async def write() -> None:
            async with self._parts.database.write() as unit:
                await step(unit)

        await surely(write, self._parts.storage)
        self._parts.held.set()

    def _now(self) -> datetime:
        return self._parts.clock.now()


def card_key(kinds: Mapping[str, str], delivery: Delivery) -> CardKey | None:
    """The card that a delivery becomes, if its kind becomes one: the day's, by its date.

    Where the delivery names another subject ("card" among its ids), that is the card's.
    """
    kind = kinds.get(delivery.kind)
    subject = str(delivery.ids.get("card", delivery.local_date))
    return None if kind is None else CardKey(delivery.chat_id, kind, subject)


def _place(delivery: Delivery) -> Where:
    """The chat, and in a forum the squad's topic ("thread" among the delivery's ids)."""
    thread = delivery.ids.get("thread")
    return Where(delivery.chat_id, int(thread) if thread else None)


async def move_chat(unit: Unit, parts: Parts, old: int, new: int) -> None:
    """A group became a supergroup: all that is ours goes along, in one transaction."""
    await parts.seam.on_migrated(unit, old, new)
    await deliveries.migrate(unit, old, new)
    await cards.migrate(unit, old, new)


def _short(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:200]
