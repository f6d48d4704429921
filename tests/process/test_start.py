"""A start that cannot be: one line that says what to mend, a code for it, and nothing half done."""

from __future__ import annotations

import shutil
import socket
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.config import SETTINGS
from bot.rehearsal.model import TOKEN
from tests.process.conftest import Does, Town
from tests.process.programs import NEXTGEAR, ROOT, Program, done, ended, one_line, without

# ruff: noqa: ASYNC240 - files of a few kilobytes, and nobody else on the loop
SECRETS = (TOKEN, TOKEN.partition(":")[2], "Sesame")
UNREACHABLE = """
import asyncio, os, sys
from bot.cli import ending
from bot.config import Config
from bot.delivery.patience import Patience
from bot.running import run
try:
    asyncio.run(run(Config.from_env(os.environ), patience=Patience(start_seconds=0.3)))
except Exception as error:
    sys.exit(ending.end(error))
"""
"""`nextgear run` that gives Telegram less than half a minute."""

HOOK = {
    "NEXTGEAR_WEBHOOK_URL": "https://coach.example.org/telegram",
    "NEXTGEAR_WEBHOOK_SECRET": "Sesame-and-a-long-word",
    "NEXTGEAR_LISTEN": "127.0.0.1:0",
}
WRONG: Mapping[str, tuple[str, ...]] = {
    "TELEGRAM_TOKEN": ("", "hello"),
    "TELEGRAM_API_URL": ("api.telegram.org", f"ftp://host/bot{TOKEN}"),
    "DATABASE_URL": ("nextgear.db", "mysql://coach:Sesame@host/coach", "sqlite://nextgear.db"),
    "NEXTGEAR_LOG_LEVEL": ("LOUD",),
    "NEXTGEAR_MORNING_SPREAD": ("ten",),
    "NEXTGEAR_SEND_RATE": ("0",),
    "NEXTGEAR_GROUP_RATE": ("many",),
    "NEXTGEAR_CHAT_RATE": ("-1",),
    "NEXTGEAR_LISTEN": ("8080",),
    "NEXTGEAR_WEBHOOK_URL": ("coach.example.org",),
    "NEXTGEAR_WEATHER": ("perhaps",),
    "NEXTGEAR_WEATHER_URL": ("api.open-meteo.com",),
    "NEXTGEAR_WEBHOOK_SECRET": ("Sesame",),
}


def test_every_setting_is_in_the_table() -> None:
    assert WRONG.keys() == SETTINGS.keys()


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
async def test_a_wrong_setting_is_named_with_an_example_and_ends_with_2(
    does: Does, name: str, value: str
) -> None:
    code, output = await does("run", **(HOOK | {name: value}))
    line = one_line(output)
    assert code == 2, output
    assert line.startswith(f"nextgear: {name}")
    assert "sqlite:////" in line if name == "DATABASE_URL" else SETTINGS[name][1] in line
    without(output, SECRETS)


async def test_a_misspelt_setting_is_told_and_stops_nothing(does: Does) -> None:
    code, output = await does("run", NEXTGEAR_LISTN="127.0.0.1:0", TELEGRAM_TOKEN="123:refused")
    assert code == 2
    told, ended = [line for line in output.splitlines() if "alembic" not in line]
    assert "WARNING bot.running: NEXTGEAR_LISTN is no setting" in told
    assert ended.startswith("nextgear: TELEGRAM_TOKEN was refused")


async def test_an_address_to_listen_at_that_is_taken_is_named(does: Does) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, output = await does("run", NEXTGEAR_LISTEN=f"127.0.0.1:{port}", **LOUDLY)
    assert code == 2
    assert one_line(output).startswith(f"nextgear: NEXTGEAR_LISTEN=127.0.0.1:{port} cannot be had")
    without(output, SECRETS)


async def test_a_webhook_that_telegram_refuses_is_named(does: Does) -> None:
    hook = HOOK | {"NEXTGEAR_WEBHOOK_URL": "http://coach.example.org/telegram"}
    code, output = await does("run", **hook, **LOUDLY)
    assert code == 2
    assert one_line(output).startswith("nextgear: NEXTGEAR_WEBHOOK_URL was refused by Telegram")
    without(output, SECRETS)


LOUDLY = {"NEXTGEAR_LOG_LEVEL": "ERROR"}
"""Nothing but what goes wrong is said."""


