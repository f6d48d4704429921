"""More athletes, written otherwise than the first ones and, at first, held out.

Each is a week as a coach would jot it down, repeated with small changes; the log is told in one of
three ways: by recipe and minutes, by kilometres without recipes, or by minutes and effort alone.
"""

from __future__ import annotations

import random  # noqa: TID251 - seeded, for made-up people in tests
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from core.activity import Activity, Evenness, Log
from core.athlete import Athlete, Level, Race, RaceDistance, Result, ResultKind, UsualWeek
from core.checkin import CheckIn
from core.plateau import Answer, Asked, Case, Cause
from core.units import Distance, Duration, HeartRate
from core.workout import Focus
from tests.core.judgement import library, table

TODAY = date(2026, 6, 17)
EASY, LONG = ("easy", Focus.EASY), ("long", Focus.LONG)
TEMPO, CRUISE, MILES = (
    ("tempo", Focus.THRESHOLD),
    ("cruise-1k", Focus.THRESHOLD),
    ("cruise-mile", Focus.THRESHOLD),
)
EIGHTS, KS, THREES = (
    ("800s-5k", Focus.VO2MAX),
    ("1ks-5k", Focus.VO2MAX),
    ("3min-5k", Focus.VO2MAX),
)
TWOS, HILLS, STRIDES = (
    ("200s-mile", Focus.SPEED),
    ("hill-30s", Focus.ECONOMY),
    ("easy-strides", Focus.EASY),
)
VARIED = (EIGHTS, TEMPO, HILLS, KS, CRUISE, TWOS, THREES, MILES)
Kind = tuple[str, Focus]


@dataclass(frozen=True)
class Run:
    """One line of the week: weekday, what, minutes, RPE, reps (0 none), how it ended."""

    weekday: int
    kind: Kind
    minutes: float
    rpe: float
    reps: int = 0
    lost: float = 0.0


Week = Callable[[int], tuple[Run, ...]]
"""The runs of the so-many-th week, 0 the oldest."""


@dataclass(frozen=True)
class Jotted:
    """One athlete as jotted down."""

    week: Week
    right: frozenset[Cause]
    places: int = 1
    plateau: bool = True
    goal: RaceDistance = RaceDistance.TEN_K
    results: tuple[tuple[int, float, str], ...] = ((84, 10_000, "48:00"), (6, 10_000, "48:10"))
    legs: Callable[[int, random.Random], int] | None = None
    pulse: Callable[[int], float] = lambda _: 52
    sleep: float = 7.5
    stress: float = 0.05
    target: str = ""
    weeks: int = 16
    gap: tuple[int, int] | None = None
    hot: tuple[int, ...] = ()
    odd: tuple[int, ...] = ()
    birth_year: int | None = None
    answers: Mapping[Asked, Answer] = field(default_factory=dict)
    strength: tuple[int, ...] = ()


def wave(number: int) -> float:
    return 0.74 if number % 4 == 3 else 1.0


def sound(number: int) -> tuple[Run, ...]:
    """A good week: varied, easy days easy, every fourth lighter."""
    size, kind = wave(number), VARIED[number % len(VARIED)]
    return (
        Run(1, kind, 55 * size, table().meant[kind[1]], 6 if kind in {EIGHTS, KS} else 0),
        Run(2, STRIDES, 45 * size, 3),
        Run(4, EASY, 50 * size, 3),
        Run(6, LONG, 95 * size, 4),
    )


def flat(number: int) -> tuple[Run, ...]:
    kind = VARIED[number % len(VARIED)]
    return (
        Run(1, kind, 55, table().meant[kind[1]]),
        Run(3, STRIDES, 45, 3),
        Run(4, EASY, 45, 3),
        Run(6, LONG, 90, 4),
    )


def always_eights(number: int) -> tuple[Run, ...]:
    return (
        Run(1, EIGHTS, 55, 8, 6),
        Run(3, EASY, 45, 3),
        Run(5, EASY, 35, 3),
        Run(6, LONG, 90 * wave(number), 4),
    )


def tempo_forever(number: int) -> tuple[Run, ...]:
    second = VARIED[(number + 3) % len(VARIED)]
    return (
        Run(1, TEMPO, 50, 7),
        Run(3, second, 50 * wave(number), table().meant[second[1]]),
        Run(4, STRIDES, 45 * wave(number), 3),
        Run(6, LONG, 95 * wave(number), 4),
    )


