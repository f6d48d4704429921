"""Chats: private, group, supergroup, and the topics of a forum."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.rehearsal.model.members import Member
from bot.rehearsal.model.people import Person


class ChatType(StrEnum):
    """What kind of chat it is."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


@dataclass(slots=True, eq=False)
class Topic:
    """A thread of a forum; the General topic is none of these and has no thread id."""

    id: int
    name: str
    closed: bool = False
    deleted: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """A chat and who is in it. A private chat's id is its person's id."""

    id: int
    type: ChatType
    title: str | None = None
    username: str | None = None
    person: Person | None = None
    forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboards: dict[int, dict[str, Any]] = field(default_factory=dict)
    last_id: int = 0
    last_ephemeral: int = 0
    started: bool = False
    blocked: bool = False
    bot_hears_all: bool = False
    deleted: bool = False
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        return self.type is ChatType.PRIVATE

    def member(self, person: Person) -> Member | None:
        """Their place, if they are in the chat now."""
        member = self.members.get(person.id)
        return member if member and member.present else None

    def wire(self) -> dict[str, Any]:
        """The Chat object of the Bot API."""
        told: dict[str, Any] = {"id": self.id, "type": self.type.value}
        if self.person:
            told |= {
                "first_name": self.person.first_name,
                "last_name": self.person.last_name,
                "username": self.person.username,
            }
        else:
            told |= {"title": self.title, "username": self.username}
        told["is_forum"] = True if self.forum else None
        return {key: value for key, value in told.items() if value is not None}
