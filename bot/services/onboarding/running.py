"""In words: how much is run now, how far, and on which days."""

from __future__ import annotations

from dataclasses import replace

from bot.forms import Draft
from bot.services.onboarding.form import Updates
from bot.services.onboarding.said import CHOOSE, Said, either, out_of, problem
from bot.services.onboarding.taps import (
    MOST_RUNS,
    longest_updates,
    picked,
    read_tap,
    volume_updates,
)
from bot.services.problems import Sorry
from bot.understand.answers import read_level, read_yes_no, says_none
from bot.understand.cleaning import below_nothing
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.volumes import VolumeHeard, read_weekly_volume
from bot.understand.weekdays import WeekdaysHeard, read_weekdays
from core.units import Duration, Pace, Units

EASY_GUESS = Pace(420)
"""How fast a week told in hours is taken to be, 7:00/km; ours, on the slow side."""
_DAILY = ("every day", "daily")


def level(said: Said) -> Updates | Sorry:
    """Beginner, intermediate or advanced."""
    level = read_level(said.text)
    return CHOOSE if level is None else {"level": level.value}


def runs(said: Said) -> Updates | Sorry:
    """How often a week, with how far where that is told, too."""
    if below_nothing(said.text):
        return out_of(0, MOST_RUNS)
    heard = _week(said)
    if isinstance(heard, Sorry):
        return heard
    if says_none(said.text):
        return {"runs": 0}
    if heard is not None and heard.runs is not None:
        return {"runs": heard.runs, **_volume_of(heard, said.draft)}
    number = _bare_runs(said.text)
    return out_of(0, MOST_RUNS) if number is None else {"runs": number}


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
    return problem(heard) if isinstance(heard, OutOfRange | Unclear) else heard


def volume(said: Said) -> Updates | Sorry:
    """How far a week; an hour counts as an easy one."""
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


def longest(said: Said) -> Updates | Sorry:
    """The longest run lately."""
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


def run20(said: Said) -> Updates | Sorry:
    """Whether twenty minutes can be run without a walk."""
    if "walk" in said.text.lower():
        return {"run20": "walk"}
    yes = read_yes_no(said.text)
    if yes is None:
        return CHOOSE
    return {"run20": "yes" if yes else "walk"}


def days(said: Said) -> Updates | Sorry:
    """The days to run on, with the long one where it is named."""
    heard = read_weekdays(said.text)
    if isinstance(heard, OutOfRange | Unclear):
        return problem(heard)
    if not isinstance(heard, WeekdaysHeard) or not heard.days:
        return Sorry("sorry-days")
    days = picked("days", [str(day) for day in heard.days])
    if isinstance(days, Sorry) or heard.long is None:
        return days
    return days | {"long_day": heard.long}


def long_day(said: Said) -> Updates | Sorry:
    """The day of the long run."""
    heard = read_weekdays(said.text)
    if isinstance(heard, WeekdaysHeard) and heard.days:
        day = heard.long if heard.long is not None else heard.days[0]
        return either(read_tap("long_day", str(day), said.draft, said.today), CHOOSE)
    return CHOOSE
