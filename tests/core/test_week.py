from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.week.fill import NEARLY, share_out
from core.week.layout import distance, hard_days, spread_days

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
weekdays = st.sets(st.integers(0, 6), min_size=2).map(lambda days: tuple(sorted(days)))


@pytest.mark.parametrize(
    ("days", "long", "wanted", "hard"),
    [
        pytest.param((TUE, THU, SAT, SUN), SUN, 2, (TUE, THU), id="four days"),
        pytest.param((TUE, WED, THU, FRI, SUN), SUN, 2, (TUE, THU), id="layout A of five (R126)"),
        pytest.param((MON, TUE, WED, THU, FRI, SAT, SUN), SUN, 2, (TUE, THU), id="seven (R130)"),
        pytest.param((TUE, THU, SAT), SAT, 1, (TUE,), id="three days (R123)"),
        pytest.param((TUE, FRI, SUN), SUN, 2, (TUE, FRI), id="Tuesday and Friday (R137)"),
        pytest.param((MON, SAT, SUN), SUN, 1, (), id="nothing but neighbours"),
        pytest.param((WED, SUN), SUN, 1, (WED,), id="two days"),
        pytest.param((TUE, WED, SUN), SUN, 2, (WED,), id="two that touch: one is lost"),
    ],
)
def test_hard_days_stand_where_a_coach_puts_them(
    days: tuple[int, ...], long: int, wanted: int, hard: tuple[int, ...]
) -> None:
    assert hard_days(days, long, wanted) == hard


def test_a_club_night_is_the_hard_day_where_it_can_be_spaced() -> None:
    everyday = tuple(range(7))
    assert THU in hard_days(everyday, SUN, 1, clubs=(THU,))
    assert FRI in hard_days(everyday, SUN, 2, clubs=(FRI,))
    assert SAT not in hard_days(everyday, SUN, 2, clubs=(SAT,))


@given(weekdays, st.data(), st.integers(0, 3), st.sampled_from((2, 3)))
def test_hard_days_are_apart_from_each_other_and_the_long_run_round_the_week(
    days: tuple[int, ...], data: st.DataObject, wanted: int, apart: int
) -> None:
    long = data.draw(st.sampled_from(days))
    found = hard_days(days, long, wanted, apart=apart)
    assert len(found) <= wanted
    assert set(found) <= set(days) - {long}
    assert all(distance(a, b) >= apart for a, b in combinations(found, 2))
    assert all(distance(day, long) >= 2 for day in found)


@given(weekdays, st.data(), st.integers(0, 3))
def test_no_hard_day_is_lost_that_could_be_spaced(
    days: tuple[int, ...], data: st.DataObject, wanted: int
) -> None:
    long = data.draw(st.sampled_from(days))
    able = [d for d in days if distance(d, long) >= 2]
    most = max(
        len(taken)
        for size in range(wanted + 1)
        for taken in combinations(able, size)
        if all(distance(a, b) >= 2 for a, b in combinations(taken, 2))
    )
    assert len(hard_days(days, long, wanted)) == most


@given(weekdays, st.integers(1, 7))
def test_days_are_taken_as_evenly_as_they_go(days: tuple[int, ...], count: int) -> None:
    found = spread_days(days, count)
    assert len(found) == min(count, len(days))
    assert set(found) <= set(days)


@given(weekdays, st.data())
def test_the_long_day_is_always_kept(days: tuple[int, ...], data: st.DataObject) -> None:
    long = data.draw(st.sampled_from(days))
    assert long in spread_days(days, 2, (long,))


@given(weekdays)
def test_every_second_day_leaves_no_neighbours(days: tuple[int, ...]) -> None:
    found = spread_days(days, 7, (), 2)
    assert found
    assert all(distance(a, b) >= 2 for a, b in combinations(found, 2))


def test_sunday_and_monday_are_neighbours() -> None:
    assert distance(SUN, MON) == 1
    assert distance(MON, THU) == 3


amounts = st.lists(st.tuples(st.floats(0.5, 2), st.floats(2_000, 20_000)), min_size=1, max_size=6)


@given(st.floats(0, 60_000), amounts)
def test_a_week_is_shared_out_without_going_over(
    metres: float, days: list[tuple[float, float]]
) -> None:
    weights, most = [d[0] for d in days], [d[1] for d in days]
    found = share_out(metres, weights, 3_000, most, 500)
    assert sum(found) <= max(metres, 0) / NEARLY + 1
    for amount, limit in zip(found, most, strict=True):
        assert amount == 0 or 3_000 * NEARLY <= amount <= limit + 1


def test_where_there_is_too_little_for_all_the_lightest_days_go_without() -> None:
    assert share_out(6_500, [1.0, 0.8, 1.4], 3_000, [9_000] * 3, 500) == [3_000, 0, 3_500]


def test_what_rounding_leaves_goes_to_the_heaviest_days() -> None:
    assert share_out(20_000, [1, 1, 1], 3_000, [9_000] * 3, 500) == [7_000, 6_500, 6_500]
