"""The queue of updates: what the bot has not confirmed yet."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.rehearsal.model.bell import Bell
from bot.rehearsal.model.errors import ApiError

ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LIFE = timedelta(hours=24)
QUERY_LIFE = timedelta(seconds=150)


@dataclass(frozen=True, slots=True)
class Update:
    """Something that happened, as the bot is told of it."""

    id: int
    kind: str
    body: dict[str, Any]
    at: datetime

    def wire(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.body}

    def over(self, now: datetime) -> bool:
        """Too old to be told: callback queries live 150 s, the rest a day."""
        return now - self.at > (QUERY_LIFE if self.kind == "callback_query" else LIFE)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted instead of being asked for."""

    url: str
    secret: str | None = None
    max_connections: int = 40


@dataclass(slots=True)
class Updates:
    """Pending updates, in order; confirmed by asking for a higher id."""

    kinds: tuple[str, ...]
    next_id: int = 100_001
    pending: deque[Update] = field(default_factory=deque)
    allowed: frozenset[str] | None = None
    webhook: Webhook | None = None
    failed_at: datetime | None = None
    failure: str | None = None
    poll: int = 0
    bell: Bell = field(default_factory=Bell)

    def allow(self, kinds: list[str] | None) -> None:
        """Sets what is wanted; None keeps the setting before, [] is the default again."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & frozenset(self.kinds) if kinds else None

    def wanted(self, kind: str) -> bool:
        return kind not in ON_REQUEST if self.allowed is None else kind in self.allowed

    def push(self, kind: str, body: dict[str, Any], now: datetime) -> bool:
        """Queues an update if the bot wants that kind."""
        if not self.wanted(kind):
            return False
        self.pending.append(Update(self.next_id, kind, body, now))
        self.next_id += 1
        self.bell.ring()
        return True

    def take(self, offset: int | None, limit: int, now: datetime) -> list[Update]:
        """Confirms everything before `offset` and gives what follows, oldest first."""
        if offset and offset < 0:
            offset = self.next_id + offset
        self.pending = deque(
            update for update in self.pending if update.id >= (offset or 0) and not update.over(now)
        )
        return list(self.pending)[:limit]

    def begin_poll(self) -> int:
        """A new poll; it ends the one before with a 409."""
        if self.webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                " to delete the webhook first",
            )
        self.poll += 1
        self.bell.ring()
        return self.poll

    def check_poll(self, poll: int) -> None:
        if self.webhook:
            raise ApiError(409, "Conflict: terminated by setWebhook request")
        if poll != self.poll:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot"
                " instance is running",
            )
