"""Keeps a Telegram between two runs, so that a kept coach finds its chats again.

Without it a second run would count updates and messages from 1 again, and the coach's database
would take new ones for old ones.
"""

from __future__ import annotations

import io
import pickle
from typing import Any

from bot.rehearsal.model.world import World

FORMAT = 1
KEPT = (
    "people",
    "chats",
    "archive",
    "files",
    "profile",
    "read",
    "sequence",
    "last_id",
    "last_group",
    "last_supergroup",
    "last_tap",
)
KEPT_OF_UPDATES = ("next_id", "pending", "allowed")
OURS = "bot.rehearsal.model."
PLAIN = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("collections", "deque"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
    }
)


class NotKept(ValueError):
    """What was kept cannot be taken up: of another version, cut short, or not ours."""


class _Reader(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever the bytes ask for."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in PLAIN:
            return super().find_class(module, name)
        made = super().find_class(module, name) if module.startswith(OURS) else None
        if isinstance(made, type) and made.__module__.startswith(OURS):
            return made
        raise NotKept(f"{module}.{name} has no place in a kept Telegram")


def keep(world: World) -> bytes:
    """Everything said and who said it; not the clock, the limits, or who is waiting."""
    kept = {name: getattr(world, name) for name in KEPT}
    updates = {name: getattr(world.updates, name) for name in KEPT_OF_UPDATES}
    return pickle.dumps({"format": FORMAT, "bot": world.bot.id, "world": kept, "updates": updates})


def take_up(world: World, data: bytes) -> None:
    """Puts what was kept in place of what is there; NotKept leaves everything as it was."""
    kept = _read(data)
    if kept.get("format") != FORMAT or kept.get("bot") != world.bot.id:
        raise NotKept("the kept Telegram is of another version or another bot")
    for name in KEPT:
        setattr(world, name, kept["world"][name])
    for name in KEPT_OF_UPDATES:
        setattr(world.updates, name, kept["updates"][name])
    world.bot = world.people[world.bot.id]


def leave_gap(world: World, ids: int = 1_000_000) -> None:
    """What was said after the last keeping is lost here, but not to the coach: nobody and nothing
    shall get its numbers again."""
    world.updates.next_id += ids
    world.last_id += ids
    world.last_tap += ids
    world.last_group += ids
    world.last_supergroup += ids
    for chat in world.chats.values():
        chat.last_id += ids
        chat.last_ephemeral += ids


def _read(data: bytes) -> dict[str, Any]:
    try:
        kept = _Reader(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, IndexError) as error:
        raise NotKept("the kept Telegram cannot be read") from error
    if not isinstance(kept, dict):
        raise NotKept("the kept Telegram cannot be read")
    return kept
