"""What a race would bring today, with its range, and how the athlete's goal stands to that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.athlete import Race, Result
from core.fitness.current import Fitness
from core.fitness.formula import SHOWN_FROM
from core.fitness.goal import GoalView, best_by, beyond_top_speed, goal_view
from core.fitness.prediction import Prediction, predict
from core.fitness.results import LONGEST, SHORTEST, sprint
from core.units import Distance, Duration, Pace


@dataclass(frozen=True, slots=True)
class Outlook:
    """The likely time over a race and what it was read from; `week` is the running of a week.

    `goal` is None without a target; `best` is what the weeks to the race could bring at most,
    `beyond` whether the goal's pace is too near the top speed that is known (R11). `own` is a
    slower time over such a distance that was counted in.
    """

    race: Race
    source: Result
    week: Distance
    worth: Prediction
    best: Duration
    goal: GoalView | None = None
    beyond: bool = False
    own: Result | None = None


def outlook(
    race: Race,
    fitness: Fitness | None,
    *,
    results: Sequence[Result],
    week: Distance,
    today: date,
) -> Outlook | None:
    """None without a fitness that is shown, and outside 1500 m to the marathon."""
    if fitness is None or fitness.vdot < SHOWN_FROM or race.on < today:
        return None
    if not SHORTEST <= race.distance <= LONGEST:
        return None
    shown = [r for r in results if r.all_out and r.representative]
    worth = predict(fitness, race.distance, results=shown, week=week)
    own = _own_long_race(shown, race.distance, worth, today)
    worth = _counted_in(worth, own, race.distance) if own is not None else worth
    goal, top = goal_view(race, today, worth), sprint(results, today)
    pace = Pace.of(top.distance, top.time) if top else None
    return Outlook(
        race=race,
        source=fitness.source,
        week=week,
        worth=worth,
        best=best_by(race, today, worth),
        goal=goal,
        beyond=bool(goal and pace and beyond_top_speed(goal.pace, pace)),
        own=own,
    )


LONG_FROM = Distance(25_000)
"""From here on endurance decides, and no shorter race tells it (ours)."""
A_YEAR = timedelta(days=371)
ALIKE, SLOWER = 0.12, 1.03
"""A distance is as good as another within so much; a time so much slower says something (ours)."""


def _own_long_race(
    results: Sequence[Result], distance: Distance, worth: Prediction, today: date
) -> Result | None:
    """The newest own race about as long that was clearly slower than what shorter ones promise."""
    if distance < LONG_FROM:
        return None
    near = ALIKE * distance.metres
    told = [
        r
        for r in results
        if abs(r.distance.metres - distance.metres) <= near
        if timedelta(0) <= today - r.on <= A_YEAR
    ]
    own = max(told, key=lambda r: r.on, default=None)
    slower = own is not None and _over(own, distance) > worth.time.seconds * SLOWER
    return own if slower else None


def _over(own: Result, distance: Distance) -> float:
    return own.time.seconds * distance.metres / own.distance.metres


def _counted_in(worth: Prediction, own: Result, distance: Distance) -> Prediction:
    """Halfway between both, from the one to the other: a marathon shows what the table assumes."""
    slow = _over(own, distance)
    time = Duration((worth.time.seconds + slow) / 2)
    high = Duration(max(worth.high.seconds, slow))
    return replace(worth, time=time, low=worth.time, high=high)
