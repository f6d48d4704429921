"""Who is in a chat, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.rehearsal.model.people import Person


class Status(StrEnum):
    """What somebody is in a chat."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"


PRESENT = frozenset({Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER, Status.RESTRICTED})
ADMINS = frozenset({Status.CREATOR, Status.ADMINISTRATOR})

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)
USUAL_RIGHTS = frozenset(RIGHTS) - {"can_promote_members", "can_manage_topics"}
MUTED = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(slots=True, eq=False)
class Member:
    """Somebody's place in a chat."""

    person: Person
    status: Status = Status.MEMBER
    anonymous: bool = False
    rights: frozenset[str] = frozenset()

    @property
    def present(self) -> bool:
        return self.status in PRESENT

    @property
    def admin(self) -> bool:
        return self.status in ADMINS

    def may(self, right: str) -> bool:
        return self.status is Status.CREATOR or (self.admin and right in self.rights)

    def wire(self) -> dict[str, Any]:
        """The ChatMember object of the Bot API."""
        told: dict[str, Any] = {"status": self.status.value, "user": self.person.wire()}
        if self.status is Status.CREATOR:
            told["is_anonymous"] = self.anonymous
        elif self.status is Status.ADMINISTRATOR:
            told |= {"can_be_edited": False, "is_anonymous": self.anonymous}
            told |= {right: right in self.rights for right in RIGHTS}
        elif self.status is Status.RESTRICTED:
            told |= {"is_member": True, "until_date": 0} | dict.fromkeys(MUTED, False)
        elif self.status is Status.KICKED:
            told["until_date"] = 0
        return told
