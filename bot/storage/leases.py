"""Named leases: who may do what only one process may do, such as poll Telegram."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, or_, select

from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import leases


async def acquire(unit: Unit, name: str, owner: str, now: datetime, until: datetime) -> bool:
    """Take or renew the lease; False if another owner holds it."""
    wanted = insert(unit, leases).values(name=name, owner=owner, until=until)
    taken = await unit.connection.execute(
        wanted.on_conflict_do_update(
            index_elements=[leases.c.name],
            set_={"owner": owner, "until": until},
            where=or_(leases.c.owner == owner, leases.c.until <= now),
        ).returning(leases.c.owner)
    )
    return bool(taken.scalar_one_or_none() == owner)


async def release(unit: Unit, name: str, owner: str) -> None:
    """Give the lease up, if it is this owner's."""
    await unit.connection.execute(
        delete(leases).where(leases.c.name == name, leases.c.owner == owner)
    )


async def inherit(unit: Unit, owner: str) -> None:
    """Take the leases from every other owner: they are known to be dead."""
    await unit.connection.execute(delete(leases).where(leases.c.owner != owner))


async def until(unit: Unit, name: str) -> datetime | None:
    """Until when somebody holds it; None if nobody ever did or it was given up."""
    found = await unit.connection.execute(select(leases.c.until).where(leases.c.name == name))
    return found.scalar_one_or_none()
