"""Who would run with whom: one athlete's own answer about another; both make buddies."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, delete, or_, select

from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import buddies


async def say(
    unit: Unit, squad_id: int, athlete_id: int, other_id: int, *, wants: bool | None, now: datetime
) -> None:
    """Keep what `athlete_id` says about `other_id`; None: asked, and not answered yet."""
    keys = {"squad_id": squad_id, "athlete_id": athlete_id, "other_id": other_id}
    new = insert(unit, buddies).values(**keys, wants=wants, asked_at=now)
    await unit.connection.execute(
        new.on_conflict_do_update(index_elements=list(keys), set_={"wants": wants})
    )


async def said(unit: Unit, squad_id: int, athlete_id: int) -> dict[int, bool | None]:
    """What this athlete says of the others."""
    statement = select(buddies.c.other_id, buddies.c.wants).where(
        buddies.c.squad_id == squad_id, buddies.c.athlete_id == athlete_id
    )
    return {row.other_id: row.wants for row in await unit.connection.execute(statement)}


async def heard(unit: Unit, squad_id: int, athlete_id: int) -> dict[int, bool | None]:
    """What the others say of this athlete."""
    statement = select(buddies.c.athlete_id, buddies.c.wants).where(
        buddies.c.squad_id == squad_id, buddies.c.other_id == athlete_id
    )
    return {row.athlete_id: row.wants for row in await unit.connection.execute(statement)}


async def part(unit: Unit, squad_id: int, athlete_id: int) -> None:
    """Somebody seeks nobody any more; a no that others said stays, so that none is asked twice."""
    about_them = and_(buddies.c.other_id == athlete_id, buddies.c.wants.is_not(False))
    mine = or_(buddies.c.athlete_id == athlete_id, about_them)
    await unit.connection.execute(delete(buddies).where(buddies.c.squad_id == squad_id, mine))
