"""How much a bot may send: Telegram's known limits, on the told clock."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.errors import too_many


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of Telegram's Bot FAQ; `None` switches one off.

    Sends at most `bulk` a second altogether, one a second to a chat with short bursts, 20 a
    minute to a group. Answers to somebody who just wrote are no bulk: after every word or tap of
    theirs the next `burst` messages to that private chat are free.
    """

    bulk: float | None = 30
    chat: float | None = 1
    burst: int = 5
    group_minute: int | None = 20
    edits_count_in_groups: bool = True


UNLIMITED = Limits(bulk=None, chat=None, group_minute=None)


@dataclass(slots=True)
class Pace:
    """What was sent lately, as the instant each bucket is empty again (GCRA)."""

    limits: Limits
    empty_at: dict[str, float] = field(default_factory=dict)
    free: dict[int, int] = field(default_factory=dict)

    def heard_from(self, chat: Chat) -> None:
        """Somebody wrote in a private chat: answering them is no bulk."""
        self.free[chat.id] = self.limits.burst

    def spend(self, chat: Chat, now: datetime, messages: int = 1) -> None:
        """Counts a send; ApiError 429 when it is too much, and then nothing is counted."""
        if self.free.get(chat.id, 0) >= messages:
            self.free[chat.id] -= messages
            return
        self._spend(self._buckets(chat), now.timestamp(), messages)

    def spend_edit(self, chat: Chat, now: datetime) -> None:
        """Edits count in groups only."""
        if not chat.private and self.limits.edits_count_in_groups:
            self._spend(self._group_bucket(chat), now.timestamp(), 1)

    def _buckets(self, chat: Chat) -> list[tuple[str, float, int]]:
        """(name, messages a second, burst) of every bucket a send to that chat draws from."""
        limits = self.limits
        buckets = [] if chat.private else self._group_bucket(chat)
        if limits.bulk:
            buckets.append(("bulk", limits.bulk, math.ceil(limits.bulk)))
        if limits.chat and chat.private:
            buckets.append((f"chat {chat.id}", limits.chat, limits.burst))
        return buckets

    def _group_bucket(self, chat: Chat) -> list[tuple[str, float, int]]:
        minute = self.limits.group_minute
        return [(f"group {chat.id}", minute / 60, minute)] if minute else []

    def _spend(self, buckets: list[tuple[str, float, int]], now: float, messages: int) -> None:
        after = {}
        wait = 0.0
        for name, rate, burst in buckets:
            after[name] = max(self.empty_at.get(name, 0.0), now) + messages / rate
            wait = max(wait, after[name] - now - burst / rate)
        if wait > 1e-6:
            raise too_many(math.ceil(wait))
        self.empty_at.update(after)
