"""Reply markups: inline keyboards, reply keyboards, their removal, forced replies."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.model.chats import Chat
from bot.rehearsal.model.errors import bad_request, not_played
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.utf16 import piece, units
from bot.rehearsal.model.world import World

Markup = dict[str, Any]

BUTTONS = 100
BUTTONS_IN_ROW = 8
DATA_BYTES = 64
COPY_UNITS = 256
PLACEHOLDER_UNITS = 64
ACTIONS = ("callback_data", "url", "copy_text", "disabled")
ELSEWHERE = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)
STYLES = frozenset({"danger", "success", "primary"})
SCHEMES = ("http://", "https://", "tg://", "ton://")


def inline(markup: Markup | None) -> Markup | None:
    """An inline keyboard as it will be shown; None when there is none or it is empty."""
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    rows = [row for row in markup["inline_keyboard"] if row]
    if max(map(len, rows), default=0) > BUTTONS_IN_ROW or sum(map(len, rows)) > BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_inline_button(button)
    return {**markup, "inline_keyboard": rows} if rows else None


def _check_inline_button(button: Markup) -> None:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: button text must be non-empty")
    if any(action in button for action in ELSEWHERE):
        raise not_played(f"inline button {next(a for a in ELSEWHERE if a in button)!r}")
    actions = [action for action in ACTIONS if action in button]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1 and "disabled" not in actions:
        raise bad_request(f"can't parse inline keyboard button: only one of {actions} is allowed")
    if not 1 <= len(button.get("callback_data", "x").encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if not button.get("url", "http://").startswith(SCHEMES):
        raise bad_request("BUTTON_URL_INVALID")
    if not 1 <= units(button.get("copy_text", {"text": "x"})["text"]) <= COPY_UNITS:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.get("style", "primary") not in STYLES:
        raise bad_request(f"can't parse inline keyboard button: unknown style {button['style']!r}")


def split(markup: Markup | None) -> tuple[Markup | None, Markup | None]:
    """(inline keyboard, anything else): the one belongs to the message, the other to the chat."""
    if markup is None or "inline_keyboard" in markup:
        return inline(markup), None
    if "keyboard" in markup:
        _check_reply_keyboard(markup)
    if units(markup.get("input_field_placeholder", "")) > PLACEHOLDER_UNITS:
        raise bad_request("input field placeholder is too long")
    return None, markup


def _check_reply_keyboard(markup: Markup) -> None:
    rows = [row for row in markup["keyboard"] if row]
    if not rows:
        raise bad_request("REPLY_MARKUP_INVALID")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise bad_request("can't parse keyboard button: button text must be non-empty")
        wishes = [key for key in button if key not in {"text", "style", "icon_custom_emoji_id"}]
        if set(wishes) - {"request_contact", "request_location"}:
            raise not_played(f"keyboard button {wishes[0]!r}")


def check_place(chat: Chat, markup: Markup | None) -> None:
    """Places and contacts can be asked for in private chats only."""
    buttons = [b for row in (markup or {}).get("keyboard", []) for b in row]
    if not chat.private and any(
        b.get("request_location") or b.get("request_contact") for b in buttons
    ):
        raise bad_request("location and contact can be requested in private chats only")


def show(world: World, message: Message, markup: Markup | None) -> None:
    """Puts up, or takes away, the keyboard below the chat; forced replies leave it as it is."""
    if markup is None or not {"keyboard", "remove_keyboard"} & markup.keys():
        return
    chat = message.chat
    for person in _readers(message, selective=bool(markup.get("selective"))):
        if "keyboard" in markup:
            chat.keyboards[person.id] = markup
        else:
            chat.keyboards.pop(person.id, None)
    world.journal.note(Happening.CHATS, chat)


def _readers(message: Message, *, selective: bool) -> list[Person]:
    """Everybody in the chat; selectively, who is mentioned and whose message is answered."""
    chat = message.chat
    if chat.person:
        return [chat.person]
    people = [member.person for member in chat.members.values() if member.present]
    if not selective:
        return people
    answered = message.reply_to.sender if message.reply_to else None
    named = _named(message)
    return [p for p in people if p is answered or p.id in named or f"@{p.username}" in named]


def _named(message: Message) -> set[int | str]:
    """The ids and @names that a message mentions."""
    named: set[int | str] = set()
    for entity in message.content.get("entities", []):
        if entity["type"] == "text_mention":
            named.add(entity["user"]["id"])
        elif entity["type"] == "mention":
            named.add(piece(message.text, entity["offset"], entity["length"]))
    return named
