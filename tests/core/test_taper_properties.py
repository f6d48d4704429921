"""Every goal's taper: four distances, three levels, six weeks' patterns, seven days of the race."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activity import Activity, Done, Log
from core.athlete import Athlete, Level, Priority, Race, RaceDistance, Result, UsualWeek
from core.paces import pace_of
from core.raceday import Stage, curve
from core.taper import Taper, big_week, kept
from core.units import Distance, Duration
from core.workout import Effort
from tests.core.season_case import DAY, SHAPES, Case, case_of

TODAY = date(2026, 11, 26)
MONDAY = date(2027, 5, 3)
PATTERNS = {
    Level.BEGINNER: ((1, 3, 6), (1, 3, 5, 6)),
    Level.INTERMEDIATE: ((0, 2, 4, 5), (1, 2, 3, 4, 6)),
    Level.ADVANCED: ((1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4, 5, 6)),
}
WEEK_KM = {Level.BEGINNER: 28, Level.INTERMEDIATE: 45, Level.ADVANCED: 75}
OUT_OF_REACH = {
    Level.BEGINNER: [
        (RaceDistance.HALF, 4),
        (RaceDistance.MARATHON, 3),
        (RaceDistance.MARATHON, 4),
    ]
}
"""Beginners' goals that are refused; test_season.py has the refusals."""
OVER, UNDER = 0.02, 0.17
"""Of the big weeks: runs are round, and a window has only so many days."""
A_ROUND_RUN = 600
EVERY = [
    pytest.param(distance, level, days, weekday, id=f"{distance}-{level}-{len(days)}d-{weekday}")
    for distance in RaceDistance
    for level, patterns in PATTERNS.items()
    for days in patterns
    for weekday in range(7)
    if (distance, len(days)) not in OUT_OF_REACH.get(level, ())
]


def athlete(distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int) -> Athlete:
    km = WEEK_KM[level]
    return Athlete(
        level=level,
        days=days,
        long_day=6 if 6 in days else days[-1],
        usual=UsualWeek(len(days), Distance.of_km(km), Distance.of_km(km * 0.36)),
        started=TODAY - DAY,
        goal=distance,
        races=(Race(MONDAY + weekday * DAY, distance.distance),),
        results=(Result(Distance(10_000), Duration(2900), date(2026, 10, 11)),),
        birth_year=1990,
        seasons=3,
    )


@cache
def season(distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int) -> Case:
    return case_of(athlete(distance, level, days, weekday), Log(), TODAY)


def tapered(
    distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int
) -> tuple[Case, date, Taper]:
    case, race = season(distance, level, days, weekday), MONDAY + weekday * DAY
    assert [goal.on for goal in case.goals] == [race]
    return case, race, SHAPES.shapes[distance].taper


def big(case: Case, starts: date) -> float:
    six = [Distance(case.window(starts - timedelta(days=7 * n), 7)) for n in range(6, 0, -1)]
    return big_week(six).metres


sweep = pytest.mark.parametrize(("distance", "level", "days", "weekday"), EVERY)


@sweep
def test_volume_follows_the_windows(
    distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int
) -> None:
    case, race, taper = tapered(distance, level, days, weekday)
    most = big(case, taper.starts(race))
    for window in taper.windows:
        if window.days < 7:
            continue
        run = case.window(race - window.furthest * DAY, 7)
        share = kept(window, Distance(most))
        assert run <= (share + OVER) * most + A_ROUND_RUN
        assert run >= (share - UNDER) * most - A_ROUND_RUN


@sweep
def test_frequency_stays_but_for_the_eve(
    distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int
) -> None:
    case, race, taper = tapered(distance, level, days, weekday)
    starts = taper.starts(race)
    before = max(len(_runs(case, starts - timedelta(days=7 * n), 7)) for n in range(1, 5))
    for window in taper.windows:
        if window.days == 7:
            runs = _runs(case, race - window.furthest * DAY, 7)
            assert len(runs) >= min(before, len(days)) - 1


@sweep
def test_intensity_stays(
    distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int
) -> None:
    case, race, taper = tapered(distance, level, days, weekday)
    for window in taper.windows:
        if window.days < 7:
            continue
        found = [s for on in _runs(case, race - window.furthest * DAY, 7) for s in _steps(case, on)]
        assert any(effort.rank >= Effort.STEADY.rank for effort in found)


@sweep
def test_no_run_of_the_taper_is_a_new_longest(
    distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int
) -> None:
    case, race, taper = tapered(distance, level, days, weekday)
    last = race - taper.last_long * DAY
    longest = max(case.metres[s.on] for s in case.plan.between(last - 30 * DAY, last))
    for s in case.plan.between(last + DAY, race - DAY):
        assert case.metres[s.on] < longest


