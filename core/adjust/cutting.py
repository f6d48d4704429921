"""Making workouts smaller: fewer reps, fewer minutes, no fast parts; never anything more."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from core.safety import Ban
from core.units import Distance, Duration
from core.workout import Block, Effort, Focus, PaceOf, Part, Repeat, Step, Workout, step_minutes

EASY, LONG, WALK = "easy", "long", "walk-30"
"""Keys of the library's plainest recipes."""
LEAST_MINUTES = 10.0
"""A run is not cut below this; less is a rest day (ours)."""
_BITS = {Effort.STRIDE, Effort.SPRINT}
_HARDER = {effort for effort in Effort if effort.rank > Effort.EASY.rank}


def easy_run(minutes: float) -> Workout:
    """An easy run of whole minutes, rounded down: it stands in for as much or more."""
    time = Duration.of_minutes(max(1, math.floor(minutes + 1e-9)))
    return Workout(EASY, Focus.EASY, (Step(Effort.EASY, time=time),))


def walk(minutes: float) -> Workout:
    """A brisk walk of whole minutes."""
    time = Duration.of_minutes(round(minutes))
    return Workout(WALK, Focus.WALK_RUN, (Step(Effort.WALK, time=time),))


def running_minutes(workout: Workout, pace_of: PaceOf) -> float:
    """Minutes without the walks and standing rests."""
    moving = (s for s in workout.steps() if s.effort.rank > Effort.WALK.rank)
    return sum(step_minutes(step, pace_of) for step in moving)


def fewer_reps(workout: Workout, share: float) -> Workout:
    """The same paces with `share` of the turns; without turns, of the fast stretches."""
    fast = [place for place, block in enumerate(workout.blocks) if _is_fast(block)]
    if any(_turns(block) > 1 for block in workout.blocks):
        blocks = tuple(_fewer(block, share) for block in workout.blocks)
    elif len(fast) >= 3:
        blocks = _without_last(workout.blocks, fast, max(1, math.floor(len(fast) * share)))
    else:
        blocks = tuple(_scaled(b, share) if _is_fast(b) else b for b in workout.blocks)
    return replace(workout, blocks=blocks)


def _turns(block: Block) -> int:
    """How often the block's work is repeated; strides of a warm-up are no work."""
    if isinstance(block, Repeat) and any(step.part is Part.MAIN for step in block.steps):
        return block.times
    return 1


def _is_fast(block: Block) -> bool:
    return any(step.effort in _HARDER and step.part is Part.MAIN for step in _steps(block))


def _fewer(block: Block, share: float) -> Block:
    if not isinstance(block, Repeat) or _turns(block) == 1:
        return block
    return replace(block, times=max(1, math.floor(block.times * share + 1e-9)))


def _without_last(blocks: tuple[Block, ...], fast: list[int], keep: int) -> tuple[Block, ...]:
    """The first `keep` fast stretches; what stood between the others goes with them."""
    first, last = fast[keep - 1] + 1, fast[-1] + 1
    return blocks[:first] + blocks[last:]


def shorter(workout: Workout, share: float, pace_of: PaceOf) -> Workout:
    """`share` of the session's minutes, but ten at least: easy running goes first."""
    whole = workout.minutes(pace_of)
    return capped(workout, max(whole * share, min(whole, LEAST_MINUTES)), pace_of)


def capped(workout: Workout, minutes: float, pace_of: PaceOf) -> Workout:
    """At most so many minutes: easy running is cut by up to half, then everything alike."""
    whole = workout.minutes(pace_of)
    if whole <= minutes:
        return workout
    easy = sum(step_minutes(s, pace_of) for b in workout.blocks for s in _easy(b))
    if easy and whole - minutes <= easy / 2:
        share = 1 - (whole - minutes) / easy
        blocks = tuple(_scaled(b, share) if _easy(b) else b for b in workout.blocks)
    else:
        share = minutes / whole
        blocks = tuple(_any_scaled(b, share) for b in workout.blocks)
    return replace(workout, blocks=blocks)


def _easy(block: Block) -> tuple[Step, ...]:
    """The block itself where it is easy running that is not part of a set."""
    if isinstance(block, Repeat) or block.effort not in {Effort.EASY, Effort.JOG}:
        return ()
    return (block,)


def _scaled(block: Block, share: float) -> Block:
    if isinstance(block, Repeat):
        return replace(block, steps=tuple(_scaled_step(step, share) for step in block.steps))
    return _scaled_step(block, share)


