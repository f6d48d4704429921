"""What a weather service said, by place: small facts of the coach's own, no person in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select

from bot.storage import meta
from bot.storage.engine import Unit
from bot.storage.tables import meta as table

PREFIX = "weather:"


@dataclass(frozen=True, slots=True)
class Forecast:
    """One place's hours: degrees Celsius by local hour ("2026-11-26T07:00"); `asked` last on."""

    latitude: float
    longitude: float
    asked: date
    fetched: datetime | None = None
    hours: Mapping[str, float] | None = None

    @property
    def name(self) -> str:
        """The key it is kept under."""
        return key(self.latitude, self.longitude)


def key(latitude: float, longitude: float) -> str:
    """A place by its rounded coordinates."""
    return f"{PREFIX}{latitude:.1f},{longitude:.1f}"


async def find(unit: Unit, latitude: float, longitude: float) -> Forecast | None:
    """What is known of the place, however old."""
    value = await meta.get(unit, key(latitude, longitude))
    return None if value is None else _read(key(latitude, longitude), value)


async def keep(unit: Unit, forecast: Forecast) -> None:
    """Write it over what was known."""
    value = {
        "asked": forecast.asked.isoformat(),
        "fetched": forecast.fetched.isoformat() if forecast.fetched else "",
        "hours": dict(forecast.hours or {}),
    }
    await meta.put(unit, forecast.name, json.dumps(value))


async def every(unit: Unit) -> tuple[Forecast, ...]:
    """All places that somebody asked for."""
    wanted = select(table).where(table.c.name.startswith(PREFIX, autoescape=True))
    rows = await unit.connection.execute(wanted.order_by(table.c.name))
    return tuple(_read(row.name, row.value) for row in rows)


async def drop(unit: Unit, forecast: Forecast) -> None:
    """Nobody asks for that place any more."""
    await unit.connection.execute(delete(table).where(table.c.name == forecast.name))


def _read(name: str, value: str) -> Forecast:
    latitude, _, longitude = name.removeprefix(PREFIX).partition(",")
    told = json.loads(value)
    fetched = datetime.fromisoformat(told["fetched"]) if told["fetched"] else None
    asked = date.fromisoformat(told["asked"])
    return Forecast(float(latitude), float(longitude), asked, fetched, told["hours"])
