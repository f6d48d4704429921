"""Parts of a coach's shorthand that belong to their neighbours: rests, rows, ends of stretches."""

from __future__ import annotations

from dataclasses import replace

from bot.understand.shorthand_parts import Amount, Rest, Segment
from bot.understand.shorthand_sizes import GUESS, RECOVERIES
from core.units import METRES_PER_MILE, Distance, Duration
from core.workout import Block, Effort, Step, step_minutes

_LEAST_AROUND = 5.0
"""Minutes of easy running that reps leave of the stretch that they are in, or they leave it."""
_SHORT_BREAK = 300.0
"""Seconds up to which an easy part right behind reps is their recovery."""


def rows(segments: list[Segment]) -> list[Segment]:
    """ "15' T + 10' T + 5' T w/ 2' jog": stretches of one effort whose rest is told at the end."""
    found: list[Segment] = []
    for segment in segments:
        rest = only_rest(segment) if segment.within else None
        start = len(found)
        while start and _is_row(found[start - 1], found[-1]):
            start -= 1
        if rest is not None and len(found) - start > 1:
            row = found[-1]
            row.works = [work for one in found[start:] for work in one.works]
            row.rests = [rest]
            found[start:] = [row]
        elif not _rests_between(segment, found):
            found.append(segment)
    return _parted(found)


def _rests_between(segment: Segment, found: list[Segment]) -> bool:
    """ "3k @ HM, 2k @ 10k, 1k @ 5k, 3' jog between": the stretches take the rest, if it is one."""
    rest = only_rest(segment)
    first = len(found)
    while first and _is_fast(found[first - 1]):
        first -= 1
    if rest is None or not rest.capital or len(found) - first < 2:
        return False
    for one in found[first:-1]:
        one.rests = [rest]
    return True


def _parted(found: list[Segment]) -> list[Segment]:
    """ "1500 @ 10k, 3 min, 1500 @ 10k": a short time by itself between fast stretches is a rest."""
    kept = found[:1]
    for segment, after in zip(found[1:], [*found[2:], None], strict=False):
        rest = short_break(segment) if segment.effort is None else None
        if rest is None or after is None or not (_is_fast(kept[-1]) and _is_fast(after)):
            kept.append(segment)
        else:
            kept[-1].rests = [rest]
    return kept


def _is_fast(one: Segment) -> bool:
    """Whether it is one stretch at a fast effort, with nothing told beside it."""
    plain = not (one.counts or one.roles or one.group or one.rests or one.last)
    return plain and len(one.works) == 1 and one.effort is not None and one.effort.at_least_marathon


def _is_row(one: Segment, other: Segment) -> bool:
    plain = not (one.counts or one.roles or one.group or one.rests or one.last)
    return plain and len(one.works) == 1 and one.effort is not None and one.effort is other.effort


def both_rests(segment: Segment) -> bool:
    """ "2' / 4'": between reps, and between sets."""
    plain = not (segment.counts or segment.roles or segment.group or segment.effort)
    return plain and len(segment.works) == 1 and len(segment.rests) == 1


def only_effort(segment: Segment) -> bool:
    """ "4x1200m, 3 min rest, 3k pace"."""
    told = segment.effort is not None or segment.own_pace
    return told and not (segment.sized or segment.counts or segment.rests or segment.roles)


def only_rest(segment: Segment) -> Rest | None:
    """The segment as a recovery: "90s rest", "2' jog", "R3'"."""
    if segment.roles or segment.counts or segment.group or segment.last:
        return None
    if segment.rests and not segment.works:
        return segment.rests[0]
    if len(segment.works) == 1 and segment.effort in RECOVERIES and not segment.rests:
        return Rest(segment.works[0], effort=segment.effort)
    return None


def short_break(segment: Segment) -> Rest | None:
    """ "6x1k @T, 60s" and "5x3', 2' easy": what is short and not fast behind reps."""
    plain = not (segment.said and (segment.roles or segment.counts or segment.group))
    fast = segment.hard or segment.own_pace or segment.effort not in {None, Effort.EASY}
    if not plain or fast or len(segment.works) != 1 or segment.rests or segment.last:
        return None
    (amount,) = segment.works
    jogged = not amount.timed and amount.size <= 1000 and segment.effort is Effort.EASY
    short = amount.timed and amount.size <= _SHORT_BREAK
    short = short or jogged or (amount.bare and amount.size < 100)
    return Rest(amount, effort=segment.effort) if short else None


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
