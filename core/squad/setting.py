"""A squad's session as it is set: framed, named by what it trains, its twin by time, proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.athlete import Level
from core.library import DoesNotFit, Library, Recipe, Slot, WarmUp, size
from core.library.frame import frame_for
from core.paces import pace_of, paces_for
from core.plan import Plan
from core.units import Duration
from core.workout import Block, Effort, Focus, Part, Repeat, Step, Workout, step_minutes

TWIN_VDOT = 45.0
"""Whose minutes a twin by time takes: a club's middle (ours)."""
_FOCUS = {
    Effort.MARATHON: Focus.RACE_PACE,
    Effort.HALF: Focus.THRESHOLD,
    Effort.THRESHOLD: Focus.THRESHOLD,
    Effort.TEN_K: Focus.VO2MAX,
    Effort.FIVE_K: Focus.VO2MAX,
    Effort.THREE_K: Focus.VO2MAX,
    Effort.MILE: Focus.SPEED,
    Effort.FAST: Focus.SPEED,
    Effort.SPRINT: Focus.SPEED,
}
LONG_MINUTES = 80.0
LONG_EASY = 45.0
"""Easy minutes in one go with which a session of that length is a long run (ours)."""
MIDDLE = pace_of(paces_for(TWIN_VDOT), Level.INTERMEDIATE)
"""The paces of a club's middle: they size what is shown to all, and are shown to nobody."""
OFFERED = (Focus.VO2MAX, Focus.THRESHOLD, Focus.SPEED, Focus.RACE_PACE, Focus.LONG, Focus.EASY)
"""What a coach picks from the library by."""


def workout_of(blocks: tuple[Block, ...]) -> Workout:
    """The session that a coach wrote, with warm-up and cool-down where nothing was said of them."""
    focus, hills = focus_of(blocks), _uphill(blocks)
    key = "squad-hills" if hills else f"squad-{focus.value}"
    return Workout(key, focus, _framed(blocks))


def focus_of(blocks: tuple[Block, ...]) -> Focus:
    """What most of the fast minutes train; easy and long by their length, a fast finish or not."""
    minutes: Counter[Focus] = Counter()
    whole = easy = 0.0
    for step in Workout("", Focus.EASY, blocks).steps():
        took = step_minutes(step, MIDDLE)
        whole += took
        if step.part is Part.MAIN and step.effort in _FOCUS:
            minutes[_FOCUS[step.effort]] += round(took * 60)
        elif step.part is Part.MAIN:
            easy += took
    if not minutes or (whole >= LONG_MINUTES and easy >= LONG_EASY):
        return Focus.LONG if whole >= LONG_MINUTES else Focus.EASY
    return max(minutes, key=lambda focus: (minutes[focus], focus.value))


def _uphill(blocks: tuple[Block, ...]) -> bool:
    return any(step.uphill for step in Workout("", Focus.EASY, blocks).steps())


def _part(block: Block) -> Part:
    return block.part if isinstance(block, Step) else block.steps[0].part


def _framed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Nobody starts fast from cold: a quarter of an hour before, ten minutes after."""
    fast = any(
        step.part is Part.MAIN and step.effort in _FOCUS
        for step in Workout("", Focus.EASY, blocks).steps()
    )
    if not fast:
        return blocks
    frame = frame_for(WarmUp.FULL, masters=False)
    before, after = Duration.of_minutes(frame.before[0]), Duration.of_minutes(frame.after[0])
    parts = {_part(block) for block in blocks}
    warm = () if Part.WARM_UP in parts else (Step(Effort.EASY, time=before, part=Part.WARM_UP),)
    cool = () if Part.COOL_DOWN in parts else (Step(Effort.EASY, time=after, part=Part.COOL_DOWN),)
    return (*warm, *blocks, *cool)


def with_effort(blocks: tuple[Block, ...], effort: Effort) -> tuple[Block, ...]:
    """The same with its fast stretches at another effort."""

    def changed(step: Step) -> Step:
        fast = step.part is Part.MAIN and step.effort in _FOCUS
        return replace(step, effort=effort) if fast else step

    return tuple(
        changed(block)
        if isinstance(block, Step)
        else Repeat(block.times, tuple(changed(step) for step in block.steps))
        for block in blocks
    )


def main_efforts(blocks: tuple[Block, ...]) -> frozenset[Effort]:
    """At which efforts the fast stretches are."""
    steps = Workout("", Focus.EASY, blocks).steps()
    return frozenset(s.effort for s in steps if s.part is Part.MAIN and s.effort in _FOCUS)


# By time


def twin_of(workout: Workout) -> Workout | None:
    """The same by time, so that all start and stop together; None where it is by time already."""
    blocks = tuple(
        _timed(block)
        if isinstance(block, Step)
        else Repeat(block.times, tuple(map(_timed, block.steps)))
        for block in workout.blocks
    )
    return None if blocks == workout.blocks else replace(workout, blocks=blocks)


def _timed(step: Step) -> Step:
    if step.distance is None:
        return step
    seconds = step_minutes(step, MIDDLE) * 60
    unit = 60 if seconds >= 600 else 30 if seconds >= 120 else 15
    time = Duration(max(unit, round(seconds / unit) * unit))
    return replace(step, distance=None, time=time)


# From the library, and what fits most members' week


def from_library(recipe: Recipe) -> Workout:
    """A library session for a whole squad, two thirds up its range; caps do the rest."""
    dose = recipe.doses[(len(recipe.doses) - 1) * 2 // 3]
    if recipe.fills:  # easy running takes what is left of the middle of its minutes
        least, most = recipe.minutes.least, recipe.minutes.most
        with suppress(DoesNotFit):
            return size(recipe, pace_of=MIDDLE, dose=dose, minutes=(least + most) // 10 * 5)
    return size(recipe, pace_of=MIDDLE, dose=dose)


def offered(library: Library, focus: Focus) -> tuple[Recipe, ...]:
    """The sessions of a focus that a squad can run together on level ground, in their order."""
    slots = {Slot.HARD, Slot.LONG, Slot.EASY, Slot.STRIDES, Slot.MEDIUM_LONG}
    return tuple(
        recipe
        for recipe in library
        if recipe.focus is focus and slots & set(recipe.slots) and not recipe.gates.after
    )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A library session, and how many of so many members' weeks hold the like of it."""

    key: str
    fits: int
    of: int


def propose(plans: Iterable[Plan], day: date, library: Library) -> Proposal | None:
    """What fits most members' week: the commonest hard session within two days of the day."""
    keys: Counter[str] = Counter()
    focuses: Counter[Focus] = Counter()
    told = 0
    for plan in plans:
        told += 1
        near = plan.between(day - timedelta(days=2), day + timedelta(days=2))
        hard = [s for s in near if s.hard and s.race is None and not s.long]
        if not hard:
            continue
        nearest = min(hard, key=lambda s: (abs((s.on - day).days), s.on))
        focuses[nearest.focus] += 1
        if nearest.workout.key in library:
            keys[nearest.workout.key] += 1
    if not focuses:
        return None
    focus = max(focuses, key=lambda each: (focuses[each], each.value))
    suited = {r.key for r in offered(library, focus)}
    known = [key for key in keys if key in suited] or sorted(suited)
    if not known:
        return None
    best = max(known, key=lambda key: (keys[key], key))
    return Proposal(best, focuses[focus], told)
