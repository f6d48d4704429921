"""A race's plan, its morning, its evening, and the result with all that can be said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.messages import lockscreen, raced, raceday, today
from bot.reply import Reply
from bot.text import Text
from core.athlete import Condition, Ground, Level, Priority, Race, RaceDay, Result
from core.day import Day
from core.fitness import Fitness, predict, vdot
from core.paces import pace_of, paces_for
from core.plan import Phase, WeekKind
from core.raceday import (
    Against,
    Asks,
    Ending,
    Excuse,
    Judged,
    RacePlan,
    Runner,
    race_plan,
)
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed
from core.units import Distance, Duration
from core.workout import Effort
from tests.messages.recording import Case, Cases
from tests.messages.scenes import ANA, RUI, plan, race_session

ON = date(2027, 2, 14)
EVE = ON - timedelta(days=1)
HALF = Race(ON, Distance(21097.5), target=Duration(6000))
FIVE = Race(ON, Distance(5000), name="Parkrun <Jamor>")
TEN = Race(ON, Distance(10_000))
MARATHON = Race(ON, Distance(42195))
RAN = Result(Distance(21097.5), Duration(6120), date(2027, 1, 10))
KNOWN = RaceDay(ON, gun=570, ground=Ground.FLAT, celsius=12.0)
LINE = RaceDay(date(2026, 10, 11), journal="Went out too fast, <again>. Two gels were enough.")
ILL = Reason(Code.ILL)


def _runner(race: Race, *, ran: Result | None = RAN, **more: object) -> Runner:
    fitness = worth = None
    if ran is not None:
        fitness = Fitness(vdot(ran.distance, ran.time), ran, ran.on)
        worth = predict(fitness, race.distance, week=Distance.of_km(45))
    guess = pace_of(paces_for(38), Level.INTERMEDIATE)(Effort.HALF)
    athlete = replace(RUI, results=(ran,) if ran else ())
    made = Runner(athlete, fitness, worth, Allowance(), guess, routine=10)
    return replace(made, **more)  # type: ignore[arg-type]  # named fields of Runner


def _plan(race: Race = HALF, day: RaceDay = KNOWN, **more: object) -> RacePlan:
    return race_plan(race, day, _runner(race, **more), EVE)  # type: ignore[arg-type]


def _card(made: RacePlan, **more: object) -> Case:
    return lambda text: raceday.plan(made, text, **more)  # type: ignore[arg-type]


def _morning(made: RacePlan, **more: object) -> Case:
    """The day's card of a race."""
    run = replace(race_session(made.race), on=ON)
    base = plan(RUI, {6: run.workout}, [(Phase.PEAK, WeekKind.RACE)] * 12, race=made.race)
    day = Day(on=ON, level=RUI.level, plan=base, week=base.week_of(ON), session=run, race=made)
    shown = replace(day, **more)  # type: ignore[arg-type]  # named fields of Day
    return lambda text: today.card(shown, text, 9)


def _result(seconds: int | None, ending: Ending = Ending.FINISHED, **more: object) -> Case:
    race = replace(HALF, priority=Priority.B)
    result = None if seconds is None else Result(race.distance, Duration(seconds), ON)
    facts: dict[str, object] = {"easy": ON + timedelta(days=7), "today": ON, "told": result}
    facts |= {"before": 44.9, "after": 45.7, "ages": True, "asks": True} | more
    race, day = facts.pop("race", race), facts.pop("day", KNOWN)
    return lambda text: raced.result(race, ending, day, text, **facts)  # type: ignore[arg-type]


def _picture(made: RacePlan) -> Case:
    return lambda text: Reply(picture=lockscreen.lock_screen(made, text), silent=True)


def _evening(say: Callable[[Text], str], day: str = "") -> Case:
    return lambda text: Reply(say(text), raced.ending_rows(HALF, text, day=day))


INSIDE = Judged(Against.INSIDE, Duration(6120))
FASTER = Judged(Against.FASTER, Duration(6120))
SLOWER = Judged(Against.SLOWER, Duration(6120), tuple(Excuse))
DONE = Result(HALF.distance, Duration(6110), ON)
BLOCK = ON + timedelta(days=14)
LEFT_OUT = replace(DONE, representative=False)
HOT = replace(KNOWN, celsius=31.0)
SUGAR = replace(_runner(MARATHON).athlete, conditions=(Condition.DIABETES,))
BREATH = replace(_runner(MARATHON).athlete, conditions=(Condition.LUNG,))

