"""Messages promised: intents, written beside the decision that they tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select, update

from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.owner import Owner
from bot.storage.tables import deliveries

WAITING = ("pending", "uncertain")


@dataclass(frozen=True, slots=True)
class Intent:
    """Something to be said: which kind, to which chat, about which local date, and ids; no words.

    The outbox draws it when it is sent. `subject` tells apart what comes more than once a day.
    Smaller priorities go first. `expires_at` None: six hours after due, at most local midnight.
    """

    kind: str
    chat_id: int
    local_date: date
    subject: str = ""
    ids: Mapping[str, int | str] = field(default_factory=dict)
    priority: int = 0
    due_at: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """An intent under way; `token` proves whose turn it is."""

    id: int
    owner: Owner
    chat_id: int
    kind: str
    local_date: date
    subject: str
    due_at: datetime
    expires_at: datetime
    attempts: int
    ids: Mapping[str, int | str]
    token: str


async def promise(
    unit: Unit, owner: Owner, intents: Sequence[Intent], due_at: datetime, expires_at: datetime
) -> None:
    """Write the intents; what was promised already for that date and subject stays as it is."""
    values = [
        {
            "owner_kind": owner.kind,
            "owner_id": owner.id,
            "athlete_id": owner.athlete_id,
            "chat_id": intent.chat_id,
            "kind": str(intent.kind),
            "local_date": intent.local_date,
            "subject": intent.subject,
            "ids": dict(intent.ids),
            "priority": intent.priority,
            "due_at": intent.due_at or due_at,
            "expires_at": intent.expires_at or expires_at,
        }
        for intent in intents
    ]
    if values:
        wanted = insert(unit, deliveries).values(values)
        await unit.connection.execute(wanted.on_conflict_do_nothing())


async def is_promised(unit: Unit, owner: Owner, kind: str, subject: str) -> bool:
    """Whether this kind was ever promised about that subject."""
    found = await unit.connection.execute(
        select(deliveries.c.id)
        .where(*_of_kind(owner, kind), deliveries.c.subject == subject)
        .limit(1)
    )
    return found.first() is not None


async def last_date(unit: Unit, owner: Owner, kind: str) -> date | None:
    """The latest local date for which this kind was promised."""
    found = await unit.connection.execute(
        select(func.max(deliveries.c.local_date)).where(*_of_kind(owner, kind))
    )
    latest: date | None = found.scalar_one_or_none()
    return latest


async def hasten(unit: Unit, owner: Owner, kind: str, local_date: date, now: datetime) -> None:
    """Send what waits of this kind and date now: what it waited for has happened."""
    later = (deliveries.c.state == "pending", deliveries.c.due_at > now)
    await unit.connection.execute(
        update(deliveries).where(*_of_day(owner, kind, local_date), *later).values(due_at=now)
    )


def _of_kind(owner: Owner, kind: str) -> tuple[ColumnElement[bool], ...]:
    return (
        deliveries.c.owner_kind == owner.kind,
        deliveries.c.owner_id == owner.id,
        deliveries.c.kind == str(kind),
    )


def _of_day(owner: Owner, kind: str, local_date: date) -> tuple[ColumnElement[bool], ...]:
    return (*_of_kind(owner, kind), deliveries.c.local_date == local_date)


async def migrate(unit: Unit, old: int, new: int) -> None:
    """The group's chat has a new id: everything that waits goes there."""
    await unit.connection.execute(
        update(deliveries).where(deliveries.c.chat_id == old).values(chat_id=new)
    )
