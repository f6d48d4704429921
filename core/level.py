"""The level that counts where what an athlete says, runs and has raced disagree: the lowest."""

from __future__ import annotations

from core.athlete import Level, UsualWeek

_ORDER = tuple(Level)
RETURNER_RUNS = 3
RETURNER_METRES = 15_000
ADVANCED_RUNS = 4
ADVANCED_METRES = 35_000
BEGINNER_VDOT = 30.0
ADVANCED_VDOT = 38.0
"""Ours, but for the returner's line (coaching.md 3): advanced plans need the running for it."""


def honest_level(told: Level, usual: UsualWeek, vdot: float | None) -> Level:
    """The lowest of the told level, the usual week's and the result's (coaching.md 2)."""
    return min(told, _by_week(usual), _by_result(vdot), key=_ORDER.index)


def starts_as_beginner(level: Level, usual: UsualWeek) -> bool:
    """Below three runs or 15 km a week, or a beginner: the four-week start (coaching.md 3)."""
    low = usual.runs < RETURNER_RUNS or usual.distance.metres < RETURNER_METRES
    return level is Level.BEGINNER or low


def _by_week(usual: UsualWeek) -> Level:
    # a returner below the first line starts like a beginner too: `starts_as_beginner` sees to that
    if usual.runs < ADVANCED_RUNS or usual.distance.metres < ADVANCED_METRES:
        return Level.INTERMEDIATE
    return Level.ADVANCED


def _by_result(vdot: float | None) -> Level:
    if vdot is None or vdot >= ADVANCED_VDOT:
        return Level.ADVANCED
    return Level.INTERMEDIATE if vdot >= BEGINNER_VDOT else Level.BEGINNER
