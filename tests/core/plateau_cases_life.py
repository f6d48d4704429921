"""Made-up athletes who stand still for a known reason: sixteen weeks from a seed and habits."""

from __future__ import annotations

import random  # noqa: TID251 - seeded, for made-up people in tests
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from core.activity import Activity, Done, Evenness, Log
from core.athlete import Athlete, Level, Race, RaceDistance, Result, ResultKind, UsualWeek
from core.checkin import CheckIn
from core.fitness import race_time
from core.plateau import Answer, Asked, Case
from core.units import Distance, Duration, HeartRate
from core.workout import Focus
from tests.core.judgement import library, table

TODAY = date(2026, 11, 26)
WEEKS = 16
WEEK_KM = {
    RaceDistance.FIVE_K: 24,
    RaceDistance.TEN_K: 30,
    RaceDistance.HALF: 38,
    RaceDistance.MARATHON: 48,
}
LONG_KM = {
    RaceDistance.FIVE_K: 10,
    RaceDistance.TEN_K: 14,
    RaceDistance.HALF: 17,
    RaceDistance.MARATHON: 26,
}
LEVELS = {Level.BEGINNER: 0.7, Level.INTERMEDIATE: 1.0, Level.ADVANCED: 1.3}
HARD = (
    ("800s-5k", Focus.VO2MAX, 55, 6),
    ("400s-5k", Focus.VO2MAX, 52, 10),
    ("1ks-5k", Focus.VO2MAX, 58, 5),
    ("3min-5k", Focus.VO2MAX, 50, 5),
    ("tempo", Focus.THRESHOLD, 50, 0),
    ("cruise-1k", Focus.THRESHOLD, 56, 5),
    ("cruise-5min", Focus.THRESHOLD, 54, 4),
    ("progression", Focus.THRESHOLD, 48, 0),
    ("200s-mile", Focus.SPEED, 46, 8),
    ("hill-30s", Focus.ECONOMY, 50, 8),
)
DULL = tuple(row for row in HARD if row[0] in {"tempo", "cruise-1k", "cruise-5min", "progression"})
EASY_KEYS = ("easy", "easy", "easy-strides", "easy")


@dataclass(frozen=True)
class Habits:
    """What this person does; the numbers of a sound runner are the defaults."""

    gain: float = 0.0
    volume: float = 1.3
    long: float = 1.15
    same: float = 0.0
    down_every: int = 4
    growth: float = 0.0
    easy_over: float = 0.0
    easy_over_late: float = 0.0
    hard_over: float = 0.0
    fade: float = 0.05
    heavy: float = 0.06
    heavy_late: float | None = None
    pulse_up: float = 0.0
    stress: float = 0.04
    sleep: float = 7.4
    lost: float = 0.03
    after_heavy: float = 0.0
    after_long: float = 0.0
    target_ahead: float | None = None
    hard_days: int | None = None
    days: int | None = None
    quick: bool = True
    forgets: float = 0.0
    unrated: float = 0.0
    mornings: float = 0.8
    weeks: int = WEEKS
    minutes_only: bool = False
    keyless: bool = False
    answers: Mapping[Asked, Answer] = field(default_factory=dict)


SOUND_ANSWERS = {
    Asked.WORKOUT: Answer.VARIES,
    Asked.EASY: Answer.ALWAYS,
    Asked.LIFE: Answer.CALM,
    Asked.LEGS: Answer.FRESH,
    Asked.STRENGTH: Answer.TWICE_A_WEEK,
    Asked.LATE: Answer.BREATH,
    Asked.PACES: Answer.RACE,
    Asked.FUEL: Answer.WELL_FED,
    Asked.SPACING: Answer.EASY_DAY,
    Asked.BREAK: Answer.THIS_MONTH,
    Asked.STRIDES: Answer.WEEKLY,
}


def would_answer(habits: Habits, asked: Asked) -> Answer:
    """What this person taps when asked."""
    return habits.answers.get(asked, SOUND_ANSWERS[asked])


@dataclass
class Person:
    """Who the seed makes: level, goal, fitness, usual week."""

    dice: random.Random
    habits: Habits
    goal: RaceDistance
    level: Level
    vdot: float
    days: tuple[int, ...]
    long_day: int
    hard_days: tuple[int, ...]

    @property
    def week_km(self) -> float:
        return WEEK_KM[self.goal] * LEVELS[self.level] * self.habits.volume

    @property
    def long_km(self) -> float:
        return min(LONG_KM[self.goal] * LEVELS[self.level] * self.habits.long, self.week_km * 0.5)

    @property
    def easy_pace(self) -> float:
        """Seconds a kilometre."""
        return 15_500 / self.vdot


