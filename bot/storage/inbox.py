"""Updates as they came in: stored before they are confirmed, handled once, in order per person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, or_, select, update

from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import inbox

UNFINISHED = ("new", "applied")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update to be stored: its id, whose it is (user or chat id) and Telegram's JSON."""

    update_id: int
    key: int
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update that is being handled; `outcome` is set if its use case is already applied."""

    update_id: int
    key: int
    raw: Mapping[str, Any] | None
    state: str
    outcome: Mapping[str, object] | None
    attempts: int


async def store(unit: Unit, arrivals: Sequence[Arrival], now: datetime) -> None:
    """Keep them; one that is here already stays as it is."""
    if not arrivals:
        return
    values = [
        {"update_id": one.update_id, "key": one.key, "raw": one.raw, "received_at": now}
        for one in arrivals
    ]
    await unit.connection.execute(insert(unit, inbox).values(values).on_conflict_do_nothing())


async def claim(
    unit: Unit,
    owner: str,
    limit: int,
    *,
    now: datetime,
    lease: timedelta,
    in_hand: Collection[int] = (),
) -> list[InboxRow]:
    """Take the oldest rows that may be handled now: of each key only its oldest unfinished one.

    `in_hand` are the ids at work in this very process: they are its own, however old their lease.
    """
    ready = (
        select(inbox.c.update_id)
        .where(*_free(now, in_hand), _is_oldest())
        .order_by(inbox.c.update_id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("ready")  # a subquery may be run more than once, and then takes more than the limit
    )
    taken = await unit.connection.execute(
        update(inbox)
        .where(inbox.c.update_id.in_(select(ready.c.update_id)))
        .values(owner=owner, lease_until=now + lease, attempts=inbox.c.attempts + 1)
        .returning(*_COLUMNS)
    )
    return sorted(map(_row, taken), key=lambda row: row.update_id)


async def waiting(unit: Unit, now: datetime, in_hand: Collection[int] = ()) -> bool:
    """Whether anything is there that nobody works on and that may be handled now."""
    found = await unit.connection.execute(
        select(inbox.c.update_id).where(*_free(now, in_hand)).limit(1)
    )
    return found.first() is not None


def _free(now: datetime, in_hand: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    return (
        inbox.c.state.in_(UNFINISHED),
        inbox.c.update_id.not_in(in_hand),
        or_(inbox.c.lease_until.is_(None), inbox.c.lease_until <= now),
        or_(inbox.c.not_before.is_(None), inbox.c.not_before <= now),
    )


def _is_oldest() -> ColumnElement[bool]:
    older = inbox.alias("older")
    return ~exists().where(
        older.c.key == inbox.c.key,
        older.c.state.in_(UNFINISHED),
        older.c.update_id < inbox.c.update_id,
    )


async def apply(unit: Unit, update_id: int, owner: str, outcome: Mapping[str, object]) -> bool:
    """Keep the outcome beside the changes it tells of; False if the row is not this owner's."""
    changed = await unit.connection.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id, inbox.c.owner == owner, inbox.c.state == "new")
        .values(state="applied", outcome=dict(outcome))
    )
    return changed.rowcount == 1


async def is_applied(unit: Unit, update_id: int, owner: str) -> bool:
    """Whether this owner holds the row and has applied it already."""
    found = await unit.connection.execute(
        select(inbox.c.update_id).where(
            inbox.c.update_id == update_id, inbox.c.owner == owner, inbox.c.state == "applied"
        )
    )
    return found.first() is not None


async def finish(unit: Unit, update_id: int, owner: str, *, failed: bool = False) -> None:
    """Done, and what was said is forgotten; or failed, and kept for whoever looks into it."""
    values: dict[str, object] = {"state": "failed"} if failed else {"state": "done", "raw": None}
    await unit.connection.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id, inbox.c.owner == owner)
        .values(owner=None, lease_until=None, **values)
    )


async def postpone(
    unit: Unit, update_id: int, owner: str, until: datetime, *, counted: bool
) -> None:
    """Give the row back until then; an attempt that nobody here is to blame for is not counted."""
    attempts = inbox.c.attempts if counted else inbox.c.attempts - 1
    await unit.connection.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id, inbox.c.owner == owner)
        .values(owner=None, lease_until=None, not_before=until, attempts=attempts)
    )


async def renew(unit: Unit, owner: str, in_hand: Collection[int], until: datetime) -> None:
    """Say that this owner is still at work on these."""
    await unit.connection.execute(
        update(inbox)
        .where(inbox.c.owner == owner, inbox.c.update_id.in_(in_hand))
        .values(lease_until=until)
    )


async def release(unit: Unit, owner: str) -> None:
    """Give back all that this owner holds, at once and uncounted: it stops."""
    await unit.connection.execute(
        update(inbox)
        .where(inbox.c.owner == owner, inbox.c.state.in_(UNFINISHED))
        .values(owner=None, lease_until=None, attempts=inbox.c.attempts - 1)
    )


async def inherit(unit: Unit, owner: str) -> None:
    """Take the leases from every other owner: they are known to be dead."""
    await unit.connection.execute(
        update(inbox)
        .where(inbox.c.owner != owner, inbox.c.state.in_(UNFINISHED))
        .values(owner=None, lease_until=None)
    )


async def next_at(unit: Unit, now: datetime) -> datetime | None:
    """When the next row that nobody holds may be handled; None: there is none."""
    found = await unit.connection.execute(
        select(inbox.c.not_before).where(
            inbox.c.state.in_(UNFINISHED), inbox.c.owner.is_(None), _is_oldest()
        )
    )
    return min((at or now for at in found.scalars()), default=None)


async def sweep(unit: Unit, before: datetime) -> None:
    """Forget finished updates that came before then: Telegram repeats none that old."""
    await unit.connection.execute(
        delete(inbox).where(inbox.c.state.not_in(UNFINISHED), inbox.c.received_at < before)
    )


_COLUMNS = (
    inbox.c.update_id,
    inbox.c.key,
    inbox.c.raw,
    inbox.c.state,
    inbox.c.outcome,
    inbox.c.attempts,
)


def _row(row: Row[*tuple[Any, ...]]) -> InboxRow:
    return InboxRow(*row)
