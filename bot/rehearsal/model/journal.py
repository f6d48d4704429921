"""What happened, numbered, for whoever watches the room."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.rehearsal.model.bell import Bell
from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.messages import Message

KEPT = 20_000


class Happening(StrEnum):
    """The kinds of events."""

    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    ANSWER = "answer"
    CLOCK = "clock"
    CHATS = "chats"
    TYPING = "typing"


@dataclass(frozen=True, slots=True)
class Event:
    """One happening; with `only` it is for that person alone."""

    n: int
    kind: Happening
    chat: Chat | None = None
    message: Message | None = None
    only: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Journal:
    """The latest events, numbered from 1 without gaps."""

    last: int = 0
    events: deque[Event] = field(default_factory=lambda: deque(maxlen=KEPT))
    bell: Bell = field(default_factory=Bell)

    def note(
        self,
        kind: Happening,
        chat: Chat | None = None,
        message: Message | None = None,
        only: int | None = None,
        **facts: Any,
    ) -> None:
        self.last += 1
        self.events.append(Event(self.last, kind, chat, message, only, facts))
        self.bell.ring()

    def after(self, n: int) -> list[Event]:
        """The events behind number `n` that are still kept."""
        missing = min(self.last - n, len(self.events))
        return [self.events[index] for index in range(len(self.events) - missing, len(self.events))]
