import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.conditions import (
    Cause,
    Conditions,
    Danger,
    Outdoors,
    adjusted,
    altitude_slowing,
    dew_point,
    heat_slowing,
    hill_cost,
    hill_slowing,
    outdoors,
    rule_heat,
    wind_slowing,
)
from core.units import Distance, Duration, Pace
from core.workout import Effort, Step

DATA = Path(__file__).parent / "data"
TEMPO = Step(Effort.THRESHOLD, time=Duration(1200))
LAP = Step(Effort.MILE, distance=Distance(400))
PACE = Pace(300)


def rows(name):
    return list(csv.DictReader((DATA / name).read_text().splitlines()))


def celsius(fahrenheit):
    return (float(fahrenheit) - 32) / 1.8


@pytest.mark.parametrize("row", rows("heat_examples.csv"), ids=lambda row: row["sum"])
def test_heat_slows_as_the_chart_says(row):
    slower = heat_slowing(celsius(row["temp_F"]), celsius(row["dew_F"]))
    assert float(row["slow_pct_low"]) <= slower * 100 <= float(row["slow_pct_high"])


def test_repeats_are_slowed_by_half_and_above_the_chart_nothing_hard_is_run():
    whole = heat_slowing(celsius(74), celsius(71))
    assert heat_slowing(celsius(74), celsius(71), repeats=True) == pytest.approx(whole / 2)
    assert heat_slowing(celsius(100), celsius(82)) is None


@given(st.floats(-20, 45), st.floats(-20, 30), st.floats(0, 5))
def test_hotter_is_never_faster(temperature, dew, more):
    cooler, hotter = heat_slowing(temperature, dew), heat_slowing(temperature + more, dew)
    assert hotter is None or cooler <= hotter


@pytest.mark.parametrize("row", rows("dewpoint_examples.csv"), ids=lambda row: row["temp_C"])
def test_the_dew_point_follows_from_temperature_and_humidity(row):
    found = dew_point(float(row["temp_C"]), float(row["rh_pct"]))
    assert found == pytest.approx(float(row["dew_C"]), abs=0.02)


@pytest.mark.parametrize(
    ("temperature", "used_to_it", "new_to_it"),
    [
        (None, Outdoors.FREE, Outdoors.FREE),
        (24, Outdoors.FREE, Outdoors.FREE),
        (27, Outdoors.FREE, Outdoors.NO_PACE),
        (30, Outdoors.NO_PACE, Outdoors.EASY_45),
        (33, Outdoors.EASY_45, Outdoors.NOTHING),
        (38, Outdoors.NOTHING, Outdoors.NOTHING),
    ],
)
def test_heat_closes_the_day_step_by_step_and_one_step_earlier_in_the_first_week(
    temperature, used_to_it, new_to_it
):
    assert outdoors(Conditions(celsius=temperature), 7) is used_to_it
    assert outdoors(Conditions(celsius=temperature), 6) is new_to_it


@pytest.mark.parametrize("danger", Danger)
def test_lightning_ice_and_smoke_keep_everybody_in(danger):
    assert outdoors(Conditions(celsius=15, dangers=(danger,)), 7) is Outdoors.NOTHING


def test_a_treadmill_stands_indoors():
    hot = Conditions(celsius=40, dangers=(Danger.LIGHTNING,), treadmill=True)
    assert outdoors(hot, 0) is Outdoors.FREE
    assert adjusted(TEMPO, PACE, hot, repeats=False).pace == PACE


@pytest.mark.parametrize(
    ("feet", "low", "high"),
    [(3000, 0, 0), (4000, 4, 5), (5000, 8, 10), (6000, 12, 15), (8000, 20, 25)],
)
def test_altitude_costs_seconds_a_mile_by_daniels_table(feet, low, high):
    seconds = altitude_slowing(feet * 0.3048, PACE) * PACE.seconds_per_mile
    assert low - 0.01 <= seconds <= high + 0.01


def test_short_fast_reps_keep_their_pace_at_altitude():
    high = Conditions(altitude=2000)
    assert adjusted(LAP, PACE, high, repeats=True).pace == PACE
    assert adjusted(TEMPO, PACE, high, repeats=False).causes == (Cause.ALTITUDE,)


def test_a_tail_wind_gives_back_half_of_what_the_head_wind_takes():
    assert wind_slowing(-5, PACE) == pytest.approx(-wind_slowing(5, PACE) / 2)
    assert wind_slowing(0, PACE) == 0


@pytest.mark.parametrize(
    ("grade", "cost"), [(0, 3.6), (-0.2, 1.8), (-0.05, 2.7459), (0.05, 4.6852), (0.2, 9.0067)]
)
def test_hills_cost_what_minetti_measured(grade, cost):
    assert hill_cost(grade) == pytest.approx(cost, abs=0.001)


def test_downhill_gives_less_than_the_cost_says():
    assert hill_slowing(-0.05) == pytest.approx((2.7459 / 3.6 - 1) / 2, abs=1e-3)


def test_steep_ground_and_much_heat_leave_only_effort():
    assert adjusted(TEMPO, PACE, Conditions(grade=0.12), repeats=False).pace is None
    assert adjusted(TEMPO, PACE, Conditions(celsius=38, dew_point=28), repeats=False).pace is None


def test_ten_hot_runs_halve_the_slowing():
    hot = Conditions(celsius=28, dew_point=18)
    new = adjusted(TEMPO, PACE, hot, repeats=False, hot_runs=9).slower
    assert adjusted(TEMPO, PACE, hot, repeats=False, hot_runs=10).slower == pytest.approx(new / 2)


def test_an_unknown_dew_point_is_taken_ten_degrees_under_the_air():
    known = adjusted(TEMPO, PACE, Conditions(celsius=26, dew_point=16), repeats=False)
    assert adjusted(TEMPO, PACE, Conditions(celsius=26), repeats=False) == known


@pytest.mark.parametrize(
    ("celsius", "hot_days", "judged_as"),
    [
        (None, 0, None),
        (24.9, 0, 24.9),
        (25, 0, 30),
        (31, 0, 33),
        (34, 6, 38),
        (41, 0, 41),
        (25, 7, 25),
        (34, 7, 34),
    ],
)
def test_the_first_seven_hot_days_are_judged_one_step_stricter(celsius, hot_days, judged_as):
    assert rule_heat(celsius, hot_days) == judged_as


@given(st.floats(-10, 45), st.integers(0, 20))
def test_the_rule_s_heat_is_what_outdoors_says(celsius, hot_days):
    seen = outdoors(Conditions(celsius=celsius), hot_days)
    judged = rule_heat(celsius, hot_days)
    assert judged >= celsius
    assert seen is outdoors(Conditions(celsius=judged), 7)


weather = st.builds(
    Conditions,
    celsius=st.floats(-10, 45),
    altitude=st.floats(0, 3000),
    head_wind=st.floats(-15, 15),
    grade=st.floats(-0.1, 0.1),
)


@given(weather, st.floats(150, 500), st.booleans())
def test_conditions_never_ask_for_a_faster_pace(conditions, pace, repeats):
    today = adjusted(TEMPO, Pace(pace), conditions, repeats=repeats)
    assert today.pace is None or today.pace.seconds_per_km >= pace
    assert (today.pace is None) == (today.slower >= 0.10)
    assert today.slower == 0 or today.causes
