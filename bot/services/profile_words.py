"""What words answer to a setting that is being changed."""

from __future__ import annotations

from typing import Any

from bot.outcome import Outcome, Said
from bot.services.onboarding.words import place_option
from bot.services.problems import Sorry, minute_option, sorry_for
from bot.understand.clocks import read_clock
from bot.understand.places import Place, find_place
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.weekdays import WeekdaysHeard, read_weekdays

TOPIC = "profile"


def read_setting(name: str, text: str) -> dict[str, Any] | Outcome:
    """The changes that the words make, or what is asked back."""
    read = _read(name, text)
    if isinstance(read, Sorry):
        return Outcome(TOPIC, Said.ASK_AGAIN, read.code, read.facts)
    return read


def _read(name: str, text: str) -> dict[str, Any] | Sorry:
    if name == "zone":
        return _zone(text)
    if name == "days":
        return _days(text)
    heard = read_clock(text, evening=name == "evening")
    if isinstance(heard, OutOfRange | Unclear):
        return sorry_for(heard, minute_option)
    return Sorry("sorry-clock") if heard is None else {name: heard}


def _zone(text: str) -> dict[str, Any] | Sorry:
    found = find_place(text)
    if found is None:
        return Sorry("sorry-place")
    if isinstance(found, Place):
        return {"zone": found.zone}
    return Sorry("unclear-place", {"options": "\n".join(map(place_option, found))})


def _days(text: str) -> dict[str, Any] | Sorry:
    heard = read_weekdays(text)
    if isinstance(heard, OutOfRange | Unclear):
        return sorry_for(heard)
    if not isinstance(heard, WeekdaysHeard) or not heard.days:
        return Sorry("sorry-days")
    return {"days": heard.days} | ({"long": heard.long} if heard.long is not None else {})
