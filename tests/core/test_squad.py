"""A squad's settings, its members' consent, and who may set its sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.squad import (
    COACH_SEES,
    IN_COUNTS,
    SQUAD_SEES,
    GroupSession,
    Member,
    Missing,
    SessionState,
    Setters,
    Share,
    Squad,
    Standing,
    Training,
    may_set,
    training_days,
)
from core.squad.nights import with_nights

TUE_SAT = (Training(5, 540), Training(1, 1140))
ANA = Member(1, "Ana", date(2026, 11, 26))
COACH = replace(ANA, is_coach=True)


@pytest.mark.parametrize(
    ("squad", "missing"),
    [
        (Squad(), Missing.PLACE),
        (Squad(trainings=TUE_SAT, setters=Setters.ADMINS), Missing.PLACE),
        (Squad(zone="Europe/Lisbon"), Missing.DAYS),
        (Squad(zone="Europe/Lisbon", trainings=TUE_SAT), Missing.SETTERS),
        (Squad(zone="Europe/Lisbon", trainings=TUE_SAT, setters=Setters.NAMED), None),
    ],
)
def test_the_three_questions_come_in_their_order(squad: Squad, missing: Missing | None) -> None:
    assert squad.missing is missing


def test_a_member_shows_nothing_until_they_say_so() -> None:
    assert not any(ANA.allows(share) for share in Share)


@pytest.mark.parametrize("share", Share)
def test_each_consent_is_given_and_taken_back_alone(share: Share) -> None:
    given = ANA.toggled(share)
    assert [each for each in Share if given.allows(each)] == [share]
    assert given.toggled(share) == ANA


def test_every_field_has_one_audience() -> None:
    assert sorted((*COACH_SEES, *SQUAD_SEES, *IN_COUNTS)) == sorted(Share)


def test_readiness_is_for_nobody_but_the_coach() -> None:
    assert Share.READINESS in COACH_SEES


@pytest.mark.parametrize(
    ("setters", "member", "admin", "may"),
    [
        (Setters.ADMINS, None, True, True),
        (Setters.ADMINS, ANA, False, False),
        (Setters.ADMINS, COACH, False, True),
        (Setters.NAMED, None, True, False),
        (Setters.NAMED, ANA, True, False),
        (Setters.NAMED, COACH, False, True),
        (None, None, True, True),
        (None, None, False, False),
    ],
)
def test_who_may_set_sessions(
    setters: Setters | None, member: Member | None, admin: bool, may: bool
) -> None:
    assert may_set(Squad(setters=setters), member, admin=admin) is may


def test_a_standing_session_has_its_own_hour() -> None:
    squad = Squad(trainings=TUE_SAT, standing=(Standing(1, 1080, "track"),))
    assert [squad.minute_on(day) for day in (1, 5, 6)] == [1080, 540, None]
    assert training_days(squad.trainings) == (1, 5)


def test_only_a_cancelled_session_is_off() -> None:
    states = {
        state: GroupSession(date(2026, 12, 1), 1140, state=state).cancelled
        for state in SessionState
    }
    assert [state for state, off in states.items() if off] == [SessionState.CANCELLED]


# Club nights


@pytest.mark.parametrize(
    ("days", "long_day", "nights", "moved"),
    [
        ((0, 2, 5), 5, (1, 3), (1, 3, 5)),
        ((1, 3, 6), 6, (1, 3), None),
        ((0, 2, 4, 6), 6, (1, 3), (1, 3, 4, 6)),
        ((5, 6), 6, (1, 3), (3, 6)),
        ((6,), 6, (1,), None),
        ((0, 6), 0, (1, 3, 5), (0, 3)),
        (tuple(range(7)), 6, (1, 3), None),
        ((0, 2, 5), 5, (), None),
    ],
)
def test_the_own_days_move_onto_the_squad_s(
    days: tuple[int, ...], long_day: int, nights: tuple[int, ...], moved: tuple[int, ...] | None
) -> None:
    assert with_nights(days, long_day, nights) == moved


@given(st.sets(st.integers(0, 6), min_size=1), st.data(), st.sets(st.integers(0, 6), max_size=7))
def test_no_more_days_are_run_and_the_long_run_stays(
    days: set[int], data: st.DataObject, nights: set[int]
) -> None:
    long_day = data.draw(st.sampled_from(sorted(days)))
    moved = with_nights(sorted(days), long_day, nights)
    if moved is not None:
        assert len(moved) == len(days)
        assert long_day in moved
        assert len(nights & set(moved)) > len(nights & days)
