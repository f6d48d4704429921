"""How a race ended, in words: "22:41", "finished in 1:45:10", "DNF", "didn't start"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.understand.cleaning import clean
from bot.understand.results import ResultHeard, read_result
from core.raceday import Ending
from core.units import Distance, Duration

_BEFORE = (
    "i|we|finished|finish|ran|run|did|made|it|in|my|time|was|is|got|chip|gun|official|done|the|a"
    "|race|result|with|home|just|about"
)
_LONE_TIME = re.compile(
    rf"\W*(?:(?:{_BEFORE})\W+)*"
    r"(\d{1,2}(?:[:.]\d{2}){1,2}|\d{1,2}\s?h\s?\d{2}(?:\s?m\w*\s?\d{2}\s?s?)?|\d{2,3}\s?min\w*)\W*"
)
_DNF = re.compile(
    r"\b(?:dnf|(?:didnt|did not) (?:finish|make it)|dropped out|(?:abandoned|quit))\b"
)
_DNS = re.compile(r"\b(?:dns|(?:didnt|did not) (?:start|race|run)|(?:never|not) started)\b")
_RACED = frozenset(["race", "raced", "racing", "result", "parkrun", "official", "chip"])
NEAR = 0.05
"""Share by which a told distance may differ from the race's and still be that race."""


@dataclass(frozen=True, slots=True)
class Finish:
    """How it ended; `time` only for who finished; `named`: the words say that it was this race."""

    ending: Ending
    time: Duration | None = None
    named: bool = False


def did_not_finish(text: str) -> bool:
    """Whether a race is told that was not finished, or not started."""
    said = _plainly(text)
    return bool(_DNF.search(said) or _DNS.search(said))


def _plainly(text: str) -> str:
    return clean(text).lower().replace("'", "").replace("’", "")


def read_finish(text: str, distance: Distance, on: date, today: date) -> Finish | None:
    """What the words say of the race of that distance and day; None where they say nothing of it.

    A time alone is read by the distance: "1:45" after a half marathon are hours and minutes.
    """
    said = _plainly(text)
    if _DNF.search(said):
        return Finish(Ending.DNF)
    if _DNS.search(said):
        return Finish(Ending.DNS)
    if lone := _LONE_TIME.fullmatch(said):
        told = read_result(f"{distance.km:g} km in {lone[1]}", today)
        return Finish(Ending.FINISHED, told.time) if isinstance(told, ResultHeard) else None
    told = read_result(text, today)
    if not isinstance(told, ResultHeard) or told.trial or (told.on or on) != on:
        return None
    if abs(told.distance.metres - distance.metres) > NEAR * distance.metres:
        return None
    named = told.on is not None or bool(_RACED & set(said.replace(",", " ").split()))
    return Finish(Ending.FINISHED, told.time, named)
