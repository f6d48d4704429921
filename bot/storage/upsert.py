"""Insert a row, or write over the one with the same key."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table

from bot.storage.engine import Unit
from bot.storage.insert import insert


async def upsert(unit: Unit, table: Table, **values: Any) -> None:
    """Insert the row, or write all that is no key into the one with the same primary key."""
    keys = [column.name for column in table.primary_key]
    new = insert(unit, table).values(**values)
    changed = {name: new.excluded[name] for name in values if name not in keys}
    await unit.connection.execute(new.on_conflict_do_update(index_elements=keys, set_=changed))
