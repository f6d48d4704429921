"""The detective on made-up athletes: the coach's diagnosis first, whatever the log looks like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.plateau import Case, Diagnosis, Remedy, diagnose
from tests.core.plateau_cases import HEALTHY, MIXED, SINGLE, Kind, right, rules, seen, told
from tests.core.plateau_cases_life import Habits, life
from tests.core.plateau_cases_other import ALL, Jotted, jotted
from tests.core.plateau_cases_people import PEOPLE, person

KINDS = {**SINGLE, **MIXED, **HEALTHY}
SHORT, LONG = 16, 200
OFTEN, OVERALL = 0.9, 0.97
"""A log with holes cannot always be read; of all of them together hardly any is misread."""


@pytest.mark.parametrize("name", KINDS)
def test_each_of_the_twenty_gets_its_coachs_diagnosis(name: str) -> None:
    found = seen(KINDS[name], 8, gaps=False)
    assert right(KINDS[name], found), (name, found.verdict, found.findings)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("gaps", [False, True], ids=["told well", "told with gaps"])
def test_other_athletes_of_the_kind_get_it_too(name: str, gaps: bool) -> None:
    assert _hits(KINDS[name], SHORT, gaps=gaps) >= OFTEN * SHORT - 1.4


@pytest.mark.long
def test_two_hundred_athletes_of_each_kind_get_it() -> None:
    counts = {
        (name, gaps): _hits(kind, LONG, gaps=gaps)
        for name, kind in KINDS.items()
        for gaps in (False, True)
    }
    assert {key: hits for key, hits in counts.items() if hits < OFTEN * LONG * 0.97} == {}
    assert sum(counts.values()) >= OVERALL * LONG * len(counts)


def _hits(kind: Kind, seeds: int, *, gaps: bool) -> int:
    return sum(right(kind, seen(kind, seed, gaps=gaps)) for seed in range(100, 100 + seeds))


@pytest.mark.parametrize("name", ALL)
def test_athletes_told_in_three_other_ways_get_it_too(name: str) -> None:
    hits = sum(_right(ALL[name], diagnose(jotted(name, seed), rules())) for seed in range(10))
    assert hits >= 7, diagnose(jotted(name, 0), rules()).findings


@pytest.mark.long
def test_two_hundred_of_each_of_the_others_get_it() -> None:
    hits = {name: sum(_jotted_hits(name, LONG)) for name in ALL}
    assert {name: count for name, count in hits.items() if count < 0.75 * LONG} == {}
    assert sum(hits.values()) >= OVERALL * LONG * len(ALL)


def _jotted_hits(name: str, seeds: int) -> list[bool]:
    cases: list[Case] = [jotted(name, seed) for seed in range(seeds)]
    return [_right(ALL[name], diagnose(case, rules())) for case in cases]


def _right(who: Jotted, found: Diagnosis) -> bool:
    if not who.plateau:
        return not found.verdict.plateau
    return found.verdict.plateau and any(f.cause in who.right for f in found.findings[: who.places])


@pytest.mark.parametrize("name", PEOPLE)
def test_people_as_a_coach_meets_them_get_its_diagnosis(name: str) -> None:
    hits = sum(_persons(name, seed) for seed in range(8))
    assert hits >= 7, told(person(name, 0), Habits(answers=PEOPLE[name].answers)).findings


def _persons(name: str, seed: int) -> bool:
    who = PEOPLE[name]
    found = told(person(name, seed), Habits(answers=who.answers))
    if not who.right:
        return not found.verdict.plateau
    return found.verdict.plateau and found.findings[0].cause in who.right


@pytest.mark.parametrize(("days", "offered"), [(4, False), (6, True), (7, True)])
def test_a_second_day_off_is_offered_to_who_overdoes_it_nearly_every_day(
    days: int, *, offered: bool
) -> None:
    habits = SINGLE["overcooked"].habits
    case = life(8, habits)
    case = replace(case, athlete=replace(case.athlete, days=tuple(range(days))))
    found = told(case, habits)
    assert found.prescription is not None
    assert found.prescription.remedy is Remedy.BACK_OFF
    assert (found.alternatives[:1] and found.alternatives[0].remedy is Remedy.REST_DAY) == offered
