"""Small facts about the database itself: name and value."""

from __future__ import annotations

from sqlalchemy import select

from bot.storage.engine import Unit
from bot.storage.tables import meta
from bot.storage.upsert import upsert


async def get(unit: Unit, name: str) -> str | None:
    """The value kept under that name."""
    statement = select(meta.c.value).where(meta.c.name == name)
    return (await unit.connection.execute(statement)).scalar()


async def put(unit: Unit, name: str, value: str) -> None:
    """Keep the value under that name, over an earlier one."""
    await upsert(unit, meta, name=name, value=value)
