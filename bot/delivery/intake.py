"""Intake: an update is stored and committed, only then is it confirmed to Telegram."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from bot.delivery.keys import key_of, update_id
from bot.delivery.parts import Parts
from bot.delivery.work import Work
from bot.storage import inbox
from bot.storage.inbox import Arrival

log = logging.getLogger(__name__)

ALLOWED = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
)
"""Always told to Telegram: leaving it out would keep what was set before."""


class Intake:
    """The door; polling and webhook both come in through it."""

    def __init__(self, parts: Parts, work: Work) -> None:
        self._parts = parts
        self._work = work

    async def receive(self, raws: Sequence[object]) -> None:
        """Store what came, and let free hands begin with it at once; durable when it returns."""
        arrivals = [arrival for raw in raws if (arrival := _arrival(raw)) is not None]
        if not arrivals:
            return
        async with self._work.lock:
            async with self._parts.database.write(durable=True) as unit:
                await inbox.store(unit, arrivals, self._parts.clock.now())
                rows = await self._work.claim(unit)
            self._work.hand_out(rows)


def _arrival(raw: object) -> Arrival | None:
    number = update_id(raw)
    if number is None or not isinstance(raw, dict):
        log.error("Telegram sent something that is no update; it is left out")
        return None
    return Arrival(number, key_of(raw), raw)