@sweep
def test_the_curve_shows_what_the_plan_holds(
    distance: RaceDistance, level: Level, days: tuple[int, ...], weekday: int
) -> None:
    case, race, taper = tapered(distance, level, days, weekday)
    goal = case.athlete.races[0]
    drawn = curve(goal, taper, case.plan, Log(), today=TODAY, pace_of=case.pace_of)
    assert drawn.starts == taper.starts(race)
    assert drawn.big.metres == pytest.approx(big(case, drawn.starts))
    assert [w.last for w in drawn.windows][-1] == race - DAY
    for one, other in zip(drawn.windows, drawn.windows[1:], strict=False):
        assert other.first == one.last + DAY
    whole = {kept(each, drawn.big) for each in taper.windows if each.days == 7}
    for window in drawn.windows:
        assert (window.last - window.first).days == 6
        assert window.metres == pytest.approx(case.window(window.first, 7))
        if window.wanted in whole:
            assert window.share == pytest.approx(window.wanted, abs=UNDER + 0.04)


@given(
    km=st.lists(st.floats(0, 160), min_size=1, max_size=9),
    share=st.sampled_from((0.4, 0.5, 0.55, 0.6, 0.75, 0.8)),
)
def test_what_is_kept_is_the_window_s_share_or_two_thirds_of_a_small_week(
    km: list[float], share: float
) -> None:
    most = big_week([Distance.of_km(week) for week in km])
    window = next(w for s in SHAPES.shapes.values() for w in s.taper.windows if w.share == share)
    found = kept(window, most)
    assert share <= found <= max(share, 0.65)
    assert (found == share) or most.km < 30


# What was run counts once its day is over


def test_days_that_are_over_count_as_they_were_run() -> None:
    case, race, taper = tapered(RaceDistance.HALF, Level.INTERMEDIATE, (1, 2, 3, 4, 6), 6)
    today = race - 7 * DAY
    ran = Activity(today - DAY, Done.OTHER, distance=Distance.of_km(31), hard=True)
    drawn = curve(
        case.athlete.races[0], taper, case.plan, Log((ran,)), today=today, pace_of=case.pace_of
    )
    assert drawn.windows[-2].metres == pytest.approx(31_000)
    assert drawn.windows[-2].hard == 1
    assert drawn.window(today) == drawn.windows[-1]
    assert drawn.window(race) is None
    assert drawn.windows[-1].metres == pytest.approx(case.window(today, 7))


def test_a_run_told_by_its_time_counts_at_easy_pace_and_a_day_not_run_as_none() -> None:
    case, race, taper = tapered(RaceDistance.HALF, Level.INTERMEDIATE, (1, 2, 3, 4, 6), 6)
    today = race - 7 * DAY
    ran = Activity(today - 2 * DAY, Done.OTHER, time=Duration.of_hours(1))
    silent = Activity(today - DAY, Done.OTHER)
    rested = Activity(today - 3 * DAY, Done.NOT_RUN)
    drawn = curve(
        case.athlete.races[0],
        taper,
        case.plan,
        Log((rested, ran, silent)),
        today=today,
        pace_of=case.pace_of,
    )
    an_hour = case.pace_of(Effort.EASY).distance_in(Duration.of_hours(1)).metres
    assert drawn.windows[-2].metres == pytest.approx(an_hour)


def test_before_coaching_began_the_told_week_stands_in() -> None:
    case, race, taper = tapered(RaceDistance.HALF, Level.INTERMEDIATE, (1, 2, 3, 4, 6), 6)
    told = Distance.of_km(42)
    drawn = curve(
        case.athlete.races[0],
        taper,
        case.plan,
        Log(),
        today=race - 14 * DAY,
        pace_of=case.pace_of,
        usual=(race - 14 * DAY, told),
    )
    assert drawn.big.metres == pytest.approx(told.metres)
    assert [w.share for w in drawn.windows[:3]] == pytest.approx([1.0, 1.0, 1.0])


@pytest.mark.parametrize(
    ("priority", "before", "stage"),
    [
        (Priority.A, 15, Stage.BEFORE),
        (Priority.A, 14, Stage.IN),
        (Priority.B, 14, Stage.BEFORE),
        (Priority.B, 3, Stage.MINI),
        (Priority.C, 1, Stage.NONE),
    ],
)
def test_an_a_race_has_its_taper_a_b_race_three_days_a_c_race_none(
    priority: Priority, before: int, stage: Stage
) -> None:
    case, race, taper = tapered(RaceDistance.HALF, Level.INTERMEDIATE, (1, 2, 3, 4, 6), 6)
    told = Race(race, Distance(21097.5), priority)
    today = race - before * DAY
    drawn = curve(told, taper, case.plan, Log(), today=today, pace_of=pace_of(None, Level.ADVANCED))
    assert drawn.stage is stage


def _runs(case: Case, first: date, days: int) -> list[date]:
    return [s.on for s in case.plan.between(first, first + (days - 1) * DAY) if s.race is None]


def _steps(case: Case, on: date) -> Iterator[Effort]:
    return (step.effort for step in case.by_day[on].workout.steps())
