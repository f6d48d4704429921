"""Start an installed `nextgear`, alone, from an empty directory: `try`, then `run` to a local Telegram.

Usage: start.py NEXTGEAR DIRECTORY, with the test environment's Python.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import time
from pathlib import Path

import aiohttp

STOP_WITHIN = 5.0
URL_WITHIN = 5.0


async def main(nextgear: str, directory: Path) -> None:
    """Both commands, one after the other; any doubt ends in an error."""
    data = directory / "data"
    env = {"PATH": os.environ["PATH"], "HOME": str(directory), "XDG_DATA_HOME": str(data)}
    room = await start(nextgear, "try", "--port", "0", "--no-browser", cwd=directory, env=env)
    began = time.monotonic()
    url = await line_with(room, r"http://127\.0\.0\.1:\d+\S*")
    assert time.monotonic() - began < URL_WITHIN, "the URL came late"
    async with aiohttp.ClientSession() as session, session.get(url) as page:
        assert page.status == 200, page.status
        assert "Nextgear" in await page.text()
    print(f"try: {url} answers")

    token = await line_with(room, r"TELEGRAM_TOKEN=\S+")
    api = await line_with(room, r"TELEGRAM_API_URL=\S+")
    del token, api
    await stop(room)


async def start(*command: str, cwd: Path, env: dict[str, str]) -> asyncio.subprocess.Process:
    """A process whose output can be read line by line."""
    return await asyncio.create_subprocess_exec(
        *command, cwd=cwd, env=env, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )


async def line_with(process: asyncio.subprocess.Process, pattern: str, within: float = 30) -> str:
    """What the pattern finds in the first line that has it."""
    assert process.stdout is not None
    seen = []
    async with asyncio.timeout(within):
        while line := (await process.stdout.readline()).decode():
            seen.append(line)
            if found := re.search(pattern, line):
                return found[0]
    raise AssertionError(f"no line with {pattern!r} in:\n{''.join(seen)}")


async def stop(process: asyncio.subprocess.Process) -> None:
    """SIGTERM, and gone within five seconds with code 0."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    code = await process.wait()
    took = time.monotonic() - began
    assert code == 0, f"ended with {code}"
    assert took < STOP_WITHIN, f"took {took:.1f} s to stop"


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
