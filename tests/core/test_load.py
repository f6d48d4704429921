from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activity import Activity, Done, Log
from core.athlete import Level
from core.load import (
    MOST_MONOTONY,
    Spike,
    daily_loads,
    load_of,
    longest_allowed,
    monotony,
    ramp,
    spike,
    week_load,
)
from core.paces import pace_of, paces_for
from core.units import Distance, Duration
from core.workout import Effort

TODAY = date(2026, 6, 7)
SPEED = pace_of(paces_for(45), Level.INTERMEDIATE)


def run(days_ago, minutes=60, rpe=5, **more):
    return Activity(
        TODAY - timedelta(days=days_ago), time=Duration.of_minutes(minutes), rpe=rpe, **more
    )


@pytest.mark.parametrize(
    ("daily", "expected", "strain"),
    [
        ([300, 0, 450, 200, 0, 600, 350], 1.215, 2309.1),
        ([0, 60, 480, 0, 540, 0, 900], 0.787, 1557.8),
    ],
)
def test_monotony_and_strain_use_the_sample_deviation(daily, expected, strain):
    assert monotony(daily) == pytest.approx(expected, abs=0.001)
    assert sum(daily) * monotony(daily) == pytest.approx(strain, abs=1.5)


def test_days_all_alike_are_as_monotonous_as_it_gets_and_rest_is_not():
    assert monotony([100] * 7) == MOST_MONOTONY
    assert monotony([0] * 7) == 0


@given(st.lists(st.floats(0, 1500), min_size=7, max_size=7))
def test_monotony_is_always_a_number(daily):
    assert 0 <= monotony(daily) <= MOST_MONOTONY


def test_a_week_is_the_load_of_its_seven_days_rest_days_as_zero():
    log = Log((run(8), run(6, 60, 3), run(2, 40, 7), run(2, 30, 2), run(0, 90, 4)))
    week = week_load(log, TODAY)
    assert week.daily == (180, 0, 0, 0, 340, 0, 360)
    assert week.total == 880
    assert week.strain == pytest.approx(880 * week.monotony)


def test_a_run_told_without_rpe_counts_as_easy_and_one_not_run_as_nothing():
    assert load_of(run(0, 50, None)) == 200
    assert load_of(Activity(TODAY, done=Done.NOT_RUN, time=Duration(3600))) == 0
    assert load_of(Activity(TODAY, rpe=5)) == 0
    assert daily_loads(Log((Activity(TODAY, done=Done.NOT_RUN),)), TODAY, 1) == (0,)


def test_the_ramp_is_measured_against_the_last_normal_week():
    log = Log((run(9, 60, 5), run(2, 66, 5)))
    assert ramp(log, TODAY) == pytest.approx(0.10)
    assert ramp(log, TODAY, normal=330) == pytest.approx(0)
    assert ramp(Log((run(2),)), TODAY) is None


@pytest.mark.parametrize(
    ("km", "longest", "expected"),
    [
        (8, 10, Spike.REFERENCE),
        (11, 10, Spike.REFERENCE),
        (13, 10, Spike.SMALL),
        (20, 10, Spike.MODERATE),
        (21, 10, Spike.LARGE),
        (5, 0, Spike.LARGE),
    ],
)
def test_a_run_is_held_against_the_longest_of_thirty_days(km, longest, expected):
    assert spike(Distance.of_km(km), Distance.of_km(longest)) is expected


def test_the_next_long_run_may_be_a_tenth_longer():
    runs = [run(3, distance=Distance.of_km(12)), run(9, distance=Distance.of_km(15))]
    assert longest_allowed(runs, SPEED).km == pytest.approx(16.5)


def test_an_empty_month_counts_as_twenty_minutes():
    twenty = SPEED(Effort.EASY).distance_in(Duration.of_minutes(20))
    assert longest_allowed([], SPEED).metres == pytest.approx(1.1 * twenty.metres)


def test_runs_told_by_time_count_at_easy_pace():
    hour = SPEED(Effort.EASY).distance_in(Duration.of_minutes(60))
    assert longest_allowed([run(3, 60)], SPEED).metres == pytest.approx(1.1 * hour.metres)


def test_a_week_above_a_monotony_of_two_is_flagged():
    assert week_load(Log(tuple(run(n) for n in range(7))), TODAY).monotonous
    assert not week_load(Log((run(1), run(4))), TODAY).monotonous
