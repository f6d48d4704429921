"""An amount: a number with its unit and where it stands in the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understand.tokens import Kind, Token


class Unit(StrEnum):
    """What an amount is in; OTHER is one that answers none of the coach's questions."""

    PLAIN = "plain"
    HOURS = "hours"
    MINUTES = "minutes"
    CLOCK = "clock"
    BEATS = "beats"
    MS = "ms"
    OUT_OF = "out-of"
    CELSIUS = "celsius"
    FAHRENHEIT = "fahrenheit"
    DEGREES = "degrees"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens `start` to `end` as one amount; CLOCK is in minutes, `exact_half` tells am/pm or 24 h.

    `low` and `high` are the ends of a range whose middle is `value`; `tail` is the 50 of "7 hr 50".
    """

    start: int
    end: int
    value: float
    unit: Unit = Unit.PLAIN
    of: float = 0.0
    low: float | None = None
    high: float | None = None
    tail: float | None = None
    exact_half: bool = False

    @property
    def whole(self) -> bool:
        return self.value == int(self.value)


_NOTHING = Token(Kind.MARK, "")


def token_at(tokens: Sequence[Token], at: int) -> Token:
    """The token, or an empty mark outside the message."""
    return tokens[at] if 0 <= at < len(tokens) else _NOTHING
