"""Forecasts over a real loopback server, from a sample in Open-Meteo's public format.

`data/forecast.json` has the shape of that service's documented answer; its numbers are made up.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.clock import SteppedClock
from bot.delivery.weather import FORGOTTEN_AFTER, FRESH, Weather, read_hours
from bot.storage import forecasts
from bot.storage.engine import Database
from bot.storage.forecasts import Forecast

SAMPLE = json.loads((Path(__file__).parent / "data" / "forecast.json").read_text())
NOW = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
LISBON = Forecast(38.8, -9.2, date(2026, 11, 27))


@dataclass
class Service:
    """A weather service on loopback: what it was asked, and what it answers."""

    url: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    answer: Any = field(default_factory=lambda: SAMPLE)
    status: int = 200

    async def forecast(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.query))
        return web.json_response(self.answer, status=self.status)


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    made = Service()
    app = web.Application()
    app.router.add_get("/v1/forecast", made.forecast)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    made.url = f"http://{host}:{port}"
    yield made
    await runner.cleanup()


async def keep(database: Database, *places: Forecast) -> None:
    async with database.write() as unit:
        for place in places:
            await forecasts.keep(unit, place)


async def known(database: Database) -> tuple[Forecast, ...]:
    async with database.read() as unit:
        return await forecasts.every(unit)


async def test_a_place_that_was_asked_for_is_looked_up_once_in_three_hours(
    database: Database, service: Service
) -> None:
    clock = SteppedClock(NOW)
    weather = Weather(database, clock, service.url)
    assert await weather.refresh() == 0
    await keep(database, LISBON)
    assert await weather.refresh() == 1
    assert await weather.refresh() == 0, "it is fresh"
    (asked,) = service.asked
    assert (asked["latitude"], asked["longitude"]) == ("38.8", "-9.2"), "rounded, and nothing else"
    assert set(asked) == {"latitude", "longitude", "hourly", "forecast_days", "timezone"}
    (lisbon,) = await known(database)
    assert lisbon.fetched == NOW
    assert lisbon.hours is not None
    assert lisbon.hours["2026-11-27T07:00"] == 29.4
    assert "2026-11-27T21:00" not in lisbon.hours
    clock.set(NOW + FRESH)
    assert await weather.refresh() == 1


@pytest.mark.parametrize("answer", [{}, [], {"hourly": {"time": ["x"], "temperature_2m": []}}, "?"])
async def test_what_is_no_forecast_changes_nothing(
    database: Database, service: Service, answer: Any
) -> None:
    await keep(database, LISBON)
    service.answer = answer
    assert await Weather(database, SteppedClock(NOW), service.url).refresh() == 0
    assert await known(database) == (replace(LISBON, hours={}),)


async def test_a_service_that_fails_or_is_not_there_stops_nobody(
    database: Database, service: Service
) -> None:
    await keep(database, LISBON)
    service.status = 500
    assert await Weather(database, SteppedClock(NOW), service.url).refresh() == 0
    assert await Weather(database, SteppedClock(NOW), "http://127.0.0.1:9").refresh() == 0


async def test_a_place_that_nobody_asks_for_is_dropped(
    database: Database, service: Service
) -> None:
    await keep(database, LISBON)
    late = SteppedClock(NOW + FORGOTTEN_AFTER + timedelta(days=1))
    assert await Weather(database, late, service.url).refresh() == 0
    assert await known(database) == ()
    assert service.asked == []


def test_the_sample_is_read_by_hour() -> None:
    assert read_hours(SAMPLE)["2026-11-27T18:00"] == 31.6
