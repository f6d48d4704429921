"""One calm line in private for whom a squad has ended: out of the group, or the group gone."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.schedule import local_day
from bot.storage import deliveries
from bot.storage.athletes import Account, State
from bot.storage.deliveries import Intent
from bot.storage.engine import Unit
from bot.storage.owner import Owner
from bot.storage.squads import SquadRow

FAREWELL = "squad-farewell"
"""The delivery; its ids keep the squad's name, which may be gone by then."""
TRIED_FOR = timedelta(days=1)


async def say(unit: Unit, row: SquadRow, account: Account, now: datetime, *, ended: bool) -> None:
    """Promise it, unless they never opened the chat or closed it. `ended`: it is so for all."""
    if account.state is State.BLOCKED or account.consented_at is None:
        return
    day = local_day(now, account.hours.zone)
    subject = f"{row.id}.{int(now.timestamp())}"
    ids: dict[str, int | str] = {"title": row.title, "ended": int(ended)}
    intent = Intent(FAREWELL, account.chat_id, day, subject=subject, ids=ids, priority=1)
    await deliveries.promise(unit, Owner.athlete(account.id), [intent], now, now + TRIED_FOR)
