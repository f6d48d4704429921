"""The lines a chat writes by itself, in words for the page."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.model.messages import Message


def notice(message: Message) -> str | None:
    """What a service message says; None for an ordinary one."""
    if not message.service:
        return None
    who, content = message.sender.name, message.content
    if "new_chat_members" in content:
        return _came(who, content["new_chat_members"])
    if "left_chat_member" in content:
        gone = content["left_chat_member"]
        left = gone["id"] == message.sender.id
        return f"{who} left" if left else f"{who} removed {_name(gone)}"
    if "pinned_message" in content:
        return f"{who} pinned a message"
    if "forum_topic_created" in content:
        return f"{who} opened the topic {content['forum_topic_created']['name']}"
    return _PLAIN.get(next(iter(content)), "Something changed").format(who=who)


def _came(who: str, people: list[dict[str, Any]]) -> str:
    names = ", ".join(map(_name, people))
    return f"{who} joined" if names == who else f"{who} added {names}"


def _name(user: dict[str, Any]) -> str:
    """The full name in a User object."""
    return " ".join(user[key] for key in ("first_name", "last_name") if key in user)


_PLAIN = {
    "group_chat_created": "{who} founded the group",
    "supergroup_chat_created": "{who} founded the group",
    "migrate_to_chat_id": "The group became a supergroup: it goes on in a new chat",
    "migrate_from_chat_id": "The group became a supergroup",
    "forum_topic_closed": "{who} closed the topic",
    "forum_topic_reopened": "{who} reopened the topic",
}
