"""A time that a coach typed for a member: it counts once the member has confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.athlete import Result, ResultKind
from core.units import Distance, Duration


@dataclass(frozen=True, slots=True)
class ToldResult:
    """`distance` None: the time of a whole session, good for the digest, not for fitness."""

    on: date
    time: Duration
    distance: Distance | None = None

    @property
    def result(self) -> Result | None:
        """What it says of the member's fitness; None where nobody knows the distance."""
        if self.distance is None:
            return None
        return Result(self.distance, self.time, self.on, ResultKind.TRIAL)
