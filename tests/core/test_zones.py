import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Athlete, Condition, Level, UsualWeek
from core.paces import paces_for
from core.units import Distance, Duration, HeartRate
from core.zones import (
    FORMULA_ERROR,
    Formula,
    PulseSource,
    Talk,
    ZoneName,
    easy_ceiling,
    maximum_by,
    pulse_for,
    zones,
)

TODAY = date(2026, 6, 1)


def runner(**facts):
    known = {
        "level": Level.INTERMEDIATE,
        "days": (1, 3, 6),
        "long_day": 6,
        "usual": UsualWeek(4, Distance.of_km(40), Distance.of_km(14)),
        "started": TODAY,
    }
    return Athlete(**{**known, **facts})


MEASURED = runner(max_pulse=HeartRate(190))


def beats(zone):
    return zone.pulse and (zone.pulse.low.bpm, zone.pulse.high.bpm)


def test_there_are_six_zones_named_by_effort_and_talk():
    found = zones(MEASURED, paces_for(50), TODAY)
    assert [zone.number for zone in found] == [1, 2, 3, 4, 5, 6]
    assert [zone.name for zone in found] == list(ZoneName)
    assert [zone.talk for zone in found] == list(Talk)
    assert found[3].talk is Talk.PHRASES  # R28


def test_a_measured_maximum_gives_the_guides_shares():
    found = zones(MEASURED, None, TODAY)
    low, high = beats(found[0])[0], beats(found[1])[1]
    assert (low, high) == (114, 133)  # R26: 60-70 %
    assert beats(found[4]) == (171, 190)  # R29: 90-100 %
    assert beats(found[5]) is None  # R30
    assert {zone.pulse.source for zone in found[:5]} == {PulseSource.MAXIMUM}
    assert {zone.pulse.error for zone in found[:5]} == {0}


def test_a_resting_pulse_beside_a_measured_maximum_gives_the_reserve():
    found = zones(MEASURED, None, TODAY, HeartRate(50))
    assert found[2].pulse.source is PulseSource.RESERVE
    assert beats(found[3]) == (168, 176)  # 50 + 0.84 × 140 to 50 + 0.90 × 140


def test_the_threshold_pulse_outranks_the_rest_and_stays_under_the_maximum():
    found = zones(runner(max_pulse=HeartRate(180), threshold_pulse=HeartRate(170)), None, TODAY)
    assert {zone.pulse.source for zone in found[:5]} == {PulseSource.THRESHOLD}
    assert beats(found[3]) == (165, 173)
    assert beats(found[4])[1] == 180


def test_a_formula_is_an_estimate_with_its_error():
    found = zones(runner(birth_year=1986), None, TODAY)
    assert found[0].pulse.source is PulseSource.FORMULA
    assert found[0].pulse.error == FORMULA_ERROR
    assert beats(found[4]) == (162, 180)  # Tanaka at 40: 180


def test_a_resting_pulse_is_not_laid_on_a_mere_estimate():
    found = zones(runner(birth_year=1986), None, TODAY, HeartRate(50))
    assert found[0].pulse.source is PulseSource.FORMULA


def test_without_age_and_measurement_zones_go_by_effort_alone():
    assert all(zone.pulse is None for zone in zones(runner(), None, TODAY))


@pytest.mark.parametrize("condition", [Condition.PULSE_MEDICINE, Condition.PREGNANT])
def test_who_takes_pulse_medicine_or_is_pregnant_sees_no_heart_rate(condition):
    careful = runner(max_pulse=HeartRate(190), conditions=(condition,))
    assert all(zone.pulse is None for zone in zones(careful, paces_for(50), TODAY))
    assert easy_ceiling(careful, TODAY) is None


def test_pregnancy_hides_paces_too():
    careful = runner(conditions=(Condition.PREGNANT,))
    assert all(zone.pace is None for zone in zones(careful, paces_for(50), TODAY))


def test_paces_meet_the_zones_and_easy_has_only_a_fast_side():
    paces = paces_for(50)
    found = zones(MEASURED, paces, TODAY)
    assert (found[1].pace.slow, found[1].pace.fast) == (None, paces.easy_bound)
    assert found[2].pace.fast == paces.m
    assert found[3].pace.fast == paces.t
    assert found[5].pace is None


def test_below_vdot_30_no_zone_has_a_pace():
    assert all(zone.pace is None for zone in zones(MEASURED, paces_for(28), TODAY))


def test_the_alarm_on_easy_days_is_75_percent_of_the_maximum():
    assert easy_ceiling(MEASURED, TODAY).high == HeartRate(142)  # R36
    assert easy_ceiling(runner(birth_year=1986), TODAY).error == FORMULA_ERROR
    assert easy_ceiling(runner(), TODAY) is None


def test_a_threshold_pulse_gives_a_better_alarm_than_a_formula():
    known = runner(birth_year=1986, threshold_pulse=HeartRate(170))
    assert easy_ceiling(known, TODAY).source is PulseSource.THRESHOLD
    assert easy_ceiling(known, TODAY).high == HeartRate(141)


def test_reps_under_three_minutes_have_no_heart_rate():
    interval = zones(MEASURED, None, TODAY)[4]
    assert pulse_for(interval, Duration(179)) is None
    assert pulse_for(interval, Duration(180)) == interval.pulse


ROWS = list(
    csv.DictReader((Path(__file__).parent / "data" / "hr_examples.csv").read_text().splitlines())
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["age"])
def test_formulas_give_their_worked_ages(row):
    for formula, column in [
        (Formula.FOX, "hrmax_fox"),
        (Formula.TANAKA, "hrmax_tanaka"),
        (Formula.GELLISH, "hrmax_gellish"),
        (Formula.NES, "hrmax_nes"),
        (Formula.GULATI, "hrmax_gulati_women"),
    ]:
        assert maximum_by(formula, int(row["age"])) == pytest.approx(float(row[column]), abs=0.05)


@given(st.integers(130, 220), st.integers(35, 90))
def test_zones_rise_and_never_pass_a_measured_maximum(top, resting):
    for rest in (None, HeartRate(resting)):
        ranges = [
            beats(zone) for zone in zones(runner(max_pulse=HeartRate(top)), None, TODAY, rest)[:5]
        ]
        assert ranges == sorted(ranges)
        assert all(low <= high <= top for low, high in ranges)