def too_much(number: int) -> tuple[Run, ...]:
    late = max(0, number - 10)
    size, up = 1 + 0.05 * late, 0.35 * late
    return (
        Run(0, EASY, 50 * size, 3 + up),
        Run(1, VARIED[number % 8], 60 * size, 8 + up / 3, 0, 0.3),
        Run(2, EASY, 55 * size, 3 + up),
        Run(3, VARIED[(number + 3) % 8], 60 * size, 8 + up / 3, 0, 0.3),
        Run(4, EASY, 50 * size, 3 + up),
        Run(5, VARIED[(number + 5) % 8], 50 * size, 8),
        Run(6, LONG, 110 * size, 5 + up / 2),
    )


def little(number: int) -> tuple[Run, ...]:
    kind = VARIED[number % len(VARIED)]
    size = wave(number)
    return (
        Run(1, kind, 32 * size, table().meant[kind[1]]),
        Run(4, STRIDES, 30 * size, 3),
        Run(6, EASY, 35 * size, 3),
    )


def all_alike(number: int) -> tuple[Run, ...]:
    kind, size = VARIED[number % len(VARIED)], wave(number)
    runs = tuple(Run(d, EASY, 45 * size, 3) for d in (0, 2, 4, 5))
    return (*runs, Run(1, kind, 50 * size, table().meant[kind[1]]), Run(6, STRIDES, 45 * size, 3))


def medium(number: int) -> tuple[Run, ...]:
    size = wave(number)
    return (
        Run(0, EASY, 45 * size, 5.2),
        Run(1, VARIED[number % 8], 50 * size, 6.2),
        Run(3, EASY, 50 * size, 5.4),
        Run(4, VARIED[(number + 3) % 8], 50 * size, 6.1),
        Run(6, LONG, 90 * size, 6),
    )


def wished(number: int) -> tuple[Run, ...]:
    size = wave(number)
    return (
        Run(1, (EIGHTS, KS, CRUISE)[number % 3], 55 * size, 9.2, 6, 0.6),
        Run(3, EASY, 50 * size, 3),
        Run(4, STRIDES, 45 * size, 3),
        Run(6, LONG, 95 * size, 4),
    )


def monday_after(number: int) -> tuple[Run, ...]:
    size = wave(number)
    return (
        Run(0, VARIED[number % 8], 55 * size, 8),
        Run(2, EASY, 45 * size, 3),
        Run(4, STRIDES, 45 * size, 3),
        Run(6, LONG, 100 * size, 4),
    )


def leaden(number: int) -> tuple[Run, ...]:
    return tuple(replace(r, rpe=r.rpe + 1) for r in sound(number))


