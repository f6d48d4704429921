"""SQLite's own ways to copy a database in use; synchronous, for a thread."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.errors import DatabaseError


def copy(source: Path, target: Path) -> None:
    """A compact snapshot; writers go on meanwhile. A plain copy of the file would lose the WAL."""
    with closing(sqlite3.connect(source, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as written:
        _sound(written, target)


def revision(source: Path) -> str | None:
    """The revision of the backup's tables; DatabaseError if the file is damaged."""
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        _sound(connection, source)
        known = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        if connection.execute(known).fetchone() is None:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def put_back(source: Path, target: Path) -> None:
    """Write the backup over the database in one transaction, under SQLite's own locks.

    Leases stay behind: whoever held one when the backup was made polls no more.
    """
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as backup,
        closing(sqlite3.connect(target)) as database,
    ):
        backup.backup(database)
        database.execute("DELETE FROM leases")
        database.commit()


def _sound(connection: sqlite3.Connection, path: Path) -> None:
    if (found := connection.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
        raise DatabaseError(f"The file {path} is damaged: {found}.")
