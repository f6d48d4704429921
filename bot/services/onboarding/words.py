"""What words answer to the open question of onboarding; they may answer more than was asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.forms import Draft
from bot.services.onboarding.form import COACH, FITTER, HURTS, NONE, UNSAID, Updates
from bot.services.onboarding.taps import (
    MOST_RUNS,
    birth_updates,
    longest_updates,
    picked,
    read_tap,
    volume_updates,
)
from bot.services.problems import Sorry, day_option, minute_option, sorry_for
from bot.understand.answers import read_level, read_yes_no, says_none, says_skip
from bot.understand.births import OLDEST, read_birth_year
from bot.understand.cleaning import below_nothing
from bot.understand.clocks import read_clock
from bot.understand.conditions import read_conditions
from bot.understand.dates import read_date
from bot.understand.places import Place, find_place, near, zone_at
from bot.understand.problems import Nothing, OutOfRange, Unclear
from bot.understand.races import RaceHeard, read_race
from bot.understand.results import ResultHeard, read_result
from bot.understand.sore_spots import SoreSpot, read_pain
from bot.understand.volumes import VolumeHeard, read_weekly_volume
from bot.understand.weekdays import WeekdaysHeard, read_weekdays
from core.athlete import RaceDistance
from core.units import Distance, Duration, Pace, Units

CHOOSE = Sorry("sorry-choose")
EASY_GUESS = Pace(420)
"""How fast a week told in hours is taken to be, 7:00/km; ours, on the slow side."""
_COACHES = ("coach", "trainer")
_DAILY = ("every day", "daily")
_FINE = re.compile(
    r"(?:i'?m |i am |i feel |all |everything'?s )?(?:fine|healthy|good|well|ok)[.!]?"
)
_UNWELL = re.compile(r"\b(?:not|n't|never)\b.*\b(?:fine|healthy|good|well|ok|okay|right)\b")
_FITTER = ("fit", "health", "faster", "fun", "shape", "general", "just run")


@dataclass(frozen=True, slots=True)
class Said:
    """One answer in words and what it is read against."""

    text: str
    draft: Draft
    today: date
    units: Units

    @property
    def miles(self) -> bool:
        return self.units is Units.MILES


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


def _goal(said: Said) -> Updates | Sorry:
    lowered = said.text.lower()
    if any(word in lowered for word in _COACHES):
        return {"goal": COACH}
    heard = read_race(said.text, said.today)
    if isinstance(heard, RaceHeard) and heard.distance is not None:
        goal = _nearest(heard.distance)
        return Sorry("sorry-goal") if goal is None else {"goal": goal.value, **_race(heard)}
    if isinstance(heard, Unclear):  # the day can be asked next; what for is known
        goals = [_nearest(o.distance) for o in heard.options if o.distance is not None]
        return {"goal": goals[0].value} if goals and goals[0] else Sorry("sorry-goal")
    if isinstance(heard, OutOfRange):
        return _problem(heard)
    if any(word in lowered for word in _FITTER):
        return {"goal": FITTER}
    return Sorry("sorry-goal")


def _nearest(distance: Distance) -> RaceDistance | None:
    """The distance that a race of this length is trained for; None for none of the four."""
    for known in RaceDistance:
        if 0.75 <= distance.metres / known.distance.metres <= 1.3:
            return known
    return None


def _race(heard: RaceHeard) -> Updates:
    updates: Updates = {}
    if heard.on is not None:
        updates["race_date"] = heard.on.isoformat()
    if heard.target is not None:
        updates["race_target"] = heard.target.seconds
    if heard.distance is not None:
        updates["race_metres"] = heard.distance.metres
    return updates


def _race_date(said: Said) -> Updates | Sorry:
    if says_none(said.text):
        return {"race_date": NONE}
    heard = read_race(said.text, said.today)
    if isinstance(heard, RaceHeard) and heard.on is not None:
        return _race(_with_target(said, heard))
    if isinstance(heard, OutOfRange | Unclear):
        return _problem(heard)
    if says_skip(said.text):
        return {"race_date": NONE}
    return Sorry("sorry-date" if heard is None else "unclear-which-day")


def _with_target(said: Said, heard: RaceHeard) -> RaceHeard:
    """A time is a target only beside a distance; the goal has told it: "9 May in 1:45"."""
    if heard.distance is not None or heard.target is not None:
        return heard
    again = read_race(f"{said.draft.get('goal', '')} {said.text}", said.today)
    if not isinstance(again, RaceHeard) or again.on != heard.on:
        return heard
    return replace(heard, target=again.target)


def _level(said: Said) -> Updates | Sorry:
    level = read_level(said.text)
    return CHOOSE if level is None else {"level": level.value}


def _runs(said: Said) -> Updates | Sorry:
    if below_nothing(said.text):
        return _range(0, MOST_RUNS)
    heard = _week(said)
    if isinstance(heard, Sorry):
        return heard
    if says_none(said.text):
        return {"runs": 0}
    if heard is not None and heard.runs is not None:
        return {"runs": heard.runs, **_volume_of(heard, said.draft)}
    number = _bare_runs(said.text)
    return _range(0, MOST_RUNS) if number is None else {"runs": number}


def _bare_runs(text: str) -> int | None:
    """ "four", "twice", "3 or 4" (the fewer), where runs are what was asked."""
    if any(word in text.lower() for word in _DAILY):
        return 7
    named = read_weekly_volume(f"{text} runs")
    if isinstance(named, VolumeHeard) and named.runs is not None:
        return named.runs
    bare = read_weekly_volume(text)  # of a number alone the reader asks which unit it is in
    if isinstance(bare, Unclear) and bare.code == "which-unit":
        number = int(float(str(bare.facts["number"])))
        return number if number <= MOST_RUNS else None
    return None


def _week(said: Said) -> VolumeHeard | Sorry | None:
    heard = read_weekly_volume(said.text, miles=said.miles)
    return _problem(heard) if isinstance(heard, OutOfRange | Unclear) else heard


def _volume(said: Said) -> Updates | Sorry:
    runs = said.draft.get("runs")
    if "day" in said.text.lower() and runs:  # "10 km a day" is as often as was told before
        said = replace(said, text=f"{said.text}, {runs} runs")
    heard = _week(said)
    if isinstance(heard, Sorry):
        return heard
    updates = _volume_of(heard, said.draft) if heard else {}
    if "volume" not in updates:
        return Sorry("sorry-number-km")
    return updates | ({"units": Units.MILES.value} if "mile" in said.text.lower() else {})


def _volume_of(heard: VolumeHeard, draft: Draft) -> Updates:
    updates: Updates = {}
    week = heard.distance or (EASY_GUESS.distance_in(heard.time) if heard.time else None)
    if week is not None:
        volume = volume_updates(week.metres)
        updates |= {} if isinstance(volume, Sorry) else volume
    longest = heard.longest
    if longest is None and heard.longest_time is not None:
        longest = EASY_GUESS.distance_in(heard.longest_time)
    if longest is not None:
        told = longest_updates(longest.metres, {**draft, **updates})
        updates |= {} if isinstance(told, Sorry) else told
    return updates


def _longest(said: Said) -> Updates | Sorry:
    heard = _week(said)
    if isinstance(heard, Sorry):
        return heard
    if heard is None:
        return Sorry("sorry-number-km")
    length = heard.longest or heard.distance
    time: Duration | None = heard.longest_time or heard.time
    if length is None and time is not None:
        length = EASY_GUESS.distance_in(time)
    if length is None:
        return Sorry("sorry-number-km")
    return longest_updates(length.metres, said.draft)


def _run20(said: Said) -> Updates | Sorry:
    if "walk" in said.text.lower():
        return {"run20": "walk"}
    yes = read_yes_no(said.text)
    if yes is None:
        return CHOOSE
    return {"run20": "yes" if yes else "walk"}


def _days(said: Said) -> Updates | Sorry:
    heard = read_weekdays(said.text)
    if isinstance(heard, OutOfRange | Unclear):
        return _problem(heard)
    if not isinstance(heard, WeekdaysHeard) or not heard.days:
        return Sorry("sorry-days")
    days = picked("days", [str(day) for day in heard.days])
    if isinstance(days, Sorry) or heard.long is None:
        return days
    return days | {"long_day": heard.long}


def _long_day(said: Said) -> Updates | Sorry:
    heard = read_weekdays(said.text)
    if isinstance(heard, WeekdaysHeard) and heard.days:
        day = heard.long if heard.long is not None else heard.days[0]
        return _or(read_tap("long_day", str(day), said.draft, said.today), CHOOSE)
    return CHOOSE


def _result(said: Said) -> Updates | Sorry:
    if says_skip(said.text):
        return {"result": NONE}
    heard = read_result(said.text, said.today)
    if isinstance(heard, Nothing):
        return {"result": NONE}
    if isinstance(heard, OutOfRange | Unclear):
        return _problem(heard)
    if not isinstance(heard, ResultHeard):
        return Sorry("sorry-result")
    on = heard.on.isoformat() if heard.on else ""
    told = {"metres": heard.distance.metres, "seconds": heard.time.seconds, "on": on}
    return {"result": told}


def _result_date(said: Said) -> Updates | Sorry:
    heard = read_date(said.text, said.today, past=True)
    if isinstance(heard, OutOfRange | Unclear):
        return _problem(heard)
    if heard is None:
        return Sorry("sorry-date")
    if heard > said.today:
        return sorry_for(OutOfRange("result-in-future", None, said.today, heard))
    return {"result_date": heard.isoformat()}


def _birth(said: Said) -> Updates | Sorry:
    if says_skip(said.text) or says_none(said.text):
        return birth_updates(0, said.today)
    heard = read_birth_year(said.text, said.today)
    if isinstance(heard, OutOfRange | Unclear):
        return sorry_for(heard, lambda year: (str(year), str(year)))
    if heard is None:
        return Sorry("sorry-birth", {"low": said.today.year - OLDEST, "high": said.today.year - 16})
    return birth_updates(heard, said.today)


def _guardian(said: Said) -> Updates | Sorry:
    yes = read_yes_no(said.text)
    return CHOOSE if yes is None else {"guardian": "yes" if yes else "no"}


def _health(said: Said) -> Updates | Sorry:
    if says_skip(said.text):
        return {"health": [UNSAID]}
    lowered = said.text.lower().replace("’", "'").strip()
    if _FINE.fullmatch(lowered) or (says_none(said.text) and not _UNWELL.search(lowered)):
        return {"health": []}
    told = [condition.value for condition in read_conditions(said.text)]
    places = read_pain(said.text, said.today)
    updates: Updates = {}
    if isinstance(places, tuple) and places:
        told.append(HURTS)
        updates = _place_of(places[0])
    elif isinstance(places, OutOfRange | Unclear) and not told:
        return _problem(places)
    return {"health": list(told), **updates} if told else CHOOSE


def _place_of(place: SoreSpot) -> Updates:
    updates: Updates = {"spot": place.pain.spot.value}
    if place.pain.score is not None:
        updates["score"] = place.pain.score
    return updates


def _spot(said: Said) -> Updates | Sorry:
    places = read_pain(said.text, said.today)
    if isinstance(places, tuple) and places:
        return _place_of(places[0])
    return Sorry("unclear-which-spot")


def _score(said: Said) -> Updates | Sorry:
    number = said.text.strip().partition("/")[0].strip()
    return _or(read_tap("score", number, said.draft, said.today), _range(0, 10))


def _born(said: Said) -> Updates | Sorry:
    heard = read_date(said.text, said.today, past=True)
    if isinstance(heard, Unclear) and heard.options:
        heard = heard.options[0]
    if isinstance(heard, date) and heard <= said.today:
        return {"born": heard.isoformat()}
    return _problem(heard) if isinstance(heard, OutOfRange) else Sorry("sorry-date")


def _hour(said: Said) -> Updates | Sorry:
    heard = read_clock(said.text)
    if isinstance(heard, OutOfRange | Unclear):
        return sorry_for(heard, minute_option)
    return Sorry("sorry-clock") if heard is None else {"hour": heard}


def _place(said: Said) -> Updates | Sorry:
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


def _range(low: int, high: int) -> Sorry:
    return Sorry("sorry-number", {"low": low, "high": high})


def _or(read: Updates | Sorry, otherwise: Sorry) -> Updates | Sorry:
    return otherwise if isinstance(read, Sorry) else read


def _problem(problem: OutOfRange | Unclear[Any]) -> Sorry:
    if isinstance(problem, OutOfRange):
        return sorry_for(problem)
    days = [o if isinstance(o, date) else getattr(o, "on", None) for o in problem.options]
    told = tuple(day for day in days if day is not None)
    return sorry_for(replace(problem, options=told), day_option)


_READERS: dict[str, Callable[[Said], Updates | Sorry]] = {
    "goal": _goal,
    "race_date": _race_date,
    "level": _level,
    "runs": _runs,
    "volume": _volume,
    "longest": _longest,
    "run20": _run20,
    "days": _days,
    "long_day": _long_day,
    "result": _result,
    "result_date": _result_date,
    "birth": _birth,
    "guardian": _guardian,
    "health": _health,
    "spot": _spot,
    "score": _score,
    "born": _born,
    "hour": _hour,
    "place": _place,
}
