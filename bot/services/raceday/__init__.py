"""A race's day: its plan, what the athlete tells about it, the evening before, and the result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import DueKind, next_due
from bot.services.desk import Answer, Desk
from bot.services.raceday.finding import (
    known_day,
    next_race,
    plan_of,
    race_on,
    standing_on,
    with_day,
)
from bot.storage import athletes, dues, forecasts
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.owner import Owner
from core.athlete import Athlete, Ground, Priority, RaceDay
from core.content import Content
from core.raceday import Asks, RacePlan, fresh

TOPIC = "raceday"
COLDEST, HOTTEST = -30, 45
DAY_MINUTES = 24 * 60
NO_GUN = 9 * 60 + 30
"""Half past nine: when most races start, for the weather where no gun time is told (ours)."""
OLDEST = timedelta(hours=12)
"""A forecast older than this says nothing any more (ours)."""
AIR_AFTER = 60
"""Minutes after the gun whose air is looked up (ours)."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One race's plan and whose it is; `journal` is the line after an earlier race, `asks` what is
    asked again because the athlete wants to change it.
    """

    account: Account
    today: date
    plan: RacePlan
    journal: RaceDay | None = None
    asks: Asks | None = None


async def look(desk: Desk, on: date) -> Planned | None:
    """The plan of the race on a day; None for a stranger, or where there is none."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    return seen(dossier, desk.content, on)


async def look_next(desk: Desk) -> Planned | None:
    """The plan of the next race; None for a stranger, or without a race."""
    dossier = await desk.dossier()
    race = next_race(dossier) if dossier is not None else None
    return None if dossier is None or race is None else seen(dossier, desk.content, race.on)


def seen(dossier: Dossier, content: Content, on: date, asks: Asks | None = None) -> Planned | None:
    """The view of a dossier."""
    race, athlete = race_on(dossier, on), dossier.account.profile
    if race is None or athlete is None:
        return None
    made = plan_of(dossier, standing_on(dossier, content, on), content, race)
    return Planned(dossier.account, dossier.today, made, last_line(athlete, on), asks)


def last_line(athlete: Athlete, before: date) -> RaceDay | None:
    """What the athlete wrote after the last race before a day."""
    told = [day for day in athlete.race_days if day.journal and day.on < before]
    return max(told, key=lambda day: day.on, default=None)


async def ask(desk: Desk, on: date, what: str) -> Planned | None:
    """A question again: gun, course, weather or fuel."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or what not in set(Asks):
        return None
    return seen(dossier, desk.content, on, Asks(what))


async def set_gun(desk: Desk, on: date, minute: int) -> Answer[Planned]:
    """The gun time, minutes after midnight."""
    if not 0 <= minute < DAY_MINUTES:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _tell(desk, on, gun=minute)


async def set_ground(desk: Desk, on: date, ground: str) -> Answer[Planned]:
    """Flat, rolling or hilly."""
    if ground not in set(Ground):
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _tell(desk, on, ground=Ground(ground))


async def set_air(desk: Desk, on: date, celsius: int, *, windy: bool = False) -> Answer[Planned]:
    """The temperature that is expected, and whether wind is."""
    if not COLDEST <= celsius <= HOTTEST:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _tell(desk, on, celsius=float(celsius), windy=windy)


async def set_practised(desk: Desk, on: date, *, practised: bool) -> Answer[Planned]:
    """Whether much carbohydrate was tried in two long runs."""
    return await _tell(desk, on, practised=practised)


async def skip(desk: Desk, on: date, what: str) -> Answer[Planned]:
    """*Don't know*: not asked again by itself."""
    if what not in set(Asks):
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _tell(desk, on, skipped=what)


