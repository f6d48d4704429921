"""Callback queries: a tap on a button, and what the bot answers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.rehearsal.model.bell import Bell
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person

LIFE = timedelta(seconds=15)


@dataclass(slots=True, eq=False)
class Press:
    """One tap. `text` is what popped up over the chat, once the bot has answered."""

    id: str
    person: Person
    message: Message
    data: str
    at: datetime
    accessible: bool = True
    answered: bool = False
    text: str | None = None
    alert: bool = False
    url: str | None = None
    bell: Bell = field(default_factory=Bell)

    def over(self, now: datetime) -> bool:
        """Telegram takes an answer for about 15 seconds."""
        return now - self.at > LIFE

    async def answer(self, seconds: float = 5.0) -> str | None:
        """Waits (really) for the bot's answer and gives its words, if it had any."""
        if not self.answered:
            await self.bell.heard(seconds)
        return self.text

    def wire(self) -> dict[str, Any]:
        """The CallbackQuery object of the Bot API."""
        return {
            "id": self.id,
            "from": self.person.wire(),
            "message": self.message.wire() if self.accessible else self._lost(),
            "chat_instance": str(abs(self.message.chat.id) * 7919),
            "data": self.data,
        }

    def _lost(self) -> dict[str, Any]:
        """The InaccessibleMessage object: its date is always 0."""
        return {"chat": self.message.chat.wire(), "message_id": self.message.id, "date": 0}
