"""Thirty-three people as a coach meets them: each with the cause that comes first, or no plateau.

Each was decided on before the detective saw it. A week is told by its Monday and its number, the
oldest 0; every fourth is lighter unless it says otherwise.
"""

from __future__ import annotations

import random  # noqa: TID251 - seeded, for made-up people in tests
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from core.activity import Activity, Done, Evenness, Log
from core.athlete import Athlete, Level, Race, RaceDistance, Result, UsualWeek
from core.checkin import CheckIn
from core.plateau import Answer, Asked, Case, Cause
from core.units import Distance, Duration, HeartRate
from core.workout import Focus
from tests.core.judgement import library, table

TODAY = date(2026, 9, 10)
WEEKS = 16
MONDAY = TODAY - timedelta(days=TODAY.weekday() + 7 * (WEEKS - 1))
Dice = random.Random


@dataclass(frozen=True)
class Hard:
    """A hard session: recipe, focus, minutes, the RPE it means, reps."""

    key: str
    focus: Focus
    minutes: float
    rpe: float
    reps: int = 0


TEMPO = Hard("tempo", Focus.THRESHOLD, 50, 7)
CRUISE = Hard("cruise-1k", Focus.THRESHOLD, 52, 7, 5)
HILLS = Hard("hill-30s", Focus.ECONOMY, 48, 7, 8)
EIGHTS = Hard("800s-5k", Focus.VO2MAX, 52, 8, 6)
FOURS = Hard("400s-5k", Focus.VO2MAX, 50, 8, 10)
TWOS = Hard("200s-mile", Focus.SPEED, 46, 7, 8)
KILOS = Hard("1ks-5k", Focus.VO2MAX, 56, 8, 5)
MILES, PROGRESS = (
    Hard("cruise-mile", Focus.THRESHOLD, 55, 7, 3),
    Hard("progression", Focus.THRESHOLD, 47, 7),
)
VARIED = (EIGHTS, TEMPO, HILLS, KILOS, CRUISE, TWOS)
ONLY_THRESHOLD = (TEMPO, CRUISE, MILES, PROGRESS)
Week = Callable[[int, date, Dice], Iterable[Activity]]
Morning = Callable[[int, date, Dice], CheckIn | None]
Results = tuple[tuple[int, float, float], ...]
"""Days ago, metres, seconds."""


@dataclass(frozen=True)
class Told:
    """One person: the week, the mornings, the results, what they answer when asked."""

    right: frozenset[Cause]
    week: Week
    morning: Morning
    results: Results
    answers: Mapping[Asked, Answer] = field(default_factory=dict)
    goal: RaceDistance = RaceDistance.TEN_K
    weeks: int = WEEKS
    strength: tuple[int, ...] = ()
    target: float = 0.0
    born: int | None = None
    forgets: float = 0.04
    hot: tuple[int, ...] = ()


def _on(monday: date, weekday: int) -> date:
    return monday + timedelta(days=weekday)


def _wave(number: int) -> float:
    return 0.74 if number % 4 == 3 else 1.0


def _rated(rpe: float, dice: Dice) -> int | None:
    return None if dice.random() < 0.08 else max(1, min(10, round(rpe + dice.gauss(0, 0.4))))


def hard(  # noqa: PLR0917 - a line of a log, in the order in which it is told
    on: date, dice: Dice, kind: Hard, size: float = 1.0, rpe: float = 0.0, lost: float = 0.05
) -> Activity:
    minutes, gone = kind.minutes * size * dice.gauss(1, 0.03), dice.random() < lost
    return Activity(
        on,
        distance=Distance.of_km(minutes / 5.3),
        time=Duration.of_minutes(round(minutes)),
        rpe=_rated(rpe or kind.rpe, dice),
        focus=kind.focus,
        key=kind.key,
        hard=True,
        reps_planned=kind.reps or None,
        reps_done=kind.reps - gone if kind.reps else None,
        evenness=Evenness.FADED if gone else None,
    )


def easy(  # noqa: PLR0917 - a line of a log, in the order in which it is told
    on: date, dice: Dice, km: float, rpe: float = 3, key: str = "easy", pace: float = 6.1
) -> Activity:
    """Kilometres at so many minutes each; the key "long" makes it the long run."""
    return Activity(
        on,
        distance=Distance.of_km(km * dice.gauss(1, 0.03)),
        time=Duration.of_minutes(round(km * pace * dice.gauss(1, 0.03))),
        rpe=_rated(rpe, dice),
        focus=Focus.LONG if key == "long" else Focus.EASY,
        key=key,
    )


