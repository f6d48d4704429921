"""One message: what it holds, and how the Bot API tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.people import Person

CAPTIONED = frozenset({"photo", "document", "voice"})


@dataclass(slots=True, eq=False)
class Message:
    """A message in one chat.

    `content` has the Bot API's own fields of what was sent ("text" and "entities", "photo",
    "new_chat_members", ...); everything that is about the message has a field of its own.
    An ephemeral message has id 0, an `ephemeral_id`, and a `receiver`.
    """

    id: int
    chat: Chat
    sequence: int
    date: datetime
    sender: Person
    content: dict[str, Any]
    sender_chat: Chat | None = None
    topic: int | None = None
    reply_to: Message | None = None
    keyboard: dict[str, Any] | None = None
    edited: datetime | None = None
    receiver: Person | None = None
    ephemeral_id: int | None = None
    replaces: int | None = None
    reactions: dict[int, list[str]] = field(default_factory=dict)
    votes: dict[int, list[int]] = field(default_factory=dict)
    silent: bool = False
    protected: bool = False
    service: bool = False
    deleted: bool = False

    @property
    def text(self) -> str:
        """What can be read in it: the text or the caption, plain."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def captioned(self) -> bool:
        return bool(CAPTIONED & self.content.keys())

    def buttons(self) -> list[list[dict[str, Any]]]:
        """The inline keyboard, row by row."""
        return self.keyboard["inline_keyboard"] if self.keyboard else []

    def button(self, row: int | str, column: int = 0) -> dict[str, Any] | None:
        """The button at that place, or the first with that callback data or text."""
        rows = self.buttons()
        if isinstance(row, str):
            every = (button for line in rows for button in line)
            return next((b for b in every if row in {b.get("callback_data"), b["text"]}), None)
        here = 0 <= row < len(rows) and 0 <= column < len(rows[row])
        return rows[row][column] if here else None

    def wire(self, *, with_reply: bool = True) -> dict[str, Any]:
        """The Message object of the Bot API; what it replies to has no reply of its own."""
        told: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender.wire(),
            "sender_chat": self.sender_chat.wire() if self.sender_chat else None,
            "chat": self.chat.wire(),
            "date": stamp(self.date),
            "edit_date": stamp(self.edited) if self.edited else None,
            "message_thread_id": self.topic,
            "is_topic_message": True if self.topic else None,
            "receiver_user": self.receiver.wire() if self.receiver else None,
            "ephemeral_message_id": self.ephemeral_id,
            "has_protected_content": True if self.protected else None,
            "reply_markup": self.keyboard,
        } | self.content
        if with_reply and self.reply_to and not self.reply_to.ephemeral_id:
            told["reply_to_message"] = self.reply_to.wire(with_reply=False)
        return {key: value for key, value in told.items() if value is not None}


@dataclass(slots=True)
class Archive:
    """Every message ever sent, by chat and in order; deleted ones stay, marked."""

    histories: dict[int, list[Message]] = field(default_factory=dict)
    by_id: dict[tuple[int, int], Message] = field(default_factory=dict)

    def keep(self, message: Message) -> None:
        self.histories.setdefault(message.chat.id, []).append(message)
        number = -message.ephemeral_id if message.ephemeral_id else message.id
        self.by_id[message.chat.id, number] = message

    def of(self, chat: Chat) -> list[Message]:
        return self.histories.get(chat.id, [])

    def find(self, chat: Chat, message_id: int) -> Message | None:
        """The message with that id, unless it was deleted."""
        return self._living(chat, message_id) if message_id > 0 else None

    def ephemeral(self, chat: Chat, ephemeral_id: int) -> Message | None:
        return self._living(chat, -ephemeral_id) if ephemeral_id > 0 else None

    def _living(self, chat: Chat, number: int) -> Message | None:
        message = self.by_id.get((chat.id, number))
        return None if message is None or message.deleted else message


def stamp(instant: datetime) -> int:
    """Seconds since 1970, as the Bot API dates things."""
    return int(instant.timestamp())