def no_quick(number: int) -> tuple[Run, ...]:
    size = wave(number)
    return (
        Run(1, (TEMPO, CRUISE, MILES)[number // 2 % 3], 50 * size, 7),
        Run(3, EASY, 50 * size, 3),
        Run(4, EASY, 50 * size, 3),
        Run(6, LONG, 95 * size, 4),
    )


def plus(one: Week, change: Callable[[Run], Run]) -> Week:
    return lambda number: tuple(change(r) for r in one(number))


def tired_late(ago: int, dice: random.Random) -> int:
    return 2 if dice.random() < (0.6 if ago < 16 else 0.1) else 4


def tired_always(_: int, dice: random.Random) -> int:
    return 2 if dice.random() < 0.62 else 3


def fresh(_: int, dice: random.Random) -> int:
    return dice.choice([3, 4, 4, 5])


MISSING = frozenset({Cause.VOLUME, Cause.LONG_RUN, Cause.STRENGTH, Cause.STRIDES, Cause.FORM})

JOTTED: Mapping[str, Jotted] = {
    "six eights every Tuesday": Jotted(always_eights, frozenset({Cause.REPEAT})),
    "the same tempo beside all else": Jotted(tempo_forever, frozenset({Cause.REPEAT})),
    "seven days and four hard": Jotted(
        too_much,
        frozenset({Cause.OVERCOOKED}),
        legs=tired_late,
        pulse=lambda ago: 57 if ago < 16 else 52,
        results=((80, 10_000, "43:00"), (5, 10_000, "44:05")),
    ),
    "three short runs": Jotted(little, frozenset({Cause.VOLUME, Cause.LONG_RUN})),
    "three short runs for a half": Jotted(
        little, frozenset({Cause.VOLUME, Cause.LONG_RUN}), goal=RaceDistance.HALF
    ),
    "six runs alike": Jotted(all_alike, frozenset({Cause.LONG_RUN}), goal=RaceDistance.HALF),
    "a hard life": Jotted(sound, frozenset({Cause.LIFE_STRESS}), legs=fresh, sleep=5.9, stress=0.5),
    "all in the middle": Jotted(medium, frozenset({Cause.MEDIUM})),
    "all in the middle, mornings fine": Jotted(medium, frozenset({Cause.MEDIUM}), legs=fresh),
    "a 42 minute dream": Jotted(wished, frozenset({Cause.WISHES}), target="42:00"),
    "long Sunday, hard Monday": Jotted(monday_after, frozenset({Cause.SCHEDULING})),
    "squats on Monday, reps on Tuesday": Jotted(
        sound, frozenset({Cause.SCHEDULING}), strength=(0,)
    ),
    "leaden whatever the week": Jotted(leaden, frozenset({Cause.UNDERFUELLED}), legs=tired_always),
    "sixteen weeks alike": Jotted(flat, frozenset({Cause.NO_CYCLES})),
    "all done well": Jotted(sound, frozenset({Cause.TRUE}), legs=fresh),
    "all done well, half marathon": Jotted(
        sound,
        frozenset({Cause.TRUE, Cause.VOLUME}),
        goal=RaceDistance.HALF,
        results=((90, 21_097.5, "1:46:00"), (8, 21_097.5, "1:46:30")),
    ),
    # told without names, three threshold sessions of one length look like one
    "never quick": Jotted(no_quick, frozenset({Cause.STRIDES, Cause.REPEAT})),
    "never strong": Jotted(
        sound, frozenset({Cause.STRENGTH}), answers={Asked.STRENGTH: Answer.NEVER}
    ),
    "form goes": Jotted(sound, frozenset({Cause.FORM}), answers={Asked.LATE: Answer.FORM}),
    "eights, and all in the middle": Jotted(
        plus(always_eights, lambda r: replace(r, rpe=5.3 if r.kind in {EASY, LONG} else 6.5)),
        frozenset({Cause.REPEAT, Cause.MEDIUM}),
        places=2,
    ),
    "much, and hard after long": Jotted(
        plus(too_much, lambda r: replace(r, weekday=0) if r.weekday == 1 else r),
        frozenset({Cause.OVERCOOKED}),
        places=2,
        legs=tired_late,
    ),
    "little, and never strong": Jotted(
        little,
        frozenset({Cause.VOLUME, Cause.LONG_RUN}),
        places=2,
        answers={Asked.STRENGTH: Answer.NEVER},
    ),
    "a hard life on top of much": Jotted(
        too_much,
        frozenset({Cause.OVERCOOKED, Cause.LIFE_STRESS}),
        places=2,
        legs=tired_late,
        sleep=6.0,
        stress=0.4,
    ),
    "faster by two minutes": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((84, 10_000, "50:00"), (6, 10_000, "48:00")),
    ),
    "faster over another distance": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((84, 5_000, "24:00"), (6, 10_000, "48:00")),
    ),
    "one result only": Jotted(
        sound, frozenset(), plateau=False, results=((6, 10_000, "48:00"),), weeks=3
    ),
    "two results, six weeks apart": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((48, 10_000, "48:00"), (6, 10_000, "48:00")),
        weeks=5,
    ),
    "back after five weeks": Jotted(
        lambda n: (
            sound(n) if n < 6 else plus(sound, lambda r: replace(r, minutes=r.minutes * 0.6))(n)
        ),
        frozenset(),
        plateau=False,
        results=((100, 10_000, "47:00"), (4, 10_000, "48:30")),
        gap=(70, 35),
    ),
    "the second one in the heat": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((84, 10_000, "48:00"), (6, 10_000, "48:40")),
        hot=(6,),
        weeks=6,
    ),
    "the second one was no measure": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((84, 10_000, "48:00"), (30, 10_000, "46:20"), (6, 10_000, "49:30")),
        odd=(6,),
    ),
    "fifty-eight and faster": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((90, 5_000, "24:30"), (10, 5_000, "23:40")),
        birth_year=1968,
    ),
}

QUIET = {"easy", "long", "easy-strides"}


def rated(one: Week, easy: float, hard: float, lost: float = 0.0) -> Week:
    """The same weeks at another effort, and sets that end early so often."""

    def change(run: Run) -> Run:
        if run.kind[0] in QUIET:
            return replace(run, rpe=easy)
        return replace(run, rpe=hard, lost=lost, reps=6 if lost else run.reps)

    return plus(one, change)


