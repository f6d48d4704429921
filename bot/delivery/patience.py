"""How long delivery waits, and how often it tries: every such number, in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Patience:
    """The usual times; tests shorten them."""

    floor: timedelta = timedelta(seconds=1)
    """How often each loop looks by itself, whether or not anybody rang its bell."""
    lease: timedelta = timedelta(seconds=60)
    """How long a claimed row is left alone; longer than any call to Telegram can take."""
    poller: timedelta = timedelta(seconds=30)
    """The lease of the one who polls; renewed three times as often."""
    quiet: timedelta = timedelta(seconds=60)
    """How long evidence of arrival is waited for before an uncertain message is sent again."""
    settling: timedelta = timedelta(seconds=2)
    """How long a changed card is left to the handler that changed it."""
    attempts: int = 5
    retries: tuple[int, ...] = (1, 5, 30, 120)
    """Seconds before the second, third, ... attempt."""
    unreachable: timedelta = timedelta(seconds=5)
    """How soon a call that never left the house is tried again."""
    long_poll: int = 30
    workers: int = 32
    sends: int = 32
    batch: int = 500
    tap_seconds: float = 2.0
    """How long a tap waits for the words of its answer before it is answered without any."""
    start_seconds: float = 30.0
    stop_seconds: float = 2.5
    """How long what is in flight may take once the end has come; all of it takes under five."""
    kept: timedelta = timedelta(days=3)
    """How long ids of finished updates are kept."""
    history: timedelta = timedelta(days=60)
    """How long settled deliveries and old cards are kept."""

    def of_a_stepped_clock(self) -> Patience:
        """The drain looks after everything that time brings: the loops need not, at every step."""
        day = timedelta(days=1)
        return replace(self, floor=day, settling=day, poller=day)

    def before_attempt(self, attempts: int) -> timedelta:
        """The wait after so many failed attempts."""
        return timedelta(seconds=self.retries[min(attempts, len(self.retries)) - 1])
