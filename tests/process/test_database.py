"""`nextgear backup`, `restore`, `db` and `health`, each in a process of its own."""

from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.process.conftest import Does, Runs, Town
from tests.process.programs import one_line
from tests.process.talking import begin, until


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(question))


async def test_a_backup_of_a_running_coach_brings_everybody_back(
    town: Town, run: Runs, does: Does, tmp_path: Path
) -> None:
    database, saved = tmp_path / "nextgear.db", tmp_path / "saved" / "copy.db"
    coach = await run()
    talk = town.talk()
    await begin(talk)
    assert await does("backup", str(saved)) == (0, f"Saved to {saved}.\n")
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    code, output = await does("backup", str(saved))
    assert code == 1
    assert "is there already" in one_line(output)

    code, output = await does("restore", str(saved))
    assert code == 1
    assert "A coach is running" in one_line(output)
    await talk.say("/forget")
    await talk.press("export", "forget")
    await until(town.telegram, lambda: asked(database, "SELECT * FROM athletes") == [])
    assert await coach.stop() == 0

    assert await does("restore", str(saved)) == (0, f"Restored from {saved}.\n")
    assert asked(database, "SELECT user_id FROM athletes") == [(42,)]
    await run()
    await talk.press("onboarding", "consent")


async def test_athletes_are_only_replaced_when_that_is_said(
    town: Town, run: Runs, does: Does, tmp_path: Path
) -> None:
    coach = await run()
    await begin(town.talk())
    assert await coach.stop() == 0
    saved = str(tmp_path / "copy.db")
    assert (await does("backup", saved))[0] == 0
    code, output = await does("restore", saved)
    assert code == 1
    assert "--replace" in one_line(output)
    assert (await does("restore", saved, "--replace"))[0] == 0


async def test_a_file_that_is_no_backup_is_refused_and_changes_nothing(
    does: Does, tmp_path: Path
) -> None:
    await does("db", "upgrade")
    before = (tmp_path / "nextgear.db").read_bytes()
    (tmp_path / "letter.txt").write_text("Dear coach")
    for file in ("letter.txt", "nowhere.db"):
        code, output = await does("restore", str(tmp_path / file))
        assert code == 1
        assert file in one_line(output) or "not a database" in one_line(output)
    assert (tmp_path / "nextgear.db").read_bytes() == before


async def test_the_tables_go_up_and_down(does: Does, tmp_path: Path) -> None:
    code, output = await does("db", "upgrade")
    assert code == 0
    at = re.fullmatch(r"The database is at (\d{4})\.", output.splitlines()[-1])
    assert at, output
    assert await does("db", "upgrade") == (0, f"The database is at {at[1]}.\n")
    code, output = await does("db", "downgrade", "--to", "base")
    assert (code, output.splitlines()[-1]) == (0, "The database is at base.")
    ours = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    assert asked(tmp_path / "nextgear.db", ours) == [("alembic_version",)]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("downgrade",), 2, "--to base"),
        (("upgrade", "--to", "0001"), 2, "leave --to away"),
        (("downgrade", "--to", "9999"), 1, "it can go to base, 0001"),
        (("downgrade", "--to", "yesterday"), 1, "it can go to base, 0001"),
    ],
)
async def test_nobody_loses_tables_by_a_slip(
    does: Does, arguments: tuple[str, ...], code: int, told: str
) -> None:
    at = (await does("db", "upgrade"))[1].splitlines()[-1]
    ended, output = await does("db", *arguments)
    assert ended == code
    assert told in one_line(output)
    assert (await does("db", "upgrade"))[1].strip() == at


async def test_the_tables_of_a_running_coach_stay_as_they_are(run: Runs, does: Does) -> None:
    coach = await run()
    code, output = await does("db", "downgrade", "--to", "base")
    assert code == 1
    assert one_line(output) == "nextgear: A coach is running on this database: stop it first."
    assert await coach.stop() == 0


async def test_health_tells_whether_a_coach_keeps_up(run: Runs, does: Does) -> None:
    coach = await run()
    assert await does("health") == (0, "ok\n")
    assert await coach.stop() == 0
    assert await does("health") == (1, "no coach has kept up for a minute\n")


async def test_who_only_looks_makes_no_database(does: Does, tmp_path: Path) -> None:
    for verb in (("health",), ("backup", str(tmp_path / "copy.db"))):
        code, output = await does(*verb)
        assert code == 1
        assert f"There is no database at {tmp_path}/nextgear.db" in one_line(output)
    assert not list(tmp_path.glob("*.db*"))  # noqa: ASYNC240 - one look into an empty folder
    (tmp_path / "nextgear.db").touch()
    code, output = await does("health")
    assert code == 1
    assert "holds no coach yet" in one_line(output)


async def test_a_wrong_database_url_is_told_by_every_verb(does: Does) -> None:
    for verb in (("health",), ("backup", "x"), ("restore", "x"), ("db", "upgrade")):
        code, output = await does(*verb, DATABASE_URL="mysql://coach:Sesame@host/coach")
        assert code == 2
        assert one_line(output).startswith("nextgear: DATABASE_URL")
        assert "Sesame" not in output