async def test_a_telegram_that_cannot_be_reached_ends_with_75(settings: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    nobody = {"TELEGRAM_API_URL": f"http://127.0.0.1:{port}"}
    code, output = await done(sys.executable, "-c", UNREACHABLE, env=settings | nobody | LOUDLY)
    assert code == 75, output
    assert one_line(output).startswith("nextgear: Telegram cannot be reached")
    without(output, SECRETS)


async def test_a_telegram_that_only_fails_ends_with_75(
    town: Town, settings: dict[str, str]
) -> None:
    town.telegram.fail("getMe", times=100, code=502)
    code, output = await done(sys.executable, "-c", UNREACHABLE, env=settings | LOUDLY)
    assert code == 75, output
    assert one_line(output).startswith("nextgear: Telegram cannot be reached")
    without(output, SECRETS)


@pytest.mark.parametrize("token", ["123456:another-bots-token-AAAAAAAAAAAAAA", "1:unheard-of"])
async def test_a_token_that_telegram_refuses_ends_with_2_at_once(does: Does, token: str) -> None:
    code, output = await does("run", TELEGRAM_TOKEN=token, **LOUDLY)
    assert code == 2
    assert one_line(output).startswith("nextgear: TELEGRAM_TOKEN was refused by Telegram")
    without(output, [*SECRETS, token, token.partition(":")[2]])


async def test_an_api_that_is_not_telegrams_ends_with_2_at_once(does: Does, town: Town) -> None:
    code, output = await does("run", TELEGRAM_API_URL=f"{town.site.url}/nowhere", **LOUDLY)
    assert code == 2
    assert "TELEGRAM_API_URL" in one_line(output)
    without(output, SECRETS)


# Not by permissions: who runs as root may write everywhere but here.
UNWRITABLE = ("/proc/nextgear.db", "/proc/nowhere/nextgear.db", "/dev/null/nextgear.db", "{tmp}")


@pytest.mark.parametrize("place", UNWRITABLE)
async def test_a_database_that_cannot_be_written_ends_with_1(
    does: Does, place: str, tmp_path: Path
) -> None:
    path = place.format(tmp=tmp_path)
    code, output = await does("run", DATABASE_URL=f"sqlite:///{path}", **LOUDLY)
    assert code == 1, output
    assert path in one_line(output)
    without(output, SECRETS)


async def test_a_database_server_that_is_not_there_ends_with_1_without_its_password(
    does: Does,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    url = f"postgresql://coach:Sesame@127.0.0.1:{port}/coach"
    code, output = await does("run", DATABASE_URL=url, **LOUDLY)
    assert code == 1, output
    assert "database" in one_line(output).lower()
    without(output, SECRETS)


async def test_a_newer_release_s_database_ends_with_1_and_stays_as_it_is(
    does: Does, sqlite_url: str
) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = _content(path)
    code, output = await does("run", DATABASE_URL=sqlite_url, **LOUDLY)
    assert code == 1, output
    assert "9999" in one_line(output)
    assert "newer" in one_line(output)
    assert _content(path) == before


def _content(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    rows = list(connection.iterdump())
    connection.close()
    return rows


@pytest.mark.parametrize(
    "damage",
    [b"this is no database, only a text that is longer than a header has to be" * 20, b"SQLite"],
)
async def test_a_file_that_is_no_database_ends_with_1_and_stays_as_it_is(
    does: Does, tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "garbage.db"
    path.write_bytes(damage)
    code, output = await does("run", DATABASE_URL=f"sqlite:///{path}", **LOUDLY)
    assert code == 1, output
    assert "not a database" in one_line(output)
    assert path.read_bytes() == damage


async def test_a_database_that_lost_its_end_ends_with_1(does: Does, sqlite_url: str) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    path.write_bytes(path.read_bytes()[:9000])
    before = path.read_bytes()
    code, output = await does("run", DATABASE_URL=sqlite_url, **LOUDLY)
    assert code == 1, output
    assert "malformed" in one_line(output)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        ("phases.toml", "this = is = no TOML"),
        ("workouts/vo2max.toml", "[[workouts]]\nkey = 5"),
        ("decisions.toml", None),
    ],
)
async def test_an_unreadable_content_file_ends_with_1_before_anything_is_written(
    settings: dict[str, str], tmp_path: Path, file: str, damage: str | None
) -> None:
    shutil.copytree(ROOT / "core", tmp_path / "core")
    path = tmp_path / "core" / "content" / file
    path.unlink()
    if damage is not None:
        path.write_text(damage)
    # `-m` looks into the folder it is started in first, so the damaged core is found there.
    paths = {"PYTHONPATH": str(ROOT)}
    code, output = await done(*NEXTGEAR, "run", env=settings | LOUDLY | paths, cwd=tmp_path)
    assert code == 1, output
    assert file in one_line(output)
    assert not (tmp_path / "nextgear.db").exists()
    without(output, SECRETS)


async def test_told_to_stop_while_it_waits_for_telegram_it_ends_well(
    town: Town, settings: dict[str, str]
) -> None:
    town.telegram.fail("getMe", times=1000, code=502)
    async with ended(await Program.start(*NEXTGEAR, "run", env=settings)) as program:
        await program.says("Telegram does not answer yet")
        assert await program.stop() == 0
        without(program.output, SECRETS)
