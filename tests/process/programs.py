"""Programs of ours as processes: what they print is waited for, never slept for."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
NEXTGEAR = (sys.executable, "-m", "bot")
PATIENCE = 60.0
"""For a machine that is busy with much else; nothing that works takes so long."""
STOP_WITHIN = 5.0


@dataclass
class Program:
    """A running process; its output and errors are one text, line by line as they come."""

    process: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)
    _reading: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, *command: str, env: Mapping[str, str], cwd: Path | None = None) -> Program:
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=cwd or ROOT,
            env=env,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        program = cls(process)
        program._reading = asyncio.create_task(program._read())
        return program

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            self.lines.append(line.decode())
            self._more.set()
        self._more.set()

    @property
    def output(self) -> str:
        return "".join(self.lines)

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def has_ended(self) -> bool:
        return self._reading is not None and self._reading.done()

    async def says(self, pattern: str, within: float = PATIENCE) -> re.Match[str]:
        """The first match of the pattern in its output, now or later."""
        async with asyncio.timeout(within):
            while not (found := re.search(pattern, self.output)):
                if self.has_ended:
                    raise AssertionError(f"ended without saying {pattern!r}:\n{self.output}")
                self._more.clear()
                await self._more.wait()
        return found

    async def ends(self, within: float = PATIENCE) -> int:
        """Its exit code, once it has ended and said everything."""
        async with asyncio.timeout(within):
            code = await self.process.wait()
            assert self._reading is not None
            await self._reading
        return code

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to stop; its exit code, or TimeoutError if that takes over five seconds."""
        self.process.send_signal(number)
        return await self.ends(STOP_WITHIN)

    async def kill(self) -> None:
        """`kill -9`, if it is still there."""
        if self.process.returncode is None:
            self.process.kill()
        await self.ends()


@asynccontextmanager
async def ended(program: Program) -> AsyncIterator[Program]:
    """A program that does not outlive its test."""
    try:
        yield program
    finally:
        await program.kill()


async def done(*command: str, env: Mapping[str, str], cwd: Path | None = None) -> tuple[int, str]:
    """Run a program to its end: its exit code and what it said."""
    async with ended(await Program.start(*command, env=env, cwd=cwd)) as program:
        return await program.ends(), program.output


def environment(home: Path, **settings: str) -> dict[str, str]:
    """Nothing of the developer's own settings; Python without its writing of bytecode elsewhere."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONUNBUFFERED": "1", **settings}


def one_line(output: str) -> str:
    """The only line of an output, as an error that people can mend has to be."""
    lines = [line for line in output.splitlines() if line.strip()]
    assert len(lines) == 1, output
    return lines[0]


def without(output: str, secrets: Sequence[str]) -> None:
    """No secret is in it."""
    for secret in secrets:
        assert secret not in output
