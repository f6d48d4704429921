"""What the bot says about itself: getMe, commands, descriptions, the menu button."""

from __future__ import annotations

import re
from typing import Any

from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.model.errors import ApiError, bad_request, not_played
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.model.utf16 import units
from bot.rehearsal.model.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
COMMAND_WORDS = range(1, 257)
COMMANDS = 100
DESCRIPTION_LIMIT = 512
SHORT_DESCRIPTION_LIMIT = 120


def get_me(world: World, _ask: Ask) -> dict[str, Any]:
    """Who the bot is and what it can do."""
    return world.bot.wire() | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.hears_all,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


def log_out(world: World, _ask: Ask) -> bool:
    """After it the token is not served any more."""
    world.logged_out = True
    return True


def close(_world: World, _ask: Ask) -> bool:
    """Nothing happens: there is one server."""
    return True


def set_my_commands(world: World, ask: Ask) -> bool:
    """The menu for a scope and language, in place of the one before."""
    commands = ask["commands"]
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if units(command["description"]) not in COMMAND_WORDS:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_place(ask)] = commands
    world.journal.note(Happening.CHATS)
    return True


def get_my_commands(world: World, ask: Ask) -> list[dict[str, Any]]:
    """The menu of exactly that scope and language."""
    return world.profile.commands.get(_place(ask), [])


def delete_my_commands(world: World, ask: Ask) -> bool:
    """Without a menu of its own, a scope shows the next wider one."""
    world.profile.commands.pop(_place(ask), None)
    world.journal.note(Happening.CHATS)
    return True


def _place(ask: Ask) -> tuple[str, str]:
    """(scope, language) under which commands are kept."""
    scope = ask.get("scope", {"type": "default"})
    parts = [scope["type"], *(str(scope[key]) for key in ("chat_id", "user_id") if key in scope)]
    return ":".join(parts), ask.get("language_code", "")


def set_my_description(world: World, ask: Ask) -> bool:
    """The words in the empty chat."""
    text = ask.get("description", "")
    if units(text) > DESCRIPTION_LIMIT:
        raise bad_request("BOT_DESCRIPTION_TOO_LONG")
    world.profile.descriptions[ask.get("language_code", "")] = text
    return True


def set_my_short_description(world: World, ask: Ask) -> bool:
    """The words on the profile."""
    text = ask.get("short_description", "")
    if units(text) > SHORT_DESCRIPTION_LIMIT:
        raise bad_request("BOT_SHORT_DESCRIPTION_TOO_LONG")
    world.profile.short_descriptions[ask.get("language_code", "")] = text
    return True


def set_chat_menu_button(world: World, ask: Ask) -> bool:
    """The button beside the input field, of one chat or (0) of all."""
    button = ask.get("menu_button", {"type": "default"})
    if button["type"] == "web_app":
        raise not_played("menu button 'web_app'")
    world.profile.menu[ask.get("chat_id", 0)] = button
    return True


def refuse_logged_out(world: World) -> None:
    """ApiError after logOut."""
    if world.logged_out:
        raise ApiError(400, "Logged out")
