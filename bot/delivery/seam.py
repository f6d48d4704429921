"""What the application gives to delivery: how to decide, how to draw, and what to do on a blow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from telegram import Update

from bot.reply import Reply
from bot.schedule import DueKind
from bot.storage.cards import Card
from bot.storage.deliveries import Delivery, Intent
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.owner import Owner

Decider = Callable[[Unit, Due, datetime], Awaitable[Sequence[Intent]]]
"""Runs inside the tick's transaction; may set the next due itself, else what repeats is set."""
Renderer = Callable[[Delivery], Awaitable[Reply | None]]
"""Runs just before sending, outside any transaction; None: there is nothing to say any more."""
Redraw = Callable[[Card], Awaitable[Reply | None]]
"""What the card should show now; None: it stays as it is."""


async def _nobody(_unit: Unit, _owner: Owner) -> None:
    return


async def _nowhere(_unit: Unit, _old: int, _new: int) -> None:
    return


async def _silence(_update: Update | None, _error: BaseException) -> None:
    return


@dataclass(frozen=True, slots=True)
class Seam:
    """The application's part of delivery.

    `cards` names the kind of card that a kind of delivery becomes (its subject: the local date).
    `resent` are the kinds worth sending twice rather than never. `on_forbidden` pauses the owner,
    `on_migrated` moves a squad to its new chat id; both run inside a transaction. `on_failed` tells
    the person, once, that something went wrong.
    """

    deciders: Mapping[str, Decider] = field(default_factory=dict)
    renderers: Mapping[str, Renderer] = field(default_factory=dict)
    redraws: Mapping[str, Redraw] = field(default_factory=dict)
    cards: Mapping[str, str] = field(default_factory=dict)
    resent: frozenset[str] = frozenset({DueKind.MORNING.value})
    on_forbidden: Callable[[Unit, Owner], Awaitable[None]] = _nobody
    on_migrated: Callable[[Unit, int, int], Awaitable[None]] = _nowhere
    on_failed: Callable[[Update | None, BaseException], Awaitable[None]] = _silence
