"""Loops that outlive every error: work in turns, wait through the clock, wake by a bell."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from bot.delivery.line import Line
from bot.storage.errors import Collision, StorageError

log = logging.getLogger(__name__)
T = TypeVar("T")
LAST_SECONDS = 2.0
"""How long the last turn of a loop may take once the end has come."""


async def forever(turn: Callable[[], Awaitable[object]], database: Line, name: str) -> None:
    """Take turns until cancelled; a turn waits by itself. The database may be gone for days."""
    stumbles = 0
    while True:
        try:
            await turn()
        except Collision as error:
            log.info("%s collided and begins again: %s", name, error)
        except StorageError as error:
            await database.failed(error)
        except Exception:  # a loop of delivery never ends
            stumbles += 1
            log.exception("%s stumbled", name)
            await database.rest(stumbles)
        else:
            stumbles = 0
            database.worked()


async def whole(work: Awaitable[T]) -> T:
    """Do it to the end, though the loop is cancelled meanwhile: a database is not left half-way."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=LAST_SECONDS)
        raise


class InFlight:
    """Tasks that were begun and are awaited before the house closes."""

    def __init__(self, limit: int, bell: asyncio.Event) -> None:
        """`bell` rings whenever a hand comes free."""
        self._limit = limit
        self._bell = bell
        self._tasks: dict[asyncio.Task[None], int] = {}

    @property
    def free(self) -> int:
        return max(self._limit - len(self._tasks), 0)

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    @property
    def ids(self) -> frozenset[int]:
        """What is at work just now, by the ids it was begun with."""
        return frozenset(self._tasks.values())

    def begin(self, id_: int, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks[task] = id_
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._tasks[task]
        self._bell.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("work ended in an error", exc_info=error)

    async def all_done(self) -> None:
        """Return when nothing is in flight, not even what that has begun."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def stop(self, seconds: float) -> None:
        """Let it end by itself for so long, then cut it short."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.all_done(), seconds)
        for task in set(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(set(self._tasks), timeout=1)


async def surely(write: Callable[[], Awaitable[None]], database: Line) -> None:
    """Write what has happened outside already, as often as it takes."""
    while True:
        try:
            await write()
        except Collision:
            continue
        except StorageError as error:
            await database.failed(error)
        else:
            return
