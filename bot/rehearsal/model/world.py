"""The state of one Telegram, and how messages come into being in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.rehearsal.model.chats import Chat, ChatType
from bot.rehearsal.model.errors import Impossible
from bot.rehearsal.model.faults import Faults
from bot.rehearsal.model.files import Files
from bot.rehearsal.model.journal import Happening, Journal
from bot.rehearsal.model.limits import Pace
from bot.rehearsal.model.messages import Archive, Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.queries import Press
from bot.rehearsal.model.updates import Updates

CALLS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Call:
    """A call the bot made: what it asked and what it was told."""

    method: str
    arguments: dict[str, Any]
    at: datetime
    code: int = 200
    result: Any = None


@dataclass(slots=True)
class Profile:
    """What the bot says about itself: commands by scope and language, descriptions, menu."""

    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu: dict[int, dict[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class World:
    """Everything there is. Time is told by `now`; nothing here reads a clock."""

    now: Callable[[], datetime]
    bot: Person
    token: str
    pace: Pace
    updates: Updates
    hears_all: bool = False
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    archive: Archive = field(default_factory=Archive)
    files: Files = field(default_factory=Files)
    journal: Journal = field(default_factory=Journal)
    faults: Faults = field(default_factory=Faults)
    profile: Profile = field(default_factory=Profile)
    presses: dict[str, Press] = field(default_factory=dict)
    read: dict[tuple[int, int], int] = field(default_factory=dict)
    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    sequence: int = 0
    last_id: int = 0
    last_tap: int = 0
    last_group: int = 4_000_000_000
    last_supergroup: int = 1_000_000_000_000
    logged_out: bool = False

    def find_person(self, user_id: int) -> Person:
        person = self.people.get(user_id)
        if person is None:
            raise Impossible(f"nobody has the id {user_id}")
        return person

    def private_chat(self, person: Person) -> Chat:
        """The person's chat with the bot; it exists as an empty one from the beginning."""
        return self.chats[person.id]

    def in_chat(self, person: Person, chat: Chat) -> bool:
        if chat.private:
            return chat.person is person
        return chat.member(person) is not None and not chat.migrated_to and not chat.deleted

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; private chats and groups share one count."""
        if chat.type is ChatType.SUPERGROUP:
            chat.last_id += 1
            return chat.last_id
        self.last_id += 1
        return self.last_id

    def post(self, chat: Chat, sender: Person, content: dict[str, Any], **facts: Any) -> Message:
        """A new message in a chat; `facts` are fields of Message (deleted: it never arrives)."""
        self.sequence += 1
        receiver = facts.get("receiver")
        if receiver:
            chat.last_ephemeral += 1
            facts["ephemeral_id"] = chat.last_ephemeral
        number = 0 if receiver else self.next_message_id(chat)
        message = Message(number, chat, self.sequence, self.now(), sender, content, **facts)
        self.archive.keep(message)
        if not message.deleted:
            self._announce(message)
        return message

    def _announce(self, message: Message) -> None:
        """A new message, and what its receiver sees it in place of."""
        chat, receiver = message.chat, message.receiver
        self.journal.note(Happening.MESSAGE, chat, message)
        covered = self.archive.find(chat, message.replaces) if message.replaces else None
        if covered and receiver:
            self.journal.note(Happening.DELETED, chat, covered, only=receiver.id)

    def changed(self, message: Message) -> None:
        """Tells who watches that a message looks different now."""
        self.journal.note(Happening.EDITED, message.chat, message)

    def remove(self, message: Message) -> None:
        message.deleted = True
        if message.id in message.chat.pinned:
            message.chat.pinned.remove(message.id)
        self.journal.note(Happening.DELETED, message.chat, message)

    def visible_to(self, person: Person, chat: Chat) -> list[Message]:
        """What that person sees in a chat, oldest first."""
        if not self.in_chat(person, chat):
            return []
        shown = [m for m in self.archive.of(chat) if not m.deleted and sees(person, m)]
        hidden = {m.replaces for m in shown if m.replaces}
        return [m for m in shown if m.id == 0 or m.id not in hidden]


def sees(person: Person, message: Message) -> bool:
    """Whether an ephemeral message is for them; all others are for all."""
    return message.receiver is None or person in {message.receiver, message.sender}
