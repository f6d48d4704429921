"""A squad's day: at its hour the mornings are told, unless another post of the day carries them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.schedule import local_day, moment
from bot.services import squad_weather
from bot.services.digest import digest_at
from bot.services.recap import RECAP
from bot.services.squad_weather import WEATHER
from bot.storage import dues, squad_sessions, squads
from bot.storage.deliveries import Intent
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.squads import SquadRow
from core.content import Content
from core.squad import WeatherDays

STANDING = "squad-standing"
"""The due that sets tomorrow's session where it repeats: its card tells of the mornings."""


async def owe(unit: Unit, row: SquadRow, now: datetime, *, anew: bool = False) -> None:
    """Owe the next hour at which the mornings are told; `anew`: days or hour have changed."""
    at = next_hour(row, now)
    if anew or at is None:
        await dues.put(unit, row.owner, WEATHER, at)
    else:
        await dues.put_first(unit, row.owner, WEATHER, at)


def next_hour(row: SquadRow, after: datetime) -> datetime | None:
    """The next such hour where the squad trains; None where no message of its own is wanted."""
    if not row.active or row.squad.weather_days is not WeatherDays.DAILY:
        return None
    zone = row.squad.zone or "UTC"
    today = local_day(after, zone)
    hours = (moment(today + timedelta(days=n), row.squad.weather_minute, zone) for n in range(3))
    return next((at for at in hours if at is not None and at > after), None)


async def due(unit: Unit, owed: Due, now: datetime, _content: Content) -> Sequence[Intent]:
    """The hour itself."""
    row = await squads.get(unit, owed.owner.id)
    if row is None or not row.active:
        return ()
    await owe(unit, row, now, anew=True)
    day = local_day(now, row.squad.zone or "UTC")
    if not await _carried(unit, row, day, now):
        await squad_weather.alone(unit, row, now)
    return ()


async def _carried(unit: Unit, row: SquadRow, day: date, now: datetime) -> bool:
    """Whether a post still comes today that tells of the mornings along with the rest."""
    zone = row.squad.zone or "UTC"
    for kind in (RECAP, STANDING):
        at = await dues.at(unit, row.owner, kind)
        if at is not None and local_day(at, zone) == day:
            return True
    session = await squad_sessions.on(unit, row.id, day)
    at = digest_at(row, session.session) if session else None
    return at is not None and at > now
