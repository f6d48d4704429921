"""The update being handled just now: its inbox row, for handlers and their use cases."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass

from telegram.ext import CallbackContext

from bot.storage import inbox
from bot.storage.engine import Unit
from bot.storage.inbox import InboxRow


class NotOurs(Exception):
    """The row was forgotten or taken over while it was handled: nothing may be changed for it."""


@dataclass(slots=True)
class Handling:
    """One row in one worker's hands; the error handler leaves here what went wrong."""

    row: InboxRow
    owner: str
    error: BaseException | None = None
    tap_answered: bool = False


current: ContextVar[Handling | None] = ContextVar("current", default=None)


def current_row() -> InboxRow | None:
    """The row being handled; with an `outcome` it is applied and only to be answered again."""
    handling = current.get()
    return None if handling is None else handling.row


async def mark_applied(unit: Unit, outcome: Mapping[str, object]) -> None:
    """Keep the outcome in the use case's own transaction; NotOurs rolls that back.

    Outside the inbox, where an update was handed to the application by hand, it does nothing.
    """
    handling = current.get()
    if handling is None:
        return
    update_id, owner = handling.row.update_id, handling.owner
    if await inbox.apply(unit, update_id, owner, outcome):
        return
    if await inbox.is_applied(unit, update_id, owner):
        raise RuntimeError(f"update {update_id}: one update applies one use case")
    raise NotOurs(f"update {update_id} is not ours any more")


async def remember_error(_update: object, context: CallbackContext) -> None:  # type: ignore[type-arg]
    """Error handler: `process_update` swallows errors, the worker reads them here."""
    if (handling := current.get()) is not None:
        handling.error = context.error
