"""The verbs about the database: health, backup, restore, db."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import RealClock
from bot.config import ConfigError
from bot.delivery.election import is_healthy
from bot.delivery.patience import Patience
from bot.storage import backup as copies
from bot.storage import migrate as tables
from bot.storage.engine import Database
from bot.storage.errors import DatabaseError
from bot.storage.url import is_sqlite, normalise_url

OK, FAILED = 0, 1
WAYS = "0001, or --to base for no tables at all"


async def health(url: str, _options: Namespace) -> int:
    """Whether a coach that runs on this database keeps up; only looks."""
    async with _found(url) as database, database.read() as unit:
        well = await is_healthy(unit, RealClock().now(), Patience().poller)
    _tell("ok" if well else "no coach has kept up for a minute")
    return OK if well else FAILED


async def backup(url: str, options: Namespace) -> int:
    """Copy it; only looks at the database itself."""
    async with _found(url) as database:
        await copies.backup(database, options.file)
    _tell(f"Saved to {options.file}.")
    return OK


async def restore(url: str, options: Namespace) -> int:
    """Bring a copy back."""
    async with _opened(url) as database:
        now = RealClock().now()
        await copies.restore(database, options.file, now=now, replace=options.replace)
    _tell(f"Restored from {options.file}.")
    return OK


async def migrate(url: str, options: Namespace) -> int:
    """This release's tables, or an older one's: only where it is said, for that loses rows."""
    back = options.direction == "downgrade"
    if back and options.to is None:
        raise ConfigError(f"db downgrade loses what older tables cannot hold: say --to {WAYS}")
    if options.to is not None and not back:
        raise ConfigError("db upgrade knows where to go: leave --to away")
    async with _opened(url) as database:
        if back:
            await copies.refuse_if_running(database, RealClock().now())
            await tables.downgrade(database, options.to)
        else:
            await tables.upgrade(database)
        at = await tables.revision(database)
    _tell(f"The database is at {at or tables.BASE}.")
    return OK


@asynccontextmanager
async def _opened(url: str, *, prove: bool = True) -> AsyncIterator[Database]:
    database = await Database.open(url, prove=prove)
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _found(url: str) -> AsyncIterator[Database]:
    """A database that is there: looking for one must not make an empty one."""
    _look_for(url)
    async with _opened(url, prove=False) as database:
        if await tables.revision(database) is None:
            raise DatabaseError("The database holds no coach yet: check DATABASE_URL.")
        yield database


def _look_for(url: str) -> None:
    parsed = normalise_url(url)
    if is_sqlite(parsed) and not Path(str(parsed.database)).is_file():
        raise DatabaseError(f"There is no database at {parsed.database} yet: check DATABASE_URL.")


def _tell(line: str) -> None:
    print(line)
