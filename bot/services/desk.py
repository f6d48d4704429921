"""What a use case has before it: one transaction, the coach's content, the hour, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from bot.outcome import Outcome
from bot.storage.dossier import Dossier, load
from bot.storage.engine import Unit
from core.content import Content

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Desk:
    """One use case's surroundings; the person is Telegram's, whether known to us or not."""

    unit: Unit
    content: Content
    now: datetime
    user_id: int
    chat_id: int
    name: str = ""
    update_id: int = 0

    async def dossier(self) -> Dossier | None:
        """All that is known of this person, in at most three statements; None for a stranger."""
        return await load(self.unit, self.user_id, self.now)


@dataclass(frozen=True, slots=True)
class Answer(Generic[V]):
    """What a use case decided, and what it saw; `view` is None when an old answer is told again."""

    outcome: Outcome
    view: V | None = None
