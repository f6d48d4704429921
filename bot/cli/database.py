"""The verbs about the database: health, backup, restore, db."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import RealClock
from bot.delivery.election import is_healthy
from bot.delivery.patience import Patience
from bot.storage import backup as copies
from bot.storage import migrate as tables
from bot.storage.engine import Database

OK, FAILED = 0, 1


async def health(url: str, _options: Namespace) -> int:
    """Whether a coach that runs on this database keeps up."""
    async with _opened(url) as database, database.read() as unit:
        well = await is_healthy(unit, RealClock().now(), Patience().poller)
    _tell("ok" if well else "no coach has kept up for a minute")
    return OK if well else FAILED


async def backup(url: str, options: Namespace) -> int:
    """Copy it."""
    async with _opened(url) as database:
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
    """This release's tables, or an older one's."""
    async with _opened(url) as database:
        if options.direction == "upgrade":
            await tables.upgrade(database)
        else:
            await tables.downgrade(database, options.to)
        at = await tables.revision(database)
    _tell(f"The database is at {at or 'base'}.")
    return OK


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Database]:
    database = await Database.open(url)
    try:
        yield database
    finally:
        await database.close()


def _tell(line: str) -> None:
    print(line)  # noqa: T201 - a command's answer
