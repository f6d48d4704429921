"""What a race would bring today, with its range, and how the athlete's goal stands to that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
    `beyond` whether the goal's pace is too near the top speed that is known (R11).
    """

    race: Race
    source: Result
    week: Distance
    worth: Prediction
    best: Duration
    goal: GoalView | None = None
    beyond: bool = False


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
    )
