"""A finished draft becomes the athlete that the core coaches."""

from __future__ import annotations

from datetime import date

from bot.forms import Draft
from bot.services.onboarding.form import FITTER, HEALTH, HURTS, UNSAID
from core.athlete import (
    Athlete,
    Condition,
    Injury,
    Level,
    Race,
    RaceDistance,
    Result,
    ResultKind,
    Spot,
    UsualWeek,
)
from core.fitness import vdot
from core.level import honest_level
from core.units import Distance, Duration


def athlete_from(draft: Draft, today: date) -> Athlete:
    """The athlete told by the answers; the lowest of told, run and raced level counts."""
    result = _result(draft)
    usual = UsualWeek(
        runs=_whole(draft, "runs"),
        distance=Distance(_number(draft, "volume")),
        longest=Distance(_number(draft, "longest")),
    )
    fitness = vdot(result.distance, result.time) if result else None
    goal = str(draft["goal"])
    return Athlete(
        level=honest_level(Level(str(draft["level"])), usual, fitness),
        days=tuple(sorted(_days(draft))),
        long_day=_whole(draft, "long_day"),
        usual=usual,
        started=today,
        goal=None if goal == FITTER else RaceDistance(goal),
        races=_races(draft),
        results=(result,) if result else (),
        birth_year=_whole(draft, "birth") or None,
        conditions=tuple(Condition(c) for c in _health(draft) if c not in {HURTS, UNSAID}),
        injuries=_injuries(draft, today),
        can_run_20_min=draft.get("run20", "yes") == "yes",
        birth_of_child=_day(draft, "born"),
        guardian_knows=draft["guardian"] == "yes" if "guardian" in draft else None,
    )


def _races(draft: Draft) -> tuple[Race, ...]:
    on = _day(draft, "race_date")
    if on is None:
        return ()
    told = draft.get("race_metres")
    metres = RaceDistance(str(draft["goal"])).distance.metres
    target = draft.get("race_target")
    return (
        Race(
            on=on,
            distance=Distance(float(told) if isinstance(told, int | float) else metres),
            target=Duration(float(target)) if isinstance(target, int | float) else None,
        ),
    )


def _result(draft: Draft) -> Result | None:
    told = draft.get("result")
    if not isinstance(told, dict):
        return None
    on = told.get("on") or draft.get("result_date")
    return Result(
        distance=Distance(float(str(told["metres"]))),
        time=Duration(float(str(told["seconds"]))),
        on=date.fromisoformat(str(on)),
        kind=ResultKind.TOLD,
    )


def _injuries(draft: Draft, today: date) -> tuple[Injury, ...]:
    if "spot" not in draft:
        return ()
    return (Injury(Spot(str(draft["spot"])), since=today, healed=False),)


def _health(draft: Draft) -> list[str]:
    told = draft.get("health")
    return [c for c in HEALTH if c in told] if isinstance(told, list) else []


def _days(draft: Draft) -> list[int]:
    told = draft.get("days")
    return [int(str(day)) for day in told] if isinstance(told, list) else []


def _day(draft: Draft, key: str) -> date | None:
    told = draft.get(key)
    return date.fromisoformat(told) if isinstance(told, str) and told else None


def _whole(draft: Draft, key: str) -> int:
    return int(_number(draft, key))


def _number(draft: Draft, key: str) -> float:
    told = draft.get(key, 0)
    return float(told) if isinstance(told, int | float) else 0.0
