"""/paces and /zones: with a result, without one, below VDOT 30, by pulse and without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.messages import paces
from bot.reply import Reply
from bot.text import Text
from core.activity import Activity, Done, Log
from core.athlete import Athlete, Condition, Race, Result
from core.fitness import (
    AgeGrade,
    Category,
    Fitness,
    Outlook,
    Renewal,
    effective_fitness,
    equivalent_times,
    outlook,
    race_time,
    sprint,
    weekly,
)
from core.paces import paces_for
from core.reasons import Code, Reason
from core.units import METRES_PER_MILE, Distance, Duration, HeartRate
from core.zones import zones
from tests.messages.recording import Case, Cases
from tests.messages.scenes import ANA, INES, RUI, SLOW, TEN_K, TODAY, athlete
from tests.messages.scenes import paces as paces_of

EMPTY = Log()
EQUAL = tuple(Distance(metres) for metres in (METRES_PER_MILE, 5000, 10000, 21097.5, 42195))


def _paces(who: Athlete) -> Case:
    def case(text: Text) -> Reply:
        fitness = effective_fitness(who, Log(), TODAY)
        equal = tuple((d, race_time(fitness.vdot, d)) for d in EQUAL) if fitness else ()
        return paces.paces(text, fitness, paces_of(who), equal)

    return case


def _zones(who: Athlete, resting: HeartRate | None = None) -> Case:
    calm = not {Condition.PULSE_MEDICINE, Condition.PREGNANT} & set(who.conditions)

    def case(text: Text) -> Reply:
        return paces.zones(
            text,
            zones(who, paces_of(who), TODAY, resting),
            pulse_allowed=calm,
            told_age=who.birth_year is not None,
            pace_allowed=Condition.PREGNANT not in who.conditions,
        )

    return case


def _in_full(who: Athlete, log: Log = EMPTY, races: tuple[Race, ...] = ()) -> Case:
    """As the chat shows it: where the fitness is from, and what the races would bring."""

    def seen(fitness: Fitness | None, race: Race) -> Outlook | None:
        week = weekly(log, TODAY, who.usual)
        return outlook(race, fitness, results=who.results, week=week, today=TODAY)

    def case(text: Text) -> Reply:
        fitness = effective_fitness(who, log, TODAY)
        equal = equivalent_times(fitness.vdot) if fitness else ()
        ahead = paces.Ahead(
            races=tuple(one for race in races if (one := seen(fitness, race))),
            marathon=seen(fitness, Race(TODAY, Distance(42195))),
            old=None if fitness else who.results[-1],
            graded=True,
            sprint=sprint(who.results, TODAY),
        )
        shown = paces_for(fitness.vdot) if fitness else None
        return paces.paces(text, fitness, shown, equal, today=TODAY, ahead=ahead)

    return case


def _run_on(*days: int) -> Log:
    """Easy runs so many days ago."""
    runs = (TODAY - timedelta(days=n) for n in sorted(days, reverse=True))
    return Log(tuple(Activity(on, Done.OTHER, Distance(8000)) for on in runs))


def _ran(metres: float, seconds: float, days_ago: int) -> Result:
    return Result(Distance(metres), Duration(seconds), TODAY - timedelta(days=days_ago))


TEN, OLD, HALF = _ran(10_000, 2910, 46), _ran(10_000, 2910, 400), _ran(21_097.5, 6420, 20)
RACES = (TEN_K, Race(date(2027, 5, 9), HALF.distance), Race(date(2027, 9, 26), Distance(42195)))
GRADE = AgeGrade(0.6123, Duration(2712))


def _renewed(text: Text) -> Reply:
    """Training has moved the number up, and once down."""
    fitness = effective_fitness(RUI, EMPTY, TODAY)
    assert fitness is not None
    up, down = Renewal(TODAY, 1.0, ()), Renewal(TODAY - timedelta(days=30), -0.5, ())
    fitness = replace(fitness, renewals=(down, up))
    equal = tuple((d, race_time(fitness.vdot, d)) for d in EQUAL)
    return paces.paces(text, fitness, paces_of(RUI), equal, today=TODAY)


def _withheld(code: Code) -> Case:
    ahead = paces.Ahead(withheld=(Reason(code),))
    return lambda text: paces.paces(text, None, None, (), today=TODAY, ahead=ahead)


CASES: Cases = {
    "renewed": _renewed,
    "in-full": _in_full(athlete(results=(TEN,)), races=RACES),
    "two-races": _in_full(athlete(results=(TEN, HALF)), races=RACES),
    "sprinter": _in_full(athlete(results=(TEN, _ran(200, 26.5, 5)))),
    "no-sprinter": _in_full(athlete(results=(TEN, _ran(200, 41, 5)))),
    "held": _in_full(athlete(results=(_ran(10_000, 2910, 120),))),
    "a-week-old": _in_full(athlete(results=(_ran(10_000, 2910, 7),))),
    "after-a-break": _in_full(athlete(results=(TEN,)), _run_on(46, 30, 28, 14, 12, 1)),
    "in-a-break": _in_full(athlete(results=(TEN,)), _run_on(46, 44, 42, 40, 38, 36, 34, 32, 30)),
    "too-old": _in_full(athlete(results=(OLD,))),
    "age-grade-ask": paces.ask_category,
    "age-grade": lambda text: paces.graded(TEN, 34, Category.WOMEN, GRADE, text),
    "age-grade-men": lambda text: paces.graded(TEN, 34, Category.MEN, GRADE, text),
    "age-grade-none": lambda text: paces.graded(TEN, 12, Category.MEN, None, text),
    "zones-threshold": _zones(athlete(threshold_pulse=HeartRate(170))),
    "zones-reserve": _zones(athlete(max_pulse=HeartRate(188)), HeartRate(52)),
    "zones-by-effort": lambda text: paces.zones(
        text, zones(ANA, None, TODAY), pulse_allowed=True, told_age=True, pace_allowed=True
    ),
    "pregnant": _withheld(Code.PREGNANT),
    "walking": _withheld(Code.WALK_ONLY),
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