def not_every(number: int) -> tuple[Run, ...]:
    """Six eights in nine weeks of eleven."""
    hard = Run(1, TEMPO, 55, 7) if number % 6 == 2 else Run(1, EIGHTS, 55, 8, 6)
    return (hard, *always_eights(number)[1:])


def in_threes(number: int) -> tuple[Run, ...]:
    """A session for three weeks, a rep more each time, then another: as plans are."""
    kind = VARIED[number // 3 % 8]
    return (Run(1, kind, 55 * wave(number), 8, 5 + number % 3), *sound(number)[1:])


def steady_weeks(number: int) -> tuple[Run, ...]:
    """Good weeks of one size."""
    kind = VARIED[number % 8]
    return (Run(1, kind, 55, table().meant[kind[1]]), *sound(0)[1:])


def fewer_days(number: int) -> tuple[Run, ...]:
    """Every fourth week two runs instead of four."""
    runs = steady_weeks(number)
    return runs[1:3] if number % 4 == 3 else runs


def no_hard_day(number: int) -> tuple[Run, ...]:
    """Every fourth week nothing hard, and as many minutes."""
    hard, *others = steady_weeks(number)
    return (replace(hard, kind=EASY, rpe=3) if number % 4 == 3 else hard, *others)


def marathon_without_long(number: int) -> tuple[Run, ...]:
    size = wave(number)
    return (
        Run(1, VARIED[number % 8], 55 * size, 8),
        Run(3, EASY, 60 * size, 3),
        Run(4, STRIDES, 60 * size, 3),
        Run(6, LONG, 75 * size, 4),
    )


SLOWER = ((80, 10_000.0, "43:00"), (5, 10_000.0, "44:05"))

MORE: Mapping[str, Jotted] = {
    "much, and nobody asked in the morning": Jotted(
        too_much, frozenset({Cause.OVERCOOKED}), results=SLOWER
    ),
    "no more than ever, and flattened": Jotted(
        flat,
        frozenset({Cause.OVERCOOKED}),
        legs=tired_late,
        pulse=lambda ago: 57 if ago < 16 else 52,
        results=SLOWER,
    ),
    "short nights": Jotted(sound, frozenset({Cause.LIFE_STRESS}), legs=fresh, sleep=5.9),
    "short nights, weeks alike": Jotted(
        flat, frozenset({Cause.LIFE_STRESS}), legs=fresh, sleep=6.0
    ),
    "worries, weeks alike": Jotted(flat, frozenset({Cause.LIFE_STRESS}), legs=fresh, stress=0.4),
    "the middle, weeks alike": Jotted(rated(flat, 5, 6), frozenset({Cause.MEDIUM})),
    "easy days creep": Jotted(rated(sound, 5.2, 7.5), frozenset({Cause.MEDIUM})),
    "a dream, weeks alike": Jotted(
        rated(flat, 3, 9.3, 0.6), frozenset({Cause.WISHES}), target="42:30"
    ),
    "leaden, weeks alike": Jotted(
        rated(flat, 4.2, 8.8), frozenset({Cause.UNDERFUELLED}), legs=tired_always
    ),
    "nine weeks of eleven": Jotted(not_every, frozenset({Cause.REPEAT})),
    "three weeks of a session, then another": Jotted(in_threes, frozenset({Cause.TRUE})),
    "three short runs for a 5K": Jotted(
        little,
        frozenset({Cause.VOLUME, Cause.LONG_RUN}),
        goal=RaceDistance.FIVE_K,
        results=((84, 5_000, "24:00"), (6, 5_000, "24:05")),
    ),
    "a marathon without long runs": Jotted(
        marathon_without_long,
        frozenset({Cause.LONG_RUN, Cause.VOLUME}),
        goal=RaceDistance.MARATHON,
        results=((84, 21_097.5, "1:46:00"), (6, 21_097.5, "1:46:20")),
    ),
    "fewer days every fourth week": Jotted(fewer_days, frozenset({Cause.TRUE}), legs=fresh),
    "nothing hard every fourth week": Jotted(no_hard_day, frozenset({Cause.TRUE}), legs=fresh),
    "sets that end early": Jotted(
        rated(sound, 3, 7.5, 0.75), frozenset({Cause.FADING}), legs=fresh
    ),
    "a half and then a 10K": Jotted(
        sound,
        frozenset({Cause.TRUE}),
        legs=fresh,
        results=((80, 21_097.5, "1:46:00"), (6, 10_000, "48:00")),
    ),
    "a minute every two months": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((110, 10_000, "50:00"), (60, 10_000, "49:00"), (5, 10_000, "47:50")),
    ),
    "new here, and faster": Jotted(
        sound,
        frozenset(),
        plateau=False,
        results=((120, 5_000, "25:00"), (10, 5_000, "24:00")),
        weeks=2,
    ),
}
ALL: Mapping[str, Jotted] = {**JOTTED, **MORE}


