from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Level, Race, RaceDistance
from core.content import ContentError
from core.content.phases import read_phases
from core.phases import Division, Stretch, divide, is_short, rules_for, stretches
from core.plan import Phase
from core.units import Distance
from tests.core.season_case import SHAPES

FILE = "phases.toml"
TEN_K = SHAPES.shapes[RaceDistance.TEN_K]
distances = st.sampled_from(RaceDistance)


@given(st.integers(0, 70), distances, st.sampled_from((0, 4)))
def test_every_week_to_the_race_has_its_place(
    weeks: int, distance: RaceDistance, base_first: int
) -> None:
    shape = SHAPES.shapes[distance]
    found = divide(weeks, shape, base_first=base_first)
    assert found.weeks == weeks
    assert min(found.lead, found.base, found.build, found.peak) >= 0
    assert found.peak == min(weeks, shape.peak)
    assert found.base <= max(shape.base[1], 4)
    assert found.build <= shape.build[1]
    assert len(stretches(found, shape)) == weeks - found.lead


@given(st.integers(16, 70), distances)
def test_with_time_enough_every_phase_has_the_length_of_the_guide(
    weeks: int, distance: RaceDistance
) -> None:
    shape = SHAPES.shapes[distance]
    weeks += shape.wanted - 16
    found = divide(weeks, shape, base_first=0)
    assert shape.base[0] <= found.base <= shape.base[1]
    assert shape.build[0] <= found.build <= shape.build[1]
    assert found.lead == 0 or (found.base, found.build) == (shape.base[1], shape.build[1])


@pytest.mark.parametrize(
    ("weeks", "base_first", "division"),
    [
        (24, 0, Division(0, 12, 10, 2)),
        (30, 0, Division(6, 12, 10, 2)),
        (16, 0, Division(0, 8, 6, 2)),
        (12, 0, Division(0, 4, 6, 2)),
        (8, 0, Division(0, 2, 4, 2)),
        (8, 4, Division(0, 4, 2, 2)),
        (5, 0, Division(0, 0, 3, 2)),
        (5, 4, Division(0, 3, 0, 2)),
        (2, 0, Division(0, 0, 0, 2)),
        (1, 0, Division(0, 0, 0, 1)),
    ],
)
def test_a_short_season_keeps_its_peak_and_gives_base_first(
    weeks: int, base_first: int, division: Division
) -> None:
    assert divide(weeks, TEN_K, base_first=base_first) == division


def test_the_speed_phase_is_the_last_part_of_build() -> None:
    found = stretches(divide(24, TEN_K, base_first=0), TEN_K)
    assert found == (
        *[Stretch.BASE] * 12,
        *[Stretch.EARLY] * 6,
        *[Stretch.LATE] * 4,
        *[Stretch.PEAK] * 2,
    )


def test_blocks_go_from_strength_to_speed_to_the_race() -> None:
    found = stretches(divide(24, TEN_K, base_first=0), TEN_K, blocks=True)
    assert found[12:22] == (
        *[Stretch.STRENGTH] * 4,
        *[Stretch.SPEED] * 3,
        *[Stretch.SPECIFIC] * 3,
    )
    assert {stretch.phase for stretch in found[12:22]} == {Phase.BUILD}


@pytest.mark.parametrize(
    ("km", "counts_as"),
    [
        (3, "5k"),
        (5, "5k"),
        (8, "10k"),
        (10, "10k"),
        (15, "10k"),
        (16.1, "half"),
        (21.1, "half"),
        (30, "marathon"),
        (42.2, "marathon"),
        (50, "marathon"),
    ],
)
def test_a_race_follows_the_rules_of_the_nearest_distance_upwards(
    km: float, counts_as: str
) -> None:
    assert rules_for(Distance.of_km(km)) == counts_as


def test_only_races_to_ten_km_are_short() -> None:
    on = date(2027, 5, 9)
    assert is_short(Race(on, Distance.of_km(10)))
    assert not is_short(Race(on, Distance.of_km(21.1)))


