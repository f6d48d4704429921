"""Bring the database up to date by itself at start, or back; all of it in one transaction."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.engine import Database
from bot.storage.errors import DatabaseError, one_line, plainly
from bot.storage.url import is_sqlite

BASE = "base"
"""Alembic's name for no tables at all."""
_FILE = re.compile(r"(\d{4})_\w+\.py")
_LOCK = 0x6E65787467656172  # "nextgear" in ASCII: everybody who migrates asks for this one number
_PATIENCE_MS = 60_000


def revisions() -> tuple[str, ...]:
    """The revisions this release knows, oldest first: their files' names, without alembic."""
    names = (entry.name for entry in (files("migrations") / "versions").iterdir())
    return tuple(sorted(found[1] for name in names if (found := _FILE.fullmatch(name))))


async def revision(database: Database) -> str | None:
    """The revision the database is at; None for an empty one."""
    async with database.read() as unit:
        return await unit.connection.run_sync(_revision)


async def upgrade(database: Database) -> None:
    """Up to this release's tables; DatabaseError if a newer release has been here."""
    if await _known(database) != revisions()[-1]:
        # alembic costs start-up time and memory: only when there is work
        await _migrate(database, lambda command, config: command.upgrade(config, "head"))


async def downgrade(database: Database, to: str) -> None:
    """Back to an older release's tables; "base" leaves none. DatabaseError if that is not older."""
    at = await _known(database)
    ways = [BASE, *(each for each in revisions() if at is not None and each < at)]
    if to not in ways:
        raise DatabaseError(f"The database is at {at or BASE}: it can go to {', '.join(ways)}.")
    await _migrate(database, lambda command, config: command.downgrade(config, to))


async def _known(database: Database) -> str | None:
    """The revision it is at, if this release knows that one."""
    at = await revision(database)
    if at is not None and at not in revisions():
        raise DatabaseError(
            f"The database is at revision {at}, made by a newer Nextgear (this one knows"
            f" {revisions()[-1]}): install that release, or restore a backup."
        )
    return at


@asynccontextmanager
async def migrating(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction of its own for changing tables: nobody else's at the same time, no cascades."""
    with plainly():
        async with database.writer.connect() as connection:
            if is_sqlite(database.url):
                async with _without_foreign_keys(connection), connection.begin():
                    yield connection
                    await _check_foreign_keys(connection)
            else:
                async with connection.begin():
                    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                    yield connection


@asynccontextmanager
async def _without_foreign_keys(connection: AsyncConnection) -> AsyncIterator[None]:
    """Off before the transaction begins: inside one the pragma does nothing, and recreating a table
    would then delete every child row by cascade."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    (patience,) = await driver.execute_fetchall("PRAGMA busy_timeout")
    await driver.execute_fetchall(f"PRAGMA busy_timeout={_PATIENCE_MS}")
    await driver.execute_fetchall("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        await driver.execute_fetchall("PRAGMA foreign_keys=ON")
        await driver.execute_fetchall(f"PRAGMA busy_timeout={patience[0]}")


async def _check_foreign_keys(connection: AsyncConnection) -> None:
    if lost := (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all():
        raise DatabaseError(
            f"The database was left as it was: {len(lost)} rows of {lost[0][0]} would have lost"
            " what they belong to."
        )


async def _migrate(database: Database, step: Callable[[Any, Any], None]) -> None:
    from alembic import command  # noqa: PLC0415 - a start that is up to date never pays for it
    from alembic.config import Config  # noqa: PLC0415 - same

    def run(connection: Connection) -> None:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(files("migrations")))
        config.set_main_option("path_separator", "os")
        try:
            step(command, config)
        except SQLAlchemyError as error:
            raise DatabaseError(
                f"The database was left as it was, changing its tables failed: {one_line(error)}."
            ) from error

    async with migrating(database) as connection:
        await connection.run_sync(run)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