def person(seed: int, habits: Habits) -> Person:
    dice = random.Random(seed)
    goal = dice.choice(list(RaceDistance))
    level = dice.choices([Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED], [1, 5, 3])[0]
    vdot = {"beginner": 34.0, "intermediate": 42.0, "advanced": 50.0}[level] + dice.uniform(-4, 4)
    count = habits.days or dice.choice([4, 4, 5, 5, 6])
    long_day = dice.choice([5, 6, 6, 0])
    # the day before and after the long run stay easy or free
    others = [(long_day + n) % 7 for n in range(1, 7)]
    hard_at = [(long_day + 2) % 7, (long_day + 4) % 7]
    if habits.after_long > dice.random():
        hard_at = [(long_day + 1) % 7, (long_day + 4) % 7]
    wanted = habits.hard_days or dice.choice([1, 2] if count > 4 else [1])
    hard = tuple(hard_at[:wanted])
    if habits.hard_days and habits.hard_days > 2:
        hard = tuple((long_day + n) % 7 for n in (2, 3, 5, 6)[: habits.hard_days])
    rest = [d for d in others if d not in hard]
    dice.shuffle(rest)
    days = tuple(sorted({long_day, *hard, *rest[: max(0, count - 1 - len(hard))]}))
    return Person(dice, habits, goal, level, vdot, days, long_day, hard)


def life(seed: int, habits: Habits) -> Case:
    """The case of one seed: log, mornings, results, target."""
    who = person(seed, habits)
    runs = [a for n in range(habits.weeks) for a in _week(who, n)]
    runs = [a for a in runs if a.on < TODAY or (a.on == TODAY and who.dice.random() < 0.5)]
    strength = tuple(
        a.on - timedelta(days=1)
        for a in runs
        if a.hard and a.ran and who.dice.random() < habits.after_heavy
    )
    results = _results(who)
    athlete = Athlete(
        level=who.level,
        days=who.days,
        long_day=who.long_day,
        usual=UsualWeek(len(who.days), Distance.of_km(who.week_km), Distance.of_km(who.long_km)),
        started=TODAY - timedelta(weeks=habits.weeks),
        goal=who.goal,
        races=_races(who),
        results=results,
        birth_year=who.dice.choice([None, 1970, 1985, 1995]),
    )
    return Case(
        athlete=athlete,
        log=Log(tuple(sorted(runs, key=lambda a: a.on))),
        today=TODAY,
        library=library(),
        meant=table().meant,
        checkins=_mornings(who),
        strength=strength,
    )


def _races(who: Person) -> tuple[Race, ...]:
    ahead = who.habits.target_ahead
    if ahead is None:
        return ()
    target = race_time(who.vdot + ahead, who.goal.distance)
    return (
        Race(TODAY + timedelta(weeks=who.dice.randint(5, 16)), who.goal.distance, target=target),
    )


