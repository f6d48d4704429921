from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Text, inspect, text

from bot.storage.engine import Database
from bot.storage.errors import DatabaseError
from bot.storage.migrate import downgrade, migrating, revision, revisions, upgrade
from bot.storage.tables import metadata
from tests.storage.filled import content, fill_database

START = """
import asyncio, sys
from bot.storage.engine import Database
from bot.storage.migrate import upgrade

async def start(url):
    database = await Database.open(url)
    await upgrade(database)
    await database.close()

asyncio.run(start(sys.argv[1]))
print("alembic" in sys.modules)
"""


def _described(connection: Connection) -> dict[str, object]:
    """Everything the database says about its tables, in an order of its own."""
    seen = inspect(connection)
    return {
        table: {
            "columns": [{**c, "type": repr(c["type"])} for c in seen.get_columns(table)],
            "key": seen.get_pk_constraint(table),
            "foreign": sorted(seen.get_foreign_keys(table), key=repr),
            "unique": sorted(seen.get_unique_constraints(table), key=repr),
            "checks": sorted(seen.get_check_constraints(table), key=repr),
            "indexes": sorted(_plain(index) for index in seen.get_indexes(table)),
        }
        for table in metadata.tables
    }


def _plain(index: Any) -> str:
    """A partial index's condition is an SQL clause, which equals only itself."""
    options = {k: str(v) for k, v in index.get("dialect_options", {}).items()}
    return repr({**index, "dialect_options": options})


def _tables(connection: Connection) -> list[str]:
    return inspect(connection).get_table_names()


async def _seen(database: Database, look: Any) -> Any:
    async with database.read() as unit:
        return await unit.connection.run_sync(look)


async def _say(database: Database, statement: str) -> None:
    async with database.write() as unit:
        await unit.connection.execute(text(statement))


@pytest.fixture
async def empty_database(empty_database_url: str) -> Any:
    opened = await Database.open(empty_database_url)
    yield opened
    await opened.close()


async def test_the_migrated_database_is_the_one_the_code_describes(
    database: Database, empty_database: Database
) -> None:
    async with empty_database.write() as unit:
        await unit.connection.run_sync(metadata.create_all)
    assert await _seen(database, _described) == await _seen(empty_database, _described)


async def test_alembic_would_generate_nothing_more(database: Database) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    assert await _seen(database, differences) == []


def test_the_files_names_tell_the_revisions_in_their_order() -> None:
    config = Config()
    config.set_main_option("script_location", "migrations")
    config.set_main_option("path_separator", "os")
    walked = ScriptDirectory.from_config(config).walk_revisions()
    assert revisions() == tuple(reversed([script.revision for script in walked]))


async def test_an_empty_database_is_brought_up_to_date(empty_database: Database) -> None:
    assert await revision(empty_database) is None
    await upgrade(empty_database)
    assert await revision(empty_database) == revisions()[-1]


async def test_up_down_up_ends_where_it_began(empty_database: Database) -> None:
    await upgrade(empty_database)
    up = await _seen(empty_database, _described)
    await downgrade(empty_database, "base")
    assert await _seen(empty_database, _tables) == ["alembic_version"]
    await upgrade(empty_database)
    assert await _seen(empty_database, _described) == up


async def test_a_filled_database_keeps_every_row_step_by_step_down_and_up(
    database: Database,
) -> None:
    """Down to the first release's tables: below them there are none to keep rows in."""
    await fill_database(database, 1, 2, 3)
    before = await content(database)
    assert all(len(rows) == 3 for rows in before.values())
    for older in reversed(revisions()[:-1]):
        await downgrade(database, older)
    oldest = set(await _seen(database, _tables))
    await upgrade(database)
    after = await content(database)
    assert {n: rows for n, rows in after.items() if n in oldest} == {
        n: rows for n, rows in before.items() if n in oldest
    }
    assert not any(rows for n, rows in after.items() if n not in oldest)


async def test_rebuilding_a_table_deletes_no_row_that_hangs_on_it(database: Database) -> None:
    """SQLite changes a table by making it anew; with its foreign keys on, all children would go."""
    await fill_database(database, 1, 2)
    before = await content(database)

    def rebuild(connection: Connection) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("athletes", recreate="auto") as table:
            table.add_column(Column("motto", Text, server_default=""))
        with operations.batch_alter_table("athletes", recreate="auto") as table:
            table.drop_column("motto")

    async with migrating(database) as connection:
        await connection.run_sync(rebuild)
    assert await content(database) == before
    if database.url.get_backend_name() == "sqlite":
        async with database.write() as unit:
            on = await unit.connection.execute(text("PRAGMA foreign_keys"))
            assert on.scalar() == 1, "they are on again"


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_a_migration_that_orphans_rows_is_taken_back(database: Database) -> None:
    await fill_database(database, 1)
    before = await content(database)

    async def lose_the_athletes() -> None:
        async with migrating(database) as connection:
            await connection.execute(text("DELETE FROM athletes"))

    with pytest.raises(DatabaseError, match="left as it was"):
        await lose_the_athletes()
    assert await content(database) == before


async def test_a_newer_releases_database_is_refused_and_left_alone(
    empty_database: Database,
) -> None:
    await upgrade(empty_database)
    await _say(empty_database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseError, match=r"9999.*newer Nextgear"):
        await upgrade(empty_database)
    assert await revision(empty_database) == "9999"


async def test_somebody_elses_tables_are_left_as_they_were(empty_database: Database) -> None:
    await _say(empty_database, "CREATE TABLE meta (theirs INTEGER)")
    with pytest.raises(DatabaseError, match=r"left as it was.*meta") as raised:
        await upgrade(empty_database)
    assert "\n" not in str(raised.value)
    assert await _seen(empty_database, _tables) == ["meta"]


async def test_four_processes_bring_up_one_empty_database(empty_database_url: str) -> None:
    def start() -> asyncio.Future[Any]:
        command = [sys.executable, "-c", START, empty_database_url]
        return asyncio.ensure_future(
            asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
        )

    ended = await asyncio.gather(*(start() for _ in range(4)))
    assert [(run.returncode, run.stderr) for run in ended] == [(0, "")] * 4
    database = await Database.open(empty_database_url)
    assert await revision(database) == revisions()[-1]
    await database.close()


def test_a_start_that_is_up_to_date_never_loads_alembic(database_url: str) -> None:
    command = [sys.executable, "-c", START, database_url]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout == "False\n"
