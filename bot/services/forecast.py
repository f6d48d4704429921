"""The forecast for a squad's session, looked up for its town where the host turned that on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.services.weather import OLDEST
from bot.storage import forecasts
from bot.storage.engine import Unit
from bot.storage.forecasts import Forecast
from core.squad import Squad


async def celsius_at(
    unit: Unit, squad: Squad, on: date, minute: int, now: datetime
) -> float | None:
    """The temperature of the session's hour, where it is known by now."""
    if not squad.weather or squad.town is None:
        return None
    forecast = await forecasts.find(unit, squad.town.latitude, squad.town.longitude)
    if forecast is None or forecast.fetched is None or now - forecast.fetched > OLDEST:
        return None
    celsius = (forecast.hours or {}).get(f"{on}T{minute // 60:02d}:00")
    return None if celsius is None else round(celsius, 1)


async def want(unit: Unit, squad: Squad, today: date) -> None:
    """Have the squad's town looked up from now on."""
    if not squad.weather or squad.town is None:
        return
    known = await forecasts.find(unit, squad.town.latitude, squad.town.longitude)
    if known is None or known.asked < today:
        new = known or Forecast(squad.town.latitude, squad.town.longitude, today)
        await forecasts.keep(unit, replace(new, asked=today))