@pytest.mark.parametrize(
    ("km", "share"), [(0, 0.5), (39.9, 0.5), (40, 0.35), (59.9, 0.35), (60, 0.30), (120, 0.30)]
)
def test_the_long_run_has_its_share_of_the_week(km: float, share: float) -> None:
    assert SHAPES.long_share(Distance.of_km(km)) == share


@given(distances, st.sampled_from(Level), st.integers(2, 6))
def test_more_days_never_need_less_running(distance: RaceDistance, level: Level, days: int) -> None:
    shape = SHAPES.shapes[distance]
    assert shape.needed(level, days) <= shape.needed(level, days + 1)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("phase", [Phase.BASE, Phase.BUILD, Phase.PEAK, Phase.RECOVERY])
def test_two_days_a_week_have_no_hard_day_and_nobody_has_more_than_two_beside_the_long_run(
    level: Level, phase: Phase
) -> None:
    assert SHAPES.hard_days(level, phase, 2) == 0
    assert SHAPES.hard_days(level, phase, 7) <= (0 if phase is Phase.RECOVERY else 2)


def raw() -> dict[str, Any]:
    return tomllib.loads(files("core.content").joinpath(FILE).read_text(encoding="utf-8"))


def first_shape(content: dict[str, Any]) -> dict[str, Any]:
    return content["shape"][0]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda c: c.pop("limits"), "entry 'limits': field 'peak_times' is missing"),
        (lambda c: c["limits"].update(down_percent=40), "'down_percent' must be between 20 and 30"),
        (lambda c: c["limits"].update(long_growth=1.3), "'long_growth' must be between 1 and 1.1"),
        (lambda c: c["limits"].update(colour=1), "unknown field 'colour'"),
        (lambda c: c["ramp"]["usual"].update(growth_percent=12), "must not be larger"),
        (lambda c: c["ramp"].pop("careful"), "entry 'ramp', step careful: field 'percent'"),
        (lambda c: c["long_share"].update(from_km=[0, 60, 40]), "'from_km' must rise from 0"),
        (lambda c: c["long_share"].update(percent=[80, 35, 30]), "between 1 and 60"),
        (lambda c: c["hard"]["beginner"].update(base=[0, 1]), "must have 6 values"),
        (lambda c: c["hard"]["beginner"].update(base=[0, 1, 2, 3, 4, 5]), "none to three"),
        (lambda c: c["shape"].pop(), "there is no [[shape]] with the key 'marathon'"),
        (lambda c: first_shape(c).update(key="mile"), "entry 'mile': the key must be one of 5k"),
        (lambda c: first_shape(c).update(base=[12, 8]), "'base' must be weeks from and to"),
        (lambda c: first_shape(c).update(taper=[[2, 7, 60]]), "follow each other back"),
        (lambda c: first_shape(c).update(taper=[[1, 7]]), "step 1: a window is [from day"),
        (lambda c: first_shape(c).update(taper=[[1, 7, 5]]), "20 to 100 percent"),
        (lambda c: first_shape(c).update(later_long=[]), "'later_long' must be percents"),
        (lambda c: first_shape(c)["emphasis"]["base"].update(first=["fun"]), "step base: 'first'"),
        (lambda c: first_shape(c)["emphasis"]["base"].update(first=[]), "must each name a focus"),
        (lambda c: first_shape(c)["volume"].update(advanced=[9] * 5), "must have 6 values"),
        (lambda c: first_shape(c).pop("volume"), "step volume: field 'beginner' is missing"),
    ],
)
def test_one_bad_line_is_refused_with_its_place_and_reason(
    spoil: Callable[[dict[str, Any]], object], says: str
) -> None:
    content = raw()
    spoil(content)
    with pytest.raises(ContentError) as refused:
        read_phases(content, FILE)
    assert str(refused.value).startswith(FILE)
    assert says in str(refused.value)
