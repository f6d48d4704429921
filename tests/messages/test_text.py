"""Words and numbers: escaped in one place, in the athlete's units, complete for every code."""

from __future__ import annotations

from datetime import date

import pytest

from bot.text import Html, Text, Texts, Tongue, WordsMissing, bundle, numbers
from core.reasons import Code
from core.units import Distance, Duration, Pace, Units

KM = Texts({}).of(Tongue())
MILES = Texts({}).of(Tongue(units=Units.MILES, clock24=False))


@pytest.mark.parametrize(
    ("metres", "km", "miles"),
    [
        (400, "400 m", "400 m"),
        (800, "800 m", "800 m"),
        (1000, "1 km", "0.6 mi"),
        (1200, "1200 m", "1200 m"),
        (1600, "1600 m", "1600 m"),
        (5000, "5 km", "3.1 mi"),
        (12500, "12.5 km", "7.8 mi"),
        (42195, "42.2 km", "26.2 mi"),
    ],
)
def test_track_distances_stay_in_metres_and_roads_are_in_the_athlete_s_unit(
    metres: float, km: str, miles: str
) -> None:
    assert KM.write(Distance(metres)) == km
    assert MILES.write(Distance(metres)) == miles


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(20, "20 s"), (60, "1 min"), (90, "90 s"), (150, "2:30 min"), (2100, "35 min")],
)
def test_short_times_are_written_as_a_coach_would(seconds: float, said: str) -> None:
    assert KM.write(Duration(seconds)) == said


@pytest.mark.parametrize(("seconds", "said"), [(5400, "1 h 30"), (7200, "2 h"), (5340, "89 min")])
def test_long_times_have_hours_from_ninety_minutes(seconds: float, said: str) -> None:
    assert KM.write(Duration(seconds)) == said


@pytest.mark.parametrize(
    ("metres", "km", "miles"),
    [(1500, "1.5 km", "0.9 mi"), (16000, "16 km", "10 mi"), (6900, "6.9 km", "4.3 mi")],
)
def test_a_session_s_length_is_in_the_athlete_s_unit_and_near_half_miles_are_whole(
    metres: float, km: str, miles: str
) -> None:
    assert numbers.road(Distance(metres), KM.tongue) == km
    assert numbers.road(Distance(metres), MILES.tongue) == miles


@pytest.mark.parametrize(
    ("metres", "km", "miles"),
    [(1000, "1 km", "1000 m"), (2000, "2 km", "2000 m"), (1600, "1600 m", "1600 m")],
)
def test_reps_are_in_the_metres_of_the_track(metres: float, km: str, miles: str) -> None:
    assert numbers.rep(Distance(metres), KM.tongue) == km
    assert numbers.rep(Distance(metres), MILES.tongue) == miles


def test_numbers_have_no_thousands_separators() -> None:
    assert "1850" in KM("range-birth-year", told=1850, low=1926, high=2026)


@pytest.mark.parametrize(("seconds", "said"), [(5700, "1:35:00"), (400_000, "111 h 07")])
def test_a_told_time_of_ten_hours_or_more_has_no_seconds(seconds: float, said: str) -> None:
    assert said in KM.told("range-run-time", {"told_s": seconds, "high_s": 86_400.0})


def test_paces_are_per_kilometre_or_per_mile() -> None:
    assert KM.write(Pace(272)) == "4:32/km"
    assert MILES.write(Pace(272)) == "7:18/mi"


def test_the_clock_has_24_or_12_hours() -> None:
    assert [KM.clock(m) for m in (0, 390, 750, 1110)] == ["0:00", "6:30", "12:30", "18:30"]
    assert [MILES.clock(m) for m in (0, 390, 750)] == ["12:00 am", "6:30 am", "12:30 pm"]


def test_dates_are_short_and_lists_are_spoken() -> None:
    assert KM.day(date(2026, 11, 26)) == "Thu 26 Nov"
    assert KM.full_day(date(2027, 5, 9)) == "Sun 9 May 2027"
    assert [KM.listed(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_a_fact_is_escaped_and_ready_html_is_not() -> None:
    assert "&lt;b&gt;Eve&lt;/b&gt;" in KM("welcome-back", name="<b>Eve</b>")
    assert KM("then", first=Html("<b>x</b>"), second="y") == "<b>x</b>, then y"


def test_a_missing_message_or_fact_is_an_error() -> None:
    with pytest.raises(WordsMissing, match="no words"):
        KM("no-such-message")
    with pytest.raises(WordsMissing, match="name"):
        KM("welcome-back")
    with pytest.raises(WordsMissing, match="no words 'workout/x'"):
        KM.content("workout/x")


def test_a_stored_fact_s_ending_says_its_unit() -> None:
    said = KM.told("range-too-fast", {"told_s": 540, "low_s": 755, "high_s": 3600})
    assert "9:00" in said
    assert "12:35" in said


@pytest.mark.parametrize("code", list(Code))
def test_every_reason_has_words(code: Code) -> None:
    assert bundle("en").has_message(f"reason-{code.value}")


def test_a_language_without_words_falls_back_to_english() -> None:
    assert isinstance(Texts({}).of(Tongue(locale="xx")), Text)
