"""A bell: who waits for something to happen is woken when it rings."""

from __future__ import annotations

import asyncio


class Bell:
    """Rung by the model, heard by long polls; waiting is in real seconds."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    async def heard(self, seconds: float) -> bool:
        """Whether it rang within `seconds`."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            async with asyncio.timeout(seconds):  # `wait_for` loses a cancelling that it rings with
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiter)
        return True
