"""What the rehearsal room's clock bar needs to know of the athletes in it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.schedule import local_day
from bot.storage import athletes
from bot.storage.engine import Unit


async def usual_zone(unit: Unit, mates: Collection[int] = ()) -> str | None:
    """The zone of the athlete who came last; None where nobody is coached yet.

    `mates`: Telegram's ids of those whose clock is not meant.
    """
    accounts = await athletes.latest(unit, len(mates) + 1)
    zones = [account.hours.zone for account in accounts if account.user_id not in mates]
    return zones[0] if zones else None


async def races_ahead(unit: Unit, now: datetime) -> list[tuple[ZoneInfo, date]]:
    """Zone and day of every race to come, the next one first."""
    found = []
    for account in await athletes.latest(unit, 50):
        today = local_day(now, account.hours.zone)
        races = account.profile.races if account.profile else ()
        found += [(ZoneInfo(account.hours.zone), r.on) for r in races if r.on >= today]
    return sorted(found, key=lambda each: each[1])
