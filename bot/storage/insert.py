"""INSERT with ON CONFLICT, which SQLite and PostgreSQL spell alike and SQLAlchemy keeps apart."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.engine import Unit


def insert(unit: Unit, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert for this unit's database; both kinds have the same `on_conflict` methods."""
    if unit.connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