CASES: Cases = {
    "plan": _card(_plan()),
    "plan-eve": _card(_plan(), eve=True, journal=LINE),
    "plan-10k-cold": _card(_plan(TEN, replace(KNOWN, celsius=4.0))),
    "plan-unknown": _card(_plan(FIVE, RaceDay(ON))),
    "plan-ground": _card(_plan(FIVE, RaceDay(ON, gun=540))),
    "plan-weather": _card(_plan(FIVE, RaceDay(ON, gun=540, ground=Ground.HILLY))),
    "plan-again": _card(_plan(), asks=Asks.WEATHER),
    "plan-goal-brave": _card(_plan(replace(HALF, target=Duration(6040)))),
    "plan-goal-slower": _card(_plan(replace(HALF, target=Duration(6600)))),
    "plan-goal-beyond": _card(_plan(replace(HALF, target=Duration(5400)))),
    "plan-marathon": _card(
        _plan(MARATHON, replace(KNOWN, celsius=26.0, ground=Ground.ROLLING, windy=True))
    ),
    "plan-marathon-practised": _card(_plan(MARATHON, replace(KNOWN, practised=True))),
    "plan-medicine": _card(_plan(MARATHON, replace(KNOWN, practised=False), athlete=BREATH)),
    "plan-setback": _card(_plan(setback=True)),
    "plan-b": _card(_plan(replace(HALF, priority=Priority.B))),
    "plan-c": _card(_plan(replace(HALF, priority=Priority.C)), eve=True),
    "plan-no-fitness": _card(_plan(ran=None)),
    "plan-slow": _card(_plan(ran=replace(RAN, time=Duration(9300)))),
    "plan-beginner": _card(_plan(FIVE, ran=None, athlete=ANA)),
    "plan-walks": _card(_plan(FIVE, ran=None, athlete=ANA, walks=True)),
    "plan-gate": _card(_plan(allowance=Allowance(pace=False))),
    "plan-far": _card(_plan(replace(HALF, distance=Distance(100_000)), worth=None)),
    "plan-hot": _card(_plan(day=HOT)),
    "plan-doctor": _card(_plan(MARATHON, athlete=SUGAR)),
    "not-raced": _card(_plan(allowance=Allowance(level=Allowed.STOP, reasons=(ILL,)))),
    "not-raced-left-out": _card(_plan(left_out=True)),
    "not-raced-hot": _card(_plan(day=replace(KNOWN, celsius=34.0))),
    "minutes": lambda text: raceday.minutes(_plan(FIVE, RaceDay(ON)), 9, text),
    "windy": lambda text: raceday.air(_plan(FIVE, RaceDay(ON)), text, windy=True),
    "splits": lambda text: raceday.splits(_plan(), text),
    "splits-b": lambda text: raceday.splits(_plan(replace(FIVE, priority=Priority.B)), text),
    "splits-none": lambda text: raceday.splits(_plan(ran=None), text),
    "picture": _picture(_plan()),
    "picture-marathon": _picture(_plan(MARATHON)),
    "morning": _morning(_plan()),
    "morning-10k": _morning(_plan(TEN)),
    "morning-no-gun": _morning(_plan(FIVE, RaceDay(ON))),
    "morning-marathon": _morning(_plan(MARATHON)),
    "morning-b": _morning(_plan(replace(HALF, priority=Priority.B))),
    "morning-c": _morning(_plan(replace(HALF, priority=Priority.C))),
    "morning-by-effort": _morning(_plan(ran=None)),
    "morning-beginner": _morning(_plan(FIVE, ran=None, athlete=ANA)),
    "morning-walks": _morning(_plan(FIVE, ran=None, athlete=ANA, walks=True)),
    "morning-too-hot": _morning(_plan(day=replace(KNOWN, celsius=35.0))),
    "morning-after-race": _morning(_plan(), untold=race_session(replace(FIVE, on=EVE))),
    "evening": _evening(lambda text: raced.evening(HALF, text, today=True)),
    "evening-day": _evening(lambda text: raced.evening(HALF, text, today=False), "Sun"),
    "tap": lambda text: raced.tapped(HALF, Duration(6000), text),
    "result": _result(5980, judged=FASTER),
    "result-a": _result(6110, judged=INSIDE, race=HALF, after=44.9, ages=False, block=BLOCK),
    "result-slow": _result(6900, judged=SLOWER, after=42.0),
    "result-first": _result(6110, judged=Judged(Against.UNKNOWN), before=None, after=44.9),
    "result-no-pace": _result(6110, judged=INSIDE, shows_pace=False),
    "result-course": _result(6110, told=LEFT_OUT, judged=FASTER, doubt="course"),
    "result-contradicts": _result(6110, told=LEFT_OUT, judged=SLOWER, doubt="contradicts"),
    "result-kept": _result(
        6110,
        judged=INSIDE,
        asks=False,
        day=replace(KNOWN, journal="Patience paid. <b>"),
    ),
    "result-held": _result(6110, told=replace(DONE, all_out=False), judged=INSIDE),
    "result-dropped": _result(6110, told=LEFT_OUT, judged=INSIDE),
    "result-dropped-none": _result(6110, told=LEFT_OUT, judged=INSIDE, before=None, after=None),
    "result-dnf": _result(None, Ending.DNF),
    "result-dns": _result(None, Ending.DNS),
    "grades": lambda text: raced.grades(HALF, text),
    "line-again": raced.line_again,
    "line-kept": raced.line_kept,
}
