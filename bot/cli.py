"""The command `nextgear`: run, try, health, backup, restore, db."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from bot.config import Config, ConfigError, database_url, log_level

OK, FAILED, USAGE, UNAVAILABLE = 0, 1, 2, 75


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse, do, and end with the code that tells how it went."""
    options = parser().parse_args(arguments)
    try:
        code = asyncio.run(options.do(options))
    except KeyboardInterrupt:
        code = OK
    sys.exit(code)


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(
        prog="nextgear", description="A running coach in a Telegram chat."
    )
    top.add_argument("--version", action="version", version=f"nextgear {version('nextgear')}")
    verbs = top.add_subparsers(required=True, metavar="command")
    run = verbs.add_parser("run", help="coach on Telegram; settings come from the environment")
    run.set_defaults(do=_run)
    rehearse = verbs.add_parser("try", help="rehearse on this machine: no token, no account")
    rehearse.add_argument("--port", type=int, default=8765, help="where the chat page is (8765)")
    rehearse.add_argument("--keep", type=Path, metavar="DIR", help="keep the database there")
    rehearse.add_argument("--no-browser", action="store_true", help="only print the address")
    rehearse.set_defaults(do=_try)
    health = verbs.add_parser("health", help="0 if a running coach keeps up, else 1")
    health.set_defaults(do=_health)
    backup = verbs.add_parser("backup", help="copy the database, also while the coach runs")
    backup.add_argument("file", type=Path)
    backup.set_defaults(do=_backup)
    restore = verbs.add_parser("restore", help="put a backup in the database's place")
    restore.add_argument("file", type=Path)
    restore.add_argument("--replace", action="store_true", help="even if athletes are in there")
    restore.set_defaults(do=_restore)
    db = verbs.add_parser("db", help="bring the database up to date, or back")
    db.add_argument("direction", choices=["upgrade", "downgrade"])
    db.add_argument("--to", default="base", help="revision to go back to (base: no tables)")
    db.set_defaults(do=_db)
    return top


async def plainly(work: Callable[[], Awaitable[int]]) -> int:
    """Do the work; what a person can mend is said in one line, with the code for it."""
    from bot.delivery.connect import ConnectError  # noqa: PLC0415 - `--help` needs none of it
    from bot.storage.errors import DatabaseUrlError, StorageError  # noqa: PLC0415 - same
    from core.content import ContentError  # noqa: PLC0415 - same

    try:
        return await work()
    except (ConfigError, DatabaseUrlError) as error:
        return _say(error, USAGE)
    except ConnectError as error:
        return _say(error, error.exit_code)
    except (StorageError, ContentError, OSError) as error:
        return _say(error, FAILED)


def _say(error: BaseException, code: int) -> int:
    print(f"nextgear: {error}", file=sys.stderr)
    return code


async def _run(_options: argparse.Namespace) -> int:
    async def work() -> int:
        config = Config.from_env(os.environ)
        from bot.running import run  # noqa: PLC0415 - a wrong setting is told before anything loads

        await run(config)
        return OK

    return await plainly(work)


async def _try(options: argparse.Namespace) -> int:
    async def work() -> int:
        from bot.trying import rehearse  # noqa: PLC0415 - only this command has a room

        level = log_level(os.environ) if "NEXTGEAR_LOG_LEVEL" in os.environ else "WARNING"
        await rehearse(
            port=options.port, keep=options.keep, browser=not options.no_browser, level=level
        )
        return OK

    return await plainly(work)


async def _health(_options: argparse.Namespace) -> int:
    async def work() -> int:
        from bot.clock import RealClock  # noqa: PLC0415 - as above
        from bot.delivery.election import is_healthy  # noqa: PLC0415 - as above
        from bot.delivery.patience import Patience  # noqa: PLC0415 - as above
        from bot.storage.engine import Database  # noqa: PLC0415 - as above

        database = await Database.open(database_url(os.environ))
        try:
            async with database.read() as unit:
                well = await is_healthy(unit, RealClock().now(), Patience().poller)
        finally:
            await database.close()
        print("ok" if well else "no coach has kept up for a minute")
        return OK if well else FAILED

    return await plainly(work)


async def _backup(options: argparse.Namespace) -> int:
    async def work() -> int:
        from bot.app import open_database  # noqa: PLC0415 - as above
        from bot.storage.backup import backup  # noqa: PLC0415 - as above

        database = await open_database(database_url(os.environ))
        try:
            await backup(database, options.file)
        finally:
            await database.close()
        print(f"Saved to {options.file}.")
        return OK

    return await plainly(work)


async def _restore(options: argparse.Namespace) -> int:
    async def work() -> int:
        from bot.clock import RealClock  # noqa: PLC0415 - as above
        from bot.storage.backup import restore  # noqa: PLC0415 - as above
        from bot.storage.engine import Database  # noqa: PLC0415 - as above

        database = await Database.open(database_url(os.environ))
        try:
            now = RealClock().now()
            await restore(database, options.file, now=now, replace=options.replace)
        finally:
            await database.close()
        print(f"Restored from {options.file}.")
        return OK

    return await plainly(work)


async def _db(options: argparse.Namespace) -> int:
    async def work() -> int:
        from bot.storage.engine import Database  # noqa: PLC0415 - as above
        from bot.storage.migrate import downgrade, revision, upgrade  # noqa: PLC0415 - as above

        database = await Database.open(database_url(os.environ))
        try:
            if options.direction == "upgrade":
                await upgrade(database)
            else:
                await downgrade(database, options.to)
            print(f"The database is at {await revision(database) or 'base'}.")
        finally:
            await database.close()
        return OK

    return await plainly(work)
