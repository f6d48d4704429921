from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.athlete import RaceDistance
from core.taper import SMALL_WEEK, Window, big_week, kept, recovery_days
from core.units import Distance
from tests.core.season_case import SHAPES

RACE = date(2027, 5, 9)


def km(*weeks: float) -> list[Distance]:
    return [Distance.of_km(week) for week in weeks]


@pytest.mark.parametrize(
    ("distance", "windows"),
    [
        (RaceDistance.FIVE_K, {1: 0.60, 7: 0.60, 8: None}),
        (RaceDistance.TEN_K, {1: 0.55, 7: 0.55, 8: 0.75, 10: 0.75, 11: None}),
        (RaceDistance.HALF, {7: 0.50, 8: 0.75, 14: 0.75, 15: None}),
        (RaceDistance.MARATHON, {7: 0.40, 8: 0.60, 14: 0.60, 15: 0.80, 21: 0.80, 22: None}),
    ],
)
def test_the_windows_are_those_of_coaching(
    distance: RaceDistance, windows: dict[int, float | None]
) -> None:
    taper = SHAPES.shapes[distance].taper
    found = {before: taper.window(before) for before in windows}
    assert {b: window and window.share for b, window in found.items()} == windows


@pytest.mark.parametrize(
    ("distance", "days"),
    [("5k", 7), ("10k", 10), ("half", 14), ("marathon", 21)],
)
def test_a_taper_starts_so_many_days_before_the_race(distance: str, days: int) -> None:
    taper = SHAPES.shapes[RaceDistance(distance)].taper
    assert taper.starts(RACE) == RACE - timedelta(days=days)


@pytest.mark.parametrize(
    ("distance", "before", "share"),
    [
        ("marathon", 21, 1.0),
        ("marathon", 20, 0.65),
        ("marathon", 14, 0.65),
        ("marathon", 13, 0.40),
        ("marathon", 7, 0.40),
        ("marathon", 1, 0.40),
        ("half", 14, 1.0),
        ("half", 7, 0.55),
        ("10k", 8, 1.0),
        ("10k", 7, 0.60),
    ],
)
def test_after_the_last_long_run_they_shrink(distance: str, before: int, share: float) -> None:
    assert SHAPES.shapes[RaceDistance(distance)].taper.longest_share(before) == share


def test_big_is_the_mean_of_the_three_biggest_of_the_last_six_weeks() -> None:
    assert big_week(km(90, 40, 50, 30, 45, 55, 20)) == Distance.of_km(50)
    assert big_week(km(30)) == Distance.of_km(30)
    assert big_week([]) == Distance(0)


def test_a_small_week_is_never_cut_below_two_thirds() -> None:
    window = Window(1, 7, 0.40)
    assert kept(window, SMALL_WEEK) == 0.40
    assert kept(window, Distance.of_km(29)) == 0.65
    assert kept(Window(15, 21, 0.80), Distance.of_km(29)) == 0.80


@pytest.mark.parametrize(
    ("km_raced", "age", "days"),
    [
        (5, None, 2),
        (10, 30, 3),
        (21.0975, 49, 7),
        (42.195, 49, 14),
        (5, 50, 3),
        (10, 50, 5),
        (21.0975, 64, 11),
        (42.195, 50, 21),
        (1.5, 20, 1),
    ],
)
def test_a_race_asks_for_a_third_of_its_km_in_easy_days(
    km_raced: float, age: int | None, days: int
) -> None:
    assert recovery_days(Distance.of_km(km_raced), age) == days
