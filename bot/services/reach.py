"""A race that can't be reached safely any more: told once, with what could be run instead."""

from __future__ import annotations

from datetime import timedelta

from bot.schedule import expiry
from bot.services.desk import Desk
from bot.storage import deliveries
from bot.storage.deliveries import Intent
from bot.storage.dossier import Dossier
from bot.storage.owner import Owner
from core.season import Refusal

REACH = "reach"
TOLD_AGAIN_AFTER = timedelta(days=21)


async def tell(desk: Desk, dossier: Dossier, refusal: Refusal | None) -> None:
    """Promise a message of its own about the race of a refused plan, unless it was told lately."""
    if refusal is None or refusal.race is None:
        return
    owner = Owner.athlete(dossier.account.id)
    last = await deliveries.last_date(desk.unit, owner, REACH)
    if last is not None and dossier.today - last < TOLD_AGAIN_AFTER:
        return
    subject = refusal.race.on.isoformat()
    intent = Intent(REACH, dossier.account.chat_id, dossier.today, subject=subject, priority=1)
    expires = expiry(desk.now, dossier.account.hours.zone)
    await deliveries.promise(desk.unit, owner, [intent], desk.now, expires)
