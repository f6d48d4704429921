"""What words answer to the open question of onboarding; they may answer more than was asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.forms import Draft
from bot.services.onboarding import body, goal, running
from bot.services.onboarding.form import Updates
from bot.services.onboarding.said import Said
from bot.services.problems import Sorry, minute_option, sorry_for
from bot.understand.clocks import read_clock
from bot.understand.places import Place, find_place, near, zone_at
from bot.understand.problems import OutOfRange, Unclear
from core.units import Units


def read_words(key: str, text: str, draft: Draft, today: date, units: Units) -> Updates | Sorry:
    """The updates that the words make, or why they make none."""
    return _READERS[key](Said(text, draft, today, units))


def read_location(latitude: float, longitude: float) -> Updates | Sorry:
    """A shared location: its zone, and the name of the nearest town."""
    zone = zone_at(latitude, longitude)
    if zone is None:
        return Sorry("sorry-place")
    town = near(latitude, longitude)
    return {"place": {"name": town.name if town else zone, "zone": zone}}


def hour(said: Said) -> Updates | Sorry:
    """When to write in the morning."""
    heard = read_clock(said.text)
    if isinstance(heard, OutOfRange | Unclear):
        return sorry_for(heard, minute_option)
    return Sorry("sorry-clock") if heard is None else {"hour": heard}


def place(said: Said) -> Updates | Sorry:
    """The town or the zone; where there are several, they are offered."""
    found = find_place(said.text)
    if found is None:
        return Sorry("sorry-place")
    if isinstance(found, Place):
        return {"place": {"name": found.name, "zone": found.zone}}
    return Sorry("unclear-place", {"options": "\n".join(map(place_option, found))})


def place_option(place: Place) -> str:
    """A place as a button: its zone is the value, its whole name the label."""
    label = ", ".join(part for part in (place.name, place.region, place.country) if part)
    return f"{place.zone.replace('/', '.')}={label}"


_READERS: dict[str, Callable[[Said], Updates | Sorry]] = {
    "goal": goal.goal,
    "race_date": goal.race_date,
    "level": running.level,
    "runs": running.runs,
    "volume": running.volume,
    "longest": running.longest,
    "run20": running.run20,
    "days": running.days,
    "long_day": running.long_day,
    "result": goal.result,
    "result_date": goal.result_date,
    "birth": body.birth,
    "guardian": body.guardian,
    "health": body.health,
    "spot": body.spot,
    "score": body.score,
    "born": body.born,
    "hour": hour,
    "place": place,
}
