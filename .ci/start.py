"""Start an installed `nextgear`, alone, from an empty directory: `try`, then `run`.

Usage: start.py NEXTGEAR DIRECTORY, with the test environment's Python and the repository in
PYTHONPATH; the program itself sees neither of them. The Telegram that `run` talks to is served
here, over loopback HTTP. Any doubt ends in an error.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from aiohttp import ClientSession

from bot.clock import RealClock
from bot.rehearsal.model import TOKEN, UNLIMITED, Telegram
from bot.rehearsal.site import serve_telegram
from tests.process.conftest import Town
from tests.process.page import Page
from tests.process.programs import Program, done, ended, environment, without
from tests.process.talking import onboard

URL_WITHIN = 5.0


async def main(nextgear: str, directory: Path) -> None:
    """Both commands, and what is beside them."""
    env = environment(directory, XDG_DATA_HOME=str(directory / "data"))
    code, output = await done(nextgear, "--version", env=env, cwd=directory)
    assert code == 0, output
    print(output.strip())
    await tries(nextgear, directory, env)
    await runs(nextgear, directory, env)
    code, output = await done(nextgear, "run", env=env, cwd=directory)
    assert code == 2, output
    print(output.strip())


async def tries(nextgear: str, directory: Path, env: dict[str, str]) -> None:
    """The page answers in time, and the coach answers in it."""
    began = time.perf_counter()
    command = (nextgear, "try", "--port", "0", "--no-browser")
    async with ended(await Program.start(*command, env=env, cwd=directory)) as room:
        address = await room.says(r"http://127\.0\.0\.1:\d+/")
        took = time.perf_counter() - began
        print(f"try: {address[0]} after {took:.1f} s")
        async with ClientSession() as session:
            async with session.get(address[0]) as page:
                assert page.status == 200, page.status
                assert "Nextgear" in await page.text()
            assert await Page(session, address[0]).say("/start")
        assert await room.stop() == 0, room.output
    assert took < URL_WITHIN, f"the URL came after {took:.1f} s"


async def runs(nextgear: str, directory: Path, env: dict[str, str]) -> None:
    """A runner is onboarded by taps over HTTP; the database is where data belongs."""
    telegram = Telegram(RealClock().now, limits=UNLIMITED)
    site = await serve_telegram(telegram)
    town = Town(telegram, site)
    settings = env | {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": site.url}
    launched = await town.launch(nextgear, "run", env=settings, cwd=directory)
    async with ended(launched) as coach:
        talk = town.talk()
        await onboard(talk)
        print(f"run: {talk.last.splitlines()[0]}")
        code, output = await done(nextgear, "health", env=settings, cwd=directory)
        assert (code, output) == (0, "ok\n"), output
        assert await coach.stop() == 0, coach.output
    without(coach.output, [TOKEN])
    assert (directory / "data" / "nextgear" / "nextgear.db").is_file()
    await site.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
