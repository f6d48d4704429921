"""Alembic's entry: the coach hands its open connection over; by hand, DATABASE_URL is opened."""

from __future__ import annotations

import asyncio
import os
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from bot.storage.engine import Database
from bot.storage.migrate import migrating
from bot.storage.tables import Instant, metadata


def in_plain_types(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """A revision keeps working when our own types have changed: it names SQLAlchemy's."""
    if kind == "type" and isinstance(value, Instant):
        return "sa.DateTime(timezone=True)"
    return False


def migrate(connection: Connection) -> None:
    """Run what alembic was asked for, inside the transaction that the connection is in."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        render_item=in_plain_types,
    )
    with context.begin_transaction():
        context.run_migrations()


async def by_hand() -> None:
    """`alembic revision --autogenerate` and its like, from a contributor's shell."""
    database = await Database.open(os.environ["DATABASE_URL"])
    try:
        async with migrating(database) as connection:
            await connection.run_sync(migrate)
    finally:
        await database.close()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    asyncio.run(by_hand())
