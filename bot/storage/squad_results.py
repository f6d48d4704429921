"""Times that a coach typed for members, waiting for each member's own word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select, update

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import athletes, squad_results
from core.squad.result import ToldResult

TOLD = Noun("squad result", ToldResult)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One member's time in one session; `confirmed` None: they have not said yet."""

    id: int
    session_id: int
    athlete_id: int
    name: str
    told: ToldResult
    confirmed: bool | None = None


async def tell(
    unit: Unit, session_id: int, athlete_id: int, told: ToldResult, now: datetime
) -> int | None:
    """Keep what the coach typed, over what they typed before; None: it is the member's by now."""
    values = {"data": TOLD.write(told), "format": TOLD.format, "told_at": now}
    new = insert(unit, squad_results).values(
        session_id=session_id, athlete_id=athlete_id, refused_at=None, **values
    )
    kept = new.on_conflict_do_update(
        index_elements=[squad_results.c.session_id, squad_results.c.athlete_id],
        set_={**values, "refused_at": None},
        where=squad_results.c.confirmed_at.is_(None),
    )
    found = await unit.connection.execute(kept.returning(squad_results.c.id))
    number: int | None = found.scalar_one_or_none()
    return number


async def get(unit: Unit, result_id: int, user_id: int) -> ResultRow | None:
    """One of that person's own, by its id."""
    mine = (squad_results.c.id == result_id, athletes.c.user_id == user_id)
    row = (await unit.connection.execute(_named().where(*mine))).first()
    return None if row is None else _result(row)


async def of_session(unit: Unit, session_id: int) -> tuple[ResultRow, ...]:
    """Everybody's, confirmed or not, in the order they were typed."""
    statement = _named().where(squad_results.c.session_id == session_id)
    rows = await unit.connection.execute(statement.order_by(squad_results.c.id))
    return tuple(_result(row) for row in rows)


async def settle(unit: Unit, result_id: int, now: datetime, *, right: bool) -> bool:
    """The member's word; False if it was given before."""
    waiting = (
        squad_results.c.id == result_id,
        squad_results.c.confirmed_at.is_(None),
        squad_results.c.refused_at.is_(None),
    )
    column = "confirmed_at" if right else "refused_at"
    statement = update(squad_results).where(*waiting).values({column: now})
    return (await unit.connection.execute(statement)).rowcount == 1


def _named() -> Select[*tuple[Any, ...]]:
    return select(squad_results, athletes.c.name).join_from(
        squad_results, athletes, squad_results.c.athlete_id == athletes.c.id
    )


def _result(row: Row[Any]) -> ResultRow:
    said = True if row.confirmed_at else False if row.refused_at else None
    told = TOLD.read(row.data, row.format)
    return ResultRow(row.id, row.session_id, row.athlete_id, row.name, told, said)
