"""Forecasts fetched beside the tick, in Open-Meteo's public format; whoever coaches waits for none.

A forecast is for a town's rounded coordinates; nothing else about anybody leaves the house.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import aiohttp

from bot.clock import Clock
from bot.delivery.loops import whole
from bot.storage import forecasts
from bot.storage.engine import Database
from bot.storage.forecasts import Forecast

log = logging.getLogger(__name__)
FRESH = timedelta(hours=3)
"""A forecast is not asked for again before this."""
FORGOTTEN_AFTER = timedelta(days=14)
"""Days after which a place that nobody asked for is dropped."""
TIMEOUT = aiohttp.ClientTimeout(total=10)
MOST_BYTES = 200_000
AT_ONCE = 4


class Weather:
    """Looks every place up that somebody asked for, when it is told to."""

    def __init__(self, database: Database, clock: Clock, url: str) -> None:
        self.bell = asyncio.Event()
        self._database = database
        self._clock = clock
        self._url = url.rstrip("/")

    async def turn(self) -> None:
        """Wait for the beat, then look up what has grown old."""
        await self.bell.wait()
        self.bell.clear()
        await whole(self.refresh())

    async def refresh(self) -> int:
        """Fetch each place's forecast if it is not fresh; how many came."""
        now = self._clock.now()
        async with self._database.read() as unit:
            known = await forecasts.every(unit)
        await self._drop([f for f in known if now.date() - f.asked > FORGOTTEN_AFTER])
        stale = [f for f in known if f.fetched is None or now - f.fetched >= FRESH]
        stale = [f for f in stale if now.date() - f.asked <= FORGOTTEN_AFTER]
        if not stale:
            return 0
        turns = asyncio.Semaphore(AT_ONCE)
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            came = await asyncio.gather(*(self._one(session, turns, f, now) for f in stale))
        return sum(came)

    async def _drop(self, places: list[Forecast]) -> None:
        if places:
            async with self._database.write() as unit:
                for place in places:
                    await forecasts.drop(unit, place)

    async def _one(
        self,
        session: aiohttp.ClientSession,
        turns: asyncio.Semaphore,
        place: Forecast,
        now: datetime,
    ) -> bool:
        """Whether it came; what does not is tried again with the next beat, and said once."""
        try:
            async with turns:
                hours = await self._fetch(session, place)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("no forecast: %s", type(error).__name__)
            return False
        async with self._database.write() as unit:
            newest = await forecasts.find(unit, place.latitude, place.longitude) or place
            await forecasts.keep(unit, replace(newest, fetched=now, hours=hours))
        return True

    async def _fetch(self, session: aiohttp.ClientSession, place: Forecast) -> dict[str, float]:
        wanted = {
            "latitude": f"{place.latitude:.1f}",
            "longitude": f"{place.longitude:.1f}",
            "hourly": "temperature_2m",
            "forecast_days": "2",
            "timezone": "auto",
        }
        async with session.get(f"{self._url}/v1/forecast", params=wanted) as answer:
            answer.raise_for_status()
            if (answer.content_length or 0) > MOST_BYTES:
                raise ValueError("too long")
            return read_hours(await answer.json(content_type=None))


def read_hours(told: Any) -> dict[str, float]:
    """Degrees Celsius by local hour; ValueError for what is no forecast."""
    hourly = told.get("hourly") if isinstance(told, Mapping) else None
    if not isinstance(hourly, Mapping):
        raise ValueError("no hourly forecast")
    times, degrees = hourly.get("time"), hourly.get("temperature_2m")
    if not isinstance(times, list) or not isinstance(degrees, list) or len(times) != len(degrees):
        raise ValueError("hours and degrees do not match")
    return {
        str(time): float(celsius)
        for time, celsius in zip(times, degrees, strict=True)
        if isinstance(celsius, int | float) and -60 <= celsius <= 60
    }