async def _tell(desk: Desk, on: date, **told: object) -> Answer[Planned]:
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if race_on(dossier, on) is None or on < dossier.today:
        return Answer(Outcome(TOPIC, Said.STALE))
    known = known_day(dossier.account.profile, on)
    if "skipped" in told:
        told["skipped"] = tuple(dict.fromkeys((*known.skipped, str(told["skipped"]))))
    changed = replace(known, **told)  # type: ignore[arg-type]  # named fields of RaceDay
    said = Said.ALREADY if changed == known else Said.DONE
    before = seen(dossier, desk.content, on)
    if said is Said.DONE:
        dossier = await save_day(desk, dossier, changed)
    after = seen(dossier, desk.content, on)
    facts: dict[str, Scalar] = {"race_on": on.isoformat(), "redraw": _redraws(before, after)}
    return Answer(Outcome(TOPIC, said, "plan", facts), after)


def _redraws(before: Planned | None, after: Planned | None) -> bool:
    """Whether the splits on the lock screen are others now."""
    if before is None or after is None or after.plan.aims is None:
        return False
    return before.plan.aims != after.plan.aims


async def save_day(desk: Desk, dossier: Dossier, day: RaceDay) -> Dossier:
    """The dossier with what is known of a race's day now."""
    athlete = dossier.account.profile
    if athlete is None:
        return dossier
    changed = replace(dossier.account, profile=with_day(athlete, day))
    return replace(dossier, account=await athletes.save(desk.unit, changed))


async def owe(desk: Desk, dossier: Dossier) -> None:
    """Owe the evening before tomorrow's race."""
    race = race_on(dossier, dossier.today + timedelta(days=1))
    if race is not None:
        hours = dossier.account.hours
        at = next_due(DueKind.RACE_EVE, hours, desk.now, race.on)
        await dues.put(desk.unit, Owner.athlete(dossier.account.id), DueKind.RACE_EVE, at)


async def morning(desk: Desk, dossier: Dossier) -> Dossier:
    """Each morning: the evening before a race is owed, and a race day keeps how its taper felt."""
    await owe(desk, dossier)
    if race_on(dossier, dossier.today) is None:
        return dossier
    return await keep_fresh(desk, await with_forecast(desk, dossier, dossier.today), dossier.today)


async def keep_fresh(desk: Desk, dossier: Dossier, on: date) -> Dossier:
    """The taper's mornings as they were: the next taper is held against them (R233)."""
    athlete, race = dossier.account.profile, race_on(dossier, on)
    if athlete is None or race is None or race.priority is not Priority.A:
        return dossier
    starts = desk.content.phases.shape(race.distance).taper.starts(on)
    found = fresh(on, starts, dossier.today, dossier.checkins, dossier.log)
    known = known_day(athlete, on)
    if not found or found == known.fresh:
        return dossier
    return await save_day(desk, dossier, replace(known, fresh=found))


async def eve(desk: Desk, dossier: Dossier) -> Dossier | None:
    """The evening before, its weather looked up where that is allowed; None where no race is."""
    on = dossier.today + timedelta(days=1)
    if race_on(dossier, on) is None:
        return None
    session = dossier.plan.plan.on(on) if dossier.plan else None
    if session is None or session.race is None:
        return None  # the plan leaves it out, and said so
    return await with_forecast(desk, dossier, on)


async def with_forecast(desk: Desk, dossier: Dossier, on: date) -> Dossier:
    """With the race hour's temperature, where a town is known and nobody has told it."""
    athlete = dossier.account.profile
    if athlete is None or athlete.town is None:
        return dossier
    known, town = known_day(athlete, on), athlete.town
    found = await forecasts.find(desk.unit, town.latitude, town.longitude)
    if known.celsius is not None or found is None or not found.hours or found.fetched is None:
        return dossier
    if desk.now - found.fetched > OLDEST:
        return dossier
    minute = (known.gun if known.gun is not None else NO_GUN) + AIR_AFTER
    celsius = found.hours.get(f"{on}T{minute // 60 % 24:02d}:00")
    if celsius is None:
        return dossier
    return await save_day(desk, dossier, replace(known, celsius=celsius))
