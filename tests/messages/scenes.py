"""Made-up athletes, their plans and their days, built from real content and the real decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from core.activity import Activity, Done, Log
from core.adjust import decide
from core.adjust.decision import Decision
from core.athlete import Athlete, Level, Race, RaceDistance, Result, UsualWeek
from core.checkin import CheckIn
from core.content import Content, load_content
from core.day import Day, Usual
from core.fitness import effective_fitness
from core.library import size
from core.paces import Paces, pace_of, paces_for
from core.plan import Phase, Plan, Session, Week, WeekKind, hard
from core.readiness import Colour, Readiness, assess
from core.safety import Allowance, Gate, allowance, open_gates
from core.units import Distance, Duration, HeartRate
from core.workout import Effort, Focus, Step, Workout
from tests.core.judgement import morning, usual_mornings

MONDAY = date(2026, 11, 23)
TODAY = date(2026, 11, 26)
"""A Thursday in the first week of the made-up plans."""
REST = MONDAY + timedelta(days=7)
INTERVALS, EASY, STRIDES, LONG = (REST + timedelta(days=n) for n in (1, 2, 4, 6))
"""Days of the second week: Monday rests, Tuesday is hard, Sunday long."""


FREE = Allowance()


@cache
def content() -> Content:
    return load_content()


def athlete(**more: object) -> Athlete:
    """Rui: five days a week, a 10K behind him, no troubles."""
    rui = Athlete(
        level=Level.INTERMEDIATE,
        days=(1, 2, 3, 4, 6),
        long_day=6,
        usual=UsualWeek(5, Distance.of_km(42), Distance.of_km(15)),
        started=date(2026, 9, 1),
        goal=RaceDistance.TEN_K,
        results=(Result(Distance.of_km(10), Duration(2910), date(2026, 10, 11)),),
        birth_year=1992,
    )
    return replace(rui, **more)  # type: ignore[arg-type]  # named fields of Athlete


RUI = athlete()
ANA = athlete(
    level=Level.BEGINNER,
    days=(1, 3, 6),
    usual=UsualWeek(2, Distance.of_km(9), Distance.of_km(5)),
    goal=RaceDistance.FIVE_K,
    results=(),
    birth_year=None,
)
"""A beginner without a result."""
SLOW = athlete(results=(Result(Distance.of_km(5), Duration(2100), date(2026, 10, 11)),))
"""5K in 35:00: below VDOT 30."""
INES = athlete(
    level=Level.ADVANCED,
    days=(0, 1, 2, 3, 4, 5, 6),
    usual=UsualWeek(7, Distance.of_km(85), Distance.of_km(28)),
    goal=RaceDistance.MARATHON,
    results=(Result(Distance(21097.5), Duration(5121), date(2026, 10, 4)),),
)
"""An advanced marathoner."""
UNMEASURED = athlete(measured_distance=False)
TEN_K = Race(date(2027, 2, 14), Distance.of_km(10))


def paces(who: Athlete, on: date = TODAY) -> Paces | None:
    fitness = effective_fitness(who, Log(), on)
    return paces_for(fitness.vdot) if fitness else None


def workout(key: str, who: Athlete = RUI, **sized: float) -> Workout:
    """A library workout for this athlete: `minutes`, `km` or `dose`."""
    km = sized.pop("km", None)
    total = {} if km is None else {"distance": Distance.of_km(km)}
    speed = pace_of(paces(who), who.level)
    return size(content().library[key], pace_of=speed, **sized, **total)  # type: ignore[arg-type]


def session(on: date, what: Workout, who: Athlete = RUI, race: Race | None = None) -> Session:
    is_hard = hard(what, pace_of(paces(who), who.level))
    return Session(on, what, hard=is_hard, long=what.focus is Focus.LONG, race=race)


def race_session(race: Race) -> Session:
    """As the season writes it: one step, the whole distance."""
    effort = Effort.MARATHON if race.distance.km > 25 else Effort.TEN_K
    step = Step(effort, distance=race.distance)
    return Session(race.on, Workout("race", Focus.RACE, (step,)), hard=True, race=race)


@cache
def usual_week() -> Mapping[int, Workout]:
    """Rui's: kilometres on Tuesday, threshold on Thursday, strides on Friday, long on Sunday."""
    return {
        1: workout("1ks-5k", dose=5),
        2: workout("easy", km=8),
        3: workout("cruise-1k", dose=5),
        4: workout("easy-strides", minutes=45),
        6: workout("long", km=16),
    }


