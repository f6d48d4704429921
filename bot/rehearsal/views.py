"""What the chat page is told: JSON shapes of people, chats and messages, as one person sees them.

A message's `id` on the page is its place in the order of everything said: ephemeral messages have
no message id of their own.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.world import World
from bot.rehearsal.notices import notice
from bot.rehearsal.rich import to_html

Json = dict[str, Any]
SHOWN_OTHERWISE = frozenset({"photo", "document", "location", "voice"})


def instant(at: datetime) -> str:
    """ISO in UTC, with Z."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def person_view(person: Person) -> Json:
    """Name and number."""
    return {"id": person.id, "name": person.name}


def sender_view(message: Message) -> Json:
    """Who a message is from; an anonymous administrator writes as the group."""
    if message.sender_chat:
        return {"id": message.sender_chat.id, "name": message.sender_chat.title, "bot": False}
    return person_view(message.sender) | {"bot": message.sender.is_bot}


def message_view(message: Message, viewer: Person) -> Json:
    """One message, as `viewer` sees it."""
    content = message.content
    return {
        "id": message.sequence,
        "chat": message.chat.id,
        "from": sender_view(message),
        "date": instant(message.date),
        "edited": message.edited is not None,
        "html": _html(content),
        "photo": file_url(content["photo"][-1]["file_id"], viewer) if "photo" in content else None,
        "document": _document(content, viewer),
        "location": _location(content),
        "reply_to": _reply(message.reply_to),
        "keyboard": _keyboard(message),
        "reactions": _reactions(message, viewer),
        "ephemeral": message.receiver is not None,
        "silent": message.silent,
        "service": notice(message),
    }


def _html(content: Json) -> str:
    if "text" in content or "caption" in content:
        entities = content.get("entities") or content.get("caption_entities") or []
        return to_html(content.get("text") or content["caption"], entities)
    return (
        to_html(gist(content), []) if not {"photo", "document", "location"} & set(content) else ""
    )


def gist(content: Json) -> str:
    """One line for what has no words of its own."""
    if "sticker" in content:
        return str(content["sticker"].get("emoji", "Sticker"))
    if "poll" in content:
        options = "\n".join(f"▢ {option['text']}" for option in content["poll"]["options"])
        return f"{content['poll']['question']}\n{options}"
    names = {"photo": "Picture", "location": "Location", "voice": "Voice message"}
    if "document" in content:
        return str(content["document"]["file_name"])
    return next((name for key, name in names.items() if key in content), "Message")


def file_url(file_id: str, viewer: Person) -> str:
    """Where the page fetches a file."""
    return f"/room/file/{file_id}?as={viewer.id}"


def _document(content: Json, viewer: Person) -> Json | None:
    known = content.get("document") or content.get("voice")
    if known is None:
        return None
    name, url = known.get("file_name", "voice.ogg"), file_url(known["file_id"], viewer)
    return {"name": name, "size": known["file_size"], "url": url}


def _location(content: Json) -> Json | None:
    place = content.get("location")
    return {"lat": place["latitude"], "lon": place["longitude"]} if place else None


def _reply(message: Message | None) -> Json | None:
    if message is None:
        return None
    words = message.text or gist(message.content)
    return {"id": message.sequence, "from": sender_view(message), "text": words[:200]}


def _keyboard(message: Message) -> list[list[Json]]:
    index = 0
    shown = []
    for row in message.buttons():
        shown.append([_button(button, index + n) for n, button in enumerate(row)])
        index += len(row)
    return shown


def _button(button: Json, index: int) -> Json:
    kind = "url" if "url" in button else "copy" if "copy_text" in button else "callback"
    return {
        "text": button["text"],
        "kind": kind,
        "data_id": index,
        "style": button.get("style"),
        "disabled": "disabled" in button,
        "url": button.get("url"),
        "copy": button.get("copy_text", {}).get("text"),
    }


def _reactions(message: Message, viewer: Person) -> list[Json]:
    every = [emoji for chosen in message.reactions.values() for emoji in chosen]
    mine = message.reactions.get(viewer.id, [])
    return [
        {"emoji": emoji, "count": every.count(emoji), "mine": emoji in mine}
        for emoji in dict.fromkeys(every)
    ]


def chats_view(world: World, viewer: Person) -> list[Json]:
    """The chats that person is in; the one with the bot is always there."""
    return [
        _chat(world, chat, viewer) for chat in world.chats.values() if world.in_chat(viewer, chat)
    ]


def _chat(world: World, chat: Chat, viewer: Person) -> Json:
    messages = world.visible_to(viewer, chat)
    seen = world.read.get((viewer.id, chat.id), 0)
    last = messages[-1] if messages else None
    return {
        "id": chat.id,
        "type": chat.type.value,
        "title": world.bot.name if chat.private else chat.title,
        "unread": sum(m.sequence > seen and m.sender is not viewer for m in messages),
        "last": _last(last) if last else None,
        "members": [person_view(m.person) for m in chat.members.values() if m.present],
        "draft_keyboard": _below(chat.keyboards.get(viewer.id)),
    }


def _last(message: Message) -> Json:
    words = notice(message) or message.text or gist(message.content)
    return {"text": words[:200], "date": instant(message.date), "from": sender_view(message)}


def _below(markup: Json | None) -> Json | None:
    """The keyboard below the chat: whether it asks for a place, and all its rows."""
    if markup is None:
        return None
    buttons = [button for row in markup["keyboard"] for button in row]
    asking = next((b for b in buttons if b.get("request_location")), None)
    rows = [[button["text"] for button in row] for row in markup["keyboard"]]
    text = (asking or buttons[0])["text"]
    return {"location": asking is not None, "text": text, "rows": rows}


def commands_view(world: World, viewer: Person) -> list[Json]:
    """The menu in the private chat: the narrowest scope that has one, their language first."""
    known = world.profile.commands
    for scope in (f"chat:{viewer.id}", "all_private_chats", "default"):
        for language in (viewer.language or "", ""):
            if (scope, language) in known:
                fields = ("command", "description")
                return [{key: one[key] for key in fields} for one in known[scope, language]]
    return []
