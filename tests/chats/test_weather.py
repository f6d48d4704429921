"""Heat: told in words or by tap, or looked up; slower paces, then effort, then rest."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.storage import forecasts
from bot.storage.forecasts import Forecast
from core.athlete import Town
from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY = "2026-11-27 06:30"


async def test_a_warm_day_has_slower_paces_and_says_so(rui: Chat) -> None:
    card = await rui.at(FRIDAY, "7 km easy (not faster than 5:55/km)")
    assert card
    await rui.hears("it's 28 degrees", "28 °C", "about 4 % slower", "not faster than 6:1")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.celsius == 28
    await rui.taps("Same as usual", "28 °C", "slower")
    kept = (await saved.dossier(rui)).checkin
    assert kept is not None
    assert kept.celsius == 28, "the three answers do not forget it"


async def test_hot_without_a_number_means_reps_by_effort(hard_day: Chat) -> None:
    before = await saved.session(hard_day)
    assert before is not None
    assert before.hard
    await hard_day.taps("Same as usual", "/km")
    await hard_day.hears("it's so hot", "It's 30 °C.", never="5:55/km")
    decided = await saved.decision(hard_day)
    assert decided.by_effort


async def test_from_33_it_is_easy_and_from_38_nothing(hard_day: Chat) -> None:
    await hard_day.hears("34 degrees outside")
    today = await saved.session(hard_day)
    assert today is None or not today.hard, "the first hot days are judged one step stricter"
    await hard_day.hears("it's 39 degrees outside", "too hot to run outdoors")
    assert await saved.session(hard_day) is None
    await hard_day.hears("18 degrees")
    cool = await saved.session(hard_day)
    assert cool is not None
    assert cool.hard


async def test_a_body_s_temperature_is_no_weather(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I have 38.5 degrees", "No running with a fever.")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.celsius is None
    assert told.fever_celsius == 38.5


async def test_by_tap_and_by_command(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/weather", "How warm will it be", "[28 °C]")
    await rui.taps("33 °C", "33 °C")
    await rui.hears("/weather", "I reckon with 33 °C")
    await rui.hears("/weather 20", "20 °C")
    await rui.hears("/weather lisbon", "I need a temperature")


async def test_tomorrow_begins_without_today_s_heat(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("33 degrees")
    await rui.at("2026-11-28 06:30", never="33 °C")


async def test_a_run_remembers_the_heat(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("29 degrees")
    await rui.at("2026-11-27 21:00")
    await rui.taps("As planned")
    (run,) = (await saved.dossier(rui)).log.on((await saved.plan(rui)).starts)
    assert run.celsius == 29


async def test_what_was_looked_up_by_the_morning_is_used(rui: Chat) -> None:
    coach = rui.stage.coach
    assert coach is not None
    town = Town("Lisbon, Portugal", 38.8, -9.2)
    rui.stage.clock.now()
    from dataclasses import replace  # noqa: PLC0415

    from bot.storage import athletes  # noqa: PLC0415

    async with coach.database.write() as unit:
        account = await athletes.find(unit, rui.person.id)
        assert account is not None
        assert account.profile is not None
        await athletes.save(unit, replace(account, profile=replace(account.profile, town=town)))
        hours = {f"2026-11-27T{hour:02d}:00": 31.0 + hour / 10 for hour in range(24)}
        fetched = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
        asked = datetime(2026, 11, 26, tzinfo=UTC).date()
        await forecasts.keep(unit, Forecast(38.8, -9.2, asked, fetched, hours))
    await rui.at(FRIDAY, "32 °C")
    async with coach.database.read() as unit:
        known = await forecasts.find(unit, 38.8, -9.2)
    assert known is not None
    assert known.asked.isoformat() == "2026-11-27"
