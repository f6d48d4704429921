"""Who runs together: groups of similar pace, from those alone who let the squad see theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.units import Pace
from core.workout import Effort, Part, Workout

WIDTH = 0.06
"""A group's slowest runner is so much slower than its fastest, as a share: 4:00 and 4:14 (ours)."""
FEWEST = 2
"""With one alone, the pace would be somebody's and not a group's."""


@dataclass(frozen=True, slots=True)
class PaceGroup:
    """From the fastest to the slowest pace of a group, and how many are in it."""

    fast: Pace
    slow: Pace
    count: int


def main_effort(workout: Workout) -> Effort | None:
    """The effort that most of the fast running is at; None for easy sessions and hills."""
    counted: dict[Effort, int] = {}
    for step in workout.steps():
        if step.part is Part.MAIN and step.effort.at_least_marathon and not step.uphill:
            counted[step.effort] = counted.get(step.effort, 0) + 1
    without = {Effort.STRIDE, Effort.SPRINT, Effort.FAST}
    paced = {effort: count for effort, count in counted.items() if effort not in without}
    return max(paced, key=lambda effort: (paced[effort], effort.rank)) if paced else None


def pace_groups(paces: Collection[Pace]) -> tuple[PaceGroup, ...]:
    """The groups, the fastest first; who is too far from everybody else is in none."""
    groups: list[PaceGroup] = []
    together: list[Pace] = []
    for pace in sorted(paces):
        if together and pace.seconds_per_km > together[0].seconds_per_km * (1 + WIDTH):
            groups += _group(together)
            together = []
        together.append(pace)
    return tuple(groups + _group(together))


def _group(paces: Sequence[Pace]) -> list[PaceGroup]:
    if len(paces) < FEWEST:
        return []
    return [PaceGroup(paces[0], paces[-1], len(paces))]
