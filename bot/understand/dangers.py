"""What keeps everybody in: "black ice everywhere", "AQI 180", "thunderstorms"; or a treadmill."""

from __future__ import annotations

import re

from bot.understand.cleaning import clean, fold
from core.checkin import Danger

UNHEALTHY_OVER = 150
"""The air quality index over which nothing is run outdoors (coaching.md 9)."""
_SAID = {
    Danger.LIGHTNING: re.compile(
        r"\b(?:lightning|thunder\w*|storms?|gewitter|blitze?|tormenta electrica)\b"
    ),
    Danger.ICE: re.compile(
        r"\b(?:icy|black ice|glatteis|sheet of ice|freezing rain|ice rink|skating rink|hielo"
        r"|frozen (?:over|solid|roads?|paths?|pavements?|sidewalks?|trails?)"
        r"|ice (?:out|on the|everywhere|outside|all over|today|this|and snow|underfoot)"
        r"|(?:its|it is|all|is|the|sheer|pure|thick|theres|only|and|of|no|any) ice)\b"
    ),
    Danger.SMOKE: re.compile(
        r"\b(?:smok[ey]y?|smoke|smog\w*|wildfires?|waldbrand\w*|rauch|humo"
        r"|air (?:quality )?(?:is |was |s )?(?:very |really |so |pretty )?"
        r"(?:unhealthy|hazardous|toxic|terrible|awful|horrible|unbreathable|polluted))\b"
    ),
}
_INDEX = re.compile(
    r"\b(?:aqi|air quality(?: index)?)\W*(?:is|of|at|index|today|around|about|over|above|now|\W)*"
    r"\s*(\d{1,3})\b|\b(\d{1,3})\s*aqi\b"
)
_HARMLESS = re.compile(
    r"\bice (?:bath|cream|pack|cube|tea|coffee|hockey)\w*"
    r"|\biced?\b(?= (?:my|the|it|them|both|calf|knee|ankle|achilles|shin))"
    r"|\bice on (?:my|the|his|her) (?:calf|knee|ankle|achilles|shin|foot|leg)"
    r"|\bsmok(?:er|ers|ed|ing|es)\b|\bi (?:dont |do not |never )?smoke\b"
    r"|\bsmoke (?:free|alarm|detector)|\blightning (?:fast|quick|speed)|\bthunder thighs"
)
_NOT = re.compile(
    r"\b(?:no|not|isnt|isn t|arent|wasnt|without|never|nor|any)\s+(?:(?!but\b)\w+\s+){0,2}$"
)
_OVER = re.compile(
    r"^(?:\s+\w+){0,2}\s+(?:gone|cleared|clearing|passed|over|melted|thawed|gritted|salted|ended)\b"
)
_ANOTHER = re.compile(
    r"\b(?:if|tomorrow|yesterday|last (?:night|week|year|winter)|next week"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_INDOORS = re.compile(
    r"\b(?:treadmill|dreadmill|laufband|run(?:ning)? (?:indoors|inside)|indoor track"
    r"|cinta de correr)\b"
)
_NO_TREADMILL = re.compile(
    r"\b(?:no|not|hate|without|dont|cant|broken|havent|off|have a|got a|own a)\s+(?:\w+\s+){0,3}"
    r"(?:treadmill|dreadmill|laufband)\b|\b(?:treadmill|laufband)\s+(?:is |s )?(?:broken|taken)"
)


def read_dangers(text: str) -> dict[Danger, bool]:
    """What is out there today, and what is told to be gone (False); only what is spoken of."""
    plain = _HARMLESS.sub(" ", _plain(text))
    if _ANOTHER.search(plain):
        return {}
    told = {danger: _told(pattern, plain) for danger, pattern in _SAID.items()}
    found = {danger: there for danger, there in told.items() if there is not None}
    if index := _INDEX.search(plain):
        unhealthy = int(index[1] or index[2]) > UNHEALTHY_OVER
        found[Danger.SMOKE] = unhealthy or found.get(Danger.SMOKE, False)
    return found


def _told(pattern: re.Pattern[str], plain: str) -> bool | None:
    """Whether it is there; False where it is denied or over, None where it is not spoken of."""
    there = None
    for match in pattern.finditer(plain):
        denied = _NOT.search(plain[: match.start()]) or _OVER.search(plain[match.end() :])
        none = match[0].startswith(("no ", "any "))
        there = bool(there) or not (denied or none)
    return there


def read_indoors(text: str) -> bool:
    """Whether today's run is to be on a treadmill."""
    plain = _plain(text)
    if _ANOTHER.search(plain) or _NO_TREADMILL.search(plain):
        return False
    return bool(_INDOORS.search(plain))


def _plain(text: str) -> str:
    return fold(clean(text)).lower().replace("'", "").replace("’", "")
