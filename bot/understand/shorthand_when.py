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
    r"|(?P<day>\d{1,2})[./](?P<month>\d{1,2})\.?(?:\d{4})?)"
    r"(?![\w:'\"])(?!\s*(?:k|kms?|m|mi|miles?|mins?|minutes?|h|hrs?|hours?|laps?|x|×|\*|@|/)(?![a-z]))[,:]?\s*",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"(?:on\s+)?(?:(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?![\w:])\.?[,:]?\s*",
    re.IGNORECASE,
)
"""A date as the cards write it: "3 Dec", "Dec 3rd"; alone or behind its weekday."""
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
_CLOCK = re.compile(
    r"(?:(?:at|from|@|start(?:ing|s)?|meet(?:ing)?)\s+)*"
    r"(?<![\d:.])(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)\b"
    r"|(?<=at )(?P<hour24>1\d|2[0-2]|0?[5-9])[:.](?P<minute24>[0-5][05])(?![\d:]|\s*/))(?P<clock>)",
    re.IGNORECASE,
)
"""An hour that can be nothing else: "7pm", "at 18:30"."""
_GROUNDS = (
    r"track|park|club|club ?house|stadium|school|hill|beach|canal|common|green|fields?|pavilion"
    r"|gym|bridge|station|car ?park|caf[eé]|pub|lake|river|towpath|arena|oval|cent(?:re|er)|square"
    r"|gates?|woods?|forest|promenade|prom|recreation ground|rec ground|uni|campus|shop|store"
)
_WORDS = r"[^\W\d_][^\W\d_'.]*"
_SITE = rf"(?:{_WORDS}\s+){{0,3}}?(?:{_GROUNDS})(?:\s+{_WORDS}){{0,2}}?"
_LEAD_IN = re.compile(r"^(?:(?:at|@|from|in|by|outside)\s+)+", re.IGNORECASE)
_BEHIND = re.compile(
    rf"[\s,.;()-]*(?:(?:at|@|from|outside)\s+(?:{_WORDS}[\s,.;()]*){{1,5}}"
    rf"|(?:{_SITE})[\s,.;()]*|sharp|prompt)?[\s.!)]*",
    re.IGNORECASE,
)
"""What may stand behind the hour at the end: a place, if anything."""
_PLACE_FIRST = re.compile(rf"(?P<place>(?:(?:at|@)\s+)?{_SITE})\s*[:,\n.-]+\s*", re.IGNORECASE)
_HOUR_FIRST = re.compile(
    rf"(?P<place>(?:(?:at|@)\s+)?{_SITE})[\s,]+(?:{_CLOCK.pattern}"
    r"|(?P<hour2>1\d|2[0-2]|0?[5-9])[:.](?P<minute2>[0-5][05])(?![\d:]))[\s:,.-]*",
    re.IGNORECASE,
)
_PLACE_LAST = re.compile(
    rf"(?:(?:^|[\s,;.])(?:at|@)\s+(?P<place>(?:the\s+)?{_SITE})|[,;.\n]\s*(?P<also>{_SITE})"
    rf"|\s(?P<word>(?:the\s+)?(?:{_GROUNDS})))$",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    r"(?:^|[\s,;.(])(?P<day>(?:on\s+)?(?:today|tonight|tomorrow"
    r"|(?:mon|tues?|wed(?:nes|s)?|thu(?:rs|r)?|fri|sat(?:ur)?|sun)(?:day)?))$",
    re.IGNORECASE,
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
    place, late = None, None
    if found := _PLACE.search(rest):
        place, late = _hour_in(found["place"])
        rest = rest[: found.start()].strip()
    every = _EVERY.match(rest)
    if every:
        rest = rest[every.end() :]
    on, weekday = None, None
    if found := _DAY.match(rest):
        on, weekday = _day(found, today)
        if on is not None:
            rest = rest[found.end() :]
    if (found := _DATE.match(rest)) and (dated := _dated(found, today)) is not None:
        on, weekday, rest = dated, None, rest[found.end() :]
    also = _ALSO.match(rest) if on is not None else None
    minute = None
    if (found := _HOUR.match(rest)) and (told := _minute(found, sure=on is not None)) is not None:
        minute, rest = told, rest[found.end() :]
    told_every = every is not None and weekday is not None
    around = _around(rest, today, hour_told=minute is not None or late is not None)
    if on is None:
        on, weekday = around.on, around.weekday
    minute = next((m for m in (minute, late, around.minute) if m is not None), None)
    place = around.place if place is None else place
    second = also[0] if also else ""
    return When(on, weekday, told_every, minute, place or None, around.rest, second)


def _hour_in(told: str) -> tuple[str, int | None]:
    """ "6:30pm at the clubhouse": the hour may stand with the place."""
    minute = None
    if (found := _CLOCK.search(told)) is not None:
        minute = _minute(found, sure=True)
        told = told[: found.start()] + " " + told[found.end() :]
    told = _LEAD_IN.sub("", told.strip(" ,.;-"))
    return " ".join(told.split())[:LONGEST_PLACE], minute


def _around(rest: str, today: date, *, hour_told: bool) -> When:
    """Hour and place as they stand around the session: "track 7pm: 6x800", "6x800, 7pm, track"."""
    if hour_told:
        named = _PLACE_FIRST.match(rest)
        return (
            When(place=_named(named["place"]), rest=rest[named.end() :])
            if named
            else When(rest=rest)
        )
    found = _HOUR_FIRST.match(rest)
    first = None
    if found and found["hour2"]:
        first = int(found["hour2"]) * 60 + int(found["minute2"])
    elif found:
        first = _minute(found, sure=True)
    if found and first is not None:
        return When(minute=first, place=_named(found["place"]), rest=rest[found.end() :].strip())
    found = _CLOCK.search(rest)
    minute = _minute(found, sure=True) if found else None
    if found is None or minute is None or not _BEHIND.fullmatch(rest[found.end() :]):
        return When(rest=rest)
    head, place = rest[: found.start()].rstrip(" ,.;-("), _named(rest[found.end() :])
    on, weekday = None, None
    if (day := _LAST_DAY.search(head)) and (told := _DAY.match(day["day"])):
        on, weekday = _day(told, today)
        head = head[: day.start()].rstrip(" ,.;-(")
    if not place and (named := _PLACE_LAST.search(head)):
        place, head = (
            _named(next(filter(None, named.groups()))),
            head[: named.start()].rstrip(" ,.;-("),
        )
    return When(on, weekday, minute=minute, place=place or None, rest=head)


def _named(told: str) -> str:
    return _LEAD_IN.sub("", " ".join(told.split()).strip(" ,.;:()-"))[:LONGEST_PLACE]


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


def _dated(found: re.Match[str], today: date) -> date | None:
    """The next such date from today on; None where the month has no such day."""
    month = _MONTHS.index(fold(found["month"] or found["month2"])[:3]) + 1
    try:
        on = date(today.year, month, int(found["day"] or found["day2"]))
        return on if on >= today else on.replace(year=today.year + 1)
    except ValueError:
        return None


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
