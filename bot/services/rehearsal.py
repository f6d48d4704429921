"""What the rehearsal room's clock bar needs to know of the athletes in it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.schedule import local_day
from bot.storage import athletes
from bot.storage.engine import Unit


async def usual_zone(unit: Unit) -> str | None:
    """The zone of the athlete who came last; None where nobody is coached yet."""
    accounts = await athletes.latest(unit, 1)
    return accounts[0].hours.zone if accounts else None


async def races_ahead(unit: Unit, now: datetime) -> list[tuple[ZoneInfo, date]]:
    """Zone and day of every race to come, the next one first."""
    found = []
    for account in await athletes.latest(unit, 50):
        today = local_day(now, account.hours.zone)
        races = account.profile.races if account.profile else ()
        found += [(ZoneInfo(account.hours.zone), r.on) for r in races if r.on >= today]
    return sorted(found, key=lambda each: each[1])
