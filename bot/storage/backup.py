"""Copies of a database that is in use, and the way back; a backup is whole or it is not there."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, inspect, select

from bot.storage import backup_postgresql, backup_sqlite
from bot.storage.engine import Database, Unit
from bot.storage.errors import DatabaseError, file_at, plainly
from bot.storage.migrate import revisions
from bot.storage.tables import athletes, leases
from bot.storage.url import is_sqlite

_NIGHTLY = re.compile(r"nextgear-(\d{4}-\d\d-\d\d)\.(db|dump)")


async def backup(database: Database, target: Path, *, programs: Path | None = None) -> None:
    """Write a copy that only its owner can read; DatabaseError if there is a file already.

    `programs`: the folder of pg_dump and its like; without, they are looked for in PATH.
    """
    async with _whole(target) as part:
        if is_sqlite(database.url):
            with plainly():
                await asyncio.to_thread(backup_sqlite.copy, Path(str(database.url.database)), part)
        else:
            await backup_postgresql.dump(database.url, part, programs)


async def restore(
    database: Database,
    source: Path,
    *,
    now: datetime,
    replace: bool = False,
    programs: Path | None = None,
) -> None:
    """Put the backup in the database's place, all of it or nothing.

    DatabaseError while a coach runs on it, if the backup is damaged or a newer release's, and,
    unless `replace`, if the database already knows athletes.
    """
    await asyncio.to_thread(_readable, source)
    await refuse_if_running(database, now)
    if not replace:
        await _refuse_if_inhabited(database)
    if is_sqlite(database.url):
        with plainly():
            _known(await asyncio.to_thread(backup_sqlite.revision, source), source)
            target = Path(str(database.url.database))
            await asyncio.to_thread(backup_sqlite.put_back, source, target)
    else:
        _known(await backup_postgresql.revision(source, programs), source)
        await backup_postgresql.put_back(database.url, source, programs)


async def nightly(
    database: Database,
    folder: Path,
    today: date,
    *,
    keep_days: int,
    programs: Path | None = None,
) -> Path:
    """Today's backup in the folder (once a day), and none there older than `keep_days`."""
    ending = "db" if is_sqlite(database.url) else "dump"
    target = folder / f"nextgear-{today}.{ending}"
    if not await asyncio.to_thread(target.exists):
        await backup(database, target, programs=programs)
    await asyncio.to_thread(_drop_older, folder, today - timedelta(days=keep_days))
    return target


@asynccontextmanager
async def _whole(target: Path) -> AsyncIterator[Path]:
    """A file beside the target that takes its name once it is complete."""
    part = target.with_name(target.name + ".part")
    _begin(target, part)
    try:
        yield part
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def _begin(target: Path, part: Path) -> None:
    if target.exists():
        raise DatabaseError(f"The file {target} is there already: choose another name.")
    with file_at(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)  # of a run that was killed
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _drop_older(folder: Path, last: date) -> None:
    with file_at(folder):
        for path in folder.iterdir():
            named = _NIGHTLY.fullmatch(path.name)
            if named and date.fromisoformat(named[1]) <= last:
                path.unlink()


async def refuse_if_running(database: Database, now: datetime) -> None:
    """DatabaseError while a coach is at work on it."""
    async with database.read() as unit:
        if leases.name in await _tables(unit):
            running = select(leases.c.owner).where(leases.c.until > now)
            if (await unit.connection.execute(running)).first():
                raise DatabaseError("A coach is running on this database: stop it first.")


async def _refuse_if_inhabited(database: Database) -> None:
    async with database.read() as unit:
        if athletes.name in await _tables(unit):
            count = await unit.connection.execute(select(func.count()).select_from(athletes))
            if held := count.scalar_one():
                raise DatabaseError(
                    f"The database holds {held} athletes, who would be lost: say so with --replace."
                )


async def _tables(unit: Unit) -> list[str]:
    return await unit.connection.run_sync(lambda sync: inspect(sync).get_table_names())


def _readable(source: Path) -> None:
    with file_at(source), source.open("rb"):
        pass


def _known(revision: str | None, source: Path) -> None:
    if revision is None:
        raise DatabaseError(f"The file {source} is no backup of Nextgear.")
    if revision not in revisions():
        raise DatabaseError(f"The backup {source} was made by a newer Nextgear: install that one.")
