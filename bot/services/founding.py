"""What a group's administrators settle: place, days and hours, who sets sessions, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.outcome import Outcome, Said, Scalar
from bot.services import squad_day
from bot.services.desk import Answer, Desk
from bot.services.squad import CARD, TOPIC, GroupView, ensure, said, seen, state_of
from bot.storage import athletes, cards, members, squads
from bot.storage.cards import CardKey
from bot.storage.members import MemberRow
from bot.storage.squads import SquadRow, SquadState
from bot.understand.places import find_place
from bot.understand.towns import town_of
from bot.understand.trainings import read_trainings
from core.athlete import Town
from core.squad import Setters, Squad, Training, WeatherDays

CITIES = {
    "london": "London",
    "lisbon": "Lisbon",
    "berlin": "Berlin",
    "new-york": "New York",
    "los-angeles": "Los Angeles",
    "sao-paulo": "Sao Paulo",
    "nairobi": "Nairobi",
    "sydney": "Sydney",
}
"""Places on buttons, one for many zones; every other town is told in words."""
SWITCHES = ("weather", "ephemeral", "challenges")
DAY, HALF_HOUR = 1440, 30
TOLD_FROM, TOLD_TO = 8 * 60, 21 * 60
"""The hours at which a group may be told of its mornings."""


async def place(desk: Desk, squad_id: int, code: str, *, admin: bool) -> Answer[GroupView]:
    """A city's button, or "mine": the place in the administrator's own settings."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if code != "mine":
        if code not in CITIES:
            return said(Said.STALE, "", row)
        return await _place(desk, row, CITIES[code])
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None or account.hours.zone == "UTC":
        return said(Said.REFUSED, "squad-place-unknown", row)
    zone, town = account.hours.zone, account.profile.town if account.profile else None
    name = town.name.partition(",")[0] if town else zone.rpartition("/")[2].replace("_", " ")
    return await _change(desk, row, replace(row.squad, zone=zone, place=name, town=town))


async def place_in_words(desk: Desk, squad_id: int, text: str, *, admin: bool) -> Answer[GroupView]:
    """A town in a reply to the card."""
    row = await _settled(desk, squad_id, admin=admin)
    return row if isinstance(row, Answer) else await _place(desk, row, text)


async def _place(desk: Desk, row: SquadRow, text: str) -> Answer[GroupView]:
    found = find_place(text)
    if isinstance(found, tuple) and len({each.zone for each in found}) > 1:
        facts: dict[str, Scalar] = {"places": "; ".join(each.label for each in found[:3])}
        return said(Said.ASK_AGAIN, "squad-place-several", row, facts=facts)
    one = found[0] if isinstance(found, tuple) else found
    if one is None:
        return said(Said.ASK_AGAIN, "squad-place-none", row)
    where, town = town_of(text), None
    if where is not None:
        town = Town(where.name, round(where.latitude, 1), round(where.longitude, 1))
    return await _change(desk, row, replace(row.squad, zone=one.zone, place=one.name, town=town))


async def tick(desk: Desk, squad_id: int, days: Sequence[int], *, admin: bool) -> Answer[GroupView]:
    """Days ticked so far: they stand in the buttons alone, until their hours are told."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if not _proper(days, ()):
        return said(Said.STALE, "", row)
    return said(Said.ASK, "days", row, await seen(desk, row), {"days": _digits(days)})


async def pick(
    desk: Desk, squad_id: int, days: Sequence[int], minutes: Sequence[int], *, admin: bool
) -> Answer[GroupView]:
    """Days ticked, and the hours told of the first of them: the next is asked for, or all kept.

    What is half told stands in the buttons alone, so that two administrators spoil no other's.
    """
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if not days or not _proper(days, minutes):
        return said(Said.STALE, "", row)
    if len(minutes) < len(days):
        facts: dict[str, Scalar] = {
            "days": _digits(days),
            "minutes": ".".join(map(str, minutes)),
        }
        return said(Said.ASK, "hour", row, await seen(desk, row), facts)
    return await set_trainings(desk, row, list(map(Training, days, minutes)))


async def days_in_words(desk: Desk, squad_id: int, text: str, *, admin: bool) -> Answer[GroupView]:
    """Days and hours in a reply to the card: "Tue 18:45, Sat 9:15"."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    told = read_trainings(text)
    if not told:
        return said(Said.ASK_AGAIN, "squad-times-unclear", row)
    return await set_trainings(desk, row, [Training(*each) for each in told])


async def set_trainings(
    desk: Desk, row: SquadRow, trainings: Sequence[Training]
) -> Answer[GroupView]:
    """The usual days and hours, all of them at once."""
    by_day = {training.weekday: training for training in trainings}
    told = tuple(by_day[weekday] for weekday in sorted(by_day))
    return await _change(desk, row, replace(row.squad, trainings=told))


