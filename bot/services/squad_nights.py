"""The squad's days in a member's own week: proposed, and theirs to tick."""

from __future__ import annotations

from typing import Any

from bot.outcome import Outcome, Said
from bot.services import membership, profile
from bot.services.desk import Answer, Desk
from bot.storage.athletes import Account
from bot.storage.squads import SquadRow
from core.squad import training_days
from core.squad.nights import with_nights


def moved_days(account: Account, row: SquadRow) -> tuple[int, ...] | None:
    """The member's running days with the squad's among them; None: they need not move."""
    athlete = account.profile
    if athlete is None or athlete.long_day is None:
        return None
    return with_nights(athlete.days, athlete.long_day, training_days(row.squad.trainings))


async def propose(desk: Desk, squad_id: int) -> Answer[Any]:
    """Run on the squad's days: ticked in the settings, for the member to say so."""
    found = await membership.look_at(desk, squad_id)
    days = moved_days(found.account, found.row) if found is not None else None
    if days is None:
        return Answer(Outcome(membership.TOPIC, Said.STALE, "squad-nights-fit"))
    return await profile.propose_days(desk, days)
