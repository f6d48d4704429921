"""Whose a due, a delivery or a card is: an athlete's or a squad's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Owner:
    """`kind` is "athlete" or "squad"; `id` is the row's in that table."""

    kind: str
    id: int

    @classmethod
    def athlete(cls, athlete_id: int) -> Self:
        return cls("athlete", athlete_id)

    @classmethod
    def squad(cls, squad_id: int) -> Self:
        return cls("squad", squad_id)

    @property
    def athlete_id(self) -> int | None:
        """What the rows hang on, so that they go with the athlete."""
        return self.id if self.kind == "athlete" else None

    @property
    def squad_id(self) -> int | None:
        return self.id if self.kind == "squad" else None
