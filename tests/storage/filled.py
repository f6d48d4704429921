"""A row of made-up values in every table there is, for tests that must not overlook one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Date,
    Float,
    Integer,
    MetaData,
    Table,
    Text,
    select,
)

from bot.storage.athletes import PROFILE
from bot.storage.engine import Database
from bot.storage.tables import Instant, metadata
from tests.storage.samples import ATHLETE

_NAMED: dict[str, Any] = {
    "units": "km",
    "dial": "normal",
    "owner_kind": "athlete",
    "format": 1,
    "profile": PROFILE.write(ATHLETE),
    "answer": "in",
}
_STATES = {
    "athletes": "active",
    "inbox": "failed",
    "squads": "active",
    "squad_sessions": "planned",
}


def value(column: Column[Any], number: int) -> Any:
    """Something that tells the row's number, and fits."""
    if column.foreign_keys or column.name in {"id", "owner_id"}:
        return str(number) if isinstance(column.type, Text) else number
    if column.name in {"key", "user_id"}:
        return 10**12 + number
    if column.name == "state":
        return _STATES.get(column.table.name, "pending")
    return _NAMED.get(column.name) or _by_type(column, number)


def _by_type(column: Column[Any], number: int) -> Any:
    match column.type:
        case Boolean():
            return number % 2 == 0
        case Integer():
            return number
        case Float():
            return number + 0.5
        case Date():
            return date(2026, 5, 4) + timedelta(days=number)
        case Instant():
            return datetime(2026, 5, 4, 5, 6, 7, 8000, tzinfo=UTC) + timedelta(hours=number)
        case JSON():
            return {"told by": [number, None, "ü"]}
        case _:
            return f"{column.name} {number}"


def fill(connection: Connection, *numbers: int, tables: MetaData = metadata) -> None:
    """One row in every table for each number, each belonging to the athlete of that number."""
    for table in tables.sorted_tables:
        connection.execute(
            table.insert(), [{c.name: value(c, n) for c in table.columns} for n in numbers]
        )


def rows(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    """The table's content in the order of its key."""
    return [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]


async def fill_database(database: Database, *numbers: int) -> None:
    """`fill`, in a transaction of its own."""
    async with database.write() as unit:
        await unit.connection.run_sync(fill, *numbers)


async def content(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    async with database.read() as unit:
        return {
            table.name: await unit.connection.run_sync(rows, table)
            for table in metadata.sorted_tables
        }
