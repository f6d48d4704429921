"""The squad's weather: counted once a day, kept as it was told, alone or in the day's other post.

Whoever answers later changes no count, and a group has at most one message of it: the next day's
takes the place of the last.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.schedule import local_day, local_minute
from bot.storage import cards, deliveries, members, squad_lives, squads
from bot.storage.cards import CardKey
from bot.storage.deliveries import Intent
from bot.storage.engine import Unit
from bot.storage.squads import SquadRow
from core.readiness.colour import colours, told_something
from core.squad import Share, WeatherDays
from core.squad.weather import SquadWeather, ToldWeather, squad_weather

WEATHER = "squad-weather"
"""The due, the delivery of its own, and the kind of card that the delivery becomes."""
BASELINE = timedelta(days=60)
"""Mornings that today's is held against."""
FRESH = timedelta(hours=6)


async def tell(unit: Unit, row: SquadRow, day: date, *, session: int = 0) -> SquadRow:
    """Count the day's mornings for a post that comes anyway, unless they were told before.

    To be asked in the transaction that promises the post. A message of its own gives way to it.
    """
    if row.squad.weather_days is WeatherDays.NEVER:
        return row
    told = row.squad.told
    if told is not None and told.on == day:
        if not told.alone:
            return row
        return await _keep(unit, row, replace(told, alone=False, session=session))
    weather = await _count(unit, row, day)
    if weather is None:
        return row
    return await _keep(unit, row, ToldWeather(day, weather, session=session))


async def alone(unit: Unit, row: SquadRow, now: datetime) -> None:
    """The day's one post where nothing else is, from its hour on; it takes the last one's place."""
    zone, before = row.squad.zone or "UTC", row.squad.told
    day, early = local_day(now, zone), local_minute(now, zone) < row.squad.weather_minute
    wanted = row.squad.weather_days is WeatherDays.DAILY and not early
    if not wanted or (before is not None and before.on == day):
        return
    weather = await _count(unit, row, day)
    if weather is None or not await squads.may_post(unit, row.id, day):
        return
    await _keep(unit, row, ToldWeather(day, weather, alone=True))
    if before is not None and before.alone:
        await cards.rename(unit, key_of(row, before.on), key_of(row, day).subject)
    ids: dict[str, int | str] = {"thread": row.thread_id or 0}
    intent = Intent(WEATHER, row.chat_id, day, ids=ids)
    await deliveries.promise(unit, row.owner, [intent], now, now + FRESH)


def key_of(row: SquadRow, day: date) -> CardKey:
    """The message that told the day's weather alone, or what has taken its place since."""
    return CardKey(row.chat_id, WEATHER, day.isoformat())


def stands_alone(row: SquadRow, day: date) -> bool:
    """Whether the day's post so far is the weather and nothing else."""
    told = row.squad.told
    return told is not None and told.on == day and told.alone


async def _keep(unit: Unit, row: SquadRow, told: ToldWeather) -> SquadRow:
    return await squads.save(unit, replace(row, squad=replace(row.squad, told=told)))


async def _count(unit: Unit, row: SquadRow, day: date) -> SquadWeather | None:
    """How the day's mornings were, of those who let themselves be counted."""
    everybody = await members.of_squad(unit, row.id)
    counted = {each.id for each in everybody if each.member.allows(Share.COUNTED)}
    mornings = await squad_lives.checkins_of(unit, counted, day - BASELINE, day)
    told = (days for days in mornings.values() if told_something(days[-1]))
    return squad_weather(colours(days, day, 1)[0][1] for days in told)
