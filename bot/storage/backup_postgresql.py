"""PostgreSQL's own programs: pg_dump out, pg_restore and psql back in."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from sqlalchemy import URL

from bot.storage.errors import DatabaseError
from bot.storage.tables import metadata

_REVISION = re.compile(r"^(\d{4})$", re.MULTILINE)
_TABLES = (*metadata.tables, "alembic_version")
_CHUNK = 1 << 16
_WITHOUT_LEASES = b"\nSET search_path TO DEFAULT;\nDELETE FROM leases;\n"
"""Whoever held a lease when the backup was made polls no more; pg_restore empties the path."""


async def dump(url: URL, target: Path, programs: Path | None) -> None:
    """Our tables and nothing else, should the database be shared, in pg_dump's custom format."""
    tables = [f"--table={table}" for table in _TABLES]
    process = await _start(
        url, programs, "pg_dump", "-Fc", "--no-owner", "--no-acl", f"--file={target}", *tables
    )
    await _finish(process, "pg_dump")


async def revision(source: Path, programs: Path | None) -> str | None:
    """The revision of the backup's tables; DatabaseError if pg_restore cannot read the file."""
    process = await _start(
        None, programs, "pg_restore", "--data-only", "--table=alembic_version", "-f-", str(source)
    )
    found = _REVISION.search((await _finish(process, "pg_restore")).decode())
    return found[1] if found else None


async def put_back(url: URL, source: Path, programs: Path | None) -> None:
    """Drop our tables and bring back the backup's in one transaction."""
    reader = await _start(
        None, programs, "pg_restore", "--no-owner", "--no-acl", "-f-", str(source)
    )
    writer = await _start(url, programs, "psql", "-qX", "-vON_ERROR_STOP=1")
    ended = asyncio.create_task(_finish(writer, "psql"))
    try:
        await _pass_on(reader, writer)
    finally:
        await asyncio.wait([ended])
    await ended


async def _pass_on(reader: Process, writer: Process) -> None:
    """Script from one to the other; without the COMMIT at its end psql takes everything back."""
    out, into = reader.stdout, writer.stdin
    assert out is not None and into is not None  # noqa: S101, PT018 - both were asked for as pipes
    try:
        into.write(f"BEGIN; DROP TABLE IF EXISTS {', '.join(_TABLES)} CASCADE;\n".encode())
        while chunk := await out.read(_CHUNK):
            into.write(chunk)
            await into.drain()
        await _finish(reader, "pg_restore")
        into.write(_WITHOUT_LEASES + b"COMMIT;\n")
        await into.drain()
    except ConnectionError:  # psql gave up first and says why
        reader.kill()
        await reader.wait()
    finally:
        into.close()


async def _start(url: URL | None, programs: Path | None, name: str, *arguments: str) -> Process:
    program = shutil.which(name, path=str(programs) if programs else None)
    if program is None:
        raise DatabaseError(f"{name} is not there: install PostgreSQL's client programs.")
    environment = dict(os.environ)
    if url is not None:
        plain = url.set(drivername="postgresql", password=None)
        arguments = (f"--dbname={plain.render_as_string()}", *arguments)
        if url.password is not None:  # never among the arguments, which every user can list
            environment["PGPASSWORD"] = str(url.password)
    return await asyncio.create_subprocess_exec(
        program,
        *arguments,
        stdin=PIPE if name == "psql" else DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
        env=environment,
    )


async def _finish(process: Process, name: str) -> bytes:
    """What it wrote; DatabaseError with its own last line if it failed."""
    out = asyncio.create_task(process.stdout.read()) if process.stdout else None
    error = await process.stderr.read() if process.stderr else b""
    written = await out if out else b""
    if await process.wait() != 0:
        lines = error.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise DatabaseError(f"{name} failed: {lines[0].removeprefix(name + ': ')}.")
    return written
