"""Who is there: people and the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

GROUP_ANONYMOUS_BOT = 1087968824


@dataclass(slots=True, eq=False)
class Person:
    """An account. `online` matters to ephemeral messages only: they are not kept for later."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = "en"
    is_bot: bool = False
    deactivated: bool = False
    online: bool = True

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    def wire(self) -> dict[str, Any]:
        """The User object of the Bot API."""
        told: dict[str, Any] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": None if self.is_bot else self.language,
        }
        return {key: value for key, value in told.items() if value is not None}


ANONYMOUS = Person(GROUP_ANONYMOUS_BOT, "Group", username="GroupAnonymousBot", is_bot=True)
"""The sender that Telegram puts in place of an anonymous administrator."""
