from __future__ import annotations

import asyncio
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from bot.storage.engine import Database
from bot.storage.errors import DatabaseError, DatabaseUrlError, UnavailableError
from bot.storage.tables import drafts, meta
from bot.storage.url import normalise_url

ONLY_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


async def _note(database: Database, name: str, value: str = "1") -> None:
    async with database.write() as unit:
        await unit.connection.execute(insert(meta).values(name=name, value=value))


async def _names(database: Database) -> list[str]:
    async with database.read() as unit:
        return list((await unit.connection.execute(select(meta.c.name))).scalars())


async def test_a_unit_commits_at_its_end(database: Database) -> None:
    await _note(database, "kept")
    assert await _names(database) == ["kept"]


async def test_a_unit_that_fails_leaves_nothing(database: Database) -> None:
    async def note_and_fail() -> None:
        async with database.write() as unit:
            await unit.connection.execute(insert(meta).values(name="lost", value="1"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await note_and_fail()
    assert await _names(database) == []


async def test_nothing_is_written_through_a_reading_unit(database: Database) -> None:
    async def note_while_reading() -> None:
        async with database.read() as unit:
            await unit.connection.execute(insert(meta).values(name="a", value="1"))

    with pytest.raises(DatabaseError, match=r"read.?only"):
        await note_while_reading()
    assert await _names(database) == []


async def test_a_reading_unit_sees_one_moment(database: Database) -> None:
    async with database.read() as unit:
        count = text("SELECT count(*) FROM meta")
        before = (await unit.connection.execute(count)).scalar_one()
        await _note(database, "meanwhile")
        assert (await unit.connection.execute(count)).scalar_one() == before == 0


@ONLY_SQLITE
async def test_sqlite_loses_no_update_of_sixteen_at_once(database: Database) -> None:
    await _note(database, "n", "0")

    async def read_then_write() -> None:
        for _ in range(10):
            async with database.write() as unit:
                told = (await unit.connection.execute(select(meta.c.value))).scalar_one()
                await unit.connection.execute(meta.update().values(value=str(int(told) + 1)))

    await asyncio.gather(*(read_then_write() for _ in range(16)))
    async with database.read() as unit:
        assert (await unit.connection.execute(select(meta.c.value))).scalar_one() == "160"


async def test_a_row_that_belongs_to_nobody_is_refused(database: Database) -> None:
    orphan = {"athlete_id": 404, "form": "f", "local_date": "", "answers": {}, "format": 1}

    async def adopt() -> None:
        async with database.write() as unit:
            now = {"asked_at": text("CURRENT_TIMESTAMP")}
            await unit.connection.execute(insert(drafts).values(**orphan, **now))

    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        await adopt()


async def test_statements_are_counted_from_the_start_of_the_unit(database: Database) -> None:
    for _ in range(2):
        async with database.write(durable=True) as unit:
            assert unit.statements == 0
            await unit.connection.execute(select(meta))
            await unit.connection.execute(select(meta))
            assert unit.statements == 2
    async with database.read() as unit:
        await unit.connection.execute(select(meta))
        assert unit.statements == 1


@ONLY_SQLITE
@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
async def test_sqlite_is_set_up_for_writing(database: Database, pragma: str, value: object) -> None:
    async with database.write() as unit:
        assert (await unit.connection.execute(text(f"PRAGMA {pragma}"))).scalar() == value


@ONLY_SQLITE
async def test_sqlite_waits_for_the_disk_only_where_it_is_asked_to(database: Database) -> None:
    async def level(*, durable: bool) -> object:
        async with database.write(durable=durable) as unit:
            return (await unit.connection.execute(text("PRAGMA synchronous"))).scalar()

    normal, full = 1, 2
    asked = [False, True, True, False]
    assert [await level(durable=d) for d in asked] == [normal, full, full, normal]


async def test_errors_and_representations_never_tell_the_values(database: Database) -> None:
    await _note(database, "a", "very private")
    with pytest.raises(IntegrityError, match=r"(?i)unique") as raised:
        await _note(database, "a", "very private")
    assert "very private" not in str(raised.value)


async def test_a_unit_that_is_cancelled_leaves_nothing_and_holds_nothing(
    database: Database,
) -> None:
    async def note_slowly(name: str, steps: int) -> None:
        async with database.write() as unit:
            await unit.connection.execute(insert(meta).values(name=name, value="1"))
            for _ in range(steps):
                await unit.connection.execute(select(meta))

    for turns in range(0, 40, 3):
        task = asyncio.create_task(note_slowly(f"cancelled {turns}", 1000))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    await asyncio.wait_for(note_slowly("kept", 1), timeout=5)
    assert await _names(database) == ["kept"]


@ONLY_SQLITE
async def test_a_database_locked_by_somebody_else_is_only_unavailable(
    database_url: str, database: Database
) -> None:
    with sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        impatient = await Database.open(database_url, patience_ms=50, prove=False)
        with pytest.raises(UnavailableError, match="locked"):
            await _note(impatient, "a")
        other.execute("ROLLBACK")
    other.close()
    await _note(impatient, "b")
    assert await _names(impatient) == ["b"]
    await impatient.close()


def test_the_password_is_not_in_the_representation() -> None:
    assert "hunter2" not in repr(normalise_url("postgres://u:hunter2@h/d"))


async def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "not yet" / "there" / "nextgear.db"
    database = await Database.open(f"sqlite:///{path}")
    await database.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def _a_folder(path: Path) -> None:
    path.mkdir()


def _no_database(path: Path) -> None:
    path.write_text("Dear diary, today I ran nothing at all, and it was lovely." * 100)


def _read_only(path: Path) -> None:
    """Marked as written by a newer file format, which SQLite reads and never writes."""
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE kept (x)")
    made.close()
    content = bytearray(path.read_bytes())
    content[18] = 3
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (_a_folder, "cannot be used: Is a directory"),
        (_no_database, "file is not a database"),
        (_read_only, "readonly database"),
    ],
)
async def test_a_file_that_cannot_be_written_is_refused_in_one_line(
    tmp_path: Path, spoil: object, line: str
) -> None:
    path = tmp_path / "nextgear.db"
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DatabaseError, match=line) as raised:
        await Database.open(f"sqlite:///{path}")
    assert "\n" not in str(raised.value)
    assert before is None or path.read_bytes() == before


