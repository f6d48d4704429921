"""/race: the calendar, one race, a proposal, and a refusal with what could be instead."""

from __future__ import annotations

from datetime import date

from bot.messages import race
from core.athlete import Priority, Race, RaceDistance
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

CASES: Cases = {
    "none": lambda text: race.listed((), text),
    "listed": lambda text: race.listed(RACES, text),
    "one": lambda text: race.one(HALF, text),
    "proposed": lambda text: race.proposed(TEN_K, rui_s_plan(), text),
    "refused": lambda text: race.refused(REFUSED, text),
    "refused-weeks": lambda text: race.refused(TOO_FEW_WEEKS, text),
    "refused-young": lambda text: race.refused(TOO_YOUNG, text),
    "added": lambda text: race.done("race-added", TEN_K, (TEN_K,), text),
    "removed": lambda text: race.done("race-removed", TEN_K, (), text),
    "sorry": lambda text: race.sorry(text("sorry-date"), RACES, text),
}
