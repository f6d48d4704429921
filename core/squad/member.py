"""A member: an athlete in a squad, and what of theirs the squad and its coach may see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Share(StrEnum):
    """One field a member may show; none is shown until the member says so.

    That somebody is in, and whether they come, is what a squad is: that is always seen.
    """

    PACES = "paces"
    READINESS = "readiness"
    SMALLER = "smaller"
    GROUP = "group"
    RESULTS = "results"
    BOARD = "board"
    RACES = "races"
    COUNTED = "counted"
    CHALLENGE = "challenge"


COACH_SEES = (Share.READINESS, Share.SMALLER, Share.PACES)
"""Seen by the squad's coach alone, in private: never in the group, whatever is allowed."""
SQUAD_SEES = (Share.GROUP, Share.RESULTS, Share.BOARD, Share.RACES)
"""Seen by the whole group, with the name."""
IN_COUNTS = (Share.COUNTED, Share.CHALLENGE)
"""Seen by nobody: they only go into counts of the whole squad, its weather and its challenges."""


@dataclass(frozen=True, slots=True)
class Member:
    """One athlete in one squad; `id` is the athlete's. A coach need not run."""

    id: int
    name: str
    joined: date
    shares: frozenset[Share] = frozenset()
    is_coach: bool = False

    def allows(self, share: Share) -> bool:
        return share in self.shares

    def toggled(self, share: Share) -> Member:
        """The same member with that one consent given or taken back."""
        return replace(self, shares=self.shares ^ {share})