def jotted(name: str, seed: int) -> Case:
    """The case of one athlete, told one of three ways, with a few runs and ratings missing."""
    who, dice = ALL[name], random.Random(f"{name} {seed}")
    style = dice.choice(["recipes", "kilometres", "efforts"])
    forgets, unrated = dice.choice([0.0, 0.05, 0.1]), dice.choice([0.0, 0.1, 0.2])
    runs = []
    first = TODAY - timedelta(days=TODAY.weekday() + 7 * (who.weeks - 1))
    for number in range(who.weeks):
        for run in who.week(16 - who.weeks + number):
            on = first + timedelta(days=7 * number + run.weekday)
            ago = (TODAY - on).days
            away = who.gap is not None and who.gap[1] < ago < who.gap[0]
            if ago >= 0 and not away and dice.random() >= forgets:
                runs.append(_activity(run, on, style, dice, unrated))
    return Case(
        athlete=_athlete(who),
        log=Log(tuple(sorted(runs, key=lambda a: a.on))),
        today=TODAY,
        library=library(),
        meant=table().meant,
        checkins=_mornings(who, dice),
        answers=dict(who.answers),
        strength=_strength(who, first),
        heat={TODAY - timedelta(days=ago): 28.0 for ago in who.hot},
    )


def _activity(run: Run, on: date, style: str, dice: random.Random, unrated: float) -> Activity:
    key, focus = run.kind
    minutes = run.minutes * dice.uniform(0.96, 1.04)
    hard = focus not in {Focus.EASY, Focus.LONG}
    lost = dice.random() < run.lost
    rpe = None if dice.random() < unrated else max(1, min(10, round(run.rpe + dice.gauss(0, 0.35))))
    pace = 5.0 if hard else 6.0
    return Activity(
        on,
        distance=Distance.of_km(minutes / pace) if style == "kilometres" else None,
        time=Duration.of_minutes(round(minutes)),
        rpe=rpe,
        focus=Focus.EASY if style == "efforts" else focus,
        key=key if style != "kilometres" else "",
        hard=hard and style != "efforts",
        reps_planned=run.reps or None,
        reps_done=(run.reps - lost) or None if run.reps else None,
        evenness=Evenness.FADED if lost else None,
    )


def _athlete(who: Jotted) -> Athlete:
    results = tuple(
        Result(
            Distance(metres),
            _time(time),
            TODAY - timedelta(days=ago),
            ResultKind.RACE,
            representative=ago not in who.odd,
        )
        for ago, metres, time in who.results
    )
    races = ()
    if who.target:
        on = TODAY + timedelta(weeks=9)
        races = (Race(on, who.goal.distance, target=_time(who.target)),)
    return Athlete(
        level=Level.INTERMEDIATE,
        days=(0, 1, 2, 3, 4, 5, 6),
        long_day=6,
        usual=UsualWeek(4, Distance.of_km(35), Distance.of_km(14)),
        started=TODAY - timedelta(weeks=who.weeks),
        goal=who.goal,
        races=races,
        results=results,
        birth_year=who.birth_year,
    )


def _time(text: str) -> Duration:
    parts = [int(part) for part in text.split(":")]
    return Duration(sum(part * 60**place for place, part in enumerate(reversed(parts))))


def _mornings(who: Jotted, dice: random.Random) -> tuple[CheckIn, ...]:
    if who.legs is None:
        return ()
    return tuple(
        CheckIn(
            TODAY - timedelta(days=ago),
            legs=who.legs(ago, dice),
            sleep=Duration.of_hours(round(dice.gauss(who.sleep, 0.5) * 4) / 4),
            pulse=HeartRate(round(who.pulse(ago) + dice.gauss(0, 1.8))),
            stress=dice.random() < who.stress,
        )
        for ago in range(55, -1, -1)
        if dice.random() < 0.85
    )


def _strength(who: Jotted, first: date) -> tuple[date, ...]:
    return tuple(
        first + timedelta(days=7 * number + weekday)
        for number in range(who.weeks)
        for weekday in who.strength
    )
