"""The Monday recap: the squad's week in counts, what each got better at, and who races next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.athlete import Race
from core.squad.board import Gain
from core.squad.challenge import Progress
from core.units import Distance

MEMBERS_FOR_A_TOTAL = 3
"""With fewer, everybody could take their own from the total and read the other's (ours)."""
RACES_AHEAD = 14
"""Days ahead that the recap looks for races: this week and the next."""
RACES_TOLD = 5


@dataclass(frozen=True, slots=True)
class Attended:
    """One squad session of the week: how many were in, and how many of them ran."""

    on: date
    said_in: int
    ran: int


@dataclass(frozen=True, slots=True)
class Racing:
    """Somebody who lets the squad know of a race."""

    name: str
    on: date
    distance: Distance


@dataclass(frozen=True, slots=True)
class Recap:
    """The week that began on `monday`; `decisions` None: too few members for a total."""

    monday: date
    attended: tuple[Attended, ...] = ()
    decisions: int | None = None
    board: tuple[Gain, ...] = ()
    racing: tuple[Racing, ...] = ()
    challenge: Progress | None = None

    @property
    def empty(self) -> bool:
        """Nothing happened that would be worth a post."""
        return not (self.attended or self.decisions or self.board or self.racing or self.challenge)


def decision_total(members: Iterable[Sequence[bool | None]]) -> int | None:
    """Good decisions of all together, from each member's verdicts; None for fewer than three.

    A member of whom nothing is known is none that the total could hide behind.
    """
    judged = [verdicts for verdicts in members if any(v is not None for v in verdicts)]
    if len(judged) < MEMBERS_FOR_A_TOTAL:
        return None
    return sum(verdict is True for verdicts in judged for verdict in verdicts)


def racing_soon(members: Iterable[tuple[str, Sequence[Race]]], today: date) -> tuple[Racing, ...]:
    """The races of the next fortnight, the nearest first."""
    last = today + timedelta(days=RACES_AHEAD - 1)
    found = [
        Racing(name, race.on, race.distance)
        for name, races in members
        for race in races
        if today <= race.on <= last
    ]
    found.sort(key=lambda racing: (racing.on, racing.name))
    return tuple(found[:RACES_TOLD])
