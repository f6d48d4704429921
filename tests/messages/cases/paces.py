"""/paces and /zones: with a result, without one, below VDOT 30, by pulse and without."""

from __future__ import annotations

from bot.messages import paces
from bot.reply import Reply
from bot.text import Text
from core.activity import Log
from core.athlete import Athlete, Condition
from core.fitness import effective_fitness, race_time
from core.units import METRES_PER_MILE, Distance, HeartRate
from core.zones import zones
from tests.messages.recording import Case, Cases
from tests.messages.scenes import ANA, INES, RUI, SLOW, TODAY, athlete
from tests.messages.scenes import paces as paces_of

EQUAL = tuple(Distance(metres) for metres in (METRES_PER_MILE, 5000, 10000, 21097.5, 42195))


def _paces(who: Athlete) -> Case:
    def case(text: Text) -> Reply:
        fitness = effective_fitness(who, Log(), TODAY)
        equal = tuple((d, race_time(fitness.vdot, d)) for d in EQUAL) if fitness else ()
        return paces.paces(text, fitness, paces_of(who), equal)

    return case


def _zones(who: Athlete) -> Case:
    calm = not {Condition.PULSE_MEDICINE, Condition.PREGNANT} & set(who.conditions)

    def case(text: Text) -> Reply:
        return paces.zones(
            text,
            zones(who, paces_of(who), TODAY),
            pulse_allowed=calm,
            told_age=who.birth_year is not None,
            pace_allowed=Condition.PREGNANT not in who.conditions,
        )

    return case


CASES: Cases = {
    "zones-by-effort": lambda text: paces.zones(
        text, zones(ANA, None, TODAY), pulse_allowed=True, told_age=True, pace_allowed=True
    ),
    "with-result": _paces(RUI),
    "advanced": _paces(INES),
    "no-result": _paces(ANA),
    "low": _paces(SLOW),
    "zones": _zones(RUI),
    "zones-measured": _zones(athlete(max_pulse=HeartRate(188))),
    "zones-no-age": _zones(ANA),
    "zones-slow": _zones(SLOW),
    "zones-medicine": _zones(athlete(conditions=(Condition.PULSE_MEDICINE,))),
    "zones-pregnant": _zones(athlete(conditions=(Condition.PREGNANT,))),
}
