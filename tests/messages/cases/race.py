"""/race: the calendar, one race, a proposal, and a refusal with what could be instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.messages import race
from core.athlete import Priority, Race, RaceDistance, Result
from core.fitness import Fitness, Outlook, outlook, vdot
from core.reasons import Code, Reason
from core.season import Offer, Refusal
from core.units import Distance, Duration
from tests.messages.recording import Cases
from tests.messages.scenes import TEN_K, rui_s_plan

HALF = Race(date(2027, 4, 25), Distance(21097.5), Priority.B, Duration(6000), "Meia <Lisboa>")
MILES = Race(date(2027, 5, 30), Distance(16093.44), Priority.C)
MARATHON = Race(date(2027, 2, 14), Distance(42195))
RACES = (TEN_K, HALF, MILES)
TOO_SOON = {"distance": "marathon", "reach": 21_000, "needed": 26_000}
REFUSED = Refusal(
    (Reason(Code.RACE_TOO_SOON, TOO_SOON),),
    MARATHON,
    (Offer(RaceDistance.HALF, MARATHON.on), Offer(RaceDistance.MARATHON, date(2027, 5, 9))),
)
FEW_WEEKS = {**TOO_SOON, "reach": 27_000, "weeks": 12, "week": 25_000.0}
TOO_FEW_WEEKS = Refusal((Reason(Code.RACE_TOO_SOON, FEW_WEEKS),))
TOO_YOUNG = Refusal((Reason(Code.MINOR, {"distance": "marathon"}),))


def _ahead(one: Race, half: float = 6400) -> Outlook | None:
    """What a race would bring whoever has run a half in so many seconds."""
    result = Result(Distance(21097.5), Duration(half), date(2026, 11, 1))
    fitness = Fitness(vdot(result.distance, result.time), result, result.on)
    week = Distance(40_000)
    return outlook(one, fitness, results=(result,), week=week, today=date(2026, 11, 26))


CASES: Cases = {
    "none": lambda text: race.listed((), text),
    "listed": lambda text: race.listed(RACES, text),
    "one": lambda text: race.one(HALF, text),
    "one-a": lambda text: race.one(TEN_K, text),
    "one-c": lambda text: race.one(MILES, text),
    "proposed": lambda text: race.proposed(TEN_K, rui_s_plan(), text),
    "one-in-reach": lambda text: race.one(HALF, text, _ahead(HALF, 6400)),
    "one-beyond": lambda text: race.one(HALF, text, replace(_ahead(HALF), beyond=True)),
    "one-now": lambda text: race.one(HALF, text, _ahead(HALF, 5900)),
    "one-ambitious": lambda text: race.one(HALF, text, _ahead(HALF, 6700)),
    "proposed-out-of-reach": lambda text: race.proposed(
        TEN_K, rui_s_plan(), text, _ahead(replace(HALF, on=date(2026, 12, 6)), 7200)
    ),
    "added-likely": lambda text: race.done("race-added", TEN_K, (TEN_K,), text, _ahead(TEN_K)),
    "refused": lambda text: race.refused(REFUSED, text),
    "refused-weeks": lambda text: race.refused(TOO_FEW_WEEKS, text),
    "refused-young": lambda text: race.refused(TOO_YOUNG, text),
    "added": lambda text: race.done("race-added", TEN_K, (TEN_K,), text),
    "removed": lambda text: race.done("race-removed", TEN_K, (), text),
    "sorry": lambda text: race.sorry(text("sorry-date"), RACES, text),
}
