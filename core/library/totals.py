"""Totals of blocks without rolling repeats out: sizing asks for them hundreds of times a season."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.workout import Block, PaceOf, Step, step_metres, step_minutes


def turns(blocks: Iterable[Block]) -> Iterator[tuple[Step, int]]:
    """Each step once, with how often it is done."""
    for block in blocks:
        if isinstance(block, Step):
            yield block, 1
        else:
            for step in block.steps:
                yield step, block.times


def minutes_of(blocks: Iterable[Block], pace_of: PaceOf) -> float:
    """How long they take together."""
    return sum(times * step_minutes(step, pace_of) for step, times in turns(blocks))


def metres_of(blocks: Iterable[Block], pace_of: PaceOf) -> float:
    """How far they go together."""
    return sum(times * step_metres(step, pace_of) for step, times in turns(blocks))
