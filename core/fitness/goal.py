"""A goal held against today: reachable, ambitious or out of reach, with the numbers (R11, R12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.athlete import Race
from core.fitness.formula import race_time, vdot
from core.fitness.prediction import Prediction
from core.reasons import Code, Fact, Reason
from core.units import Duration, Pace

REACHABLE_A_MONTH = 0.5
AMBITIOUS_A_MONTH = 1.0
"""VDOT in four weeks: half of what training may add at most, and all of it (ours)."""
MOST_MONTHS = 6.0
"""A season adds no more than so many months of it (ours)."""
SPRINT_TOP = 0.85
"""Above this share of top speed a race is survival (ours; R11 has 0.9, R21 0.75 as sound)."""
MARATHON_RESERVE = 0.5
"""Marathoners do well with a top speed of about twice marathon pace (R22)."""


class Reach(StrEnum):
    """How far away a goal is."""

    REACHABLE = "reachable"
    AMBITIOUS = "ambitious"
    OUT_OF_REACH = "out-of-reach"


@dataclass(frozen=True, slots=True)
class GoalView:
    """The goal, what today is worth, and how far apart they are.

    `missing` is VDOT, below zero where today is already enough; `weeks` are left to the race.
    """

    reach: Reach
    target: Duration
    pace: Pace
    today: Prediction
    missing: float
    weeks: int


def goal_view(race: Race, today: date, worth: Prediction) -> GoalView | None:
    """A race's target against the time predicted for it today; None without a target.

    Never a reason to train at goal pace: sessions use what the athlete can do now (R237).
    """
    if race.target is None:
        return None
    weeks = _weeks(race, today)
    missing = vdot(race.distance, race.target) - vdot(race.distance, worth.time)
    months = _months(weeks)
    within = race.target >= worth.low
    return GoalView(
        reach=_reach(missing, months, within=within),
        target=race.target,
        pace=Pace.of(race.distance, race.target),
        today=worth,
        missing=missing,
        weeks=weeks,
    )


def best_by(race: Race, today: date, worth: Prediction) -> Duration:
    """The time that the weeks to a race could bring at most, if all goes well."""
    gain = AMBITIOUS_A_MONTH * _months(_weeks(race, today))
    return race_time(vdot(race.distance, worth.time) + gain, race.distance)


def _weeks(race: Race, today: date) -> int:
    return max(0, (race.on - today).days // 7)


def _months(weeks: int) -> float:
    return min(MOST_MONTHS, weeks / 4)


def goal_reason(view: GoalView) -> Reason:
    """The view as a reason, its times in whole seconds."""
    facts: dict[str, Fact] = {
        "target": round(view.target.seconds),
        "today": round(view.today.time.seconds),
        "weeks": view.weeks,
    }
    return Reason(_CODES[view.reach], facts)


_CODES = {
    Reach.REACHABLE: Code.GOAL_REACHABLE,
    Reach.AMBITIOUS: Code.GOAL_AMBITIOUS,
    Reach.OUT_OF_REACH: Code.GOAL_OUT_OF_REACH,
}


def _reach(missing: float, months: float, *, within: bool) -> Reach:
    """A good day today may reach it, or the weeks that are left."""
    if missing <= REACHABLE_A_MONTH * months or missing <= 0:
        return Reach.REACHABLE
    if within or missing <= AMBITIOUS_A_MONTH * months:
        return Reach.AMBITIOUS
    return Reach.OUT_OF_REACH


def speed_reserve(race: Pace, sprint: Pace) -> float:
    """Race speed as a share of top speed: 6:00 a mile with a 4:30 sprint is 0.75 (R21)."""
    return sprint.seconds_per_km / race.seconds_per_km


def beyond_top_speed(goal: Pace, sprint: Pace) -> bool:
    """Whether a goal pace lies so near the top speed that no endurance can hold it (R11)."""
    return speed_reserve(goal, sprint) > SPRINT_TOP


def lacks_reserve(marathon: Pace, sprint: Pace) -> bool:
    """Whether more top speed would help a marathoner: twice marathon pace is the mark (R22)."""
    return speed_reserve(marathon, sprint) > MARATHON_RESERVE
