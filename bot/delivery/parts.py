"""What every loop of delivery shares."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from telegram.ext import Application

from bot.clock import Clock
from bot.delivery.line import Line
from bot.delivery.pacing import Pacing
from bot.delivery.patience import Patience
from bot.delivery.say import Speaker
from bot.delivery.seam import Seam
from bot.storage.engine import Database

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
"""An application with whatever context the house gives it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """One process's parts; `owner` is its name on leases, nobody else's ever."""

    application: AnyApplication
    database: Database
    clock: Clock
    seam: Seam
    pacing: Pacing
    speaker: Speaker
    telegram: Line
    storage: Line
    owner: str
    patience: Patience
    morning_spread: int = 0
    held: asyncio.Event = field(default_factory=asyncio.Event)
    """Rings when something has to wait a moment; only a clock that stands still listens."""
