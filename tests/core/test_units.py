import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.units import (
    Distance,
    Duration,
    HeartRate,
    Pace,
    UnitError,
    parse_distance,
    parse_duration,
    parse_pace,
)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("400 m", 400),
        ("400m", 400),
        ("12.5 km", 12_500),
        ("12,5 km", 12_500),
        ("10k", 10_000),
        ("10 K", 10_000),
        ("1 mile", 1609.344),
        ("6 miles", 9656.064),
        ("6mi", 9656.064),
        ("  5 km ", 5000),
    ],
)
def test_a_distance_is_read_in_its_usual_spellings(text, metres):
    assert parse_distance(text).metres == pytest.approx(metres)


@pytest.mark.parametrize("text", ["", "km", "5", "five km", "-3 km", "5 kmh", "5 km 3", "5.km"])
def test_what_is_no_distance_says_how_to_write_one(text):
    with pytest.raises(UnitError, match="write it like 400 m"):
        parse_distance(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("24:30", 1470),
        ("1:35:20", 5720),
        ("90:00", 5400),
        ("19:59.5", 1199.5),
        ("90 s", 90),
        ("3 min", 180),
        ("1 h 30 min", 5400),
        ("1h", 3600),
        ("2 min 30 s", 150),
    ],
)
def test_a_duration_is_read_in_its_usual_spellings(text, seconds):
    assert parse_duration(text).seconds == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text", ["", "24", "24:60", "1:75:00", "-1:00", "abc", "3 minutes ago", ":30"]
)
def test_what_is_no_duration_says_how_to_write_one(text):
    with pytest.raises(UnitError, match="write it like 24:30"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "seconds_per_km"),
    [
        ("4:32/km", 272),
        ("4:32 / km", 272),
        ("8:00/mi", 480 / 1.609344),
        ("8:00/mile", 480 / 1.609344),
    ],
)
def test_a_pace_is_read_in_km_and_in_miles(text, seconds_per_km):
    assert parse_pace(text).seconds_per_km == pytest.approx(seconds_per_km)


@pytest.mark.parametrize("text", ["4:32", "4:75/km", "0:00/km", "4.32/km", "fast"])
def test_what_is_no_pace_is_refused(text):
    with pytest.raises(UnitError):
        parse_pace(text)


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_amounts_below_zero_and_beyond_counting_cannot_exist(value):
    for kind in (Distance, Duration, Pace):
        with pytest.raises(UnitError):
            kind(value)


def test_a_pace_or_a_pulse_of_zero_cannot_exist():
    with pytest.raises(UnitError):
        Pace(0)
    with pytest.raises(UnitError):
        HeartRate(0)
    with pytest.raises(UnitError):
        Pace.of(Distance(0), Duration(60))


def test_a_sub_25_5k_is_about_eight_minutes_a_mile():
    goal = Pace.of(Distance(5000), Duration.of_minutes(25))
    assert goal.seconds_per_mile == pytest.approx(482.8, abs=0.1)  # R12: about 8:00 a mile


def test_distances_add_and_scale_like_numbers():
    assert Distance(400) + Distance(200) == Distance(600)
    assert 3 * Distance(400) == Distance(400) * 3 == Distance(1200)


def test_a_duration_comes_apart_into_whole_parts_and_rounds_up_into_the_hour():
    assert Duration(5720.4).parts() == (1, 35, 20)
    assert Duration(3599.6).parts() == (1, 0, 0)


metres = st.floats(1, 1e6)
seconds = st.floats(1, 1e6)


@given(metres, seconds)
def test_pace_distance_and_time_agree_with_each_other(far, long):
    pace = Pace.of(Distance(far), Duration(long))
    assert pace.time_for(Distance(far)).seconds == pytest.approx(long)
    assert pace.distance_in(Duration(long)).metres == pytest.approx(far)
    assert Pace.at_speed(pace.metres_per_second).seconds_per_km == pytest.approx(
        pace.seconds_per_km
    )


@given(metres)
def test_kilometres_and_miles_are_two_views_of_one_distance(far):
    distance = Distance(far)
    assert Distance.of_km(distance.km).metres == pytest.approx(far)
    assert Distance.of_miles(distance.miles).metres == pytest.approx(far)


@given(seconds, seconds)
def test_durations_add_and_scale_like_numbers(one, other):
    both = Duration(one) + Duration(other)
    assert both.seconds == pytest.approx(one + other)
    assert (2 * Duration(one)).minutes == pytest.approx(one / 30)
    assert Duration.of_hours(both.hours).seconds == pytest.approx(both.seconds)


@given(st.integers(0, 5), st.integers(0, 59), st.integers(0, 59))
def test_every_clock_time_is_read_as_it_was_written(hours, minutes, whole):
    assert parse_duration(f"{hours}:{minutes:02d}:{whole:02d}").parts() == (hours, minutes, whole)