async def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match="File exists"):
        await Database.open(f"sqlite:///{tmp_path}/file/nextgear.db")


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("postgresql://u:hunter2@127.0.0.1:1/d", "Connection refused"),
        ("postgresql://u:hunter2@127.0.0.1/d?colour=blue", "invalid connection option"),
    ],
)
async def test_a_server_that_cannot_be_reached_is_told_in_one_line(url: str, line: str) -> None:
    with pytest.raises(DatabaseError, match=line) as raised:
        await Database.open(url)
    assert "hunter2" not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("sqlite:///coach.db", "sqlite+aiosqlite:///coach.db"),
        ("sqlite:////data/coach.db", "sqlite+aiosqlite:////data/coach.db"),
        ("sqlite+aiosqlite:////data/coach.db", "sqlite+aiosqlite:////data/coach.db"),
        (" sqlite:////data/my coach.db\n", "sqlite+aiosqlite:////data/my coach.db"),
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        (
            "postgresql://u@h:5433/d?sslmode=require",
            "postgresql+psycopg://u@h:5433/d?sslmode=require",
        ),
        ("postgresql+asyncpg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql:///d?host=%2Frun%2Fpg", "postgresql+psycopg:///d?host=%2Frun%2Fpg"),
    ],
)
def test_usual_forms_are_given_the_async_driver(written: str, understood: str) -> None:
    assert normalise_url(written).render_as_string(hide_password=False) == understood


def test_a_tilde_is_the_home_folder() -> None:
    assert normalise_url("sqlite:///~/coach.db").database == str(Path("~/coach.db").expanduser())


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "/data/coach.db",
        "coach.db",
        "mysql://u:hunter2@h/d",
        "sqlite://coach.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///coach.db?mode=ro",
        "postgresql://u:hunter2@h:port/d",
    ],
)
def test_a_wrong_url_is_refused_with_an_example_and_without_its_secrets(wrong: str) -> None:
    with pytest.raises(DatabaseUrlError, match=r"DATABASE_URL.*sqlite:////") as raised:
        normalise_url(wrong)
    assert "hunter2" not in str(raised.value)
    assert "\n" not in str(raised.value)
