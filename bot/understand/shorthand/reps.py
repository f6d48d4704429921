"""Reps, sets and ladders of a coach's shorthand: one turn, its recovery, and what is between."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.shorthand.parts import Amount, Note, Rest, Role, Segment, Stuck, Why
from bot.understand.shorthand.shapes import rests_of_part
from bot.understand.shorthand.sizes import (
    GENTLE,
    GUESS,
    beside,
    by_race,
    by_size,
    pair_unit,
    rest_step,
    sized,
    step_of,
    usual_rest,
)
from core.units import Duration
from core.workout import Block, Effort, Part, Repeat, Step, step_minutes

SETS_APART = Rest(Amount(180, timed=True))
"""What lies between sets where nothing was said."""


def turns_of_total(segment: Segment) -> int:
    """ "20' of 30/30": how often it fits."""
    assert segment.total is not None  # noqa: S101 - the caller asked
    works = [*segment.works, *(r.amount for r in segment.rests if r.amount)]
    for inner in segment.group or []:
        works += [*inner.works, *(r.amount for r in inner.rests if r.amount)]
    resolved = [pair_unit(work) for work in works]
    once = sum(work.size for work in resolved)
    alike = all(work.timed is segment.total.timed for work in resolved)
    if not works or not alike or once < 1:
        raise Stuck(Why.NO_AMOUNT, segment.start, segment.end)
    return max(1, int(segment.total.size // once))


def rests_of(segment: Segment, *, nested: bool) -> tuple[Rest | None, Rest | None]:
    """The recovery between reps and the one between sets."""
    sets = [rest for rest in segment.rests if rest.sets]
    reps = [rest for rest in segment.rests if not rest.sets]
    clocked = len(reps) > 1 and reps[0].clock and not nested
    if clocked:  # "4x1k (3:45) 90s": the time of the rep comes first
        reps, segment.own_pace = reps[1:], True
    if nested and not sets and len(reps) > 1:
        sets, reps = reps[1:], reps[:1]
    elif nested and not sets and reps and segment.holds_reps and _rested_inside(segment):
        sets, reps = reps, []
    elif len(reps) > 1 and not nested:
        raise Stuck(Why.UNKNOWN, segment.start, segment.end)
    return (reps[0] if reps else None), (sets[0] if sets else None)


def _rested_inside(segment: Segment) -> bool:
    return any(inner.rests or rests_of_part(inner) for inner in segment.group or [])


def turn_of(segment: Segment, between: Rest | None, notes: set[Note]) -> list[Step]:
    """One rep and its recovery."""
    if not segment.works:
        strides = Role.STRIDES in segment.roles
        sprints = segment.effort is Effort.SPRINT
        if not (strides or sprints):
            raise Stuck(Why.NO_AMOUNT, segment.start, segment.end)
        works = [Amount(20 if strides else 10, timed=True)]
    else:
        works = segment.works
    amount = works[0]
    on_off = between is not None and (between.slash or segment.hard)
    if on_off and between is not None and between.amount is not None:
        amount = beside(amount, between.amount)
    work = rep_of(amount, segment, notes)
    return [work, recovery(between, work, segment, notes)]


def rep_of(amount: Amount, segment: Segment, notes: set[Note]) -> Step:
    """One rep at the effort that was told, or at the usual one for its length."""
    amount = sized(amount, segment)
    effort = segment.effort
    if Role.STRIDES in segment.roles:
        effort = effort if effort not in {None, *GENTLE} else Effort.STRIDE
    if effort is None and Role.TRIAL in segment.roles:
        effort = by_race(amount)
    elif effort is None:
        effort = by_size(amount, uphill=segment.uphill)
        notes.add(Note.OWN_PACE if segment.own_pace else Note.EFFORT)
    elif segment.own_pace:
        notes.add(Note.OWN_PACE)
    return step_of(amount, effort, uphill=segment.uphill)


def rested(steps: list[Step], segment: Segment, notes: set[Note]) -> list[Step]:
    """Steps of a turn between which nothing easy was told: over and under stays unbroken."""
    gentlest = min(step.effort.rank for step in steps)
    if len({step.effort for step in steps}) > 1 and gentlest <= Effort.HALF.rank:
        return steps
    return [each for step in steps for each in (step, recovery(None, step, segment, notes))]


def with_last_rest(turn: list[Step], apart: Step) -> list[Step]:
    """A set that ends with what lies between two sets."""
    kept = turn[:-1] if turn and turn[-1].part is Part.RECOVERY else turn
    return [*kept, apart]


def ladder(
    segment: Segment,
    between: Rest | None,
    counts: list[int],
    apart: Rest | None,
    notes: set[Note],
) -> list[Block]:
    """Reps of growing and falling length with recoveries between, once or in sets."""
    works = [rep_of(amount, segment, notes) for amount in segment.works]
    if segment.efforts:
        if len(segment.efforts) != len(works):
            raise Stuck(Why.WHICH_REPS, segment.start, segment.end)
        works = [replace(w, effort=e) for w, e in zip(works, segment.efforts, strict=True)]
    if segment.effort is None and not segment.faster and len({step.effort for step in works}) > 1:
        middle = sorted(works, key=lambda s: step_minutes(s, GUESS))[len(works) // 2].effort
        works = [replace(step, effort=middle) for step in works]
    steps: list[Step] = []
    for work in works:
        steps += [work, recovery(between, work, segment, notes)]
    times = counts[0] if counts else 1
    if times == 1:
        return list(steps[:-1])
    return [Repeat(times, tuple(with_last_rest(steps, rest_step(apart, None, Duration(180)))
                                if apart else steps))]  # fmt: skip


def recovery(rest: Rest | None, work: Step, segment: Segment, notes: set[Note]) -> Step:
    """The recovery as told, or what is usual after such a rep."""
    if rest is not None:
        usual = Duration(usual_rest(work, segment))
        return rest_step(rest, work, usual)
    if Role.STRIDES not in segment.roles:
        notes.add(Note.REST)
    seconds = Duration(usual_rest(work, segment))
    walked = work.effort is Effort.SPRINT
    return Step(Effort.WALK if walked else Effort.JOG, time=seconds, part=Part.RECOVERY)
