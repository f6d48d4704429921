from __future__ import annotations

import stat
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from bot.storage import athletes
from bot.storage.backup import backup, nightly, restore
from bot.storage.engine import Database
from bot.storage.errors import DatabaseError
from bot.storage.leases import acquire
from bot.storage.migrate import revision, revisions, upgrade
from bot.storage.tables import leases
from tests.storage.filled import content, fill_database
from tests.storage.samples import NOW

# ruff: noqa: ASYNC240 - files of a few kilobytes, and nobody else on the loop
Keep = Callable[[Database, Path], Awaitable[Path]]
BringBack = Callable[..., Awaitable[None]]
LATER = NOW + timedelta(days=400)


@pytest.fixture
async def spare(empty_database_url: str) -> AsyncIterator[Database]:
    """A second database, without tables."""
    opened = await Database.open(empty_database_url)
    yield opened
    await opened.close()


@pytest.fixture
def programs(engine: str, request: pytest.FixtureRequest) -> Path | None:
    if engine == "sqlite":
        return None
    return Path(request.getfixturevalue("postgresql_programs"))


@pytest.fixture
def keep(programs: Path | None) -> Keep:
    """Back a database up, and the file."""

    async def keep(database: Database, target: Path) -> Path:
        await backup(database, target, programs=programs)
        return target

    return keep


@pytest.fixture
def bring_back(programs: Path | None) -> BringBack:
    async def bring_back(database: Database, source: Path, *, replace: bool = False) -> None:
        await restore(database, source, now=LATER, replace=replace, programs=programs)

    return bring_back


async def test_a_backup_restored_elsewhere_holds_every_row(
    database: Database, spare: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    await fill_database(database, 1, 2, 3)
    await bring_back(spare, await keep(database, tmp_path / "backups" / "copy"))
    assert await revision(spare) == revisions()[-1]
    assert await content(spare) == {**await content(database), "leases": []}


async def test_a_restored_database_goes_on_where_the_old_one_stopped(
    database: Database, spare: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    async with database.write() as unit:
        first = await athletes.create(unit, user_id=1, chat_id=1, name="Ana", now=NOW)
    await bring_back(spare, await keep(database, tmp_path / "copy"))
    await upgrade(spare)
    async with spare.write() as unit:
        second = await athletes.create(unit, user_id=2, chat_id=2, name="Rui", now=NOW)
    assert second.id > first.id


async def test_a_backup_is_for_its_owner_only_and_never_over_another(
    database: Database, tmp_path: Path, keep: Keep
) -> None:
    copy = await keep(database, tmp_path / "copy")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    before = copy.read_bytes()
    with pytest.raises(DatabaseError, match="is there already"):
        await keep(database, copy)
    assert copy.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy"]


async def test_what_was_written_after_the_backup_is_gone_after_the_restore(
    database: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    await fill_database(database, 1)
    before = await content(database)
    copy = await keep(database, tmp_path / "copy")
    await fill_database(database, 2)
    await bring_back(database, copy, replace=True)
    assert await content(database) == {**before, "leases": []}


async def test_athletes_are_not_lost_without_being_asked_about(
    database: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    await fill_database(database, 1, 2)
    before = await content(database)
    with pytest.raises(DatabaseError, match="holds 2 athletes"):
        await bring_back(database, await keep(database, tmp_path / "copy"))
    assert await content(database) == before


async def test_nothing_is_restored_under_a_running_coach(
    database: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    copy = await keep(database, tmp_path / "copy")
    async with database.write() as unit:
        lease = {"name": "poller", "owner": "me", "until": LATER + timedelta(minutes=1)}
        await unit.connection.execute(insert(leases).values(lease))
    with pytest.raises(DatabaseError, match="A coach is running"):
        await bring_back(database, copy, replace=True)


async def test_a_restored_database_waits_for_no_coach_of_the_past(
    database: Database, spare: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    async with database.write() as unit:
        lease = {"name": "poller", "owner": "me", "until": LATER + timedelta(minutes=1)}
        await unit.connection.execute(insert(leases).values(lease))
    copy = await keep(database, tmp_path / "copy")
    await bring_back(spare, copy)
    async with spare.write() as unit:
        assert await acquire(unit, "poller", "you", LATER, LATER + timedelta(minutes=1))


async def test_a_damaged_backup_changes_nothing(
    database: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    await fill_database(database, *range(1, 60))
    before = await content(database)
    copy = await keep(database, tmp_path / "copy")
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(DatabaseError) as raised:
        await bring_back(database, copy, replace=True)
    assert "\n" not in str(raised.value)
    assert await content(database) == before


async def test_a_newer_releases_backup_is_refused(
    spare: Database, database: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    await upgrade(spare)
    async with spare.write() as unit:
        await unit.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    copy = await keep(spare, tmp_path / "copy")
    with pytest.raises(DatabaseError, match="newer Nextgear"):
        await bring_back(database, copy)


async def test_a_file_that_is_no_backup_is_refused(
    database: Database, tmp_path: Path, bring_back: BringBack
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear coach, " * 1000)
    with pytest.raises(DatabaseError):
        await bring_back(database, letter)
    with pytest.raises(DatabaseError, match=r"nowhere\.db.*No such file"):
        await bring_back(database, tmp_path / "nowhere.db")


async def test_somebody_elses_database_is_no_backup(
    spare: Database, database: Database, tmp_path: Path, keep: Keep, bring_back: BringBack
) -> None:
    async with spare.write() as unit:
        await unit.connection.execute(text("CREATE TABLE meta (theirs INTEGER)"))
    copy = await keep(spare, tmp_path / "copy")
    with pytest.raises(DatabaseError, match="no backup of Nextgear"):
        await bring_back(database, copy)


async def test_a_backup_a_night_and_none_that_is_too_old(
    database: Database, tmp_path: Path, programs: Path | None
) -> None:
    (tmp_path / "notes.txt").write_text("not a backup")
    for night in range(1, 6):
        for _ in range(2):
            await nightly(database, tmp_path, date(2026, 5, night), keep_days=3, programs=programs)
    nights = sorted(path.stem for path in tmp_path.glob("nextgear-*"))
    assert nights == ["nextgear-2026-05-03", "nextgear-2026-05-04", "nextgear-2026-05-05"]
    assert (tmp_path / "notes.txt").exists()


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_missing_programs_are_named(database: Database, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="pg_dump is not there"):
        await backup(database, tmp_path / "copy", programs=tmp_path)
    assert list(tmp_path.glob("copy*")) == []
