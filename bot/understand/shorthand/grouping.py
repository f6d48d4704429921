"""Parts of a coach's shorthand that belong together: each is laid to the one before, or kept.

`grouped` reads the parts from left to right. Every rule below looks at one part and at those kept
so far; the first rule that takes the part ends the matter, and what no rule takes is kept.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.understand.shorthand.parts import Amount, Rest, Role, Segment, Stuck, Why
from bot.understand.shorthand.rows import one_too_many, pause, rest_of_row, row_told_inside
from bot.understand.shorthand.shapes import (
    fast,
    is_stretch,
    nested,
    rests_of_part,
    runs,
    short_break,
)
from bot.understand.shorthand.sizes import GENTLE, RECOVERIES
from bot.understand.shorthand.spread import spread
from core.workout import Effort

_SHORT_BREAK, _LONG_BREAK = 300.0, 600.0
"""Seconds of a bare time that may be the recovery between reps, or between sets."""
_NEAR = 2.5
"""Two lengths that may be done in turn: the one is not more than this of the other."""
_LISTED = {",", "+", "and", "&", "\n", ";"}


def grouped(segments: list[Segment], *, turn: bool = False) -> list[Segment]:
    """The parts as they are run: reps with their recoveries, rounds, rows of stretches.

    `turn`: they are done over again, so that a pause may stand at their end.
    """
    kept: list[Segment] = []
    segments = spread(segments)
    for number, segment in enumerate(segments):
        if segment.group:
            segment.group = grouped(segment.group, turn=True)
        more = any(map(runs, segments[number + 1 :]))
        if any(rule(kept, segment) for rule in _RULES):
            continue
        if not rest_of_row(kept, segment, more=more):
            if number == len(segments) - 1:
                one_too_many(kept, segment)
            kept.append(segment)
    if turn and kept:
        pause(kept, kept[0])
    return kept


def _size_of_reps(kept: list[Segment], segment: Segment) -> bool:
    """ "hills x 10, 60 secs": how far the reps are is told after how many they are."""
    before = kept[-1] if kept else None
    if before is None or not before.counts or before.works or before.group or before.total:
        return False
    usual = Role.STRIDES in before.roles or before.effort is Effort.SPRINT
    if usual or not is_stretch(segment) or segment.effort in RECOVERIES or segment.roles:
        return False
    before.works, before.effort = segment.works, before.effort or segment.effort
    return True


def _turns_told_after(kept: list[Segment], segment: Segment) -> bool:
    """ "45s on, 15s off x 20", "1k hard, 1k easy x 5": how often stands behind the easy half."""
    before = kept[-1] if kept else None
    if before is not None and segment.total and is_stretch(before):  # "1k on, 1k off for 12k"
        before.total = segment.total
        before.rests = [Rest(one, effort=segment.effort) for one in segment.works] + segment.rests
        return True
    if before is None or not segment.after or len(segment.counts) != 1 or segment.group:
        return False
    if not is_stretch(before) or segment.mark not in {",", "+", "and", "&", "/"}:
        return False
    hard = before.hard or before.effort not in {None, *GENTLE}
    if len(kept) > 1 and segment.effort in RECOVERIES:  # "800 T, 200 jog, 400 I, 200 jog x 4"
        raise Stuck(Why.WHICH_REPS, segment.start, segment.end)
    if not segment.works and segment.rests:
        before.counts, before.rests = segment.counts, segment.rests
        return True
    if len(segment.works) != 1 or segment.roles:
        return False
    if segment.effort in GENTLE and hard:
        kept[-1] = _together([before, segment])
        return True
    if hard and _alike(before.works[0], segment.works[0]):
        raise Stuck(Why.WHICH_REPS, segment.start, segment.end)
    return False


def _alike(one: Amount, other: Amount) -> bool:
    near = 1 / _NEAR <= one.size / max(other.size, 1) <= _NEAR
    return one.timed is other.timed and near


def _together(row: list[Segment]) -> Segment:
    """Parts that are done in turn, as often as the first or the last of them says."""
    first, last = row[0], row[-1]
    group = Segment(first.start, last.end, first.counts or last.counts, rests=last.rests, group=row)
    first.counts, last.counts, last.rests = [], [], []
    return group


def _alternating(kept: list[Segment], segment: Segment) -> bool:
    """ "4 x 800 @ 10k / 400 @ 3k", "800 @ 10k / 400 @ 3k x 4"."""
    first = len(kept) - 1
    while first > 0 and kept[first].slashed:
        first -= 1
    row = [*kept[first:], segment] if first >= 0 else []
    single = all(len(one.works) == 1 and one.effort not in {None, *RECOVERIES} for one in row)
    if not segment.slashed or len(row) < 2 or not single or sum(bool(o.counts) for o in row) != 1:
        return False
    if not (row[0].counts or segment.after):
        return False
    kept[first:] = [_together(row)]
    return True


def _round(kept: list[Segment], segment: Segment) -> bool:
    """ "3 rounds of 800 @ 5k, 400 @ 3k, 200 @ mile": the rest of a list of stretches."""
    before = kept[-1] if kept else None
    if before is None or not before.sets or len(before.counts) != 1 or segment.mark not in _LISTED:
        return False
    if not fast(segment) or segment.mark in {"\n", ";"}:
        return False
    if before.group is None:
        if len(before.works) != 1 or before.effort is None:
            return False
        one = Segment(before.start, before.end, works=before.works, rests=before.rests)
        one.effort, one.own_pace, one.uphill = before.effort, before.own_pace, before.uphill
        before.group, before.works, before.rests, before.effort = [one], [], [], None
    elif not before.listed:
        return False
    else:
        before.group[-1].rests += before.rests
        before.rests = []
    before.group.append(segment)
    before.listed = True
    return True


def _again(kept: list[Segment], segment: Segment) -> bool:
    """ "5x300 r90, 3 sets", "..., repeat x3": all that is done behind the warm-up, once more."""
    if not segment.again:
        return False
    first = 0
    for number, one in enumerate(kept):
        easy = one.effort is Effort.EASY and not one.counts
        if one.roles & {Role.WARM_UP, Role.DRILLS, Role.STRIDES} or (easy and number == first):
            first = number + 1
    if first == len(kept):
        raise Stuck(Why.NO_AMOUNT, segment.start, segment.end)
    group = Segment(kept[first].start, segment.end, [segment.again], group=kept[first:])
    group.rests = segment.rests
    kept[first:] = [group]
    return True


def _effort_of_reps(kept: list[Segment], segment: Segment) -> bool:
    """ "4x1200m, 3 min rest, 3k pace"."""
    told = segment.effort is not None or segment.own_pace
    only = told and not (segment.sized or segment.counts or segment.rests or segment.roles)
    before = kept[-1] if kept else None
    gentle = segment.effort in GENTLE
    if not only or gentle or before is None or before.effort is not None or segment.of_all:
        return False
    if not (before.reps or is_stretch(before)):
        return False
    before.effort, before.own_pace = segment.effort, segment.own_pace or before.own_pace
    return True


def _portion(kept: list[Segment], segment: Segment) -> bool:
    """ "6x800 @ 10k, last one hard", "6x1k, first 3 @ 10k, last 3 @ 5k": told of some reps."""
    before = kept[-1] if kept else None
    if before is None or not before.counts:
        return False
    few = fast(segment) and segment.paced and segment.works[0].bare  # "9 x 1k: 3 @ MP, 6 @ HM"
    if not segment.portion and not (few and segment.works[0].size < before.counts[0]):
        return False
    segment.first = not segment.last
    before.portions.append(segment)
    before.rests += segment.rests
    return True


def _rest_of_reps(kept: list[Segment], segment: Segment) -> bool:
    """ "6x800 @5K, 2' jog", "3x(4x400), 60s / 3min": the recoveries of the reps before."""
    before = kept[-1] if kept else None
    if before is None or not before.reps:
        return False
    most = _LONG_BREAK if nested(before) and before.rests else _SHORT_BREAK
    rests = rests_of_part(segment) or short_break(segment, most, _laps(before))
    rested = any(inner.rests or rests_of_part(inner) for inner in before.group or [])
    room = (2 if nested(before) else 1) - len(before.rests) - rested
    if not rests or len(rests) > room:
        return False
    if segment.effort is not None and segment.effort not in GENTLE:
        if before.effort not in {None, segment.effort}:
            raise Stuck(Why.UNKNOWN, segment.start, segment.end)
        before.effort = segment.effort  # "5 min between sets @ 5k": of the reps
    before.rests += rests
    if len(rests) == 1 and rests[0].each:
        _after_each(kept[:-1], rests[0])
    return True


def _laps(before: Segment) -> float:
    """Metres of an easy stretch that is a recovery behind such reps: "2 x 6 miles, 1 mile easy"."""
    work = before.works[0] if len(before.works) == 1 else Amount(0)
    share = 2 if before.within else 4
    return max(1000.0, 0.0 if work.timed else work.size / share)


def _after_each(parts: list[Segment], rest: Rest) -> None:
    """ "1600 @ 10k, 2 x 800 @ 5k, 400 jog after each": of all reps that have none of their own."""
    for one in reversed(parts):
        if one.rests or not (fast(one) or (one.reps and not one.holds_reps)):
            return
        one.rests = [rest]


def _between_told_inside(kept: list[Segment], segment: Segment) -> bool:
    """ "12x30/30 + 12x30/30 with 4' between": the second recovery of the last reps."""
    plain = segment.reps and not nested(segment) and len(segment.rests) == 2
    if not plain or not segment.rests[1].capital or not (kept and kept[-1].reps):
        return False
    apart = Segment(segment.start, segment.end, rests=[segment.rests.pop()])
    kept += [apart, segment]
    return True


def _between_reps(kept: list[Segment], segment: Segment) -> bool:
    """ "12x30/30 + 12x30/30, 4' between": what lies between two blocks of reps."""
    rests = rests_of_part(segment)
    if len(rests) != 1 or not (rests[0].capital or rests[0].sets):
        return False
    first = len(kept)
    while first and kept[first - 1].reps:
        first -= 1
    row = kept[first:]
    if len(row) < 2:
        return False
    if not all(one.rests for one in row[:-1]):
        for one in row:
            one.rests = one.rests or list(rests)
        return True
    apart = [Segment(segment.start, segment.end, rests=list(rests)) for _ in row[1:]]
    kept[first:] = [part for pair in zip(row, [*apart, None], strict=True) for part in pair if part]
    return True


_Rule = Callable[[list[Segment], Segment], bool]
_RULES: tuple[_Rule, ...] = (
    pause,
    row_told_inside,
    _size_of_reps,
    _alternating,
    _turns_told_after,
    _again,
    _effort_of_reps,
    _portion,
    _rest_of_reps,
    _round,
    _between_told_inside,
    _between_reps,
)
