"""What a session's words depend on: paces, effort, heat and treadmill of the day."""

from __future__ import annotations

from bot.messages.steps import Runner
from core.day import Day


def runner_of(day: Day) -> Runner:
    """What the session's words depend on: paces only where they may be a target today."""
    paces = day.paces if day.allowance.pace else None
    return Runner(
        paces,
        day.level,
        measured=day.measured,
        by_effort=_by_effort(day),
        celsius=day.celsius,
        hot_runs=day.hot_runs,
        treadmill=day.treadmill,
    )


def _by_effort(day: Day) -> bool:
    return bool(day.decision and day.decision.by_effort and not day.asks)
