"""What is owed and when: one row for each owner and kind, asked for by one indexed query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, RowMapping, Select, delete, func, select, update

from bot.schedule import (
    REPEATING,
    Dial,
    DueKind,
    Hours,
    local_day,
    morning_after_change,
    next_due,
)
from bot.storage import deliveries
from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.owner import Owner
from bot.storage.tables import athletes, dues, squad_sessions, squads


@dataclass(frozen=True, slots=True)
class Due:
    """One thing owed at an instant; `hours` and `chat_id` are the athlete's, None for a squad."""

    id: int
    owner: Owner
    kind: str
    at: datetime
    hours: Hours | None
    chat_id: int | None


async def due(unit: Unit, now: datetime, limit: int) -> list[Due]:
    """The longest due first; others may see the same, so `take` each before it is settled."""
    found = await unit.connection.execute(
        _with_hours().where(dues.c.at <= now).order_by(dues.c.at, dues.c.id).limit(limit)
    )
    return [_due(row) for row in found]


async def take(unit: Unit, due: Due) -> bool:
    """Have its owner to oneself until the unit ends; False: in other hands, or not due any more.

    Use cases lock the person first and what they are owed last, so this does too, and waits for
    nobody: two who lock the other way round wait for each other. Who is gone is in nobody's hands.
    """
    whose = _OWNERS[due.owner.kind]
    mine = select(whose.c.id).where(whose.c.id == due.owner.id)
    free = mine.with_for_update(key_share=True, skip_locked=True)
    if await _none(unit, free) and not await _none(unit, mine):
        return False
    return not await _none(unit, select(dues.c.id).where(dues.c.id == due.id, dues.c.at == due.at))


_OWNERS = {"athlete": athletes, "squad": squads, "session": squad_sessions}


async def _none(unit: Unit, wanted: Select[Any]) -> bool:
    return (await unit.connection.execute(wanted)).first() is None


async def put(unit: Unit, owner: Owner, kind: str, at: datetime | None) -> None:
    """Owe this kind at that instant, whatever was set before; None: owe it no more."""
    if at is None:
        await unit.connection.execute(delete(dues).where(*_row_of(owner, kind)))
        return
    wanted = insert(unit, dues).values(
        owner_kind=owner.kind, owner_id=owner.id, athlete_id=owner.athlete_id, kind=kind, at=at
    )
    await unit.connection.execute(
        wanted.on_conflict_do_update(
            index_elements=[dues.c.owner_kind, dues.c.owner_id, dues.c.kind], set_={"at": at}
        )
    )


async def put_first(unit: Unit, owner: Owner, kind: str, at: datetime) -> None:
    """Owe this kind at that instant unless it is owed already."""
    wanted = insert(unit, dues).values(
        owner_kind=owner.kind, owner_id=owner.id, athlete_id=owner.athlete_id, kind=kind, at=at
    )
    await unit.connection.execute(wanted.on_conflict_do_nothing())


async def move(unit: Unit, due: Due, at: datetime | None) -> None:
    """Set the next instant, unless the row was set anew meanwhile; None: owe it no more."""
    mine = (dues.c.id == due.id, dues.c.at == due.at)
    await unit.connection.execute(
        delete(dues).where(*mine) if at is None else update(dues).where(*mine).values(at=at)
    )


async def clear(unit: Unit, owner: Owner) -> None:
    """Owe nothing any more: a pause."""
    await unit.connection.execute(
        delete(dues).where(dues.c.owner_kind == owner.kind, dues.c.owner_id == owner.id)
    )


async def plan_ahead(unit: Unit, athlete_id: int, hours: Hours, now: datetime) -> None:
    """Set what repeats, at the start and whenever zone, hours or dial change.

    No morning comes twice and no day that was owed one goes without. What was asked for once stays
    as it is.
    """
    owner = Owner.athlete(athlete_id)
    owed = await at(unit, owner, DueKind.MORNING)
    for kind in REPEATING:
        due = next_due(kind, hours, now)
        if kind is DueKind.MORNING and owed is not None:
            due = morning_after_change(hours, now, await last_served(unit, owner, hours, owed))
        await put(unit, owner, kind, due)


async def last_served(unit: Unit, owner: Owner, hours: Hours, owed: datetime) -> date:
    """The latest date that had its morning; before the first one, the day before that is owed."""
    served = await deliveries.last_date(unit, owner, DueKind.MORNING)
    return served or local_day(owed, hours.zone) - timedelta(days=1)


async def at(unit: Unit, owner: Owner, kind: str) -> datetime | None:
    """When this is due; None: it is not owed."""
    found = await unit.connection.execute(select(dues.c.at).where(*_row_of(owner, kind)))
    return found.scalar_one_or_none()


async def next_at(unit: Unit) -> datetime | None:
    """The earliest instant at which anything is due."""
    found = await unit.connection.execute(select(func.min(dues.c.at)))
    earliest: datetime | None = found.scalar_one_or_none()
    return earliest


async def with_mornings(unit: Unit, after: int, limit: int) -> list[Due]:
    """Mornings of athletes with an id above `after`, in order: for a walk through all of them."""
    found = await unit.connection.execute(
        _with_hours()
        .where(dues.c.kind == DueKind.MORNING.value, athletes.c.id > after)
        .order_by(athletes.c.id)
        .limit(limit)
    )
    return [_due(row) for row in found]


def _row_of(owner: Owner, kind: str) -> tuple[Any, ...]:
    return dues.c.owner_kind == owner.kind, dues.c.owner_id == owner.id, dues.c.kind == str(kind)


_HOURS = (
    athletes.c.id,
    athletes.c.chat_id,
    athletes.c.zone,
    athletes.c.morning_minute,
    athletes.c.weekend_minute,
    athletes.c.evening_minute,
    athletes.c.running_minute,
    athletes.c.dial,
)


def _with_hours() -> Select[*tuple[Any, ...]]:
    mine = dues.outerjoin(athletes, dues.c.athlete_id == athletes.c.id)
    return select(dues, *_HOURS).select_from(mine)


def _due(row: Row[*tuple[Any, ...]]) -> Due:
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's name for its own public mapping
    owner = Owner(found[dues.c.owner_kind], found[dues.c.owner_id])
    hours = None if found[athletes.c.id] is None else _hours(found)
    return Due(
        found[dues.c.id],
        owner,
        found[dues.c.kind],
        found[dues.c.at],
        hours,
        found[athletes.c.chat_id],
    )


def _hours(found: RowMapping) -> Hours:
    return Hours(
        zone=found[athletes.c.zone],
        morning=found[athletes.c.morning_minute],
        weekend=found[athletes.c.weekend_minute],
        evening=found[athletes.c.evening_minute],
        running=found[athletes.c.running_minute],
        dial=Dial(found[athletes.c.dial]),
    )
