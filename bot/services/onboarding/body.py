"""In words: age, health, and what hurts."""

from __future__ import annotations

import re
from datetime import date

from bot.services.onboarding.form import HURTS, UNSAID, Updates
from bot.services.onboarding.said import CHOOSE, Said, either, out_of, problem
from bot.services.onboarding.taps import (
    birth_updates,
    read_tap,
)
from bot.services.problems import Sorry, sorry_for
from bot.understand.answers import read_yes_no, says_none, says_skip
from bot.understand.births import OLDEST, read_birth_year
from bot.understand.conditions import read_conditions
from bot.understand.dates import read_date
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.sore_spots import SoreSpot, read_pain

_FINE = re.compile(
    r"(?:i'?m |i am |i feel |all |everything'?s )?(?:fine|healthy|good|well|ok)[.!]?"
)
_UNWELL = re.compile(r"\b(?:not|n't|never)\b.*\b(?:fine|healthy|good|well|ok|okay|right)\b")


def birth(said: Said) -> Updates | Sorry:
    """The year of birth; "skip" leaves it out."""
    if says_skip(said.text) or says_none(said.text):
        return birth_updates(0, said.today)
    heard = read_birth_year(said.text, said.today)
    if isinstance(heard, OutOfRange | Unclear):
        return sorry_for(heard, lambda year: (str(year), str(year)))
    if heard is None:
        return Sorry("sorry-birth", {"low": said.today.year - OLDEST, "high": said.today.year - 16})
    return birth_updates(heard, said.today)


def guardian(said: Said) -> Updates | Sorry:
    """Whether a parent has agreed."""
    yes = read_yes_no(said.text)
    return CHOOSE if yes is None else {"guardian": "yes" if yes else "no"}


def health(said: Said) -> Updates | Sorry:
    """Conditions, sore places, or that nothing is wrong."""
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
        return problem(places)
    return {"health": list(told), **updates} if told else CHOOSE


def _place_of(place: SoreSpot) -> Updates:
    updates: Updates = {"spot": place.pain.spot.value}
    if place.pain.score is not None:
        updates["score"] = place.pain.score
    return updates


def spot(said: Said) -> Updates | Sorry:
    """The place that hurts."""
    places = read_pain(said.text, said.today)
    if isinstance(places, tuple) and places:
        return _place_of(places[0])
    return Sorry("unclear-which-spot")


def score(said: Said) -> Updates | Sorry:
    """How much it hurts, 0-10."""
    number = said.text.strip().partition("/")[0].strip()
    return either(read_tap("score", number, said.draft, said.today), out_of(0, 10))


def born(said: Said) -> Updates | Sorry:
    """The day of the birth, for who has a baby."""
    heard = read_date(said.text, said.today, past=True)
    if isinstance(heard, Unclear) and heard.options:
        heard = heard.options[0]
    if isinstance(heard, date) and heard <= said.today:
        return {"born": heard.isoformat()}
    return problem(heard) if isinstance(heard, OutOfRange) else Sorry("sorry-date")
