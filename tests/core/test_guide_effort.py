"""Effort before pulse before pace, and four fifths of the running easy."""

from datetime import date, timedelta

import pytest

from core.activity import Activity, Evenness, Log
from core.athlete import Level, RaceDistance
from core.content import load_content
from core.fitness.evidence import renewals
from core.paces import paces_for, target
from core.plan import WeekKind
from core.units import HeartRate
from core.workout import Effort, Focus
from core.zones import Talk, zones
from tests.core.guide_people import MONDAY, runner, season

MEANT = load_content().decisions.meant
DISTANCES = (RaceDistance.FIVE_K, RaceDistance.TEN_K, RaceDistance.HALF)


@pytest.mark.parametrize("distance", DISTANCES)
@pytest.mark.parametrize("days", [3, 5, 7])
def test_of_a_build_s_minutes_about_four_fifths_are_easy(distance, days):
    case = season(Level.INTERMEDIATE, days, distance)
    build = [w for w in case.whole_weeks if w.phase.value == "build" and w.kind is WeekKind.NORMAL]
    runs = [s for week in build for s in case.runs(week)]
    minutes = sum(case.minutes(s.workout) for s in runs)
    easy = 1 - sum(case.fast_minutes(s.workout) for s in runs) / minutes
    assert 0.78 <= easy <= 0.95


def test_the_talk_test_goes_from_singing_to_not_thinking():
    talks = [zone.talk for zone in zones(runner(Level.ADVANCED, 5), None, MONDAY)]
    assert talks[0] is Talk.SING
    assert talks[1] is Talk.CHAT
    assert talks[-2:] == [Talk.ALMOST_NONE, Talk.CANNOT_THINK]


def sessions(*beats: int, celsius: float | None = None) -> Log:
    """One threshold session a week that felt easier than meant, with these pulses."""
    first = MONDAY - timedelta(days=7 * len(beats))
    return Log(
        tuple(
            Activity(
                first + timedelta(days=7 * n),
                rpe=MEANT[Focus.THRESHOLD] - 1,
                focus=Focus.THRESHOLD,
                evenness=Evenness.EVEN,
                pulse=HeartRate(bpm),
                celsius=celsius if n else None,
            )
            for n, bpm in enumerate(beats)
        )
    )


def earned(log: Log) -> int:
    return len(renewals(log, date(2026, 9, 1), MONDAY, MEANT))


def test_a_pulse_that_rose_in_heat_says_nothing_against_the_effort():
    assert earned(sessions(160, 163, 166)) == 0
    assert earned(sessions(160, 163, 166, celsius=29.0)) == 1


def test_good_days_count_when_they_stay_controlled():
    assert earned(sessions(160, 160, 159)) == 1


def test_easy_running_shows_how_fast_is_too_fast_and_never_how_slow_is_too_slow():
    shown = target(Effort.EASY, paces_for(45), Level.INTERMEDIATE)
    assert shown is not None
    assert shown.show.value == "not-faster"
    assert zones(runner(Level.ADVANCED, 5), paces_for(45), MONDAY)[1].pace.slow is None
