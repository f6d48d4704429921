"""Stretches of a coach's shorthand that are not of one piece: their ends, insides and thirds."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.shorthand.parts import Amount, Note, Segment, Stuck, Why
from bot.understand.shorthand.sizes import GUESS, by_size, step_of
from core.units import METRES_PER_MILE, Distance, Duration
from core.workout import Block, Effort, Repeat, Step, step_minutes

_LEAST_AROUND = 5.0
"""Minutes of easy running that reps leave of the stretch that they are in, or they leave it."""
_LONG_THIRD = 20.0
"""Minutes; a progression with longer thirds ends at M, a shorter one at T (ours)."""


def thirds(segment: Segment, amount: Amount, notes: set[Note]) -> list[Block]:
    """A progression: a third at each of three efforts, from easy to tempo if nothing is said."""
    notes.add(Note.PROGRESSION)
    if len(segment.efforts) > 2:
        part = replace(amount, size=amount.size / len(segment.efforts))
        return [step_of(part, effort) for effort in segment.efforts]
    whole = step_of(amount, Effort.EASY)
    third = step_minutes(whole, GUESS) / 3
    told = segment.effort
    first = told if told is not None and segment.until is not None else Effort.EASY
    usual = Effort.MARATHON if third > _LONG_THIRD else Effort.THRESHOLD
    last = segment.until or (told if told and told.at_least_marathon else usual)
    middle = list(Effort)[(first.rank + last.rank) // 2]
    middle = Effort.STEADY if first is Effort.EASY and segment.until is None else middle
    if last.rank <= first.rank:
        raise Stuck(Why.UNKNOWN, segment.start, segment.end)
    one = _third(amount)
    rest = replace(amount, size=amount.size - 2 * one.size)
    if rest.size <= 0:
        raise Stuck(Why.TOO_SHORT, segment.start, segment.end)
    steps = [step_of(rest, first), step_of(one, middle), step_of(one, last)]
    if middle is first:
        steps = [step_of(replace(amount, size=amount.size - one.size), first), steps[2]]
    return list(steps)


def _third(amount: Amount) -> Amount:
    """In whole minutes, miles or hundreds of metres."""
    third = amount.size / 3
    miles = third / METRES_PER_MILE
    if not amount.timed and abs(miles - round(miles)) < 0.01:
        return replace(amount, size=third)
    unit = 60 if amount.timed else 100
    return replace(amount, size=max(round(third / unit), 1) * unit)


def portioned(before: Block, portions: list[Segment], notes: set[Note]) -> list[Block]:
    """ "6x800 @ 10k, last one hard": the reps before it, and those that are told apart."""
    start, end = portions[0].start, portions[-1].end
    plain = isinstance(before, Repeat) and all(one.portion for one in portions)
    if not plain or not isinstance(before, Repeat) or len(before.steps) != 2:
        raise Stuck(Why.UNKNOWN, start, end)
    work, rest = before.steps
    told = [(int(one.works[0].size), _portion_effort(one, work, notes)) for one in portions]
    left = before.times - sum(count for count, _ in told)
    if left < 0 or (left and portions[0].first) or any(count < 1 for count, _ in told):
        raise Stuck(Why.WHICH_REPS, start, end)
    found: list[Block] = []
    for count, effort in [(left, work.effort)] * bool(left) + told:
        steps = (replace(work, effort=effort), rest)
        found += [Repeat(count, steps)] if count > 1 else list(steps)
    return found[:-1] if isinstance(found[-1], Step) else found


def _portion_effort(portion: Segment, work: Step, notes: set[Note]) -> Effort:
    """The effort of some reps as told, or a harder one than that of the others."""
    if portion.effort is not None:
        return portion.effort
    notes.add(Note.EFFORT)
    return _harder(work)


def halved(step: Step) -> Step:
    """Half of a stretch: what lies before and after its middle."""
    if step.time is not None:
        return replace(step, time=Duration(step.time.seconds / 2))
    return replace(step, distance=Distance(step.distance.metres / 2 if step.distance else 0.0))


def _harder(work: Step) -> Effort:
    """The usual effort of such a rep, or the next harder one if that is what it has already."""
    amount = Amount(work.time.seconds, timed=True) if work.time else Amount(work.distance.metres)  # type: ignore[union-attr]
    usual = by_size(amount, uphill=work.uphill)
    if usual.rank > work.effort.rank:
        return usual
    efforts = list(Effort)
    return efforts[min(work.effort.rank + 1, len(efforts) - 1)]


def like(amount: Amount, before: Step) -> Amount:
    """ "10 miles: last 3": the unit of the stretch that it is the end of."""
    if before.time is not None:
        return Amount(amount.size * 60, timed=True)
    miles = before.distance.miles if before.distance else 0.0
    counted = abs(miles - round(miles)) < 0.01
    return Amount(amount.size * (METRES_PER_MILE if counted else 1000))


def around(whole: Block, inside: list[Block]) -> Block:
    """An easy stretch of which reps are a part, without their minutes."""
    if not isinstance(whole, Step) or whole.effort not in {Effort.EASY, Effort.STEADY}:
        return whole
    steps = [s for b in inside for s in ([b] if isinstance(b, Step) else [*b.steps] * b.times)]
    taken = sum(step_minutes(step, GUESS) for step in steps)
    left = step_minutes(whole, GUESS) - taken
    if left < _LEAST_AROUND:
        return whole
    if whole.time is not None:
        return replace(whole, time=Duration.of_minutes(round(left)))
    metres = GUESS(whole.effort).distance_in(Duration.of_minutes(left)).metres
    return replace(whole, distance=Distance(round(metres / 100) * 100))


def less(whole: Step, tail: Step) -> Step | None:
    """The stretch without its end; None where the end is no part of it."""
    if whole.time and tail.time and whole.time > tail.time:
        return replace(whole, time=Duration(whole.time.seconds - tail.time.seconds))
    if whole.distance and tail.distance and whole.distance > tail.distance:
        return replace(whole, distance=Distance(whole.distance.metres - tail.distance.metres))
    return None
