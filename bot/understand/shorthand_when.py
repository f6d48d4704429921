"""Day, hour and place around a coach's shorthand: "Tue 19:00 6x800 @5K r2' place: the track"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understand.cleaning import clean, fold

LONGEST_PLACE = 60
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EVERY = re.compile(r"(?:every|each|always)\s+", re.IGNORECASE)
_DAY = re.compile(
    r"(?:on\s+)?(?:(?P<word>today|tonight|tomorrow)"
    r"|(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|r|rs|urday|nes)?s?"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<day>\d{1,2})[./](?P<month>\d{1,2})\.?(?:\d{4})?)(?![\w:])[,:]?\s*",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"(?:(?:and|or|&|\+|/)\s*)?(?:mon|tue|wed|thu|fri|sat|sun)"
    r"(?:day|s|sday|nesday|rsday|r|rs|urday|nes)?s?(?![\w:])",
    re.IGNORECASE,
)
"""A second day behind the first: "Tue and Thu"."""
_HOUR = re.compile(
    r"(?:at\s+)?(?:(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm)"
    r"|(?P<hour24>\d{1,2})(?:[:h.](?P<minute24>\d{2})|h))(?![\w'\"@])(?!\s*[x×*/]\s*\d)[,:]?\s*"
    r"|(?:at\s+)?(?P<clock>\d{1,2}:\d{2})(?=\s|,|$)[,:]?\s*",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:^|[\s,;.])(?:place|where|meet(?:ing)?(?:\s+(?:point|at))?)\s*[:=]?\s+(?P<place>.+)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class When:
    """What was told around the session; None where nothing was. `rest` is the session itself;
    `also` a second day, which no session has.
    """

    on: date | None = None
    weekday: int | None = None
    every: bool = False
    minute: int | None = None
    place: str | None = None
    rest: str = ""
    also: str = ""


def read_when(text: str, today: date) -> When:
    """Take day, hour and place off a coach's text; a weekday is the next one from today on."""
    rest = clean(text).strip()
    place = None
    if found := _PLACE.search(rest):
        place = " ".join(found["place"].split())[:LONGEST_PLACE]
        rest = rest[: found.start()].strip()
    every = _EVERY.match(rest)
    if every:
        rest = rest[every.end() :]
    on, weekday = None, None
    if found := _DAY.match(rest):
        on, weekday = _day(found, today)
        if on is not None:
            rest = rest[found.end() :]
    also = _ALSO.match(rest) if on is not None else None
    minute = None
    if (found := _HOUR.match(rest)) and (told := _minute(found, sure=on is not None)) is not None:
        minute, rest = told, rest[found.end() :]
    told_every = every is not None and weekday is not None
    return When(on, weekday, told_every, minute, place, rest.strip(), also[0] if also else "")


def _day(found: re.Match[str], today: date) -> tuple[date | None, int | None]:
    if found["word"]:
        ahead = 1 if fold(found["word"]) == "tomorrow" else 0
        return today + timedelta(days=ahead), None
    if found["weekday"]:
        weekday = _DAYS.index(fold(found["weekday"]))
        return today + timedelta(days=(weekday - today.weekday()) % 7), weekday
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]), None
        on = date(today.year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None, None
    return (on if on >= today else on.replace(year=today.year + 1, day=min(on.day, 28))), None


def _minute(found: re.Match[str], *, sure: bool) -> int | None:
    """A minute after midnight; without a day only an hour at which people train."""
    if found["half"]:
        hour, minute = int(found["hour"]) % 12, int(found["minute"] or 0)
        hour += 12 if fold(found["half"]) == "pm" else 0
    elif found["clock"]:
        hour, minute = (int(part) for part in found["clock"].split(":"))
    else:
        hour, minute = int(found["hour24"]), int(found["minute24"] or 0)
    if hour > 23 or minute > 59 or (not sure and hour < 5):
        return None
    return hour * 60 + minute
