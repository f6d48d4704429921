"""/taper before, in and without one; how it feels; why it works."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from bot.messages import taper
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.text import Text
from core.activity import Activity, Log
from core.athlete import Athlete, Priority, Race, RaceDay
from core.fitness import effective_fitness
from core.paces import pace_of
from core.plan import Plan
from core.raceday import Curve, Feel, Freshness, curve
from core.reasons import Code, Reason
from core.season import build_plan
from core.units import Distance
from tests.messages.recording import Case, Cases
from tests.messages.scenes import ANA, MONDAY, RUI, content, paces

RACE = Race(date(2027, 2, 14), Distance(21097.5))
FIVE = replace(RACE, distance=Distance(5000))
B, C = (replace(RACE, priority=p) for p in (Priority.B, Priority.C))
LINE = RaceDay(date(2026, 10, 11), journal="Slept badly, <b>ran well</b>.")
BEFORE = RACE.on - timedelta(days=30)
INSIDE = RACE.on - timedelta(days=6)


@cache
def _plan(who: Athlete, race: Race) -> Plan:
    """The season to the race as the coach would make it."""
    athlete = replace(who, races=(race,), started=MONDAY - timedelta(days=1))
    fitness = effective_fitness(athlete, Log(), MONDAY)
    known = content()
    made = build_plan(athlete, Log(), known.library, known.phases, fitness, MONDAY)
    assert isinstance(made, Plan)
    return made


def _curve(race: Race, today: date, who: Athlete = RUI) -> Curve:
    """Everything up to today was run as planned."""
    speed, made = pace_of(paces(who), who.level), _plan(who, race)
    ran = [s for s in made.sessions if s.on < today]
    runs = (Activity(s.on, distance=s.workout.distance(speed), hard=s.hard) for s in ran)
    return curve(
        race,
        content().phases.shape(race.distance).taper,
        made,
        Log(tuple(runs)),
        today=today,
        pace_of=speed,
        usual=(MONDAY, who.usual.distance),
    )


def _card(
    race: Race,
    today: date,
    who: Athlete = RUI,
    feel: Freshness | None = None,
    journal: RaceDay | None = None,
) -> Case:
    days = [today + timedelta(days=n) for n in range(min(7, (race.on - today).days + 1))]
    runner = Runner(paces(who), who.level, measured=who.measured_distance)
    drawn = _curve(race, today, who)

    def made(text: Text) -> Reply:
        return taper.card(
            drawn, _plan(who, race), days, runner, text, age=34, feel=feel, journal=journal
        )

    return made


def _feels(feel: Feel) -> Freshness:
    return Freshness(feel, 5, 78.2, 70.4, 1, date(2026, 10, 11))


CASES: Cases = {
    "before": _card(RACE, BEFORE, journal=LINE),
    "inside": _card(RACE, INSIDE, feel=_feels(Feel.SHARP)),
    "inside-minutes": _card(FIVE, INSIDE, ANA),
    "eve": _card(RACE, RACE.on - timedelta(days=1), feel=_feels(Feel.STALE)),
    "like-before": _card(RACE, INSIDE, feel=_feels(Feel.LIKE_BEFORE)),
    "first": _card(RACE, INSIDE, feel=Freshness(Feel.FIRST, 4, 73.0)),
    "feel-unknown": _card(RACE, INSIDE, feel=Freshness(Feel.UNKNOWN, 1, races=2)),
    "feel-unknown-first": _card(RACE, INSIDE, feel=Freshness(Feel.UNKNOWN, 1)),
    "b-before": _card(B, BEFORE),
    "b-inside": _card(B, RACE.on - timedelta(days=2)),
    "c": _card(C, BEFORE, journal=LINE),
    "none": lambda text: taper.none(text, races=True),
    "none-gate": lambda text: taper.none(text, races=False),
    "held": lambda text: taper.held(RACE, (Reason(Code.ILL),), text),
    "held-far": lambda text: taper.held(RACE, (Reason(Code.ILL),), text, days=107),
    "left-out": lambda text: taper.held(RACE, (), text),
    "why": lambda text: taper.why("a", text),
    "why-b": lambda text: taper.why("b", text),
    "why-c": lambda text: taper.why("c", text),
    "nerves": taper.nerves,
    "picture": lambda text: Reply(
        picture=taper.picture(_curve(RACE, INSIDE), INSIDE, text), silent=True
    ),
}
