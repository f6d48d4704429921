"""The database: one writer and read-only readers on SQLite, a pool on PostgreSQL."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.storage.errors import UnavailableError, file_at, plainly, told
from bot.storage.url import is_sqlite, normalise_url

READERS = 3
PATIENCE_MS = 5000
"""How long SQLite waits for another process's write."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of work: a connection inside its transaction."""

    connection: AsyncConnection

    @property
    def writes(self) -> bool:
        """Whether anything can be written through it."""
        sync = self.connection.sync_connection
        return sync is not None and not sync.get_execution_options().get("nextgear_reads")

    @property
    def statements(self) -> int:
        """How many statements this unit has sent so far; the transaction's own do not count."""
        sync = self.connection.sync_connection
        return int(sync.info.get("statements", 0)) if sync is not None else 0


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; `write()` and `read()` give one unit of work each."""

    url: URL
    writer: AsyncEngine
    reader: AsyncEngine

    @classmethod
    async def open(
        cls, url: str | URL, *, patience_ms: int = PATIENCE_MS, prove: bool = True
    ) -> Self:
        """Connect and prove that writing works; DatabaseUrlError or DatabaseError otherwise."""
        parsed = normalise_url(url) if isinstance(url, str) else url
        engines = _sqlite(parsed, patience_ms) if is_sqlite(parsed) else _postgresql(parsed)
        database = cls(parsed, *engines)
        if not prove:
            return database
        try:
            await _prove(database)
        except DBAPIError as error:  # an option in the URL that the driver does not know
            await database.close()
            raise told(error) from error
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def write(self, *, durable: bool = False) -> AsyncIterator[Unit]:
        """A transaction that commits at the end and rolls back on any error.

        `durable` outlives a power cut, not only `kill -9` (SQLite; PostgreSQL always does): for
        what is confirmed to somebody else once it is committed.
        """
        with plainly():
            async with self.writer.connect() as connection:
                await connection.execution_options(nextgear_durable=durable)
                async with connection.begin():
                    yield _unit(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Unit]:
        """A snapshot that nothing can be written through."""
        with plainly():
            async with self.reader.connect() as connection, connection.begin():
                yield _unit(connection)

    async def close(self) -> None:
        await self.writer.dispose()
        await self.reader.dispose()


def _unit(connection: AsyncConnection) -> Unit:
    if (sync := connection.sync_connection) is not None:
        sync.info["statements"] = 0
    return Unit(connection)


def _sqlite(url: URL, patience_ms: int) -> tuple[AsyncEngine, AsyncEngine]:
    # One writing connection is as fast as five, and waiting for it is fair.
    writer = create_async_engine(url, pool_size=1, max_overflow=0, hide_parameters=True)
    reader = create_async_engine(url, pool_size=READERS, max_overflow=0, hide_parameters=True)
    waiting = f"busy_timeout={patience_ms}"
    to_write = _set_up(waiting, "synchronous=NORMAL", "foreign_keys=ON")
    event.listen(writer.sync_engine, "connect", to_write)
    event.listen(reader.sync_engine, "connect", _set_up(waiting, "query_only=ON"))
    event.listen(writer.sync_engine, "begin", _begin_immediate)
    event.listen(reader.sync_engine, "begin", _begin)
    for engine in (writer, reader):
        event.listen(engine.sync_engine, "before_cursor_execute", _count)
    return writer, reader.execution_options(nextgear_reads=True)


def _postgresql(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    engine = create_async_engine(
        url,
        pool_pre_ping=True,
        hide_parameters=True,
        # Prepared statements do not survive pgbouncer's transaction mode.
        connect_args={"prepare_threshold": None, "connect_timeout": 10},
    )
    event.listen(engine.sync_engine, "before_cursor_execute", _count)
    return engine, engine.execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True, nextgear_reads=True
    )


def _set_up(*pragmas: str) -> Callable[[Any, object], None]:
    def on_connect(connection: Any, _record: object) -> None:
        # Python's own transactions begin only before a write and lose updates: ours begin by event.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return on_connect


def _begin_immediate(connection: Connection) -> None:
    wanted = "FULL" if connection.get_execution_options().get("nextgear_durable") else "NORMAL"
    if connection.info.get("synchronous", "NORMAL") != wanted:  # not to be set once it has begun
        connection.exec_driver_sql(f"PRAGMA synchronous={wanted}")
        connection.info["synchronous"] = wanted
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _count(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
    if not statement.startswith(("BEGIN", "PRAGMA")):
        connection.info["statements"] = connection.info.get("statements", 0) + 1


async def _prove(database: Database) -> None:
    """Connect and take the write lock once; on SQLite make the file, for its owner only, first."""
    if is_sqlite(database.url):
        _make_file(Path(database.url.database or ""))
        await _switch_to_wal(database)
    async with database.write():
        pass


def _make_file(path: Path) -> None:
    with file_at(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


async def _switch_to_wal(database: Database) -> None:
    """The mode stays in the file; SQLite does not wait by itself for another who switches it."""
    for _ in range(PATIENCE_MS // 100):
        try:
            with plainly():
                async with database.writer.connect() as connection:
                    driver: Any = (await connection.get_raw_connection()).driver_connection
                    await driver.execute_fetchall("PRAGMA journal_mode=WAL")
                    return
        except UnavailableError:
            await asyncio.sleep(0.1)
    raise UnavailableError("The database is locked by another process: stop that one first.")
