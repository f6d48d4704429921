"""The coach as `nextgear run` starts it, at another hour.

Usage: coach.py INSTANT, as a process of its own; its clock shows that instant when it starts.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import datetime, timedelta

from bot.cli import load
from bot.clock import RealClock
from bot.config import Config


class Ahead(RealClock):
    """The clock on the wall, so much later."""

    def __init__(self, by: timedelta) -> None:
        super().__init__()
        self._by = by

    def now(self) -> datetime:
        return super().now() + self._by


if __name__ == "__main__":
    clock = Ahead(datetime.fromisoformat(sys.argv[1]) - RealClock().now())
    run = load("bot.running:run")  # as the command does, which has its own way to import
    sys.exit(asyncio.run(run(Config.from_env(os.environ), clock=clock)))
