"""Everything held about one athlete as one JSON document, found by the tables' own foreign keys."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from bot.storage.athletes import Account
from bot.storage.engine import Unit
from bot.storage.tables import athletes, inbox, metadata

FORMAT = 1


async def everything(unit: Unit, athlete: Account, *, now: datetime) -> dict[str, Any]:
    """By table, every row that /forget would delete; a table that is added later is in it too."""
    held: dict[str, Any] = {"format": FORMAT, "made_at": now.isoformat()}
    for table in metadata.sorted_tables:
        condition = belongs_to(table, athlete)
        if condition is not None:
            held[table.name] = await _rows(unit, table, condition)
    return held


def belongs_to(table: Table, athlete: Account) -> ColumnElement[bool] | None:
    """Which of the table's rows are the athlete's; None for tables that hold nobody's data."""
    if table is athletes:
        return athletes.c.id == athlete.id
    if table is inbox:  # keyed by Telegram's id, since strangers write too
        return inbox.c.key == athlete.user_id
    for key in table.foreign_keys:
        if key.ondelete == "CASCADE":
            owner = belongs_to(key.column.table, athlete)
            if owner is not None:
                return key.parent.in_(select(key.column).where(owner))
    return None


async def _rows(unit: Unit, table: Table, condition: ColumnElement[bool]) -> list[dict[str, Any]]:
    found = select(table).where(condition).order_by(*table.primary_key)
    rows = (await unit.connection.execute(found)).mappings()
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
