"""Whether something outside the house answers, said aloud once a minute while it does not."""

from __future__ import annotations

import asyncio
import logging

from bot.clock import Clock

log = logging.getLogger(__name__)
SAY_EVERY = 60.0


class Line:
    """A line to Telegram or to the database: down from the first failure to the next success."""

    def __init__(self, clock: Clock, name: str) -> None:
        self._clock = clock
        self._name = name
        self._since: float | None = None
        self._said: float | None = None
        self._told = False
        self._failures = 0
        self._up = asyncio.Event()
        self._up.set()

    @property
    def is_up(self) -> bool:
        return self._since is None

    def worked(self) -> None:
        """It answers; whoever waits for it goes on."""
        if self._since is not None and self._told:
            minutes = (self._clock.elapsed() - self._since) / 60
            log.warning("%s answers again after %.1f minutes", self._name, minutes)
        self._since, self._failures, self._told = None, 0, False
        self._up.set()

    async def failed(self, why: object) -> None:
        """It does not answer: say so if a minute has passed, and wait a little, ever longer.

        A full disk is read from and not written to: such a line comes and goes, and is said once.
        """
        now = self._clock.elapsed()
        if self._since is None:
            self._since = now
        self._up.clear()
        if self._said is None or now - self._said >= SAY_EVERY:
            self._said, self._told = now, True
            log.warning("%s does not answer, waiting for it: %s", self._name, why)
        self._failures += 1
        await self.rest(self._failures)

    async def rest(self, failures: int) -> None:
        """Wait after so many failures: a second, then ever longer up to twenty."""
        await self._clock.pause(min(2.0 ** min(failures - 1, 6), 20.0))

    async def ready(self) -> None:
        """Return as soon as it is not known to be down."""
        await self._up.wait()
