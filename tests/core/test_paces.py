import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Level
from core.paces import Paces, Show, Target, pace_of, paces_for, step_target, target
from core.units import Duration
from core.workout import Effort, Step

TABLE = list(
    csv.DictReader((Path(__file__).parent / "data" / "vdot_table.csv").read_text().splitlines())
)


def column(name):
    return [(float(row["vdot"]), float(row[name])) for row in TABLE if row[name]]


@pytest.mark.parametrize(("vdot", "printed"), column("t_km_s"))
def test_threshold_is_the_printed_one_within_a_second_a_km(vdot, printed):
    assert paces_for(vdot).t.seconds_per_km == pytest.approx(printed, abs=1)


@pytest.mark.parametrize(("vdot", "printed"), column("i_km_s"))
def test_interval_pace_is_the_printed_one_within_a_second_a_km(vdot, printed):
    assert paces_for(vdot).i.seconds_per_km == pytest.approx(printed, abs=1)


@pytest.mark.parametrize(("vdot", "printed"), column("m_km_s"))
def test_marathon_pace_is_the_printed_one_also_where_it_is_slower_than_the_prediction(
    vdot, printed
):
    assert paces_for(vdot).m.seconds_per_km == pytest.approx(printed, abs=1)


@pytest.mark.parametrize(("vdot", "printed"), column("e_km_fast_s"))
def test_easy_is_never_bounded_faster_than_the_printed_easy_pace(vdot, printed):
    paces = paces_for(vdot)
    assert paces.easy_bound.seconds_per_km >= printed - 6
    assert paces.easy_bound.seconds_per_km >= paces.m.seconds_per_km + 37


@pytest.mark.parametrize(("vdot", "printed"), column("e_km_slow_s"))
def test_easy_as_planned_stays_inside_the_printed_range(vdot, printed):
    assert paces_for(vdot).easy.seconds_per_km <= printed + 6


@pytest.mark.parametrize(("vdot", "printed"), column("r_400m_s"))
def test_r_laps_are_the_printed_ones(vdot, printed):
    assert paces_for(vdot).r.seconds_per_km * 0.4 == pytest.approx(printed, abs=1.35)


@given(st.floats(15, 84), st.floats(0.1, 1.0))
def test_who_is_fitter_is_faster_at_every_effort(vdot, more):
    slower, faster = (
        pace_of(paces_for(vdot), Level.BEGINNER),
        pace_of(paces_for(vdot + more), Level.BEGINNER),
    )
    for effort in Effort:
        assert faster(effort) <= slower(effort)


@given(st.floats(31, 70))
def test_a_harder_effort_is_a_faster_pace(vdot):
    speed = pace_of(paces_for(vdot), Level.ADVANCED)
    paces = [speed(effort).seconds_per_km for effort in Effort]
    for slower, faster in pairwise(paces):
        assert faster <= slower + 3  # about an hour's race T, half and 10K meet


@given(st.floats(30, 85))
def test_easy_is_one_to_two_minutes_a_mile_slower_than_marathon_pace(vdot):
    paces = paces_for(vdot)
    slower = paces.easy_bound.seconds_per_mile - paces.m.seconds_per_mile
    assert 59 <= slower <= 120  # R35


@pytest.mark.parametrize("effort", [Effort.EASY, Effort.THRESHOLD, Effort.FIVE_K])
def test_below_vdot_30_and_without_fitness_no_pace_is_shown(effort):
    assert target(effort, paces_for(29.9)) is None
    assert target(effort, None) is None
    assert target(effort, paces_for(30)) is not None


def test_easy_shows_one_bound_and_no_slow_side():
    paces = paces_for(50)
    assert target(Effort.EASY, paces) == Target(Show.NOT_FASTER, paces.easy_bound)


def test_beginners_see_no_pace_on_easy_running_but_do_on_hard():
    paces = paces_for(35)
    assert target(Effort.EASY, paces, Level.BEGINNER) is None
    assert target(Effort.FIVE_K, paces, Level.BEGINNER) == Target(Show.ABOUT, paces.five_k)


@pytest.mark.parametrize(
    "effort", [Effort.STRIDE, Effort.SPRINT, Effort.JOG, Effort.WALK, Effort.REST]
)
def test_strides_sprints_and_recoveries_are_run_by_feel(effort):
    assert target(effort, paces_for(50)) is None


def test_uphill_no_pace_means_anything():
    step = Step(Effort.FIVE_K, time=Duration(60), uphill=True)
    assert step_target(step, paces_for(50)) is None


@pytest.mark.parametrize("level", Level)
def test_without_fitness_totals_are_guessed_slower_for_lower_levels(level):
    speed = pace_of(None, level)
    assert 330 <= speed(Effort.EASY).seconds_per_km <= 560
    assert speed(Effort.EASY) >= pace_of(None, Level.ADVANCED)(Effort.EASY)


def test_paces_are_the_same_value_for_the_same_vdot():
    assert isinstance(paces_for(47.3), Paces)
    assert paces_for(47.3) == paces_for(47.3)
