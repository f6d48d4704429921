"""What a part of a coach's shorthand is on its own: a stretch, a recovery, a short break."""

from __future__ import annotations

from bot.understand.shorthand.parts import Amount, Rest, Role, Segment
from bot.understand.shorthand.sizes import RECOVERIES
from core.workout import Effort

_SHORT_BREAK = 300.0
"""Seconds up to which an easy part right behind reps is their recovery."""
_MOST_JOG, _MOST_LAPS = 480.0, 1200.0
"""Seconds and metres up to which a jog behind reps is their recovery."""


def rests_of_part(segment: Segment) -> list[Rest]:
    """The part as recoveries: "90s rest", "2' jog", "R3'", "2' / 4'"; none where it is no rest."""
    if segment.roles or segment.counts or segment.group or segment.last:
        return []
    if not segment.works:
        return list(segment.rests)
    if len(segment.works) != 1:
        return []
    if segment.rests:
        apart = segment.effort is None or segment.rests[-1].sets  # "45s / 3' between sets @ 3k"
        return [Rest(segment.works[0]), *segment.rests] if apart else []
    if segment.effort in RECOVERIES and (segment.within or not _long(segment.works[0])):
        return [Rest(segment.works[0], effort=segment.effort)]
    return []


def _long(amount: Amount) -> bool:
    """Whether a jog of that length behind reps is the way home: "2k jog", "10' jog"."""
    return amount.size > (_MOST_JOG if amount.timed else _MOST_LAPS)


def short_break(segment: Segment, most: float = _SHORT_BREAK, laps: float = 1000.0) -> list[Rest]:
    """ "6x1k @T, 60s" and "5x3', 2' easy": what is short and not fast behind reps.

    `most` seconds or `laps` metres.
    """
    plain = not (segment.roles or segment.counts or segment.group or segment.rests or segment.last)
    fast = segment.hard or segment.own_pace or segment.effort not in {None, Effort.EASY}
    if not plain or fast or len(segment.works) != 1:
        return []
    (amount,) = segment.works
    jogged = not amount.timed and amount.size <= laps and segment.effort is Effort.EASY
    short = amount.timed and amount.size <= most
    short = short or jogged or (amount.bare and amount.size < 100)
    return [Rest(amount, effort=segment.effort)] if short else []


def is_stretch(one: Segment) -> bool:
    """Whether it is one stretch, with no reps and no recovery."""
    apart = one.roles & {Role.WARM_UP, Role.COOL_DOWN, Role.STRIDES, Role.DRILLS}
    return len(one.works) == 1 and not (one.reps or one.rests or apart or one.last)


def fast(one: Segment) -> bool:
    """Whether it is one stretch at a fast effort, with nothing told beside it."""
    return is_stretch(one) and one.effort is not None and one.effort.at_least_marathon


def runs(one: Segment) -> bool:
    """Whether something fast is run in it."""
    quick = one.effort is None or one.effort.at_least_marathon
    return (one.reps and Role.STRIDES not in one.roles) or (fast(one) and quick)


def nested(one: Segment) -> bool:
    """Whether a turn has reps of its own, so that a second recovery is the one between sets."""
    return len(one.counts) > 1 or one.holds_reps
