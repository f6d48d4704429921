"""A running buddy: somebody whose easy running is alike, named to nobody before both said yes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from core.units import Pace

ALIKE = 0.05
"""How far apart two easy paces may be, as a share of the faster: 5:30 with 5:46 (ours)."""


def alike(one: Pace, other: Pace) -> bool:
    """Whether they could run easy side by side and both stay easy."""
    faster, slower = sorted((one.seconds_per_km, other.seconds_per_km))
    return slower - faster <= ALIKE * faster


def to_ask(seeker: int, paces: Mapping[int, Pace], known: Collection[int] = ()) -> int | None:
    """Whom to ask for `seeker`: the one whose easy pace is closest; None: nobody's is alike.

    `paces` are the easy paces by member; `known` were asked before, or are buddies already.
    """
    mine = paces.get(seeker)
    if mine is None:
        return None
    found = [
        (abs(pace.seconds_per_km - mine.seconds_per_km), member)
        for member, pace in paces.items()
        if member != seeker and member not in known and alike(pace, mine)
    ]
    return min(found)[1] if found else None
