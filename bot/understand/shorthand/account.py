"""Nothing that a coach wrote is lost on the way: every amount and effort read is in the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from bot.understand.shorthand.parts import Amount, Role, Segment, Stuck, Why
from core.units import METRES_PER_MILE
from core.workout import Block, Effort, Step

_CLOSE = 1.0
"""Metres or seconds."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was read in a part: sizes, and an effort where one was named."""

    segment: Segment
    works: tuple[Amount, ...]
    rests: tuple[Amount, ...]
    effort: Effort | None


def told_in(segments: list[Segment]) -> list[Told]:
    """What the parts say, before they are put together."""
    return list(_told(segments))


def _told(segments: list[Segment]) -> Iterator[Told]:
    for segment, after in zip_longest(segments, segments[1:]):
        yield from _told(segment.group or [])
        shortened = after is not None and (after.last or after.within)
        filled = segment.roles & {Role.PROGRESSION, Role.FARTLEK} and not segment.counts
        whole = shortened or segment.heads or filled
        rests = tuple(rest.amount for rest in segment.rests if rest.amount and not rest.clock)
        works = () if whole else tuple(segment.works)
        effort = segment.effort if segment.effort and segment.effort.at_least_marathon else None
        yield Told(segment, works, rests, None if segment.heads else effort)


def accounted(told: list[Told], blocks: tuple[Block, ...]) -> None:
    """Stuck at the first part of which something is missing in the session."""
    steps = [s for b in blocks for s in ((b,) if isinstance(b, Step) else b.steps)]
    gentle = [step for step in steps if not step.effort.at_least_marathon]
    efforts = {step.effort for step in steps}
    for part in told:
        counted = part.segment.portion or part.segment.last or part.segment.total
        lost = [a for a in part.works if not counted and not _is_in(a, steps)]
        lost += [a for a in part.rests if not _is_in(a, gentle)]
        if lost or (part.effort and part.effort not in efforts):
            raise Stuck(Why.UNKNOWN, part.segment.start, part.segment.end)


def _is_in(amount: Amount, steps: list[Step]) -> bool:
    """Whether some step has this size, in any unit that the number may have got."""
    times = {step.time.seconds for step in steps if step.time}
    metres = {step.distance.metres for step in steps if step.distance}
    size = amount.size
    seconds = {size} if amount.timed else {size, size * 60} if amount.bare or amount.m else set()
    seconds |= {size * 60} if amount.clock else set()
    lengths = set() if amount.timed else {size}
    lengths |= {size * 1000, size * METRES_PER_MILE} if amount.bare else set()
    return any(abs(a - b) <= _CLOSE for a in seconds for b in times) or any(
        abs(a - b) <= _CLOSE for a in lengths for b in metres
    )
