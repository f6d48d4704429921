"""Hand-made athletes, plans and mornings for the tests of the daily judgement."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from core.activity import Log
from core.adjust import Decision, DecisionTable, decide
from core.athlete import Athlete, Level, Race, UsualWeek
from core.checkin import CheckIn, Danger
from core.content.decisions import read_decisions
from core.content.routines import joined_routines, read_routines
from core.content.workouts import read_workouts
from core.library import Library
from core.plan import Phase, Plan, Session, Week, WeekKind, hard
from core.readiness import Readiness, assess
from core.routine import Routines
from core.safety import Allowance
from core.units import Distance, Duration, HeartRate, Pace
from core.workout import Effort, Focus, Part, Repeat, Step, Workout

MONDAY = date(2026, 3, 2)
"""A Monday on which the hand-made plans start."""


def day(number: int) -> date:
    """The so-many-th day of the plan; 0 is its first Monday."""
    return MONDAY + timedelta(days=number)


def pace_of(effort: Effort) -> Pace:
    """Plain paces of a 50-minute 10K runner, in s/km."""
    seconds = {
        Effort.REST: 1000,
        Effort.WALK: 600,
        Effort.JOG: 400,
        Effort.EASY: 375,
        Effort.STEADY: 345,
        Effort.MARATHON: 328,
        Effort.HALF: 315,
        Effort.THRESHOLD: 308,
        Effort.TEN_K: 300,
        Effort.FIVE_K: 288,
        Effort.THREE_K: 278,
        Effort.MILE: 262,
        Effort.FAST: 250,
        Effort.STRIDE: 240,
        Effort.SPRINT: 200,
    }
    return Pace(seconds[effort])


@cache
def table() -> DecisionTable:
    return read_decisions(_raw("decisions.toml"), "decisions.toml")


@cache
def library() -> Library:
    folder = files("core.content").joinpath("workouts")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    read = (read_workouts(_raw(f"workouts/{name}"), name) for name in names)
    return Library(tuple(recipe for recipes in read for recipe in recipes))


@cache
def routines() -> Routines:
    names = ("routines.toml", "drills.toml")
    return joined_routines([read_routines(_raw(name), name) for name in names], "routines")


def _raw(name: str) -> Mapping[str, object]:
    return tomllib.loads(files("core.content").joinpath(name).read_text(encoding="utf-8"))


def steps(*blocks: Step | Repeat, focus: Focus, key: str = "") -> Workout:
    return Workout(key or str(focus), focus, blocks)


def minutes(effort: Effort, amount: float, part: Part = Part.MAIN, *, uphill: bool = False) -> Step:
    return Step(effort, time=Duration.of_minutes(amount), part=part, uphill=uphill)


def easy(amount: float = 45) -> Workout:
    return steps(minutes(Effort.EASY, amount), focus=Focus.EASY)


def strides(amount: float = 40) -> Workout:
    stride = Step(Effort.STRIDE, time=Duration(20))
    walk = Step(Effort.WALK, time=Duration(60), part=Part.RECOVERY)
    run = minutes(Effort.EASY, amount)
    return steps(run, Repeat(6, (stride, walk)), focus=Focus.EASY, key="easy-strides")


def long(amount: float = 90) -> Workout:
    return steps(minutes(Effort.EASY, amount), focus=Focus.LONG)


def fast_long() -> Workout:
    return steps(
        Step(Effort.EASY, distance=Distance(12000)),
        Step(Effort.MARATHON, distance=Distance(5000)),
        focus=Focus.LONG,
        key="long-mp-finish",
    )


def intervals(times: int = 8) -> Workout:
    fast = Step(Effort.FIVE_K, distance=Distance(400))
    jog = Step(Effort.JOG, distance=Distance(200), part=Part.RECOVERY)
    return steps(
        minutes(Effort.EASY, 15, Part.WARM_UP),
        Repeat(times, (fast, jog)),
        minutes(Effort.EASY, 10, Part.COOL_DOWN),
        focus=Focus.VO2MAX,
    )


def tempo(amount: float = 20) -> Workout:
    return steps(
        minutes(Effort.EASY, 15, Part.WARM_UP),
        minutes(Effort.THRESHOLD, amount),
        minutes(Effort.EASY, 10, Part.COOL_DOWN),
        focus=Focus.THRESHOLD,
    )


def ladder_session(amounts: tuple[int, ...] = (1600, 1200, 800, 400)) -> Workout:
    jog = Step(Effort.JOG, time=Duration(120), part=Part.RECOVERY)
    blocks: list[Step | Repeat] = [minutes(Effort.EASY, 15, Part.WARM_UP)]
    for metres in amounts:
        blocks += [Step(Effort.FIVE_K, distance=Distance(metres)), jog]
    return steps(*blocks, focus=Focus.VO2MAX)


def hills() -> Workout:
    up = minutes(Effort.FIVE_K, 1, uphill=True)
    return steps(
        minutes(Effort.EASY, 15, Part.WARM_UP),
        Repeat(6, (up, minutes(Effort.JOG, 2, Part.RECOVERY))),
        minutes(Effort.EASY, 10, Part.COOL_DOWN),
        focus=Focus.ECONOMY,
    )


def session(on: date, workout: Workout, race: Race | None = None) -> Session:
    is_long = workout.focus is Focus.LONG
    return Session(on, workout, hard=hard(workout, pace_of), long=is_long, race=race)


FIVE_DAYS: Mapping[int, Workout] = {1: intervals(), 2: easy(), 3: tempo(), 4: easy(), 6: long()}
"""R126's layout: Tuesday and Thursday hard, Sunday long."""
SPACED: Mapping[int, Workout] = {0: easy(), 1: intervals(), 3: easy(), 4: easy(), 6: long()}
"""One hard day, with room to move it."""


