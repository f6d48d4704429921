"""`nextgear try` in a process of its own, its page driven over HTTP."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import stat
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot import cli
from tests.process.page import Page
from tests.process.programs import NEXTGEAR, Program, done, ended, environment, one_line

ADDRESS = r"http://127\.0\.0\.1:(\d+)/"

Tries = Callable[..., Awaitable[tuple[Program, Page]]]


@pytest.fixture
async def tries(tmp_path: Path) -> AsyncIterator[Tries]:
    """Start `nextgear try`, and open its page; what still runs is killed."""
    started: list[Program] = []
    async with ClientSession() as session:

        async def tries(*options: str, **settings: str) -> tuple[Program, Page]:
            quiet = () if settings else ("--no-browser",)
            program = await Program.start(
                *NEXTGEAR,
                "try",
                "--port",
                "0",
                *quiet,
                *options,
                env=environment(tmp_path) | settings,
            )
            started.append(program)
            address = await program.says(ADDRESS)
            return program, Page(session, address[0])

        yield tries
        for program in started:
            await program.kill()
            print(program.output)  # shown where a test failed


async def test_the_page_answers_and_so_does_the_coach(tries: Tries) -> None:
    program, page = await tries()
    async with page.session.get(page.url) as answer:
        assert answer.status == 200
        assert "Nextgear" in await answer.text()
    assert len(await page.say("/start")) == 1
    assert (await page.state())["clock"]["zone"] == "UTC"
    assert await program.stop() == 0
    assert program.output.count("\n") == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_within_five_seconds_while_a_page_is_open(
    tries: Tries, number: signal.Signals
) -> None:
    program, page = await tries()
    after = str((await page.state())["event"])
    watching = asyncio.create_task(
        page.session.get(f"{page.url}room/events", params={"after": after})
    )
    await page.say("/start")
    assert await program.stop(number) == 0
    await asyncio.wait([watching])
    watching.exception()


async def test_a_stop_before_anything_runs_is_no_failure(tmp_path: Path) -> None:
    command = (*NEXTGEAR, "try", "--port", "0", "--no-browser")
    async with ended(await Program.start(*command, env=environment(tmp_path))) as program:
        await asyncio.to_thread(_until_it_loads, program.pid)
        assert await program.stop() == 0
        assert "Traceback" not in program.output


def _until_it_loads(pid: int) -> None:
    """Until it holds more memory than Python by itself: it is loading what it needs."""
    status = Path(f"/proc/{pid}/status")
    while int(re.findall(r"VmRSS:\s+(\d+)", status.read_text())[0]) < 30_000:
        pass


async def test_a_kept_folder_goes_on_with_its_chats_and_its_clock(
    tries: Tries, tmp_path: Path
) -> None:
    keep = ("--keep", str(tmp_path / "kept"))
    program, page = await tries(*keep)
    before = await page.say("/start")
    await page.advance("tomorrow")
    clock = (await page.state())["clock"]
    assert await program.stop() == 0

    program, page = await tries(*keep)
    assert await page.said() == before
    assert (await page.state())["clock"] == clock
    assert len(await page.say("/help")) == 2
    assert await program.stop() == 0


async def test_after_kill_9_a_kept_folder_goes_on_and_numbers_nothing_twice(
    tries: Tries, tmp_path: Path
) -> None:
    keep = ("--keep", str(tmp_path / "kept"))
    for turn in range(3):
        program, page = await tries(*keep)
        said = len(await page.said())
        for again in range(1, 4):
            assert len(await page.say("/start")) == said + again, turn
        moved = await page.advance("hour")
        await program.kill()
    _, page = await tries(*keep)
    assert (await page.state())["clock"]["now"] == moved
    assert await page.say("/start")


async def test_what_was_said_is_kept_a_moment_later(tries: Tries, tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "telegram.kept"
    program, page = await tries("--keep", str(kept.parent))
    await page.say("/start")
    async with asyncio.timeout(60):
        while kept.read_bytes().count(b"inline_keyboard") == 0:  # the answer's buttons
            await page.state()
    await program.kill()
    _, page = await tries("--keep", str(kept.parent))
    assert await page.said()


async def test_only_its_owner_can_read_a_kept_folder(tries: Tries, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    await tries("--keep", str(kept))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    for file in kept.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file


async def test_a_folder_in_use_is_refused(tries: Tries, tmp_path: Path) -> None:
    kept = str(tmp_path / "kept")
    await tries("--keep", kept)
    code, output = await try_once(tmp_path, "--keep", kept)
    assert code == 1
    assert f"{kept} is in use" in one_line(output)


async def try_once(home: Path, *options: str) -> tuple[int, str]:
    command = (*NEXTGEAR, "try", "--no-browser", "--port", "0", *options)
    return await done(*command, env=environment(home))


DAMAGES = (
    ("telegram.kept", b"no such thing"),
    ("telegram.kept", None),
    ("clock.txt", b"half past"),
    ("clock.txt", None),
    ("nextgear.db", b"no database, whatever its name, and much too long to be empty" * 99),
)


async def test_a_damaged_folder_is_told_in_one_line_and_left_as_it_is(
    tries: Tries, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    program, page = await tries("--keep", str(kept))
    await page.say("/start")
    assert await program.stop() == 0
    for file, damage in DAMAGES:
        path = kept / file
        whole = path.read_bytes()
        path.unlink()
        if damage is not None:
            path.write_bytes(damage)
        code, output = await try_once(tmp_path, "--keep", str(kept))
        assert code == 1, output
        assert one_line(output).startswith("nextgear: The ")
        assert (path.read_bytes() if path.exists() else None) == damage
        path.write_bytes(whole)
    await tries("--keep", str(kept))


async def test_a_folder_that_cannot_be_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    code, output = await try_once(tmp_path, "--keep", str(tmp_path / "file"))
    assert code == 1
    assert one_line(output).startswith(f"nextgear: The folder {tmp_path}/file cannot be used")


async def test_a_port_that_is_taken_gives_the_next_free_one(tries: Tries) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        _, page = await tries("--port", str(port))
    assert port < int(re.search(r":(\d+)/", page.url)[1]) < port + 100  # type: ignore[index]


@pytest.mark.parametrize("port", ["no", "-1", "65536"])
async def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    code, output = await try_once(tmp_path, f"--port={port}")
    assert code == 2
    assert "is no port" in output


def test_a_tilde_is_the_home_folder_though_the_shell_leaves_it_alone() -> None:
    options = cli.parser().parse_args(["try", "--keep=~/rehearsal"])
    assert options.keep == Path.home() / "rehearsal"


async def test_a_browser_is_opened_if_there_is_one(tries: Tries, tmp_path: Path) -> None:
    browser, shown = tmp_path / "browser", tmp_path / "shown"
    browser.write_text(
        f'#!/bin/sh\necho "$1" > {shown}.part && mv {shown}.part {shown}\n'
        "exec sleep 20 > /dev/null 2>&1\n"  # stays open, as browsers do
    )
    browser.chmod(0o755)
    program, page = await tries(BROWSER=str(browser))
    async with asyncio.timeout(60):
        while not shown.exists():
            await page.state()
    assert shown.read_text().strip() == page.url
    assert await program.stop() == 0


async def test_a_browser_in_the_terminal_is_none(tries: Tries, tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    for name in ("www-browser", "w3m", "lynx"):
        (tmp_path / name).write_text(f"#!/bin/sh\n: > {shown}\n")
        (tmp_path / name).chmod(0o755)
    program, page = await tries(PATH=str(tmp_path), TERM="xterm")
    await page.say("/start")
    assert await program.stop() == 0
    assert not shown.exists()


async def test_the_clock_goes_on_by_the_steps_of_the_bar(tries: Tries) -> None:
    _, page = await tries()
    began = datetime.fromisoformat((await page.state())["clock"]["now"])
    later = datetime.fromisoformat(await page.advance("hour"))
    assert later - began == timedelta(hours=1)
