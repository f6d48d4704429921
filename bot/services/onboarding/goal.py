"""In words: what for, when the race is, and the best time so far."""

from __future__ import annotations

from dataclasses import replace

from bot.services.onboarding.form import COACH, FITTER, NONE, Updates
from bot.services.onboarding.said import Said, problem
from bot.services.problems import Sorry, sorry_for
from bot.understand.answers import says_none, says_skip
from bot.understand.dates import read_date
from bot.understand.problems import Nothing, OutOfRange, Unclear
from bot.understand.races import RaceHeard, read_race
from bot.understand.results import ResultHeard, read_result
from core.athlete import RaceDistance
from core.units import Distance

_COACHES = ("coach", "trainer")
_FITTER = ("fit", "health", "faster", "fun", "shape", "general", "just run")


def goal(said: Said) -> Updates | Sorry:
    """What for: a distance, to get fitter, or only to coach."""
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
        return problem(heard)
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


def race_date(said: Said) -> Updates | Sorry:
    """The day of the race, with its target where one is told; none is an answer."""
    if says_none(said.text):
        return {"race_date": NONE}
    heard = read_race(said.text, said.today)
    if isinstance(heard, RaceHeard) and heard.on is not None:
        return _race(_with_target(said, heard))
    if isinstance(heard, OutOfRange | Unclear):
        return problem(heard)
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


def result(said: Said) -> Updates | Sorry:
    """The best time lately; none is an answer."""
    if says_skip(said.text):
        return {"result": NONE}
    heard = read_result(said.text, said.today)
    if isinstance(heard, Nothing):
        return {"result": NONE}
    if isinstance(heard, OutOfRange | Unclear):
        return problem(heard)
    if not isinstance(heard, ResultHeard):
        return Sorry("sorry-result")
    on = heard.on.isoformat() if heard.on else ""
    told = {"metres": heard.distance.metres, "seconds": heard.time.seconds, "on": on}
    return {"result": told}


def result_date(said: Said) -> Updates | Sorry:
    """The day on which that time was run."""
    heard = read_date(said.text, said.today, past=True)
    if isinstance(heard, OutOfRange | Unclear):
        return problem(heard)
    if heard is None:
        return Sorry("sorry-date")
    if heard > said.today:
        return sorry_for(OutOfRange("result-in-future", None, said.today, heard))
    return {"result_date": heard.isoformat()}
