"""The amounts of a message, each with the question that it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.understand.heard import Field
from bot.understand.labels import Topic
from bot.understand.quantity import Amount


@dataclass(slots=True)
class Sorted:
    """Amounts told for each field, in order; `unclear` ones could answer several.

    `awake` and `in_bed` are hours of the night that are no sleep by themselves.
    """

    told: dict[Field, list[Amount]] = field(default_factory=dict)
    clocks: list[tuple[Topic, Amount]] = field(default_factory=list)
    unclear: list[tuple[Amount, tuple[Field, ...]]] = field(default_factory=list)
    relative: set[Field] = field(default_factory=set)
    awake: float = 0.0
    in_bed: float | None = None

    def add(self, which: Field, amount: Amount) -> None:
        self.told.setdefault(which, []).append(amount)
