"""Rows of stretches in a coach's shorthand, and the recoveries that lie between them."""

from __future__ import annotations

from bot.understand.shorthand.parts import Segment, Stuck, Why
from bot.understand.shorthand.shapes import fast, rests_of_part, runs, short_break


def rest_of_row(kept: list[Segment], segment: Segment, *, more: bool) -> bool:
    """ "3k @ HM, 2k @ 10k, 1k @ 5k, 3' between": told once, between all of a row of stretches."""
    rests = rests_of_part(segment) or (short_break(segment) if segment.within else [])
    first = len(kept)
    while first and fast(kept[first - 1]):
        first -= 1
    worded = len(rests) == 1 and (rests[0].effort is None and not segment.works)
    between = segment.within or (len(rests) == 1 and rests[0].capital)
    if len(rests) != 1 or len(kept) - first < 2 or not (between or (worded and not more)):
        return False
    for one in kept[first:] if more else kept[first:-1]:
        one.rests = list(rests)
    return True


def row_told_inside(kept: list[Segment], segment: Segment) -> bool:
    """ "2k @ HM, 1k @ 10k, 500 @ 5k w/ 2' jog after each": the rest of the last is that of all."""
    rest = segment.rests[0] if len(segment.rests) == 1 else None
    if rest is None or not (rest.each or rest.capital) or len(segment.works) != 1:
        return False
    first = len(kept)
    while not segment.counts and first and fast(kept[first - 1]):
        first -= 1
    for one in kept[first:]:
        one.rests = [rest]
    return False


def pause(kept: list[Segment], segment: Segment) -> bool:
    """ "1500 @ 10k, 3 min, 1500 @ 10k": a short time by itself between fast stretches is a rest."""
    between = len(kept) > 1 and fast(kept[-2]) and (runs(segment) or segment is kept[0])
    if not between or kept[-1].effort is not None:
        return False
    rests = short_break(kept[-1])
    if rests:
        kept[-2].rests = rests
        kept[-1:] = []
    return False


def one_too_many(kept: list[Segment], segment: Segment) -> None:
    """ "5 x 300 fast, 100 walk, 300 jog": a second recovery behind reps that have one."""
    before = kept[-1] if kept else None
    extra = before is not None and before.reps and before.rests and segment.mark == ","
    if extra and rests_of_part(segment):
        raise Stuck(Why.UNKNOWN, segment.start, segment.end)