def plan_of(
    layout: Mapping[int, Workout] = FIVE_DAYS,
    weeks: int = 4,
    kinds: Mapping[int, WeekKind] | None = None,
) -> Plan:
    """The same week again and again; `kinds` by number of the week."""
    kinds = kinds or {}
    return Plan(
        starts=day(0),
        ends=day(7 * weeks - 1),
        weeks=tuple(
            Week(day(7 * w), Phase.BUILD, kinds.get(w, WeekKind.NORMAL), Distance(40000))
            for w in range(weeks)
        ),
        sessions=tuple(
            session(day(7 * w + weekday), workout)
            for w in range(weeks)
            for weekday, workout in sorted(layout.items())
        ),
    )


def with_session(plan: Plan, new: Session) -> Plan:
    kept = [s for s in plan.sessions if s.on != new.on]
    return replace(plan, sessions=tuple(sorted([*kept, new], key=lambda s: s.on)))


RUNNER = Athlete(
    level=Level.INTERMEDIATE,
    days=(1, 2, 3, 4, 6),
    long_day=6,
    usual=UsualWeek(5, Distance(40000), Distance(14000)),
    started=day(0),
    birth_year=1992,
)
LADDER = library().ladder


def morning(
    on: date,
    legs: int | None = 4,
    sleep: float | None = 7.5,
    pulse: int | None = 50,
    **more: object,
) -> CheckIn:
    checkin = CheckIn(
        on,
        legs=legs,
        sleep=None if sleep is None else Duration.of_hours(sleep),
        pulse=None if pulse is None else HeartRate(pulse),
    )
    return replace(checkin, **more)  # type: ignore[arg-type]  # named fields of CheckIn


def usual_mornings(until: date, count: int = 28, **more: object) -> list[CheckIn]:
    """Plain mornings before `until`: 7.5 h and 50 bpm, give or take the same every time."""
    wiggle = (0, 1, -1, 0, 2, -2, 0)
    return [
        morning(
            until - timedelta(days=back),
            sleep=7.5 + 0.2 * wiggle[back % 7],
            pulse=50 + wiggle[back % 7],
            **more,
        )
        for back in range(count, 0, -1)
    ]


def verdict(
    on: date,
    checkin: CheckIn | None,
    *,
    plan: Plan | None = None,
    history: list[CheckIn] | None = None,
    log: Log | None = None,
    allowance: Allowance | None = None,
    athlete: Athlete = RUNNER,
    readiness: Readiness | None = None,
    celsius: float | None = None,
    dangers: tuple[Danger, ...] = (),
    indoors: bool = False,
) -> Decision:
    """The day decided as the services will do it."""
    log = log or Log()
    past = usual_mornings(on) if history is None else history
    return decide(
        on,
        plan or plan_of(),
        readiness or assess(checkin, past, log, today=on),
        allowance or Allowance(),
        log=log,
        athlete=athlete,
        decisions=table(),
        library=library(),
        pace_of=pace_of,
        celsius=celsius,
        dangers=dangers,
        indoors=indoors,
    )
