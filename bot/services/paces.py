"""/paces and /zones: what the athlete's fitness means for training."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.services.desk import Desk
from bot.services.standing import standing
from bot.storage.athletes import Account
from core.athlete import Athlete
from core.fitness import Fitness, race_time
from core.paces import Paces
from core.units import Distance, Duration
from core.zones import Zone, zones

EQUAL = (Distance(1609.344), Distance(5000), Distance(10000), Distance(21097.5), Distance(42195))
"""Distances that /paces tells equal times for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Fitness, paces and equal times (none without a result), zones, and whose they are."""

    account: Account
    athlete: Athlete
    today: date
    fitness: Fitness | None
    paces: Paces | None
    equal: tuple[tuple[Distance, Duration], ...]
    zones: tuple[Zone, ...]
    pulse: bool
    pace: bool


async def look(desk: Desk) -> Shown | None:
    """What /paces and /zones show; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    stands = standing(dossier, desk.content)
    fitness = stands.fitness
    equal = tuple((d, race_time(fitness.vdot, d)) for d in EQUAL) if fitness else ()
    return Shown(
        account=dossier.account,
        athlete=stands.athlete,
        today=dossier.today,
        fitness=fitness,
        paces=stands.paces,
        equal=equal,
        zones=zones(stands.athlete, stands.paces, dossier.today),
        pulse=stands.allowance.pulse,
        pace=stands.allowance.pace,
    )
