"""From segments to steps: what was left unsaid is filled in, and noted for the coach to confirm."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import zip_longest

from bot.understand.shorthand.account import accounted, told_in
from bot.understand.shorthand.frame import MOST_REPS, bounded, framed
from bot.understand.shorthand.grouping import grouped
from bot.understand.shorthand.parts import Amount, Note, Rest, Role, Segment, Stuck, Why
from bot.understand.shorthand.reps import (
    SETS_APART,
    ladder,
    recovery,
    rested,
    rests_of,
    turn_of,
    turns_of_total,
    with_last_rest,
)
from bot.understand.shorthand.shapes import is_stretch, rests_of_part
from bot.understand.shorthand.sizes import (
    GENTLE,
    RECOVERIES,
    by_race,
    by_size,
    rest_step,
    sized,
    step_of,
)
from bot.understand.shorthand.stretches import around, halved, less, like, portioned, thirds
from core.units import Duration
from core.workout import Block, Effort, Part, Repeat, Step

_MOST_HOURS = 240.0
"""Minutes of "4:00" as hours; as minutes it is too short for a run."""


def blocks_of(segments: list[Segment], notes: set[Note], end: int) -> tuple[Block, ...]:
    """The session in running order; Stuck where a part has no amount or goes beyond all bounds."""
    told = told_in(segments)
    parts = grouped(segments)
    _in_hours(parts)
    blocks = framed(_made(parts, notes))
    bounded(blocks, end)
    accounted(told, blocks)
    return blocks


def _in_hours(parts: list[Segment]) -> None:
    """ "1:30 easy" is an hour and a half where it is the run and not a part of one."""
    runs = [part for part in parts if not part.roles & {Role.STRIDES, Role.DRILLS}]
    one = runs[0] if len(runs) == 1 and is_stretch(runs[0]) else None
    if one is None or not one.works[0].clock or one.works[0].size > _MOST_HOURS or one.hard:
        return
    if one.effort in {None, *GENTLE, Effort.MARATHON}:
        one.works = [Amount(one.works[0].size * 60, timed=True)]


def _made(parts: list[Segment], notes: set[Note]) -> list[Block]:
    """The parts one after the other; some are the end or the inside of the one before."""
    blocks: list[Block] = []
    for part, after in zip_longest(parts, parts[1:]):
        if after is not None and after.last:
            part.roles.discard(Role.PROGRESSION)  # its end says how it progresses
        if after is not None and after.within and after.reps and Role.FARTLEK in part.roles:
            part.roles.discard(Role.FARTLEK)  # "40 min fartlek w/ 8 x 2 min hard"
        if part.last or (blocks and _is_inside(part, blocks[-1])):
            blocks += _ended(blocks, part, notes)
        elif part.reps:
            made = _reps(part, notes)
            if part.within and Role.STRIDES not in part.roles and blocks:
                blocks[-1] = around(blocks[-1], made)
            blocks += made
        else:
            blocks += _way_back(part, blocks, notes) or _plain(part, notes)
    return blocks


def _way_back(segment: Segment, blocks: list[Block], notes: set[Note]) -> list[Block]:
    """ "(2' hard up hill, jog down)": the way back of the stretch before it."""
    rests, before = rests_of_part(segment), blocks[-1] if blocks else None
    if len(rests) != 1 or rests[0].amount is not None or not isinstance(before, Step):
        return []
    return [recovery(rests[0], before, segment, notes)]


def _is_inside(segment: Segment, before: Block) -> bool:
    """ "16k w/ 8k @ MP", "8 miles w/ 5 @ steady": the faster part of the easy stretch before."""
    fast = segment.effort is not None and segment.effort.rank >= Effort.STEADY.rank
    easy = isinstance(before, Step) and before.effort is Effort.EASY
    return segment.within and fast and easy and not segment.roles and is_stretch(segment)


def _ended(blocks: list[Block], segment: Segment, notes: set[Note]) -> list[Block]:
    """ "60' with the last 15' at MP": the end of the stretch before, at another effort."""
    before = blocks.pop() if blocks else None
    if isinstance(before, Repeat):
        return portioned(before, [segment], notes)
    if segment.works and segment.works[0].bare and isinstance(before, Step):
        segment.works[0] = like(segment.works[0], before)
    tail = _plain(segment, notes)
    one = tail[0]
    if not isinstance(before, Step) or not isinstance(one, Step):
        raise Stuck(Why.UNKNOWN, segment.start, segment.end)
    left = less(before, one)
    if left is None:
        raise Stuck(Why.TOO_LONG, segment.start, segment.end)
    return [halved(left), *tail, halved(left)] if segment.middle else [left, *tail]


def _plain(segment: Segment, notes: set[Note]) -> list[Block]:
    """A part without repetition."""
    if Role.WARM_UP in segment.roles or Role.COOL_DOWN in segment.roles:
        return _frame(segment)
    if Role.STRIDES in segment.roles:
        return _reps(_with_counts(segment, 4), notes)
    if Role.DRILLS in segment.roles:
        amount = segment.works[0] if segment.works else Amount(600, timed=True)
        return [replace(step_of(amount, Effort.JOG), part=Part.WARM_UP, cue="drills")]
    if Role.FARTLEK in segment.roles and segment.works:
        return _fartlek(segment, notes)
    if segment.rests and not segment.works:
        return [rest_step(rest, None, Duration(60)) for rest in segment.rests]
    if not segment.works:
        raise Stuck(Why.NO_AMOUNT, segment.start, segment.end)
    if Role.PROGRESSION in segment.roles:
        return [*thirds(segment, sized(segment.works[0], segment, alone=True), notes)]
    return [_stretch(segment, notes), *_after(segment)]


def _after(segment: Segment) -> list[Block]:
    """The recovery told right behind a single stretch: "15' T 3' jog"."""
    return [rest_step(rest, None, Duration(60)) for rest in segment.rests]


def _stretch(segment: Segment, notes: set[Note]) -> Step:
    amount = sized(segment.works[0], segment, alone=True)
    effort = segment.effort
    if effort is None and Role.TRIAL in segment.roles:
        effort = by_race(amount)
    elif effort is None:
        fast = segment.hard or segment.own_pace or segment.uphill
        effort = by_size(amount, uphill=segment.uphill) if fast else Effort.EASY
        if segment.own_pace or fast or Role.LONG not in segment.roles:  # a long run is easy
            notes.add(Note.OWN_PACE if segment.own_pace else Note.EFFORT)
    elif segment.own_pace:
        notes.add(Note.OWN_PACE)
    step = step_of(amount, effort, uphill=segment.uphill)
    return replace(step, part=Part.RECOVERY) if effort in RECOVERIES else step


def _frame(segment: Segment) -> list[Block]:
    """Warm-up and cool-down; strides inside one keep their number."""
    warm = Role.WARM_UP in segment.roles
    part = Part.WARM_UP if warm else Part.COOL_DOWN
    amount = Amount(900 if warm else 600, timed=True)
    if segment.works and not segment.counts:
        amount = sized(segment.works[0], segment, alone=True)
    effort = segment.effort or Effort.EASY
    effort = Effort.EASY if effort in {Effort.JOG, Effort.STRIDE} else effort
    first: list[Block] = [replace(step_of(amount, effort), part=part)]
    if Role.STRIDES in segment.roles:
        own = _with_counts(segment, 4)
        own.effort = Effort.STRIDE
        strides = _reps(own, set())
        first += [_in_part(block, part) for block in strides]
    if Role.COOL_DOWN in segment.roles and warm:  # "wu & cd": both, around what comes between
        first.append(replace(step_of(Amount(600, timed=True), Effort.EASY), part=Part.COOL_DOWN))
    return first


def _in_part(block: Block, part: Part) -> Block:
    if isinstance(block, Step):
        return replace(block, part=part)
    return Repeat(block.times, tuple(replace(step, part=part) for step in block.steps))


def _with_counts(segment: Segment, usual: int) -> Segment:
    """The segment with its number of turns, or the usual one where none was told."""
    counts = segment.counts or [usual]
    works = segment.works if segment.counts or Role.WARM_UP not in segment.roles else []
    return Segment(
        segment.start, segment.end, counts, works, segment.rests, effort=segment.effort,
        uphill=segment.uphill, roles={Role.STRIDES},
    )  # fmt: skip


def _fartlek(segment: Segment, notes: set[Note]) -> list[Block]:
    """So many minutes of fartlek with nothing else told: a minute fast, two easy."""
    total = sized(segment.works[0], segment, alone=True)
    if not total.timed or total.size < 180:
        raise Stuck(Why.NO_AMOUNT, segment.start, segment.end)
    notes.add(Note.FARTLEK)
    fast = step_of(Amount(60, timed=True), segment.effort or Effort.FIVE_K)
    slow = replace(step_of(Amount(120, timed=True), Effort.JOG), part=Part.RECOVERY)
    return [Repeat(int(total.size // 180), (fast, slow))]


def _reps(segment: Segment, notes: set[Note]) -> list[Block]:
    """Reps, sets and ladders, the last ones as they are told."""
    made = _all_reps(segment, notes)
    if segment.portions:
        made[-1:] = portioned(made[-1], segment.portions, notes)
    return made


def _all_reps(segment: Segment, notes: set[Note]) -> list[Block]:
    """One turn, as often as it was told."""
    counts = _counts(segment)
    between, apart = rests_of(segment, nested=len(counts) > 1 or segment.holds_reps)
    if segment.group is None and len(segment.works) > 1:
        return ladder(segment, between, counts, apart, notes)
    if segment.group is not None:
        turn = _turn_of_group(segment, between, notes)
        if apart is not None:
            turn = with_last_rest(turn, rest_step(apart, None, Duration(180)))
    else:
        turn = turn_of(segment, between, notes)
        if segment.efforts and len(counts) == 1:
            turn, counts = _in_turn(segment, turn, counts[0])
        if len(counts) > 1:
            turn = _set_of(turn * counts.pop(), apart, notes)
    times = math.prod(counts)
    if times * len(turn) > 4 * MOST_REPS:
        raise Stuck(Why.TOO_MANY, segment.start, segment.end)
    if times == 1 and between is None and segment.group is None:
        notes.discard(Note.REST)
        return list(turn[:1])  # "1 x 20 min tempo"
    return [Repeat(times, tuple(turn))] if times > 1 else list(turn)


def _counts(segment: Segment) -> list[int]:
    counts = list(segment.counts)
    if segment.total is not None:
        counts = [turns_of_total(segment)]
    if any(count > MOST_REPS for count in counts):
        raise Stuck(Why.TOO_MANY, segment.start, segment.end)
    return counts


def _set_of(turns: list[Step], apart: Rest | None, notes: set[Note]) -> list[Step]:
    """Reps that end with what lies between two sets."""
    if apart is None:
        notes.add(Note.REST)
    return [*turns[:-1], rest_step(apart or SETS_APART, None, Duration(180))]


def _in_turn(segment: Segment, turn: list[Step], count: int) -> tuple[list[Step], list[int]]:
    """ "8 x 1k alternating MP and 10k": half as many turns of two reps."""
    if count % len(segment.efforts):
        raise Stuck(Why.WHICH_REPS, segment.start, segment.end)
    both = [replace(turn[0], effort=effort) for effort in segment.efforts]
    return [step for work in both for step in (work, turn[1])], [count // len(both)]


def _each_effort(segment: Segment, steps: list[Step]) -> list[Step]:
    """ "3 x (1200, 400) @ 5k/3k": one for each of the reps in the brackets."""
    reps = [number for number, step in enumerate(steps) if step.part is Part.MAIN]
    if len(reps) != len(segment.efforts):
        raise Stuck(Why.WHICH_REPS, segment.start, segment.end)
    told = dict(zip(reps, segment.efforts, strict=True))
    return [replace(s, effort=told.get(number, s.effort)) for number, s in enumerate(steps)]


def _turn_of_group(segment: Segment, between: Rest | None, notes: set[Note]) -> list[Step]:
    """What stands in the brackets, with what was told outside of them."""
    group = segment.group or []
    for one in group:
        one.grouped = one.hard = True  # reps are fast, unless something else is said
        one.effort = one.effort or segment.effort
        one.uphill = one.uphill or segment.uphill
        one.own_pace = one.own_pace or segment.own_pace
        if between is not None and not one.rests and not rests_of_part(one):
            one.rests.append(between)
    steps: list[Step] = []
    for block in _made(group, notes):
        steps += [block] if isinstance(block, Step) else block.steps * block.times
    if segment.efforts:
        steps = _each_effort(segment, steps)
    if len(steps) > MOST_REPS * 2:
        raise Stuck(Why.TOO_MANY, segment.start, segment.end)
    fast = bool(steps) and steps[-1].part is Part.MAIN and steps[-1].effort not in RECOVERIES
    if between is not None and fast and len(steps) > 1:
        steps.append(recovery(between, steps[-1], segment, notes))
    if not any(step.part is Part.RECOVERY for step in steps):
        steps = rested(steps, segment, notes)
    return steps
