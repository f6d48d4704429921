"""What every handler shares, and how a topic shows its outcomes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from bot.clock import Clock
from bot.delivery.cards import Cards
from bot.delivery.parts import Parts
from bot.services.desk import Answer
from bot.storage.engine import Database
from bot.text import Texts
from core.content import Content

if TYPE_CHECKING:
    from bot.context import Context


class Show(Protocol):
    """How a topic shows what one of its use cases answered."""

    async def __call__(self, context: Context, answer: Answer[Any]) -> None: ...


@dataclass(slots=True)
class House:
    """What every handler shares; `parts` and `cards` are delivery's, set when it is built."""

    database: Database
    content: Content
    texts: Texts
    clock: Clock
    commands: Sequence[str]
    shows: Mapping[str, Show]
    words: Mapping[str, Callable[[Context], Awaitable[None]]]
    parts: Parts
    cards: Cards
    looks_up_weather: bool = False
