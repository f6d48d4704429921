"""From segments to steps: what was left unsaid is filled in, and noted for the coach to confirm."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.shorthand_frame import MOST_REPS, bounded, framed
from bot.understand.shorthand_parts import Amount, Note, Rest, Role, Segment, Stuck, Why
from bot.understand.shorthand_reps import (
    SETS_APART,
    holds_reps,
    ladder,
    recovery,
    rested,
    rests_of,
    turn_of,
    turns_of_total,
    with_last_rest,
)
from bot.understand.shorthand_rows import (
    around,
    both_rests,
    less,
    like,
    only_effort,
    only_rest,
    rows,
    short_break,
)
from bot.understand.shorthand_sizes import (
    RECOVERIES,
    by_size,
    rest_step,
    sized,
    step_of,
)
from core.units import Duration
from core.workout import Block, Effort, Part, Repeat, Step


def blocks_of(segments: list[Segment], notes: set[Note], end: int) -> tuple[Block, ...]:
    """The session in running order; Stuck where a part has no amount or goes beyond all bounds."""
    making = _Making(notes)
    for segment in rows(segments):
        making.add(segment)
    making.close()
    blocks = framed(making.blocks)
    bounded(blocks, end)
    return blocks


class _Making:
    """The session as far as it has been put together."""

    def __init__(self, notes: set[Note]) -> None:
        self.notes = notes
        self.blocks: list[Block] = []
        self.open: Segment | None = None

    def add(self, segment: Segment) -> None:
        """One more part; a recovery closes the reps before it."""
        if self._closes(segment):
            return
        self.close()
        if segment.last:
            self._last(segment)
        elif segment.counts or segment.group or segment.total or len(segment.works) > 1:
            self.open = segment
        elif self._follows(segment):
            return
        elif self._is_inside(segment):
            self._last(segment)
        else:
            self.blocks += _plain(segment, self.notes)

    def _follows(self, segment: Segment) -> bool:
        """ "(2' hard up hill, jog down)": the way back of the stretch before it."""
        rest, before = only_rest(segment), self.blocks[-1] if self.blocks else None
        if rest is None or not (rest.back or rest.share) or not isinstance(before, Step):
            return False
        self.blocks.append(recovery(rest, before, segment, self.notes))
        return True

    def _is_inside(self, segment: Segment) -> bool:
        """ "16k w/ 8k @ MP": the faster part of the easy stretch before."""
        before = self.blocks[-1] if self.blocks else None
        fast = segment.effort is not None and segment.effort.at_least_marathon
        easy = isinstance(before, Step) and before.effort is Effort.EASY
        return segment.within and fast and easy and not segment.roles and bool(segment.works)

    def _closes(self, segment: Segment) -> bool:
        """Whether the part is the recovery of the reps before it: "6x800 @5K, 2' jog"."""
        before = self.open
        if before is None:
            return False
        if before.effort is None and only_effort(segment):
            before.effort, before.own_pace = segment.effort, segment.own_pace
            return True
        if both_rests(segment) and not before.rests and holds_reps(before):
            before.rests += [Rest(segment.works[0]), *segment.rests]
            return True
        rest = only_rest(segment) or short_break(segment)
        if rest is not None and before.rests and not (rest.capital or rest.sets):
            return False
        if rest is not None:
            before.rests.append(rest)
        return rest is not None

    def close(self) -> None:
        """Reps whose recovery, if any, has been told."""
        if self.open is not None:
            segment, self.open = self.open, None
            made = _reps(segment, self.notes)
            if segment.within and Role.STRIDES not in segment.roles and self.blocks:
                self.blocks[-1] = around(self.blocks[-1], made)
            self.blocks += made

    def _last(self, segment: Segment) -> None:
        """ "60' with the last 15' at MP": the end of the stretch before, at another effort."""
        before = self.blocks.pop() if self.blocks else None
        if segment.works and segment.works[0].bare and isinstance(before, Step):
            segment.works[0] = like(segment.works[0], before)
        tail = _plain(segment, self.notes)
        one = tail[0]
        if not isinstance(before, Step) or not isinstance(one, Step):
            raise Stuck(Why.UNKNOWN, segment.start, segment.end)
        left = less(before, one)
        if left is None:
            raise Stuck(Why.TOO_LONG, segment.start, segment.end)
        self.blocks += [left, *tail]


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
    rest = only_rest(segment)
    if rest is not None and not segment.works:
        return [rest_step(rest, None, Duration(60))]
    if not segment.works:
        raise Stuck(Why.NO_AMOUNT, segment.start, segment.end)
    return [_stretch(segment, notes), *_after(segment)]


def _after(segment: Segment) -> list[Block]:
    """The recovery told right behind a single stretch: "15' T 3' jog"."""
    return [rest_step(rest, None, Duration(60)) for rest in segment.rests]


def _stretch(segment: Segment, notes: set[Note]) -> Step:
    amount = sized(segment.works[0], segment, alone=True)
    effort = segment.effort
    if effort is None:
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
    """Reps, sets and ladders."""
    counts = list(segment.counts)
    if segment.total is not None:
        counts = [turns_of_total(segment)]
    for count in counts:
        if count > MOST_REPS:
            raise Stuck(Why.TOO_MANY, segment.start, segment.end)
    between, apart = rests_of(segment, nested=len(counts) > 1 or holds_reps(segment))
    if segment.group is not None:
        turn = _turn_of_group(segment, between, notes)
    elif len(segment.works) > 1:
        return ladder(segment, between, counts, apart, notes)
    else:
        turn = turn_of(segment, between, notes)
        if len(counts) > 1:
            inner = counts.pop()
            turn = turn * inner
            turn = [*turn[:-1], rest_step(apart or SETS_APART, None, Duration(180))]
            if apart is None:
                notes.add(Note.REST)
    if segment.group is not None and apart is not None:
        turn = with_last_rest(turn, rest_step(apart, None, Duration(180)))
    times = 1
    for count in counts:
        times *= count
    if times * len(turn) > 4 * MOST_REPS:
        raise Stuck(Why.TOO_MANY, segment.start, segment.end)
    if times == 1 and between is None and segment.group is None:
        notes.discard(Note.REST)
        return list(turn[:1])  # "1 x 20 min tempo"
    return [Repeat(times, tuple(turn))] if times > 1 else list(turn)


def _turn_of_group(segment: Segment, between: Rest | None, notes: set[Note]) -> list[Step]:
    """What stands in the brackets, with what was told outside of them."""
    inner = _Making(notes)
    for one in segment.group or []:
        one.grouped = one.hard = True  # reps are fast, unless something else is said
        one.effort = one.effort or segment.effort
        one.uphill = one.uphill or segment.uphill
        one.own_pace = one.own_pace or segment.own_pace
        runs = (one.counts or one.works) and not one.rests and only_rest(one) is None
        if between is not None and runs:
            one.rests.append(between)
        inner.add(one)
    inner.close()
    steps: list[Step] = []
    for block in inner.blocks:
        steps += [block] if isinstance(block, Step) else block.steps * block.times
    if len(steps) > MOST_REPS * 2:
        raise Stuck(Why.TOO_MANY, segment.start, segment.end)
    fast = bool(steps) and steps[-1].part is Part.MAIN and steps[-1].effort not in RECOVERIES
    if between is not None and fast and len(steps) > 1:
        steps.append(recovery(between, steps[-1], segment, notes))
    if not any(step.part is Part.RECOVERY for step in steps):
        steps = rested(steps, segment, notes)
    return steps
