"""What the coach learns little by little, on rest days: a question, its answers, what they change.

Onboarding stays short because these can wait. Each is asked until it is answered or unwanted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.athlete import Athlete, Kit, Level

MOST_A_WEEK = 2
WEEKDAYS = range(5)
SEASONS = (0, 1, 2, 3)
"""Whole years of regular running; three or more open every session."""
MINUTES = (0, 45, 60, 75, 90)
"""What there is time for from Monday to Friday; 0: as long as it takes."""


class Question(StrEnum):
    """What is asked, in this order."""

    MINUTES = "minutes"
    SEASONS = "seasons"
    KIT = "kit"
    CLUB = "club"
    SITS = "sits"
    REST = "rest"


TICKED = frozenset([Question.KIT, Question.CLUB, Question.REST])
"""Questions with several answers at once."""
REPLANS = frozenset(Question) - {Question.SITS}
"""Questions whose answers the plan is made of."""


@dataclass(frozen=True, slots=True)
class Background:
    """A question as it stands: what may be answered, and what is answered or ticked so far."""

    question: Question
    choices: tuple[str, ...]
    picked: tuple[str, ...] = ()


def question_for(
    on: date, running: Collection[date], athlete: Athlete, settled: Collection[str]
) -> Question | None:
    """The question of a rest day; None on other days, and after the week's first two rest days.

    `running` are the days with a session, `settled` the questions answered or unwanted.
    """
    monday = on - timedelta(days=on.weekday())
    week = (monday + timedelta(days=n) for n in range(7))
    resting = [day for day in week if day not in running and day >= athlete.started]
    if on not in resting[:MOST_A_WEEK]:
        return None
    return next((q for q in Question if q not in settled and choices(q, athlete)), None)


def choices(question: Question, athlete: Athlete) -> tuple[str, ...]:
    """What may be answered; empty where the question makes no sense for this athlete."""
    match question:
        case Question.MINUTES:
            return _texts(MINUTES)
        case Question.SEASONS:
            return () if athlete.level is Level.BEGINNER else _texts(SEASONS)
        case Question.KIT:
            return tuple(kit.value for kit in Kit)
        case Question.CLUB:
            return _texts(sorted(athlete.days))
        case Question.SITS:
            return ("yes", "no")
        case Question.REST:
            return _texts([day for day in range(7) if day not in athlete.days])


def told(question: Question, athlete: Athlete) -> tuple[str, ...]:
    """The answer that holds now."""
    match question:
        case Question.MINUTES:
            found = {most for day, most in athlete.minutes if day in WEEKDAYS}
            return _texts(sorted(found)) if found else ("0",)
        case Question.SEASONS:
            return (str(min(athlete.seasons, SEASONS[-1])),)
        case Question.KIT:
            return tuple(kit.value for kit in athlete.kit)
        case Question.CLUB:
            return _texts(athlete.club_nights)
        case Question.SITS:
            return ("yes" if athlete.sits_long else "no",)
        case Question.REST:
            return _texts(athlete.rest_days)


def answered(athlete: Athlete, question: Question, values: Sequence[str]) -> Athlete:
    """The athlete with that answer; ValueError for what is none of the choices."""
    wanted = tuple(value for value in choices(question, athlete) if value in values)
    if len(wanted) != len(set(values)) or (question not in TICKED and len(wanted) != 1):
        raise ValueError(f"{values} does not answer {question}")
    match question:
        case Question.MINUTES:
            return _with_minutes(athlete, int(wanted[0]))
        case Question.SEASONS:
            return replace(athlete, seasons=int(wanted[0]))
        case Question.KIT:
            return replace(athlete, kit=tuple(Kit(value) for value in wanted))
        case Question.CLUB:
            return replace(athlete, club_nights=tuple(map(int, wanted)))
        case Question.SITS:
            return replace(athlete, sits_long=wanted[0] == "yes")
        case Question.REST:
            return replace(athlete, rest_days=tuple(map(int, wanted)))


def _with_minutes(athlete: Athlete, most: int) -> Athlete:
    """Time from Monday to Friday; the long run's own day has what it needs."""
    weekend = [(day, limit) for day, limit in athlete.minutes if day not in WEEKDAYS]
    limited = [(day, most) for day in WEEKDAYS if most and day != athlete.long_day]
    return replace(athlete, minutes=tuple(sorted([*limited, *weekend])))


def _texts(values: Sequence[int]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)
