"""Today's temperature: told by the athlete, or looked up for the town they named, where allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.outcome import Outcome, Said
from bot.services.answering import draft_of
from bot.services.answers import DANGER, FORM_NAME, celsius_in, dangers_in
from bot.services.checkin import hear
from bot.services.desk import Answer, Desk
from bot.services.today import Today, seen
from bot.storage import athletes, drafts, forecasts
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.forecasts import Forecast
from bot.understand.dangers import read_dangers, read_indoors
from bot.understand.degrees import read_celsius
from bot.understand.towns import Located, town_of
from core.athlete import Town
from core.checkin import Danger
from core.units import reads_fahrenheit

TOPIC = "weather"
OLDEST = timedelta(hours=12)
"""A forecast older than this says nothing any more (ours)."""


@dataclass(frozen=True, slots=True)
class Weather:
    """What is known of today, and the town it is looked up for, if any."""

    account: Account
    celsius: float | None
    town: Town | None
    dangers: tuple[Danger, ...] = ()


async def look(desk: Desk) -> Weather | None:
    """Today's temperature and its town; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    return _view(dossier)


def _view(dossier: Dossier) -> Weather:
    athlete = dossier.account.profile
    town, dangers = athlete.town if athlete else None, dangers_in(draft_of(dossier))
    return Weather(dossier.account, celsius_of(dossier), town, dangers)


def celsius_of(dossier: Dossier) -> float | None:
    """Today's temperature, as told or looked up this morning."""
    return celsius_in(draft_of(dossier))


async def tell(desk: Desk, celsius: float) -> Answer[Today]:
    """The athlete says how warm it is: the day is decided with it."""
    return await hear(desk, {"celsius": celsius})


def told_in(text: str, account: Account) -> dict[str, Any]:
    """What words tell of today's weather, as the morning keeps it; {} where they tell none."""
    told: dict[str, Any] = {}
    warm = reads_fahrenheit(account.units, account.hours.zone)
    if (celsius := read_celsius(text, fahrenheit=warm)) is not None:
        told["celsius"] = celsius
    told |= {f"{DANGER}{danger.value}": there for danger, there in read_dangers(text).items()}
    if read_indoors(text):
        told["indoors"] = True
    return told


async def danger(desk: Desk, value: str) -> Answer[Today]:
    """*Ice*, *Lightning* or *Smoke*; "none" takes them all back."""
    if value not in {*Danger, "none"}:
        return Answer(Outcome("checkin", Said.STALE))
    all_gone = {f"{DANGER}{danger.value}": False for danger in Danger}
    there = {} if value == "none" else {f"{DANGER}{value}": True}
    return await hear(desk, {**(there or all_gone), "indoors": False})


async def indoors(desk: Desk, on: date) -> Answer[Today]:
    """*On a treadmill*: the day is decided as if there were no weather."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome("today", Said.STRANGER))
    if on != dossier.today:
        facts = {"day_on": on.isoformat()}
        return Answer(Outcome("today", Said.STALE, facts=facts), seen(dossier, desk.content))
    return await hear(desk, {"indoors": True})


async def ask_for(desk: Desk, text: str, *, looks_up: bool) -> Answer[Weather] | Answer[Today]:
    """/weather with a temperature, or a town to look it up for, behind it."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    named = "deg" in text or "°" in text
    told = told_in(text if named else f"{text.strip()}°", dossier.account)
    if told := told or told_in(text, dossier.account):
        return await hear(desk, told)
    found = town_of(text) if looks_up else None
    if found is None:
        code = "weather-no-town" if looks_up else "weather-no-degrees"
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, code), _view(dossier))
    return await _live_in(desk, dossier, found)


async def _live_in(desk: Desk, dossier: Dossier, found: Located) -> Answer[Weather]:
    town = Town(found.name, round(found.latitude, 1), round(found.longitude, 1))
    dossier = await _with_town(desk, dossier, town)
    await _want(desk, dossier, town)
    return Answer(Outcome(TOPIC, Said.DONE, "weather-on"), _view(dossier))


async def forget(desk: Desk) -> Answer[Weather]:
    """Look nothing up any more."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    dossier = await _with_town(desk, dossier, None)
    return Answer(Outcome(TOPIC, Said.DONE, "weather-off"), _view(dossier))


async def _with_town(desk: Desk, dossier: Dossier, town: Town | None) -> Dossier:
    athlete = dossier.account.profile
    if athlete is None or athlete.town == town:
        return dossier
    changed = replace(dossier.account, profile=replace(athlete, town=town))
    return replace(dossier, account=await athletes.save(desk.unit, changed))


async def _want(desk: Desk, dossier: Dossier, town: Town) -> Forecast:
    """Have the place looked up; it is asked for anew each day while somebody lives there."""
    known = await forecasts.find(desk.unit, town.latitude, town.longitude)
    wanted = known or Forecast(town.latitude, town.longitude, dossier.today)
    if known is None or known.asked < dossier.today:
        wanted = replace(wanted, asked=dossier.today)
        await forecasts.keep(desk.unit, wanted)
    return wanted


async def look_up(desk: Desk, dossier: Dossier) -> Dossier:
    """Take over what the service has said by now; nobody waits for what it has not."""
    athlete = dossier.account.profile
    if athlete is None or athlete.town is None:
        return dossier
    forecast = await _want(desk, dossier, athlete.town)
    celsius = at_running(forecast, dossier, desk.now)
    if celsius is None or dossier.checkin is not None or celsius_of(dossier) is not None:
        return dossier
    answers = {**draft_of(dossier), "celsius": celsius}
    saved = SavedDraft(FORM_NAME, dossier.today.isoformat(), answers, desk.now)
    await drafts.save(desk.unit, dossier.account.id, saved)
    others = tuple(d for d in dossier.drafts if d.form != FORM_NAME)
    return replace(dossier, drafts=(*others, saved))


def at_running(forecast: Forecast, dossier: Dossier, now: datetime) -> float | None:
    """The running hour's temperature; without one the mildest between morning and evening."""
    if forecast.fetched is None or now - forecast.fetched > OLDEST or not forecast.hours:
        return None
    hours, there = dossier.account.hours, now.astimezone(ZoneInfo(dossier.account.hours.zone))
    if hours.running is not None:
        wanted = [hours.running // 60]
    else:
        wanted = list(range(there.hour, max(there.hour, hours.evening // 60) + 1))
    found = _degrees(forecast.hours, dossier.today, wanted)
    return round(min(found), 1) if found else None


def _degrees(hours: Mapping[str, float], on: date, wanted: list[int]) -> list[float]:
    keys = (f"{on}T{hour:02d}:00" for hour in wanted)
    return [hours[key] for key in keys if key in hours]
