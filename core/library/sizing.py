"""From recipe to workout: a dose, a stage, a frame of easy running, within a total."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.library.caps import Caps, within
from core.library.frame import floor, frame_for
from core.library.recipe import Grows, Piece, Recipe
from core.library.totals import metres_of, minutes_of
from core.units import Distance, Duration
from core.workout import Block, Effort, PaceOf, Repeat, Step, Workout, step_metres, step_minutes


class DoesNotFit(ValueError):
    """There is less room than the smallest version needs."""


def size(
    recipe: Recipe,
    *,
    pace_of: PaceOf,
    dose: float | None = None,
    stage: int = 0,
    minutes: float | None = None,
    distance: Distance | None = None,
    masters: bool = False,
) -> Workout:
    """The workout exactly as asked, without caps.

    `dose` is one of `recipe.doses`; without it the least, or with a total the most that it leaves
    room for. The total (minutes or distance, frame included) is never exceeded; what is left goes
    to the easy block that fills, else to the frame. DoesNotFit where there is too little.
    """
    sizing = _Sizing(recipe, stage, masters, _room(minutes, distance, pace_of))
    if sizing.room is None:
        return sizing.usual(recipe.doses[0] if dose is None else dose)
    for amount in reversed(recipe.doses) if dose is None else (dose,):
        workout = sizing.at(amount)
        if workout is not None:
            return workout
    raise DoesNotFit(f"{recipe.key} needs more room than that")


def fit(
    recipe: Recipe,
    *,
    pace_of: PaceOf,
    caps: Caps | None = None,
    most: float | None = None,
    stage: int = 0,
    minutes: float | None = None,
    distance: Distance | None = None,
    masters: bool = False,
) -> Workout | None:
    """The largest dose, `most` at most, inside the caps, the total and the recipe's own minutes.

    None where even the least is too much. A total above the recipe's longest is cut to it.
    """
    longest = recipe.minutes.most
    if minutes is not None:
        minutes = min(minutes, longest)
    if distance is not None:
        distance = min(distance, pace_of(Effort.EASY).distance_in(Duration.of_minutes(longest)))
    sizing = _Sizing(recipe, stage, masters, _room(minutes, distance, pace_of))
    for dose in reversed(recipe.doses):
        if most is not None and dose > most:
            continue
        workout = sizing.at(dose)
        if workout is None or minutes_of(workout.blocks, pace_of) > longest + 0.5:
            continue
        if caps is None or within(workout, caps, pace_of):
            return workout
    return None


@dataclass(frozen=True, slots=True)
class _Room:
    """The session's total, by minutes or by metres, and what an easy minute of it is."""

    total: float
    by_distance: bool
    pace_of: PaceOf

    def left(self, blocks: list[Block]) -> float:
        """Easy minutes that the blocks leave; below zero where they are too long already."""
        if not self.by_distance:
            return self.total - minutes_of(blocks, self.pace_of)
        metres = self.total - metres_of(blocks, self.pace_of)
        return metres / 1000 * self.pace_of(Effort.EASY).seconds_per_km / 60

    def filled(self, step: Step, left: float) -> Step | None:
        """The step with what is left, in whole minutes or 100 m; None: less than it needs."""
        if not self.by_distance:
            if left < step_minutes(step, self.pace_of):
                return None
            return replace(step, time=Duration.of_minutes(floor(left)), distance=None)
        metres = left * 60_000 / self.pace_of(Effort.EASY).seconds_per_km
        if metres < step_metres(step, self.pace_of):
            return None
        return replace(step, distance=Distance(floor(metres / 100) * 100), time=None)


def _room(minutes: float | None, distance: Distance | None, pace_of: PaceOf) -> _Room | None:
    if distance is not None:
        return _Room(distance.metres, by_distance=True, pace_of=pace_of)
    return None if minutes is None else _Room(minutes, by_distance=False, pace_of=pace_of)


@dataclass(frozen=True, slots=True)
class _Sizing:
    """A recipe being sized: all that stays the same from dose to dose."""

    recipe: Recipe
    stage: int
    masters: bool
    room: _Room | None

    def at(self, dose: float) -> Workout | None:
        """The workout that takes the room up; None where the dose leaves too little."""
        return self.usual(dose) if self.room is None else self._in(self.room, dose)

    def usual(self, dose: float) -> Workout:
        """The workout in its usual frame, the filling step at its least."""
        frame = frame_for(self.recipe.warm_up, masters=self.masters)
        fill = next((piece.steps[0] for piece in self.recipe.pieces if piece.fill), None)
        main = self._main(dose, fill)
        return self._workout(frame.around(main, frame.before[0], frame.after[0]))

    def _in(self, room: _Room, dose: float) -> Workout | None:
        frame = frame_for(self.recipe.warm_up, masters=self.masters)
        left = room.left(self._main(dose, None) + frame.opening()) + 1e-6
        fill = next((piece.steps[0] for piece in self.recipe.pieces if piece.fill), None)
        if fill is None:
            split = frame.split(left)
            return split and self._workout(frame.around(self._main(dose, None), *split))
        for before, after in zip(frame.before[:2], frame.after[:2], strict=True):
            filled = room.filled(fill, left - before - after)
            if filled is not None:
                main = self._main(dose, filled)
                return self._workout(frame.around(main, before, after))
        return None

    def _main(self, dose: float, fill: Step | None) -> list[Block]:
        """The main part at a dose, with this filling step or without one."""
        blocks: list[Block] = []
        for piece in self.recipe.pieces:
            if piece.fill:
                blocks += [] if fill is None else [fill]
            else:
                blocks += _blocks(self.recipe, piece, dose, self.stage)
        return blocks

    def _workout(self, blocks: tuple[Block, ...]) -> Workout:
        return Workout(self.recipe.key, self.recipe.focus, blocks)


def _blocks(recipe: Recipe, piece: Piece, dose: float, stage: int) -> list[Block]:
    """One piece at a dose and a stage; what is done once is no repeat."""
    steps = tuple(_staged(recipe, step, stage) for step in piece.steps)
    if piece.length is not None:
        return [_stretched(steps[0], dose)]
    times = round(dose) if piece.scaled else round(piece.times.least)
    return list(steps) if times == 1 else [Repeat(times, steps)]


def _stretched(step: Step, amount: float) -> Step:
    if step.time is not None:
        return replace(step, time=Duration(amount))
    return replace(step, distance=Distance(amount))


def _staged(recipe: Recipe, step: Step, stage: int) -> Step:
    """The step on a rung of the recipe's ladder; rung 0 is how the recipe is written."""
    if recipe.grows is Grows.PACE and step.effort is recipe.pace[0]:
        return replace(step, effort=recipe.pace[stage])
    if recipe.grows is Grows.REST and step == recipe.rest[0]:
        return recipe.rest[stage]
    return step
