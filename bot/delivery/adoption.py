"""Evidence of arrival: a tap on a message with a delivery's id proves that this copy is there."""

from __future__ import annotations

from telegram.error import TelegramError

from bot.delivery.parts import Parts
from bot.delivery.sending import card_key
from bot.storage import cards, outbox
from bot.storage.engine import Unit


async def adopt(parts: Parts, delivery_id: int, chat_id: int, message_id: int) -> None:
    """Make the tapped copy the delivery and its card, and remove the other one."""
    async with parts.database.read() as unit:
        if await outbox.is_settled(unit, delivery_id, chat_id, message_id):
            return
    async with parts.database.write() as unit:
        surplus = await prove(unit, parts, delivery_id, chat_id, message_id)
    for other in surplus:
        try:
            await parts.speaker.remove(chat_id, other)
        except TelegramError:  # its buttons lead to the same answers: an ugly copy, no wrong one
            return


async def prove(
    unit: Unit, parts: Parts, delivery_id: int, chat_id: int, message_id: int
) -> frozenset[int]:
    """The same inside a use case's transaction; the copies to be removed once that is over."""
    adopted = await outbox.adopt(unit, delivery_id, chat_id, message_id)
    if adopted is None:
        return frozenset()
    others = {adopted.other}
    key = card_key(parts.seam.cards, adopted.delivery)
    if key is not None:
        # Which revision this copy shows is unknown, so it wants to be drawn again.
        placed = await cards.place(
            unit,
            adopted.delivery.owner,
            key,
            message_id=message_id,
            shown=0,
            now=parts.clock.now(),
        )
        others.add(placed.older)
    return frozenset(other for other in others if other not in {None, message_id})
