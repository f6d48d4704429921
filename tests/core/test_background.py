"""What is asked little by little: when, of whom, and what an answer changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.athlete import Athlete, Kit, Level
from core.background import Question, answered, choices, question_for, told
from tests.core.judgement import RUNNER

MONDAY = date(2026, 12, 7)
RUNS = {MONDAY + timedelta(days=n) for n in (1, 3, 5)}


@pytest.fixture
def athlete() -> Athlete:
    return replace(RUNNER, days=(1, 3, 5), long_day=5, started=date(2026, 11, 1))


def test_two_days_of_rest_a_week_bring_a_question(athlete: Athlete) -> None:
    asked = [
        n
        for n in range(7)
        if question_for(MONDAY + timedelta(days=n), RUNS, athlete, ()) is not None
    ]
    assert asked == [0, 2]


def test_days_before_the_athlete_came_do_not_count(athlete: Athlete) -> None:
    newcomer = replace(athlete, started=MONDAY + timedelta(days=3))
    assert question_for(MONDAY + timedelta(days=2), RUNS, newcomer, ()) is None
    assert question_for(MONDAY + timedelta(days=4), RUNS, newcomer, ()) is Question.MINUTES


def test_each_is_asked_until_it_is_settled(athlete: Athlete) -> None:
    settled: list[str] = []
    while (question := question_for(MONDAY, RUNS, athlete, settled)) is not None:
        settled.append(question)
    assert settled == list(Question)


def test_a_beginner_is_not_asked_for_years(athlete: Athlete) -> None:
    assert choices(Question.SEASONS, replace(athlete, level=Level.BEGINNER)) == ()
    everything_else = set(Question) - {Question.SEASONS}
    newcomer = replace(athlete, level=Level.BEGINNER)
    assert question_for(MONDAY, RUNS, newcomer, everything_else) is None


def test_weekday_time_leaves_the_long_run_alone(athlete: Athlete) -> None:
    wednesday_long = replace(athlete, long_day=2, minutes=((6, 120),))
    limited = answered(wednesday_long, Question.MINUTES, ["45"])
    assert limited.minutes == ((0, 45), (1, 45), (3, 45), (4, 45), (6, 120))
    assert answered(limited, Question.MINUTES, ["0"]).minutes == ((6, 120),)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (Question.MINUTES, ["60"]),
        (Question.SEASONS, ["2"]),
        (Question.KIT, ["hill", "track"]),
        (Question.CLUB, ["1", "3"]),
        (Question.SITS, ["yes"]),
        (Question.REST, ["0", "6"]),
    ],
)
def test_what_was_answered_is_told(athlete: Athlete, question: Question, values: list[str]) -> None:
    assert set(told(question, answered(athlete, question, values))) == set(values)


@pytest.mark.parametrize("question", [Question.KIT, Question.CLUB, Question.REST])
def test_none_of_them_is_an_answer(athlete: Athlete, question: Question) -> None:
    filled = replace(athlete, kit=(Kit.GYM,), club_nights=(1,), rest_days=(0,))
    assert told(question, answered(filled, question, [])) == ()


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (Question.MINUTES, ["13"]),
        (Question.MINUTES, ["45", "60"]),
        (Question.SITS, []),
        (Question.CLUB, ["2"]),  # no running day
        (Question.REST, ["1"]),  # a running day
        (Question.KIT, ["jetpack"]),
    ],
)
def test_what_is_no_choice_is_refused(
    athlete: Athlete, question: Question, values: list[str]
) -> None:
    with pytest.raises(ValueError, match="does not answer"):
        answered(athlete, question, values)
