"""/export hands everything over; /forget erases everything, once it was meant."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.outcome import Outcome, Said
from bot.services import membership
from bot.services.desk import Answer, Desk
from bot.storage import athletes, export
from bot.storage.athletes import Account

TOPIC = "export"
BACKUPS_KEPT_DAYS = 14
"""How long `nextgear` keeps its own daily backups."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The document of one athlete, as bytes of JSON."""

    account: Account
    document: bytes


async def export_all(desk: Desk) -> Exported | None:
    """Everything held about the person; None for a stranger."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return None
    document = await export.everything(desk.unit, account, now=desk.now)
    text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
    return Exported(account, text.encode())


async def ask(desk: Desk) -> Account | None:
    """Whoever asks to be forgotten; None for a stranger."""
    return await athletes.find(desk.unit, desk.user_id)


async def forget(desk: Desk) -> Answer[None]:
    """Erase the athlete, and what they sent up to this very tap."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return Answer(Outcome(TOPIC, Said.ALREADY, "forget-nothing"))
    await membership.forget(desk, account)
    await athletes.forget(desk.unit, account, desk.update_id)
    return Answer(Outcome(TOPIC, Said.DONE, "forget-done"))
