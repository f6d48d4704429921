"""The whole of a coach's shorthand: what is warm-up and cool-down, and what goes beyond bounds."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.shorthand.parts import Stuck, Why
from bot.understand.shorthand.sizes import GUESS
from core.workout import Block, Effort, Part, Repeat, Step, step_minutes

MOST_REPS = 100
MOST_MINUTES = 300.0
_MOST_REST = 30.0
_LEAST = 4 / 60
"""Minutes."""


def framed(blocks: list[Block]) -> tuple[Block, ...]:
    """Easy running before and after something fast is its warm-up and cool-down."""
    fast = [n for n, block in enumerate(blocks) if _fast(block)]
    cooled = [b for b in blocks[: fast[-1]] if _part(b) is Part.COOL_DOWN] if fast else []
    warmed = [b for b in blocks[fast[0] :] if _part(b) is Part.WARM_UP] if fast else []
    between = [b for b in blocks if b not in cooled and b not in warmed]
    blocks = [*warmed, *between, *cooled]  # "+ wu & cd" may be told first or last
    fast = [n for n, block in enumerate(blocks) if _fast(block)]
    if not fast:
        return tuple(map(_easy_run, blocks))
    first, last = fast[0], fast[-1]
    found: list[Block] = []
    for number, block in enumerate(blocks):
        frame = _frames(block)
        if frame and isinstance(block, Step) and number < first:
            found.append(replace(block, part=Part.WARM_UP, effort=Effort.EASY))
        elif frame and isinstance(block, Step) and last < number == len(blocks) - 1:
            found.append(replace(block, part=Part.COOL_DOWN, effort=Effort.EASY))
        else:
            found.append(block)
    return tuple(found)


def _frames(block: Block) -> bool:
    """Whether it is a stretch of easy running such as stands around the work."""
    if not isinstance(block, Step) or block.part not in {Part.MAIN, Part.RECOVERY}:
        return False
    easy = block.effort in {Effort.EASY, Effort.JOG}
    return easy and 4 <= step_minutes(block, GUESS) <= 30


def _easy_run(block: Block) -> Block:
    """ "40 min jog" on a day without anything fast is an easy run."""
    jog = isinstance(block, Step) and block.effort is Effort.JOG and not block.cue
    if not (jog and isinstance(block, Step)) or step_minutes(block, GUESS) < 10:
        return block
    return replace(block, effort=Effort.EASY, part=Part.MAIN)


def _part(block: Block) -> Part:
    return block.part if isinstance(block, Step) else block.steps[0].part


def _fast(block: Block) -> bool:
    steps = (block,) if isinstance(block, Step) else block.steps
    quick = (s for s in steps if s.effort.at_least_marathon and s.effort is not Effort.STRIDE)
    return any(step.part is Part.MAIN for step in quick)


def bounded(blocks: tuple[Block, ...], end: int) -> None:
    """Not more than anybody runs, and nothing too small to be meant."""
    steps = [
        (step, block.times if isinstance(block, Repeat) else 1)
        for block in blocks
        for step in ((block,) if isinstance(block, Step) else block.steps)
    ]
    if all(step.part is Part.RECOVERY for step, _ in steps):
        raise Stuck(Why.EMPTY, 0, end)
    works = sum(times for step, times in steps if step.part is not Part.RECOVERY)
    if works > MOST_REPS:
        raise Stuck(Why.TOO_MANY, 0, end)
    for step, _ in steps:
        minutes = step_minutes(step, GUESS)
        if step.part is Part.RECOVERY and minutes > _MOST_REST:
            raise Stuck(Why.TOO_LONG, 0, end)
        if minutes < _LEAST:
            raise Stuck(Why.TOO_SHORT, 0, end)
    if sum(step_minutes(step, GUESS) * times for step, times in steps) > MOST_MINUTES:
        raise Stuck(Why.TOO_LONG, 0, end)
