"""What a coach's shorthand tells of several parts at once: headings, "all", "after the 800s"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, takewhile

from bot.understand.shorthand.parts import Amount, Rest, Role, Segment, Stuck, Why
from bot.understand.shorthand.shapes import fast, is_stretch, rests_of_part, short_break
from bot.understand.shorthand.sizes import GENTLE, RECOVERIES

_APART = {Role.WARM_UP, Role.COOL_DOWN, Role.STRIDES, Role.DRILLS}
"""Parts that no heading is about."""


def spread(segments: list[Segment]) -> list[Segment]:
    """The parts, each with what was told of it elsewhere."""
    for rule in _RULES:
        segments = rule(segments)
    return segments


def _told(segments: list[Segment]) -> list[Segment]:
    """The parts in which there is something still."""
    return [one for one in segments if one.said]


def _in_units(segments: list[Segment]) -> list[Segment]:
    """ "5 min @ MP, 4 @ HM, 3 @ 10k": a bare number is in the unit of the stretch before it."""
    for before, one in pairwise(segments):
        listed = one.mark in {",", "and"} and is_stretch(before) and is_stretch(one)
        if (
            listed
            and one.effort
            and one.works[0].bare
            and not before.works[0].bare
            and one.works[0].size < 50
        ):
            one.works = [_as_in(one.works[0], before.works[0])]
        if listed and before.paced and _names_a_race(one):
            raise Stuck(Why.UNKNOWN, one.start, one.end)
    return segments


def _names_a_race(one: Segment) -> bool:
    """ "3k, 2k, 1k @ HM, 10k, 5k": the 5k is hardly run on top."""
    bare = not (one.effort or one.hard or one.own_pace or one.roles)
    return bare and not one.works[0].timed and one.works[0].size in {5000, 10000}


def _uphill(segments: list[Segment]) -> list[Segment]:
    """ "hills 6x2min, 6x1min, 6x30s": all of the list, as long as no effort is named."""
    hills = False
    for one in segments:
        listed = hills and one.mark in {",", "+", "and", "&"} and one.counts and not one.effort
        one.uphill = one.uphill or bool(listed)
        hills = bool(listed) or (one.hills_first and bool(one.counts))
    return segments


def _labelled(segments: list[Segment]) -> list[Segment]:
    """ "Threshold session - 4 x 2k": a heading tells the effort of the reps below it."""
    kept: list[Segment] = []
    for number, one in enumerate(segments):
        below = list(takewhile(lambda each: not _is_label(each), segments[number + 1 :]))
        nothing = one.effort in GENTLE and below  # "Easy: 10' wu and cd"
        if not (_is_label(one) and (_head(one, below) or nothing)):
            kept.append(one)
    return kept


def _is_label(one: Segment) -> bool:
    return one.heads and one.label


def _head(label: Segment, below: list[Segment]) -> bool:
    """Give the reps below a heading what it says, the stretches where there are no reps; whether
    there are any.
    """
    parts = [one for one in below if not one.roles & _APART]
    about = [one for one in parts if one.reps] or [one for one in parts if one.works]
    for one in about:
        one.effort = one.effort or label.effort
        one.uphill = one.uphill or label.uphill
        one.roles |= label.roles
    return bool(about)


def _headed(segments: list[Segment]) -> list[Segment]:
    """ "14k progression: 5k easy, 5k steady, 4k tempo": a heading told again is dropped."""
    kept: list[Segment] = []
    for number, segment in enumerate(segments):
        parts = segments[number + 1 :]
        if segment.named and is_stretch(segment) and _named_again(segment, parts):
            continue
        if segment.heads and is_stretch(segment) and parts and _is_broken(segment, parts[0]):
            continue
        if segment.heads and is_stretch(segment) and _is_on_and_off(segment, parts):
            continue
        if segment.broken:
            raise Stuck(Why.UNKNOWN, segment.start, segment.end)
        headline = segment.heads and is_stretch(segment) and len(parts) > 1
        if not (headline and all(map(_is_piece, parts))):
            kept.append(segment)
            continue
        whole = segment.works[0]
        for part in parts:
            part.works = [_as_in(amount, whole) for amount in part.works]
        told = [part.works[0] for part in parts]
        sizes = sum(amount.size for amount in told)
        if any(amount.timed is not whole.timed for amount in told) or abs(sizes - whole.size) > 1:
            raise Stuck(Why.UNKNOWN, segment.start, segment.end)
        parts[-1].last = False  # "6 miles: 2 easy, 2 MP, last 2 HM"
    return kept


def _is_broken(heading: Segment, reps: Segment) -> bool:
    """ "30 min tempo in 3 x 10 min": whether the reps are as long as their heading."""
    if len(reps.counts) != 1 or len(reps.works) != 1:
        return False
    whole, one = heading.works[0], _as_in(reps.works[0], heading.works[0])
    if one.timed is not whole.timed or abs(one.size * reps.counts[0] - whole.size) > 1:
        return False
    reps.works, reps.effort = [one], reps.effort or heading.effort
    return True


def _is_on_and_off(heading: Segment, parts: list[Segment]) -> bool:
    """ "30 min fartlek: 1 min on, 1 min off": the two go on for as long as the heading says."""
    rests = rests_of_part(parts[1]) if len(parts) == 2 else []
    if len(rests) != 1 or not is_stretch(parts[0]):
        return False
    whole, work = heading.works[0], parts[0].works[0]
    if work.timed is not whole.timed or work.size > whole.size / 4:
        return False
    parts[0].total, parts[0].rests = whole, rests
    parts[1].rests, parts[1].works = [], []
    return True


def _is_piece(one: Segment) -> bool:
    """Whether it is one of the stretches that a heading is told again in."""
    return is_stretch(one) or (one.last and len(one.works) == 1 and not one.rests)


def _as_in(amount: Amount, whole: Amount) -> Amount:
    """ "8 miles: 3 easy, 3 steady, 2 @ HM": a bare number in the unit of the heading."""
    if not amount.bare:
        return amount
    return Amount(amount.size * whole.unit, timed=whole.timed, unit=whole.unit)


def _named_again(heading: Segment, parts: list[Segment]) -> bool:
    """ "Mile reps! 5 x mile", "300m reps - 3 sets of 4": whether the reps themselves follow."""
    for part in [part for part in parts if part.counts]:
        if not part.works and not part.group:
            part.works, part.effort = list(heading.works), part.effort or heading.effort
        if part.works and abs(part.works[0].size - heading.works[0].size) <= 1:
            return True
    return False


def _rowed(segments: list[Segment]) -> list[Segment]:
    """ "2 miles, 1 mile, 1/2 mile @ 10k w/ 3 min": three and more of which the last says how."""
    kept: list[Segment] = []
    for segment in segments:
        first = len(kept)
        while first and _is_rung(kept[first - 1], segment):
            first -= 1
        quick = segment.effort is not None and segment.effort.at_least_marathon
        row = [*kept[first + 1 :], segment]  # a number as mark: "800 800 800"
        listed = all(one.mark in {",", "+", "-"} or one.mark.isdigit() for one in row)
        single = len(segment.works) == 1 and not (segment.counts or segment.roles or segment.last)
        if quick and listed and single and len(kept) - first > 1:
            segment.works = [one.works[0] for one in [*kept[first:], segment]]
            segment.start = kept[first].start
            kept[first:] = []
        kept.append(segment)
    return kept


def _is_rung(one: Segment, last: Segment) -> bool:
    """Whether it is a bare stretch of the same kind as the last of the row."""
    bare = is_stretch(one) and not (one.effort or one.hard or one.own_pace or one.roles)
    return bare and bool(last.works) and one.works[0].timed is last.works[0].timed


def _rested_row(segments: list[Segment]) -> list[Segment]:
    """ "400 (1'), 800 (2'), 400 @ 5k": a row with its recoveries; the last one says how hard."""
    for number, last in enumerate(segments):
        if not (fast(last) or (last.effort and len(last.works) == 1 and not last.counts)):
            continue
        for one in reversed(segments[:number]):
            listed = len(one.works) == 1 and len(one.rests) == 1 and not (one.counts or one.roles)
            if not listed or one.effort or one.hard or last.effort in GENTLE:
                break
            one.effort = last.effort
    return segments


def _dealt(segments: list[Segment]) -> list[Segment]:
    """ "4 x 1k, 2 x 500, 4 x 200; 1', 1', 200 jog": as many recoveries as there are reps."""
    end = len(segments)
    while end and (rests_of_part(segments[end - 1]) or short_break(segments[end - 1])):
        end -= 1
    first = end
    while first and segments[first - 1].counts and not segments[first - 1].rests:
        first -= 1
    reps, tail = segments[first:end], segments[end:]
    if len(reps) < 2 or len(tail) < 2 or reps[-1].holds_reps:
        return segments
    if len(reps) != len(tail):
        raise Stuck(Why.UNKNOWN, tail[0].start, tail[-1].end)
    for one, rest in zip(reps, tail, strict=True):
        one.rests = rests_of_part(rest) or short_break(rest)
    return segments[:end]


def _shared(segments: list[Segment]) -> list[Segment]:
    """ "4x800, 4x400, all @ 5k, 90s rec": every rep that has no effort or recovery of its own."""
    kept: list[Segment] = []
    all_before = False
    for segment in segments:
        rests = rests_of_part(segment) or short_break(segment)
        told = segment.of_all or (all_before and bool(rests))
        all_before = (told and not segment.sized) or segment.of_all
        if not told or (segment.sized and not rests):
            kept.append(segment)
            continue
        for one in [one for one in kept if one.counts or one.group]:
            if not (one.effort or one.own_pace) and segment.effort not in RECOVERIES:
                one.effort, one.own_pace = segment.effort, segment.own_pace
            one.rests = one.rests or list(rests)
        row = [one for one in kept if fast(one)] if rests else []
        for one in row[:-1]:
            one.rests = list(rests)
    return kept


def _owed(segments: list[Segment]) -> list[Segment]:
    """ "4 x mile; 4 x 200; 2' rest after miles, 200 jog after 200s": each to its own reps."""
    kept: list[Segment] = []
    for segment in segments:
        for rest in [rest for rest in segment.rests if rest.of is not None]:
            inside = [one for part in kept for one in part.group or []]
            reps = [one for one in [*kept, *inside, segment] if _has(one, rest)]
            if len(reps) != 1 or (reps[0].rests and reps[0] is not segment):
                raise Stuck(Why.UNKNOWN, segment.start, segment.end)
            segment.rests.remove(rest)
            reps[0].rests.append(rest)
        if segment.said:
            kept.append(segment)
    return kept


def _has(one: Segment, rest: Rest) -> bool:
    """Whether its reps are those that the recovery was told for."""
    works = [] if one.group else one.works
    return rest.of is not None and any(abs(work.size - rest.of.size) < 10 for work in works)


_Rule = Callable[[list[Segment]], list[Segment]]
_RULES: tuple[_Rule, ...] = (
    _in_units,
    _uphill,
    _labelled,
    _headed,
    _shared,
    _rowed,
    _rested_row,
    _dealt,
    _owed,
    _told,
)