def _any_scaled(block: Block, share: float) -> Block:
    """A set loses turns; where less than one would be left, that one is shorter."""
    if not isinstance(block, Repeat):
        return _scaled_step(block, share)
    if block.times * share < 1:
        return _scaled(replace(block, times=1), block.times * share)
    return replace(block, times=math.floor(block.times * share + 1e-9))


def _scaled_step(step: Step, share: float) -> Step:
    """Rounded down to 5 s or 10 m, so that the card stays readable and nothing grows."""
    if step.time is not None:
        seconds = step.time.seconds * share
        return replace(step, time=Duration(_floor(seconds, 60 if seconds >= 600 else 5)))
    assert step.distance is not None  # noqa: S101 - Step's own invariant, for the type checker
    metres = step.distance.metres * share
    return replace(step, distance=Distance(_floor(metres, 100 if metres >= 1000 else 10)))


def _floor(amount: float, unit: int) -> float:
    return max(1.0, math.floor(amount / unit + 1e-9) * unit)


def plain(workout: Workout, pace_of: PaceOf) -> Workout:
    """No fast parts: strides and sprints go, what else was faster is run easy, no longer."""
    kept = tuple(block for block in workout.blocks if not _only_bits(block))
    if not any(_harder(block) for block in kept):
        if kept == workout.blocks:
            return workout
        if any(step.effort.rank > Effort.WALK.rank for block in kept for step in _steps(block)):
            return _without(workout, kept)
    minutes = math.floor(workout.minutes(pace_of))
    if workout.focus is not Focus.LONG:
        return easy_run(minutes)
    easy = Step(Effort.EASY, time=Duration.of_minutes(minutes))
    if any(step.distance for step in workout.steps()):
        covered = easy_distance(minutes, pace_of)
        easy = Step(Effort.EASY, distance=covered)
    return Workout(LONG, Focus.LONG, (easy,))


def _without(workout: Workout, kept: tuple[Block, ...]) -> Workout:
    """What is left of an easy run with strides is the plain easy run, by name as well."""
    key = EASY if workout.focus is Focus.EASY else workout.key
    return replace(workout, key=key, blocks=kept)


def easy_distance(minutes: float, pace_of: PaceOf) -> Distance:
    """How far an easy run of so many minutes goes, rounded down to 100 m."""
    covered = pace_of(Effort.EASY).distance_in(Duration.of_minutes(minutes))
    return Distance(_floor(covered.metres, 100))


def _harder(block: Block) -> bool:
    return any(step.effort in _HARDER or step.uphill for step in _steps(block))


def _steps(block: Block) -> tuple[Step, ...]:
    return block.steps if isinstance(block, Repeat) else (block,)


def _only_bits(block: Block) -> bool:
    """Strides or sprints with the rests between them."""
    fast = [step for step in _steps(block) if step.effort in _HARDER]
    return bool(fast) and all(step.effort in _BITS for step in fast)


def has_bits(workout: Workout) -> bool:
    """Whether it holds strides or sprints, which never follow a hard or long day."""
    return any(step.effort in _BITS for step in workout.steps())


def spared(workout: Workout, bans: Iterable[Ban], pace_of: PaceOf) -> Workout:
    """The workout without the parts that a sore spot forbids; itself where nothing is forbidden.

    Strides and sprints are left out; where the work itself is forbidden it becomes a plain run.
    """
    forbidden = set(bans)
    kept = tuple(b for b in workout.blocks if not (_only_bits(b) and _banned(b, forbidden)))
    runs = any(step.effort.rank > Effort.WALK.rank for block in kept for step in _steps(block))
    if any(_banned(block, forbidden) for block in kept) or not runs:
        return plain(workout, pace_of)
    return workout if kept == workout.blocks else _without(workout, kept)


def _banned(block: Block, bans: set[Ban]) -> bool:
    return any(_step_banned(step, bans) for step in _steps(block))


def _step_banned(step: Step, bans: set[Ban]) -> bool:
    if step.uphill and Ban.HILLS in bans:
        return True
    if step.effort is Effort.SPRINT:
        return Ban.SPRINTS in bans or (Ban.FLAT_SPRINTS in bans and not step.uphill)
    if step.effort in {Effort.STRIDE, Effort.FAST}:
        return Ban.STRIDES in bans
    return step.effort.at_least_marathon and Ban.TEMPO in bans