PHASES = (
    [(Phase.BASE, WeekKind.NORMAL)] * 3
    + [(Phase.BASE, WeekKind.DOWN)]
    + [(Phase.BUILD, WeekKind.NORMAL)] * 4
    + [(Phase.PEAK, WeekKind.NORMAL), (Phase.PEAK, WeekKind.NORMAL)]
    + [(Phase.PEAK, WeekKind.TAPER), (Phase.PEAK, WeekKind.RACE)]
)
"""Twelve weeks; the race is on the last Sunday."""


def plan(
    who: Athlete = RUI,
    layout: Mapping[int, Workout] | None = None,
    phases: Sequence[tuple[Phase, WeekKind]] = PHASES,
    race: Race | None = TEN_K,
    strength: int | None = 2,
) -> Plan:
    """The same week again and again, in phases; the race in its place."""
    days = usual_week() if layout is None else layout
    weeks = [MONDAY + timedelta(weeks=n) for n in range(len(phases))]
    runs = [session(w + timedelta(days=d), days[d], who) for w in weeks for d in sorted(days)]
    if race is not None:
        runs = [s for s in runs if s.on != race.on] + [race_session(race)]
    lift = [w + timedelta(days=strength) for w in weeks] if strength is not None else []
    return Plan(
        starts=MONDAY,
        ends=weeks[-1] + timedelta(days=6),
        weeks=tuple(
            Week(w, phase, kind, Distance.of_km(44 + 2 * n))
            for n, (w, (phase, kind)) in enumerate(zip(weeks, phases, strict=True))
        ),
        sessions=tuple(sorted(runs, key=lambda s: s.on)),
        strength=tuple((day, "strength-home") for day in lift),
    )


@cache
def rui_s_plan() -> Plan:
    return plan()


def day(
    on: date = TODAY,
    who: Athlete = RUI,
    plan: Plan | None = None,
    *,
    said: CheckIn | None = None,
    gates: Sequence[Gate] = (),
    log: Log | None = None,
    history: Sequence[CheckIn] | None = None,
    readiness: Readiness | None = None,
    celsius: float | None = None,
    asks: str = "",
    menu: str = "",
    **more: object,
) -> Day:
    """A morning as the services put it together: the gates, the decision, and what is left."""
    base = rui_s_plan() if plan is None else plan
    past = usual_mornings(on) if history is None else list(history)
    ran = log or Log()
    mornings = [*past, said] if said else past
    opened = open_gates(gates, who, mornings, ran, today=on, ladder=content().ladder)
    allowed = allowance(opened, who, on)
    found = decide(
        on,
        base,
        readiness or assess(said, past, ran, today=on),
        allowed,
        log=ran,
        athlete=who,
        decisions=content().decisions,
        library=content().library,
        pace_of=pace_of(paces(who, on), who.level),
        celsius=celsius,
        dangers=said.dangers if said else (),
        indoors=said is not None and said.indoors,
    )
    made = decided(found, base, who, allowed)
    usual = Usual(Duration.of_hours(7.5), HeartRate(50)) if past else Usual()
    made = replace(made, checkin=said, usual=usual, asks=asks, menu=menu)
    return replace(made, **more)  # type: ignore[arg-type]  # named fields of Day


def decided(found: Decision, base: Plan, who: Athlete, allowed: Allowance = FREE) -> Day:
    """The day after a decision, without its questions."""
    return Day(
        on=found.on,
        level=who.level,
        plan=base,
        week=base.week_of(found.on),
        planned=found.before,
        session=found.after,
        next=base.next_session(found.on),
        paces=paces(who, found.on),
        measured=who.measured_distance,
        strength=next((key for day, key in base.strength if day == found.on), ""),
        decision=found,
        rules=tuple(content().decisions[key] for key in found.rules),
        allowance=allowed,
        sore=allowed.sore,
        change_id=0 if found.change is None else 7,
    )


def dim(on: date, colours: Sequence[Colour], **more: object) -> Readiness:
    """A readiness with the colours of the days before, newest first."""
    days = tuple((on - timedelta(days=n), c) for n, c in enumerate(colours[1:], start=1))
    return replace(Readiness(on, colours[0], recent=days), **more)  # type: ignore[arg-type]


def good(on: date, **more: object) -> CheckIn:
    return morning(on, **more)  # type: ignore[arg-type]  # what `morning` takes


def bad(on: date, **more: object) -> CheckIn:
    """Heavy legs and a short night: red."""
    return morning(on, **{"legs": 2, "sleep": 5.5, **more})  # type: ignore[arg-type]


def harder(on: date, rpe: int = 9) -> Log:
    """An easy run on the day before that was none."""
    run = Activity(on - timedelta(days=1), Done.AS_PLANNED, rpe=rpe, focus=Focus.EASY)
    return Log((run,))