def _results(who: Person) -> tuple[Result, ...]:
    """Two or three efforts, at distances that compare, each a little off what one is worth."""
    new = who.dice.randint(1, 20)
    old = new + who.dice.randint(58, 115)
    shorter = {"5k": 5000.0, "10k": 5000.0, "half": 10000.0, "marathon": 21097.5}
    metres = who.dice.choice([shorter[who.goal.value], who.goal.distance.metres])
    other = metres if who.dice.random() < 0.7 else shorter[who.goal.value]
    days = [old, new] if who.dice.random() < 0.6 else [old, (old + new) // 2, new]
    found = []
    for ago in days:
        share = (old - ago) / max(1, old - new)
        worth = who.vdot - who.habits.gain * (1 - share) + who.dice.uniform(-0.3, 0.3)
        distance = Distance(metres if ago == new else other)
        kind = who.dice.choice(list(ResultKind))
        found.append(
            Result(distance, race_time(worth, distance), TODAY - timedelta(days=ago), kind)
        )
    return tuple(found)


def _week(who: Person, number: int) -> list[Activity]:
    """One week of runs; number 0 is the oldest."""
    habits, dice = who.habits, who.dice
    monday = TODAY - timedelta(days=TODAY.weekday() + 7 * (habits.weeks - 1 - number))
    left = habits.weeks - number
    size = 1 + (habits.growth * max(0, 6 - left) / 5 if left <= 6 else 0)
    down = habits.down_every and number % habits.down_every == habits.down_every - 1
    size *= (0.72 if down else 1.0) * dice.gauss(1, 0.05)
    late = left <= 4
    easy_km = max(
        3.0,
        (who.week_km - who.long_km - min(9.0, 0.4 * who.week_km) * len(who.hard_days))
        / max(1, len(who.days) - 1 - len(who.hard_days)),
    )
    runs = []
    for place in range(7):
        on = monday + timedelta(days=place)
        weekday = on.weekday()
        if weekday not in who.days or dice.random() < habits.forgets:
            continue
        if dice.random() < habits.lost:
            runs.append(Activity(on, Done.NOT_RUN))
        elif weekday in who.hard_days and not (
            down and weekday == who.hard_days[-1] and len(who.hard_days) > 1
        ):
            runs.append(_hard(who, on, number, size))
        else:
            long = weekday == who.long_day
            km = (who.long_km if long else easy_km * dice.gauss(1, 0.12)) * size
            runs.append(_easy(who, on, km, long=long, late=late))
    return runs


def _hard(who: Person, on: date, number: int, size: float) -> Activity:
    habits, dice = who.habits, who.dice
    pool = HARD if habits.quick else DULL
    turn = who.hard_days.index(on.weekday())
    pick = pool[(number // 2 + 3 * turn) % len(pool)]
    if turn == 0 and dice.random() < habits.same:
        pick = pool[0]
    key, focus, minutes, reps = pick
    grown = (number % 2) * (0 if turn == 0 and habits.same else 1) if reps else 0
    fits = min(1.0, 0.4 * who.week_km * who.easy_pace / 60 / minutes)
    time = minutes * fits * min(1.1, size) * dice.gauss(1, 0.02)
    faded = dice.random() < habits.fade
    rpe = round(table().meant[focus] + habits.hard_over + dice.gauss(0, 0.5))
    planned = reps + grown if reps else None
    done = planned - dice.choice([0, 1, 2]) if planned and faded else planned
    evenness = Evenness.FADED if faded else dice.choice([Evenness.EVEN, None])
    return Activity(
        on,
        distance=None if habits.minutes_only else Distance(time * 60_000 / (who.easy_pace * 0.92)),
        time=Duration.of_minutes(round(time)),
        rpe=None if dice.random() < habits.unrated else max(1, min(10, rpe)),
        focus=focus,
        key="" if habits.keyless else key,
        hard=True,
        reps_done=done,
        reps_planned=planned,
        evenness=evenness,
    )


def _easy(who: Person, on: date, km: float, *, long: bool, late: bool) -> Activity:
    habits, dice = who.habits, who.dice
    focus = Focus.LONG if long else Focus.EASY
    over = habits.easy_over + (habits.easy_over_late if late else 0.0)
    rpe = round(table().meant[focus] + over + dice.gauss(0, 0.5))
    pool = EASY_KEYS if habits.quick else ("easy",)
    pace = who.easy_pace * dice.gauss(1, 0.02)
    return Activity(
        on,
        distance=None if habits.minutes_only else Distance.of_km(km),
        time=Duration.of_minutes(round(km * pace / 60)),
        rpe=None if dice.random() < habits.unrated else max(1, min(10, rpe)),
        focus=focus,
        key="" if habits.keyless else "long" if long else dice.choice(pool),
    )


def _mornings(who: Person) -> tuple[CheckIn, ...]:
    habits, dice = who.habits, who.dice
    usual = dice.randint(46, 60)
    found = []
    for ago in range(min(59, 7 * habits.weeks), -1, -1):
        if dice.random() >= habits.mornings:
            continue
        recent = ago < 18
        heavy = habits.heavy
        if recent and habits.heavy_late is not None:
            heavy = habits.heavy_late
        legs = dice.choice([2, 2, 1]) if dice.random() < heavy else dice.choice([3, 4, 4, 5])
        shift = habits.pulse_up if recent else 0.0
        found.append(
            CheckIn(
                TODAY - timedelta(days=ago),
                legs=legs,
                sleep=Duration.of_hours(round(max(4.0, dice.gauss(habits.sleep, 0.6)) * 4) / 4),
                pulse=HeartRate(round(usual + shift + dice.gauss(0, 1.8))),
                stress=dice.random() < habits.stress,
            )
        )
    return tuple(found)


def with_gaps(habits: Habits, seed: int) -> Habits:
    """The same habits, told worse: some runs forgotten, unrated, without kilometres or mornings."""
    dice = random.Random(seed * 7 + 1)
    return replace(
        habits,
        forgets=dice.choice([0.0, 0.0, 0.1, 0.2]),
        unrated=dice.choice([0.0, 0.1, 0.3, 0.5]),
        minutes_only=dice.random() < 0.35,
        mornings=dice.choice([0.8, 0.95, 0.6, 0.45]),
    )
