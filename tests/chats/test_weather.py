"""Heat: told in words or by tap, or looked up; slower paces, then effort, then rest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.storage import forecasts
from bot.storage.forecasts import Forecast
from core.athlete import Town
from core.checkin import Danger
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


@pytest.mark.parametrize(
    ("said", "told", "danger"),
    [
        ("it's icy outside", "It's icy out there.", Danger.ICE),
        ("thunderstorms this evening", "There's lightning about.", Danger.LIGHTNING),
        ("wildfire smoke here, AQI 180", "There's smoke in the air.", Danger.SMOKE),
    ],
)
async def test_ice_lightning_and_smoke_leave_nothing_outdoors_but_a_treadmill(
    hard_day: Chat, said: str, told: str, danger: Danger
) -> None:
    before = await saved.session(hard_day)
    await hard_day.hears(said)
    card = await hard_day.taps("Same as usual", told, "nothing is run outdoors", "[On a treadmill]")
    assert "one thing about you" not in card, "no day for questions about the athlete"
    assert await saved.session(hard_day) is None
    checkin = (await saved.dossier(hard_day)).checkin
    assert checkin is not None
    assert checkin.dangers == (danger,)
    await hard_day.taps("On a treadmill", "You run on a treadmill", "km/h", never="/km")
    assert await saved.session(hard_day) == before
    await hard_day.taps("Why?", "the weather is no matter")


async def test_what_is_gone_gives_the_day_back(hard_day: Chat) -> None:
    before = await saved.session(hard_day)
    await hard_day.taps("Same as usual")
    await hard_day.hears("black ice everywhere and lightning", "Rest today.")
    await hard_day.hears("the ice is gone", "There's lightning about.", never="icy")
    await hard_day.hears("the storm has passed", "As planned.")
    assert await saved.session(hard_day) == before
    await hard_day.hears("AQI 120", never="Rest today.")
    assert await saved.session(hard_day) == before


async def test_dangers_by_tap_and_a_treadmill_in_words(hard_day: Chat) -> None:
    await hard_day.taps("Same as usual")
    await hard_day.hears("/weather", "[Lightning] [Ice] [Smoke]")
    await hard_day.taps("Ice", "It's icy out there.")
    await hard_day.hears("then I'll do it on the treadmill", "You run on a treadmill")
    await hard_day.hears("/weather", "nothing outdoors", "[All clear]")
    await hard_day.taps("All clear", "As planned.", never="treadmill")
    await hard_day.forges("weather:danger:frogs")
    await hard_day.hears("/weather smoke", "There's smoke in the air.")


@pytest.mark.parametrize(
    "said", ["no ice today", "I had an ice bath", "I iced my knee", "icy roads tomorrow"]
)
async def test_what_is_no_danger_of_today_changes_nothing(hard_day: Chat, said: str) -> None:
    await hard_day.taps("Same as usual")
    before = await saved.session(hard_day)
    await hard_day.hears(said, never="Rest today.")
    assert await saved.session(hard_day) == before


async def test_a_gate_is_not_passed_on_a_treadmill(hard_day: Chat) -> None:
    await hard_day.hears("fever 38.8", "No running with a fever.")
    await hard_day.hears("I'll run on the treadmill then", never="As planned.")
    assert await saved.session(hard_day) is None


async def test_miles_in_america_are_told_in_fahrenheit(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/settings")
    await rui.taps("In miles")
    await rui.hears("/weather", "[28 °C]")
    await rui.hears("/settings")
    await rui.taps("Place")
    await rui.hears("Chicago", "America/Chicago")
    await rui.hears("/weather", "[82 °F]", never="°C")
    await rui.hears("it's 95F out there", "95 °F", never="°C")
    await rui.hears("it's 50 degrees now", "50 °F", never="too hot")
    await rui.hears("/weather 68", "68 °F")
    await rui.hears("I have a fever of 102", "No running with a fever.")
    await rui.hears("/today", "102.0 °F", never="°C")
