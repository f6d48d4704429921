"""The rules of a season over hundreds of athletes; the long form over ten thousand.

A failing rule names the person (`season_people.person(seed)`), the day and what was found there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from core.activity import Log
from core.athlete import Athlete
from core.plan import Plan
from core.season import Refusal
from tests.core.season_case import Case, case_of, planned
from tests.core.season_day_rules import DAY_RULES
from tests.core.season_load_rules import LOAD_RULES
from tests.core.season_people import person
from tests.core.season_race_rules import RACE_RULES
from tests.core.strategies import TODAY, cases

RULES = (*LOAD_RULES, *DAY_RULES, *RACE_RULES)
SHORT, LONG = 300, 10_000


@pytest.fixture(scope="module")
def people() -> list[tuple[int, Case]]:
    return [(seed, case_of(*person(seed))) for seed in range(SHORT)]


def faults(cases: Iterable[tuple[int, Case]]) -> Iterator[str]:
    """Every broken rule, with whose season it is."""
    for seed, case in cases:
        for rule in RULES:
            yield from (f"person {seed}, {rule.__name__}: {fault}" for fault in rule(case))


def test_three_hundred_seasons_keep_every_rule(people: list[tuple[int, Case]]) -> None:
    assert list(faults(people)) == []


@pytest.mark.long
def test_ten_thousand_seasons_keep_every_rule() -> None:
    assert list(faults((seed, case_of(*person(seed))) for seed in range(SHORT, LONG))) == []


def test_the_three_hundred_are_all_kinds_of_people(people: list[tuple[int, Case]]) -> None:
    found = [case for _, case in people]
    assert len({case.foot.level for case in found}) == 3
    assert {len(case.foot.days) for case in found} == {2, 3, 4, 5, 6, 7}
    assert sum(bool(case.goals) for case in found) > 100
    assert sum(case.foot.beginner_week is not None for case in found) > 60
    assert sum(case.masters for case in found) > 50
    assert sum(case.foot.minor for case in found) > 5
    assert sum(bool(case.log.activities) for case in found) > 100


every_rule = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@every_rule
@given(cases())
def test_whatever_athlete_comes_every_rule_holds_or_the_race_is_refused_with_reasons(
    case: tuple[Athlete, Log],
) -> None:
    athlete, log = case
    found = planned(athlete, log, TODAY)
    if isinstance(found, Refusal):
        assert found.why
        assert found.race in athlete.races
        return
    whole = case_of(athlete, log, TODAY)
    assert [(rule.__name__, fault) for rule in RULES for fault in rule(whole)] == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_the_same_athlete_gets_the_same_plan(case: tuple[Athlete, Log]) -> None:
    assert planned(*case, TODAY) == planned(*case, TODAY)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_what_is_offered_instead_of_a_refused_race_is_accepted(
    case: tuple[Athlete, Log],
) -> None:
    athlete, log = case
    refused = planned(athlete, log, TODAY)
    if isinstance(refused, Plan):
        return
    assert refused.race is not None
    behind = tuple(race for race in athlete.races if race.on < TODAY)
    for offer in refused.offers:
        race = replace(refused.race, distance=offer.distance.distance, on=offer.on)
        again = planned(replace(athlete, races=(*behind, race)), log, TODAY)
        assert isinstance(again, Plan)


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_made_again_tomorrow_goes_on_where_it_stood(seed: int) -> None:
    athlete, _, start = person(seed)
    athlete = replace(athlete, races=(), conditions=())
    week = [plan for plan in (planned(athlete, Log(), day) for day in _two_days(start)) if plan]
    first, second = week
    assert isinstance(first, Plan)
    assert isinstance(second, Plan)
    same_day = second.starts
    today = first.week_of(same_day)
    tomorrow = second.week_of(same_day)
    assert today is not None
    assert tomorrow is not None
    assert (today.phase, today.starts) == (tomorrow.phase, tomorrow.starts)


def _two_days(start: date) -> tuple[date, date]:
    return start, date.fromordinal(start.toordinal() + 1)
