"""Deliveries on their way: claimed, fenced, sent and settled.

pending → claimed → (fence: called_at) → sent; beside them uncertain (to be sent again after a quiet
minute), held (uncertain and not to be repeated), dropped, expired and dead. For a row that waits,
`lease_until` is the instant before which it must not be tried.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, delete, or_, select, update

from bot.storage.deliveries import WAITING, Delivery
from bot.storage.engine import Unit
from bot.storage.owner import Owner
from bot.storage.tables import deliveries


@dataclass(frozen=True, slots=True)
class Adopted:
    """A delivery that a tap has proved; `other` is the copy that was known before."""

    delivery: Delivery
    other: int | None


async def claim(
    unit: Unit, token: str, limit: int, now: datetime, lease: timedelta
) -> list[Delivery]:
    """Take the most urgent that may be sent now."""
    ready = (
        select(deliveries.c.id)
        .where(*_may_go(now))
        .order_by(deliveries.c.priority, deliveries.c.due_at, deliveries.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("ready")  # a subquery may be run more than once, and then takes more than the limit
    )
    taken = await unit.connection.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(select(ready.c.id)))
        .values(
            state="claimed",
            token=token,
            lease_until=now + lease,
            called_at=None,
            attempts=deliveries.c.attempts + 1,
        )
        .returning(*_COLUMNS, deliveries.c.priority)
    )
    rows = sorted(taken, key=lambda row: (row.priority, row.due_at, row.id))
    return [_delivery(row) for row in rows]


async def waiting(unit: Unit, now: datetime) -> bool:
    """Whether anything may be sent now."""
    found = await unit.connection.execute(select(deliveries.c.id).where(*_may_go(now)).limit(1))
    return found.first() is not None


def _may_go(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        deliveries.c.state.in_(WAITING),
        deliveries.c.due_at <= now,
        deliveries.c.expires_at > now,
        or_(deliveries.c.lease_until.is_(None), deliveries.c.lease_until <= now),
    )


async def fence(unit: Unit, delivery: Delivery, now: datetime, lease: timedelta) -> bool:
    """The last word before the wire; False: not ours any more, forgotten or too late."""
    crossed = await unit.connection.execute(
        update(deliveries)
        .where(*_ours(delivery), deliveries.c.expires_at > now)
        .values(called_at=now, lease_until=now + lease)
    )
    return crossed.rowcount == 1


async def mark_sent(unit: Unit, delivery: Delivery, message_id: int) -> bool:
    """It arrived as this message; False: another copy has been adopted meanwhile, or all is gone.

    A row that was given up for uncertain while we were on the wire is certain now; one that a tap
    on this very message has settled is ours all the same.
    """
    given_up = deliveries.c.state.in_(("uncertain", "held"))
    tapped = deliveries.c.message_id == message_id
    marked = await unit.connection.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery.id, or_(and_(*_ours(delivery)), given_up, tapped))
        .values(state="sent", message_id=message_id, token=None, lease_until=None, error=None)
    )
    return marked.rowcount == 1


async def end(unit: Unit, delivery: Delivery, state: str, error: str | None = None) -> bool:
    """Dropped, dead or held: nothing more will be tried."""
    return await _settle(unit, delivery, state=state, error=error)


async def postpone(unit: Unit, delivery: Delivery, until: datetime, *, counted: bool) -> bool:
    """It certainly was not sent: try again then."""
    return await _settle(
        unit,
        delivery,
        state="pending",
        lease_until=until,
        called_at=None,
        attempts=delivery.attempts if counted else delivery.attempts - 1,
    )


async def doubt(unit: Unit, delivery: Delivery, until: datetime, error: str) -> bool:
    """It may have arrived: send again then, unless evidence of arrival comes first."""
    return await _settle(unit, delivery, state="uncertain", lease_until=until, error=error)


async def _settle(unit: Unit, delivery: Delivery, **values: object) -> bool:
    settled = await unit.connection.execute(
        update(deliveries)
        .where(*_ours(delivery))
        .values({"token": None, "lease_until": None, **values})
    )
    return settled.rowcount == 1


def _ours(delivery: Delivery) -> tuple[ColumnElement[bool], ...]:
    return (
        deliveries.c.id == delivery.id,
        deliveries.c.token == delivery.token,
        deliveries.c.state == "claimed",
    )


async def is_settled(unit: Unit, delivery_id: int, chat_id: int, message_id: int) -> bool:
    """Whether a tap on this message proves nothing new: it is known to be there, or unknown."""
    found = await unit.connection.execute(
        select(deliveries.c.state, deliveries.c.message_id).where(
            deliveries.c.id == delivery_id, deliveries.c.chat_id == chat_id
        )
    )
    row = found.first()
    return row is None or (row.state == "sent" and row.message_id == message_id)


async def adopt(unit: Unit, delivery_id: int, chat_id: int, message_id: int) -> Adopted | None:
    """A tap proves that this message arrived: it is the delivery now. None: nothing has changed."""
    row = await unit.connection.execute(
        select(*_COLUMNS, deliveries.c.state, deliveries.c.message_id)
        .where(deliveries.c.id == delivery_id, deliveries.c.chat_id == chat_id)
        .with_for_update()
    )
    found = row.first()
    if found is None or (found.state == "sent" and found.message_id == message_id):
        return None
    await unit.connection.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery_id)
        .values(state="sent", message_id=message_id, token=None, lease_until=None, error=None)
    )
    return Adopted(_delivery(found), found.message_id)


async def reap(
    unit: Unit,
    now: datetime,
    quiet: timedelta,
    resent: Collection[str],
    *,
    in_hand: Collection[int] = (),
) -> int:
    """Settle what dead workers left and what nobody wants any more; how many rows changed.

    Before the fence nothing was sent: pending. After it nobody knows: the kinds in `resent` go
    again after the quiet time, the others are held. `in_hand` are at work in this very process.
    """
    late = (
        deliveries.c.state == "claimed",
        deliveries.c.lease_until <= now,
        deliveries.c.id.not_in(in_hand),
    )
    again = deliveries.c.kind.in_([str(kind) for kind in resent])
    steps = (
        update(deliveries)
        .where(*late, deliveries.c.called_at.is_(None))
        .values(state="pending", token=None, lease_until=None),
        update(deliveries)
        .where(*late, deliveries.c.called_at.is_not(None))
        .values(
            state=case((again, "uncertain"), else_="held"),
            token=None,
            lease_until=now + quiet,
            error="the worker died between the fence and the mark",
        ),
        update(deliveries)
        .where(deliveries.c.state.in_(WAITING), deliveries.c.expires_at <= now)
        .values(
            state=case((deliveries.c.state == "pending", "expired"), else_="held"),
            lease_until=None,
        ),
    )
    return sum([(await unit.connection.execute(step)).rowcount for step in steps])


async def sweep(unit: Unit, before: datetime) -> None:
    """Forget what was settled and due before then."""
    await unit.connection.execute(
        delete(deliveries).where(
            deliveries.c.state.not_in((*WAITING, "claimed")), deliveries.c.due_at < before
        )
    )


async def inherit(unit: Unit, now: datetime) -> None:
    """Let every lease run out at once: all that hold one are known to be dead."""
    await unit.connection.execute(
        update(deliveries).where(deliveries.c.state == "claimed").values(lease_until=now)
    )


async def next_at(unit: Unit, now: datetime) -> datetime | None:
    """When a delivery may next be tried, expires, or is a dead worker's; None: none waits."""
    waits = case(
        (deliveries.c.lease_until > deliveries.c.due_at, deliveries.c.lease_until),
        else_=deliveries.c.due_at,
    )
    settled = case(
        (deliveries.c.state == "claimed", deliveries.c.lease_until),
        (waits > deliveries.c.expires_at, deliveries.c.expires_at),
        else_=waits,
    )
    found = await unit.connection.execute(
        select(settled.label("at"))
        .where(deliveries.c.state.in_((*WAITING, "claimed")))
        .order_by("at")
        .limit(1)
    )
    first = found.first()
    return None if first is None else max(first.at, now)


_COLUMNS = (
    deliveries.c.id,
    deliveries.c.owner_kind,
    deliveries.c.owner_id,
    deliveries.c.chat_id,
    deliveries.c.kind,
    deliveries.c.local_date,
    deliveries.c.subject,
    deliveries.c.due_at,
    deliveries.c.expires_at,
    deliveries.c.attempts,
    deliveries.c.ids,
    deliveries.c.token,
)


def _delivery(row: Row[*tuple[Any, ...]]) -> Delivery:
    return Delivery(
        row.id,
        Owner(row.owner_kind, row.owner_id),
        row.chat_id,
        row.kind,
        row.local_date,
        row.subject,
        row.due_at,
        row.expires_at,
        row.attempts,
        row.ids or {},
        row.token or "",
    )