async def setters(desk: Desk, squad_id: int, who: str, *, admin: bool) -> Answer[GroupView]:
    """Who may set sessions; whoever chooses "named" is the first of them."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if who not in set(Setters):
        return said(Said.STALE, "", row)
    view = await seen(desk, row)
    if Setters(who) is Setters.NAMED and not view.coaches:
        account = await ensure(desk, row)
        await members.join(desk.unit, row.id, account, desk.now)
        await members.set_coach(desk.unit, row.id, account, is_coach=True)
    return await _change(desk, row, replace(row.squad, setters=Setters(who)))


async def switch(desk: Desk, squad_id: int, what: str, *, admin: bool) -> Answer[GroupView]:
    """Turn one of the squad's settings on or off."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if what not in SWITCHES:
        return said(Said.STALE, "", row)
    if what == "weather" and row.squad.town is None:
        return said(Said.REFUSED, "squad-weather-no-town", row)
    return await _change(desk, row, _turned(row.squad, what), "settings")


def _turned(squad: Squad, what: str) -> Squad:
    match what:
        case "weather":
            return replace(squad, weather=not squad.weather)
        case "ephemeral":
            return replace(squad, ephemeral=not squad.ephemeral)
        case _:
            return replace(squad, challenges=not squad.challenges)


async def mornings(desk: Desk, squad_id: int, wanted: str, *, admin: bool) -> Answer[GroupView]:
    """The days on which the group is told how its mornings were, or the minute it is told at."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if wanted in set(WeatherDays):
        squad = replace(row.squad, weather_days=WeatherDays(wanted))
    elif wanted.isdecimal() and TOLD_FROM <= int(wanted) <= TOLD_TO:
        squad = replace(row.squad, weather_minute=int(wanted))
    else:
        return said(Said.STALE, "", row)
    return await _change(desk, row, squad, "mornings")


async def use_topic(
    desk: Desk, squad_id: int, thread_id: int | None, *, admin: bool
) -> Answer[GroupView]:
    """From now on the coach writes in this topic of the forum."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    row = await squads.save(desk.unit, replace(row, thread_id=thread_id))
    return said(Said.DONE, "squad-topic-here", row, await seen(desk, row))


async def new_link(desk: Desk, squad_id: int, token: str, *, admin: bool) -> Answer[GroupView]:
    """The invitations given out so far are worth nothing any more."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    row = await squads.save(desk.unit, replace(row, token=token))
    return said(Said.DONE, "squad-link-new", row, await seen(desk, row))


async def name_coach(
    desk: Desk, squad_id: int, athlete_id: int, *, admin: bool
) -> Answer[GroupView]:
    """Name a member as coach, or unname one; the last named coach stays one."""
    row = await _settled(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    named = await members.coaches(desk.unit, row.id)
    is_one = any(coach.id == athlete_id for coach in named)
    if is_one and len(named) == 1 and row.squad.setters is Setters.NAMED:
        return said(Said.REFUSED, "squad-last-coach", row)
    if not await members.set_coach(desk.unit, row.id, athlete_id, is_coach=not is_one):
        return said(Said.STALE, "", row)
    await cards.touch(desk.unit, CardKey(row.chat_id, CARD))
    return said(Said.DONE, "coaches", row, await seen(desk, row))


async def roster(desk: Desk, squad_id: int) -> tuple[MemberRow, ...]:
    """Everybody in the squad, for naming coaches."""
    return await members.of_squad(desk.unit, squad_id)


async def _settled(desk: Desk, squad_id: int, *, admin: bool) -> SquadRow | Answer[GroupView]:
    """The squad to be changed, or why it is not."""
    row = await squads.get(desk.unit, squad_id)
    if row is None or row.state is SquadState.ENDED or row.chat_id != desk.chat_id:
        return Answer(Outcome(TOPIC, Said.STALE))
    return row if admin else said(Said.REFUSED, "squad-admins-only", row)


async def _change(
    desk: Desk, row: SquadRow, squad: Squad, code: str = "settled"
) -> Answer[GroupView]:
    """Keep what was settled; with the last of the three the squad begins."""
    if squad == row.squad:
        return said(Said.ALREADY, code, row, await seen(desk, row))
    began = row.squad.missing is not None and squad.missing is None
    row = await squads.save(desk.unit, replace(row, squad=squad, state=state_of(squad)))
    await squad_day.owe(desk.unit, row, desk.now, anew=True)
    await cards.touch(desk.unit, CardKey(row.chat_id, CARD))
    return said(Said.DONE, "founded" if began else code, row, await seen(desk, row))


def _digits(days: Sequence[int]) -> str:
    return "".join(map(str, days))


def _proper(days: Sequence[int], minutes: Sequence[int]) -> bool:
    """Whether days and hours are some that a button can have told."""
    in_order = list(days) == sorted(set(days)) and all(0 <= day < 7 for day in days)
    hours = all(0 <= minute < DAY and minute % HALF_HOUR == 0 for minute in minutes)
    return in_order and hours and len(minutes) <= len(days)
