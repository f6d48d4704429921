"""APScheduler only beats: it rings bells, and loops that we own and await do the work."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

Beat = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Every:
    """Something that happens every so many seconds."""

    seconds: float
    name: str
    beat: Beat


def ring(bell: asyncio.Event) -> Beat:
    """A beat that only rings."""

    async def beat() -> None:
        bell.set()

    return beat


class Beats:
    """The scheduler; its import takes a moment, so it is made in a thread once all else runs."""

    def __init__(self, beats: list[Every]) -> None:
        self._beats = beats
        self._scheduler: Any = None

    async def start(self) -> None:
        scheduler = await asyncio.to_thread(_scheduler)
        for every in self._beats:
            scheduler.add_job(
                every.beat, "interval", seconds=every.seconds, id=every.name, max_instances=1
            )
        scheduler.start()
        self._scheduler = scheduler

    def stop(self) -> None:
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None


def _scheduler() -> Any:
    from apscheduler.schedulers.asyncio import AsyncIOScheduler  # noqa: PLC0415 - slow to import

    # No misfire limit: a beat that comes late is a beat all the same (its default drops it).
    return AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True}
    )