def sound(number: int, monday: date, dice: Dice) -> list[Activity]:
    """A good week: one varied hard day, strides, an easy and a long run."""
    size = _wave(number)
    return [
        hard(_on(monday, 1), dice, VARIED[number % 6], size),
        easy(_on(monday, 3), dice, 8 * size, key="easy-strides"),
        easy(_on(monday, 4), dice, 7 * size),
        easy(_on(monday, 6), dice, 15 * size, 4, "long"),
    ]


def each(change: Callable[[Activity, int], Activity]) -> Week:
    """The good week with every run changed so."""
    return lambda n, monday, dice: [change(run, n) for run in sound(n, monday, dice)]


def scaled(run: Activity, time: float = 1.0, distance: float = 1.0) -> Activity:
    assert run.time is not None
    assert run.distance is not None
    return replace(
        run,
        time=Duration(run.time.seconds * time),
        distance=Distance(run.distance.metres * distance),
    )


def wakes(
    *,
    heavy: float = 0.05,
    sleep: float = 7.4,
    stress: float = 0.05,
    pulse: float = 50,
    rate: float = 0.8,
) -> Morning:
    """Mornings of one kind."""

    def morning(_: int, on: date, dice: Dice) -> CheckIn | None:
        if dice.random() > rate:
            return None
        return CheckIn(
            on,
            legs=2 if dice.random() < heavy else dice.choice([3, 4, 4]),
            sleep=Duration.of_hours(max(3.5, round(dice.gauss(sleep, 0.55) * 2) / 2)),
            pulse=HeartRate(round(pulse + dice.gauss(0, 1.7))),
            stress=dice.random() < stress,
        )

    return morning


def since(days: int, now: Morning, before: Morning) -> Morning:
    """Other mornings in the last so many days."""
    return lambda ago, on, dice: (now if ago < days else before)(ago, on, dice)


