"""Runners as clubs have them, for the guide's seasons: whole weeks, a result, a race to come."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from core.activity import Log
from core.athlete import Athlete, Kit, Level, Priority, Race, RaceDistance, Result, UsualWeek
from core.plan import Phase, Session, WeekKind
from core.units import Distance, Duration
from tests.core.season_case import Case, case_of

MONDAY = date(2026, 11, 30)
DAYS = {
    3: (1, 3, 6),
    4: (1, 3, 5, 6),
    5: (1, 2, 3, 4, 6),
    6: (0, 1, 2, 3, 4, 6),
    7: (0, 1, 2, 3, 4, 5, 6),
}
KM = {Level.BEGINNER: 5, Level.INTERMEDIATE: 9, Level.ADVANCED: 11}
"""A usual run by level."""
TEN_K = {Level.BEGINNER: 62, Level.INTERMEDIATE: 48, Level.ADVANCED: 39}
KIT = (Kit.HILL, Kit.TRACK, Kit.GYM)


def race(distance: RaceDistance, weeks: int, priority: Priority = Priority.A) -> Race:
    """On the Sunday of the so-many-th week."""
    return Race(MONDAY + timedelta(days=7 * weeks - 1), distance.distance, priority)


def runner(level: Level, days: int, *races: Race, **more: object) -> Athlete:
    """Runs so many days a week already; the log is what they told."""
    week = KM[level] * days
    facts: dict[str, object] = {
        "usual": UsualWeek(days, Distance.of_km(week), Distance.of_km(week / max(2.5, days / 2))),
        "results": (
            Result(Distance.of_km(10), Duration(60 * TEN_K[level]), MONDAY - timedelta(days=20)),
        ),
        "kit": KIT,
        "seasons": 2,
        "birth_year": 1990,
        **more,
    }
    return Athlete(
        level=level,
        days=DAYS[days],
        long_day=6,
        started=MONDAY - timedelta(days=1),
        races=races,
        **facts,  # type: ignore[arg-type]  # named fields of Athlete
    )


@cache
def season(
    level: Level, days: int, distance: RaceDistance, weeks: int = 24, kit: tuple[Kit, ...] = KIT
) -> Case:
    """The season to one A race."""
    case = case_of(runner(level, days, race(distance, weeks), kit=kit), Log(), MONDAY)
    assert case.races, "the race must be in the plan"
    return case


def normal_weeks(case: Case, phase: Phase) -> list[tuple[Session, ...]]:
    """The sessions of the phase's ordinary whole weeks, tapers apart."""
    return [
        case.runs(week)
        for week in case.whole_weeks
        if week.phase is phase and week.kind is WeekKind.NORMAL and not case.tapered(week)
    ]