def by_turns(days: int, one: Morning, other: Morning) -> Morning:
    """So many days of one kind, then as many of the other."""
    return lambda ago, on, dice: (one if ago // days % 2 == 0 else other)(ago, on, dice)


# -- weeks of people ------------------------------------------------------------------------------


def _nurse(number: int, monday: date, dice: Dice) -> list[Activity]:
    runs = sound(number, monday, dice)
    return [Activity(r.on, Done.NOT_RUN) if dice.random() < 0.18 else r for r in runs]


def _trails(number: int, monday: date, dice: Dice) -> list[Activity]:
    def by_time(day: int, minutes: float, rpe: float, focus: Focus = Focus.EASY) -> Activity:
        time = Duration.of_minutes(round(minutes * _wave(number) * dice.gauss(1, 0.03)))
        return Activity(_on(monday, day), time=time, rpe=_rated(rpe, dice), focus=focus)

    return [
        by_time(1, 60, 3),
        by_time(3, 70, 4),
        by_time(4, 45, 3),
        by_time(6, 130, 4, Focus.LONG),
    ]


def _cyclist(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    return [
        hard(_on(monday, 2), dice, VARIED[number % 6], 0.85 * size),
        easy(_on(monday, 5), dice, 9 * size, key="easy-strides"),
    ]


def _parkrunner(number: int, monday: date, dice: Dice) -> list[Activity]:
    size, park = _wave(number), Duration(dice.gauss(1470, 10))
    return [
        easy(_on(monday, 1), dice, 9 * size, key="easy-strides"),
        easy(_on(monday, 3), dice, 10 * size, key="easy-strides"),
        Activity(_on(monday, 5), Done.OTHER, Distance(5000), park, 9, Focus.RACE, hard=True),
        easy(_on(monday, 6), dice, 12 * size, key="long"),
    ]


def _without_strides_since_spring(number: int, monday: date, dice: Dice) -> list[Activity]:
    size, quick = _wave(number), number < 6
    kind = VARIED[number % 6] if quick else ONLY_THRESHOLD[number % 4]
    return [
        hard(_on(monday, 1), dice, kind, size),
        easy(_on(monday, 3), dice, 9 * size, key="easy-strides" if quick else "easy"),
        easy(_on(monday, 4), dice, 8 * size),
        easy(_on(monday, 6), dice, 15 * size, 4, "long"),
    ]


def _club(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    return [
        hard(_on(monday, 1), dice, VARIED[number % 6], size, rpe=7),
        easy(_on(monday, 2), dice, 7 * size, key="easy-strides"),
        easy(_on(monday, 3), dice, 12 * size, 6, pace=5.2),
        easy(_on(monday, 6), dice, 16 * size, 6, "long", 5.3),
    ]


def _marathoner(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    return [
        hard(_on(monday, 1), dice, VARIED[number % 6], 1.15 * size),
        easy(_on(monday, 2), dice, 11 * size, key="easy-strides"),
        easy(_on(monday, 3), dice, 11 * size),
        easy(_on(monday, 4), dice, 9 * size),
        easy(_on(monday, 6), dice, 17 * size, 4, "long"),
    ]


def _at_goal_pace(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    runs = [
        hard(_on(monday, 1), dice, VARIED[number % 6], size, 9.2, 0.55),
        easy(_on(monday, 3), dice, 8 * size, key="easy-strides"),
        easy(_on(monday, 5), dice, 7.5 * size),
        easy(_on(monday, 6), dice, 15 * size, 4, "long"),
    ]
    return [replace(run, distance=None) for run in runs]


def _ten_fours(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    return [
        hard(_on(monday, 1), dice, FOURS),
        easy(_on(monday, 2), dice, 6 * size, key="easy-strides"),
        easy(_on(monday, 4), dice, 7 * size),
        easy(_on(monday, 6), dice, 11 * size, 4, "long"),
    ]


def _all_easy(number: int, monday: date, dice: Dice) -> list[Activity]:
    days = {0: 10, 1: 14, 2: 12, 3: 10, 5: 22, 6: 28}
    return [easy(_on(monday, day), dice, km * _wave(number)) for day, km in days.items()]


def _treadmill(number: int, monday: date, dice: Dice) -> list[Activity]:
    return [
        easy(
            _on(monday, day), dice, 8.2 * _wave(number), key="easy-strides" if day == 2 else "easy"
        )
        for day in (0, 1, 2, 4, 6)
    ]


def _student(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    told = [
        hard(_on(monday, 2), dice, TEMPO),
        easy(_on(monday, 4), dice, 7.5 * size),
        easy(_on(monday, 6), dice, 14.5 * size, 4),
    ]
    return [replace(run, key="", focus=Focus.EASY) for run in told]


def _three_hard(number: int, monday: date, dice: Dice) -> list[Activity]:
    late, more = number > 11, 1 + 0.07 * max(0, number - 10)
    return [
        easy(_on(monday, 0), dice, 7 * more, 4.4 if late else 3),
        hard(_on(monday, 1), dice, HILLS, more, 8 if late else 0, 0.2 if late else 0.03),
        hard(_on(monday, 3), dice, VARIED[number % 6], 1, 0, 0.3 if late else 0.03),
        hard(_on(monday, 5), dice, TEMPO, more, 8 if late else 0),
        easy(_on(monday, 6), dice, 15 * more, 5.3 if late else 4, "long"),
    ]


def _too_fast_a_start(number: int, monday: date, dice: Dice) -> list[Activity]:
    first, *others = sound(number, monday, dice)
    faded = replace(first, evenness=Evenness.FADED)
    return [faded if dice.random() < 0.65 else first, *others]


def _monday_club(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    first = hard(_on(monday, 0), dice, VARIED[number % 6], size)
    return [
        replace(first, key="", reps_planned=None, reps_done=None),
        easy(_on(monday, 2), dice, 8 * size, key="easy-strides"),
        easy(_on(monday, 4), dice, 8 * size),
        easy(_on(monday, 6), dice, 17 * size, 4, "long"),
    ]


def _five_weeks_off(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = 0.65 if number > 10 else 1.0
    runs = sound(number, monday, dice)
    return [] if 6 <= number <= 10 else [scaled(r, size, size) for r in runs]


def _harder(run: Activity, _: int) -> Activity:
    return replace(run, rpe=run.rpe and min(10, run.rpe + 1))


def _only_fast(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = 0.6 * _wave(number)
    return [hard(_on(monday, d), dice, VARIED[(number + d) % 6], size) for d in (0, 2, 4)]


def _never_hard(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    return [
        easy(_on(monday, 1), dice, 9 * size, key="easy-strides"),
        easy(_on(monday, 3), dice, 9 * size, key="easy-strides"),
        easy(_on(monday, 4), dice, 8 * size),
        easy(_on(monday, 6), dice, 16 * size, 4, "long"),
    ]


def _thursdays(number: int, monday: date, dice: Dice) -> list[Activity]:
    size = _wave(number)
    return [
        easy(_on(monday, 1), dice, 8 * size, key="easy-strides"),
        hard(_on(monday, 3), dice, VARIED[number % 6], size),
        easy(_on(monday, 4), dice, 7 * size),
        easy(_on(monday, 6), dice, 15 * size, 4, "long"),
    ]


def _new_job(number: int, monday: date, dice: Dice) -> list[Activity]:
    runs = sound(number, monday, dice)
    lost = 0.16 if number > 8 else 0.0
    return [Activity(r.on, Done.NOT_RUN) if dice.random() < lost else r for r in runs]


def _growing_fast(number: int, monday: date, dice: Dice) -> list[Activity]:
    more, late = 1 + 0.11 * max(0, number - 8), number > 11
    rpe, lost = (8.6 if late else 0, 0.3 if late else 0.05)
    return [
        easy(_on(monday, 0), dice, 7 * more, 4.5 if late else 3),
        hard(_on(monday, 1), dice, VARIED[number % 6], min(1.4, more), rpe, lost),
        easy(_on(monday, 2), dice, 8 * more, 4.6 if late else 3, "easy-strides"),
        hard(_on(monday, 3), dice, ONLY_THRESHOLD[number % 4], min(1.4, more), rpe),
        easy(_on(monday, 6), dice, 18 * more, 5.4 if late else 4, "long"),
    ]


def _clockwork(number: int, monday: date, dice: Dice) -> list[Activity]:
    return [
        hard(_on(monday, 1), dice, VARIED[number % 6]),
        easy(_on(monday, 2), dice, 9, key="easy-strides"),
        easy(_on(monday, 4), dice, 10),
        easy(_on(monday, 6), dice, 18, 4, "long"),
    ]


FLAT: Results = ((88, 10_000, 2870), (10, 10_000, 2875))
ROLLING = wakes()
PEOPLE: Mapping[str, Told] = {
    "a nurse on shifts": Told(
        frozenset({Cause.LIFE_STRESS}),
        _nurse,
        by_turns(4, wakes(heavy=0.2, sleep=5.3, stress=0.35), wakes(sleep=7, stress=0.1)),
        FLAT,
        {Asked.LIFE: Answer.HEAVY},
    ),
    "fifty-six, never strong, by effort": Told(
        frozenset({Cause.STRENGTH}),
        sound,
        ROLLING,
        ((80, 5000, 1590), (8, 5000, 1592)),
        {Asked.STRENGTH: Answer.NEVER},
        born=1970,
    ),
    "trails, and never quick": Told(
        frozenset({Cause.STRIDES}),
        _trails,
        ROLLING,
        ((100, 10_000, 2790), (12, 10_000, 2795)),
        {Asked.STRIDES: Answer.NEVER, Asked.WORKOUT: Answer.NEVER},
    ),
    "another watch": Told(
        frozenset({Cause.TRUE}),
        each(lambda run, n: scaled(run, 1, 1.05 if n >= 13 else 1)),
        since(20, wakes(pulse=55), wakes(pulse=49)),
        FLAT,
    ),
    "a cyclist who runs twice": Told(frozenset({Cause.VOLUME}), _cyclist, ROLLING, FLAT),
    "a parkrun every Saturday": Told(
        frozenset({Cause.REPEAT}),
        _parkrunner,
        ROLLING,
        tuple((5 + 7 * n, 5000, 1470 + n * 7 % 5 * 3) for n in range(WEEKS)),
        goal=RaceDistance.FIVE_K,
    ),
    "short of iron": Told(
        frozenset({Cause.UNDERFUELLED}),
        each(_harder),
        wakes(heavy=0.5, sleep=7.7, rate=0.5),
        ((85, 10_000, 2900), (9, 10_000, 2930)),
        {Asked.FUEL: Answer.ALWAYS_TIRED, Asked.LEGS: Answer.ALWAYS_HEAVY},
    ),
    "no strides since spring": Told(
        frozenset({Cause.STRIDES}),
        _without_strides_since_spring,
        ROLLING,
        FLAT,
        {Asked.STRIDES: Answer.NEVER},
    ),
    "easy days in the club": Told(
        frozenset({Cause.MEDIUM}), _club, ROLLING, FLAT, {Asked.EASY: Answer.RARELY}
    ),
    "a marathon on half-marathon long runs": Told(
        frozenset({Cause.LONG_RUN}),
        _marathoner,
        ROLLING,
        ((95, 21_097.5, 5900), (9, 21_097.5, 5915)),
        goal=RaceDistance.MARATHON,
    ),
    "at the pace of the goal, in minutes": Told(
        frozenset({Cause.WISHES}),
        _at_goal_pace,
        ROLLING,
        ((80, 5000, 1290), (7, 5000, 1292)),
        {Asked.PACES: Answer.GOAL},
        goal=RaceDistance.FIVE_K,
        target=1170,
    ),
    "leg day before the track": Told(
        frozenset({Cause.SCHEDULING}),
        sound,
        ROLLING,
        FLAT,
        {Asked.SPACING: Answer.GYM_DAY, Asked.STRENGTH: Answer.TWICE_A_WEEK},
        strength=(0,),
    ),
    "a summer's 10K": Told(
        frozenset(),
        each(lambda run, n: replace(run, celsius=27.0 if n > 9 else 14.0)),
        ROLLING,
        ((95, 10_000, 2640), (6, 10_000, 2720)),
        hot=(6,),
    ),
    "quicker than they think": Told(
        frozenset(), sound, ROLLING, ((120, 10_000, 3120), (60, 10_000, 3075), (8, 10_000, 3010))
    ),
    "ten 400s every Tuesday": Told(
        frozenset({Cause.REPEAT}),
        _ten_fours,
        ROLLING,
        ((75, 5000, 1380), (12, 5000, 1383)),
        goal=RaceDistance.FIVE_K,
    ),
    "a hundred easy kilometres": Told(
        frozenset({Cause.STRIDES}),
        _all_easy,
        ROLLING,
        ((95, 10_000, 2640), (14, 10_000, 2645)),
        {Asked.WORKOUT: Answer.NEVER, Asked.STRIDES: Answer.NEVER},
    ),
    "a baby that doesn't sleep": Told(
        frozenset({Cause.LIFE_STRESS}),
        sound,
        wakes(sleep=5.5, heavy=0.12, stress=0.1),
        ((84, 10_000, 2870), (9, 10_000, 2895)),
        {Asked.LIFE: Answer.BUSY},
    ),
    "fifty minutes on the treadmill": Told(
        frozenset({Cause.LONG_RUN}),
        _treadmill,
        ROLLING,
        ((90, 10_000, 2970), (11, 10_000, 2975)),
        goal=RaceDistance.HALF,
    ),
    "sixty-eight, and all in place": Told(
        frozenset({Cause.TRUE}),
        each(lambda run, _: scaled(run, 1.22)),
        ROLLING,
        ((120, 5000, 1500), (10, 5000, 1510)),
        goal=RaceDistance.FIVE_K,
        born=1958,
    ),
    "a student who logs some of it": Told(
        frozenset({Cause.REPEAT}),
        _student,
        lambda *_: None,
        FLAT,
        {Asked.WORKOUT: Answer.MOSTLY_SAME},
        forgets=0.2,
    ),
    "three hard days, one of them always hills": Told(
        frozenset({Cause.OVERCOOKED}),
        _three_hard,
        since(16, wakes(heavy=0.5, pulse=54), wakes(heavy=0.08)),
        ((85, 10_000, 2700), (6, 10_000, 2755)),
        {Asked.LEGS: Answer.HEAVY_LATELY},
    ),
    "every first rep too fast": Told(
        frozenset({Cause.PACING, Cause.FADING}),
        _too_fast_a_start,
        ROLLING,
        FLAT,
        {Asked.LATE: Answer.START_TOO_FAST},
    ),
    "form before breath": Told(
        frozenset({Cause.FORM}), sound, ROLLING, FLAT, {Asked.LATE: Answer.FORM}
    ),
    "Sunday long, Monday with the club": Told(
        frozenset({Cause.SCHEDULING}), _monday_club, ROLLING, FLAT
    ),
    "only fast, eighteen kilometres": Told(
        frozenset({Cause.VOLUME}), _only_fast, ROLLING, FLAT, {Asked.SPACING: Answer.EASY_DAY}
    ),
    "strides, and nothing hard": Told(
        frozenset({Cause.TRUE, Cause.STRIDES}),
        _never_hard,
        ROLLING,
        ((98, 10_000, 2890), (5, 10_000, 2893)),
        {Asked.WORKOUT: Answer.NEVER},
    ),
    "squats on Wednesday, the track on Thursday": Told(
        frozenset({Cause.SCHEDULING}), _thursdays, wakes(heavy=0.12), FLAT, strength=(2,)
    ),
    "eight weeks in a new job": Told(
        frozenset({Cause.LIFE_STRESS}),
        _new_job,
        since(56, wakes(sleep=6.1, stress=0.32, heavy=0.12), ROLLING),
        FLAT,
        {Asked.LIFE: Answer.HEAVY},
    ),
    "a plan from somewhere, forty to seventy-five": Told(
        frozenset({Cause.OVERCOOKED}),
        _growing_fast,
        since(18, wakes(heavy=0.45, pulse=55), wakes(heavy=0.07, pulse=51)),
        ((90, 21_097.5, 6000), (7, 21_097.5, 6130)),
        goal=RaceDistance.MARATHON,
    ),
    "like clockwork": Told(
        frozenset({Cause.NO_CYCLES}), _clockwork, ROLLING, FLAT, {Asked.BREAK: Answer.NEVER}
    ),
    "faster on fewer kilometres": Told(
        frozenset(),
        lambda n, monday, dice: sound(n, monday, dice)[:3],
        ROLLING,
        ((80, 10_000, 2900), (8, 10_000, 2800)),
    ),
    "seven weeks between": Told(
        frozenset(),
        each(lambda run, _: replace(run, key="", reps_planned=None, reps_done=None)),
        ROLLING,
        ((55, 10_000, 2870), (6, 10_000, 2872)),
        weeks=7,
    ),
    "back from five weeks off": Told(
        frozenset(), _five_weeks_off, ROLLING, ((95, 10_000, 2800), (5, 10_000, 2890))
    ),
}


def person(name: str, seed: int) -> Case:
    """The case of one of them, with a few runs and ratings forgotten."""
    who, dice = PEOPLE[name], random.Random(f"{name} {seed}")
    numbers = range(WEEKS - who.weeks, WEEKS)
    weeks = [who.week(n, MONDAY + timedelta(weeks=n), dice) for n in numbers]
    runs = [r for week in weeks for r in week if r.on < TODAY and dice.random() > who.forgets]
    mornings = [who.morning(ago, TODAY - timedelta(days=ago), dice) for ago in range(59, -1, -1)]
    return Case(
        athlete=_athlete(who, runs, dice),
        log=Log(tuple(sorted(runs, key=lambda run: run.on))),
        today=TODAY,
        library=library(),
        meant=table().meant,
        checkins=tuple(morning for morning in mornings if morning is not None),
        strength=tuple(_on(MONDAY + timedelta(weeks=n), d) for n in numbers for d in who.strength),
        heat={TODAY - timedelta(days=ago): 28.0 for ago in who.hot},
    )


def _athlete(who: Told, runs: list[Activity], dice: Dice) -> Athlete:
    metres = sum(r.distance.metres if r.distance else 0.0 for r in runs) / who.weeks
    races = ()
    if who.target:
        on = TODAY + timedelta(weeks=7)
        races = (Race(on, who.goal.distance, target=Duration(who.target)),)
    return Athlete(
        level=Level.INTERMEDIATE,
        days=(0, 1, 2, 3, 4, 5, 6),
        long_day=6,
        usual=UsualWeek(4, Distance(metres or 30_000), Distance.of_km(14)),
        started=TODAY - timedelta(weeks=who.weeks),
        goal=who.goal,
        races=races,
        results=tuple(
            Result(Distance(far), Duration(time + dice.gauss(0, 2)), TODAY - timedelta(days=ago))
            for ago, far, time in who.results
        ),
        birth_year=who.born,
    )
