"""Sizes of a coach's shorthand: units left out, usual efforts and usual recoveries."""

from __future__ import annotations

import math
from dataclasses import replace

from bot.understand.shorthand.parts import Amount, Rest, Role, Segment, Stuck, Why
from core.athlete import Level
from core.paces import pace_of
from core.units import Distance, Duration
from core.workout import Effort, Part, Step, step_minutes

GUESS = pace_of(None, Level.INTERMEDIATE)
"""Paces by which what was left unsaid is guessed; they are shown to nobody."""
_LEAST_TEMPO, _MOST_TEMPO = 3, 60
"""Bare numbers at threshold or gentler are minutes: "2x15 @ T"."""
_LEAST_RUN = 15
"""Below that an easy run's bare number may be minutes, kilometres or miles: "easy 5"."""
_FEW_MINUTES = 240.0
"""Seconds up to which "m" of a whole stretch may be miles."""
_MOST_RUNG = 12
"""Numbers of a ladder up to here are minutes: "5-4-3-2-1"."""
RECOVERIES = {Effort.JOG, Effort.WALK, Effort.REST}
GENTLE = RECOVERIES | {Effort.EASY, Effort.STEADY}


def pair_unit(amount: Amount) -> Amount:
    """A bare "30" of "30/30" is seconds, a bare "1" of "1/1" minutes."""
    if not amount.bare or amount.size >= 100:
        return replace(amount, bare=False)
    return Amount(amount.size * (60 if amount.size < 10 else 1), timed=True)


def beside(amount: Amount, rest: Amount) -> Amount:
    """A bare number before a slash: "30/30", "30/30s", "2/1 min"."""
    if not amount.bare or amount.size >= 100:
        return amount
    if rest.bare:
        return pair_unit(amount)
    if not rest.timed:
        return amount
    minutes = rest.size >= 60 and rest.size % 60 == 0 and amount.size < 20
    return Amount(amount.size * (60 if minutes else 1), timed=True)


def sized(amount: Amount, segment: Segment, *, alone: bool = False) -> Amount:
    """A bare number gets its unit: metres from 100 on, minutes of one easy or steady stretch."""
    if amount.m and amount.timed:
        run = alone and not segment.grouped
        slow = segment.effort is not None and segment.effort.rank <= Effort.THRESHOLD.rank
        if run and slow and amount.size <= _FEW_MINUTES:
            raise Stuck(Why.WHICH_UNIT, segment.start, segment.end)  # "1m easy": a mile?
        return amount
    if amount.m:
        long = alone and segment.effort in {None, Effort.EASY, Effort.STEADY}
        long = long and amount.size <= 240 and not segment.grouped
        return Amount(amount.size * 60, timed=True) if long else Amount(amount.size)
    if not amount.bare:
        return amount
    if amount.size >= 100 and amount.size % 10 == 0:
        return Amount(amount.size)
    told = segment.effort is not None or segment.roles or segment.until
    run = segment.effort in {Effort.EASY, Effort.STEADY} and not segment.roles
    least = _LEAST_RUN if run and not segment.within else 5
    if alone and told and least <= amount.size <= 180:
        return Amount(amount.size * 60, timed=True)
    if Role.STRIDES in segment.roles and amount.size >= 10:
        return Amount(amount.size, timed=amount.size <= 40)
    if segment.uphill and 8 <= amount.size < 100:
        return Amount(amount.size, timed=True)
    rungs = len(segment.works) > 2 and max(work.size for work in segment.works) <= _MOST_RUNG
    rungs = rungs or segment.total is not None
    if Role.FARTLEK in segment.roles or Role.LADDER in segment.roles or rungs:
        return pair_unit(amount)
    tempo = segment.effort in {Effort.MARATHON, Effort.HALF, Effort.THRESHOLD}
    if tempo and not segment.uphill and _LEAST_TEMPO <= amount.size <= _MOST_TEMPO:
        return Amount(amount.size * 60, timed=True)
    raise Stuck(Why.WHICH_UNIT, segment.start, segment.end)


def by_size(amount: Amount, *, uphill: bool) -> Effort:
    """The usual effort of a rep of this length where none was told."""
    seconds = (
        amount.size if amount.timed else step_minutes(step_of(amount, Effort.FIVE_K), GUESS) * 60
    )
    if uphill:
        return (
            Effort.SPRINT if seconds <= 15 else Effort.THREE_K if seconds <= 45 else Effort.FIVE_K
        )
    if amount.timed and 20 < seconds < 80:
        return Effort.THREE_K if seconds <= 40 else Effort.FIVE_K
    for most, effort in (
        (26, Effort.STRIDE),
        (80, Effort.MILE),
        (6 * 60, Effort.FIVE_K),
        (8.5 * 60, Effort.TEN_K),
    ):
        if seconds <= most:
            return effort
    return Effort.THRESHOLD


def by_race(amount: Amount) -> Effort:
    """The effort of a time trial: as fast as it goes for that long."""
    minutes = step_minutes(step_of(amount, Effort.FIVE_K), GUESS)
    for most, effort in _RACED:
        if minutes <= most:
            return effort
    return Effort.MARATHON


_RACED = (
    (0.5, Effort.SPRINT), (5.4, Effort.FAST), (9.0, Effort.MILE), (18, Effort.THREE_K),
    (28, Effort.FIVE_K), (55, Effort.TEN_K), (80, Effort.THRESHOLD), (120, Effort.HALF),
)  # fmt: skip


def step_of(amount: Amount, effort: Effort, *, uphill: bool = False) -> Step:
    """The amount at that effort."""
    size = round(amount.size, 1)
    if amount.timed:
        return Step(effort, time=Duration(size), uphill=uphill)
    return Step(effort, distance=Distance(size), uphill=uphill)


def usual_rest(work: Step, segment: Segment) -> float:
    """Seconds: strides a minute, sprints two, hills the way back, T short, faster nearly equal."""
    if Role.STRIDES in segment.roles:
        return 60.0
    if work.effort is Effort.SPRINT:
        return 120.0
    length = step_minutes(work, GUESS) * 60
    if work.uphill:
        return _round(min(max(1.5 * length, 60), 240))
    if work.effort.rank <= Effort.THRESHOLD.rank:
        return 60.0
    if work.effort.rank >= Effort.MILE.rank:
        return _round(min(max(1.5 * length, 60), 180))
    return _round(min(max(0.75 * length, 60), 180))


def _round(seconds: float) -> float:
    return math.floor(seconds / 30 + 0.5) * 30.0


def rest_step(rest: Rest, work: Step | None, usual: Duration) -> Step:
    """A recovery as a step of its own; standing and walking are told, else it is a jog."""
    effort = rest.effort or Effort.JOG
    part = Part.RECOVERY
    if rest.back and work is not None:
        if work.uphill or work.time is not None:
            return Step(effort, time=usual, part=part)
        return Step(effort, distance=work.distance, part=part)
    if rest.share and work is not None:
        seconds = step_minutes(work, GUESS) * 60 * rest.share
        if work.time is None:
            seconds = _round(max(seconds, 30))
        return Step(effort, time=Duration(seconds), part=part)
    if rest.amount is None:
        return Step(effort, time=usual, part=part)
    return replace(step_of(_rest_amount(rest), effort), part=part)


def _rest_amount(rest: Rest) -> Amount:
    """ "r2" is minutes, "r90" seconds, "r200" metres, "r120" seconds unless it is jogged."""
    amount = rest.amount or Amount(60, timed=True)
    if amount.m and not amount.timed and amount.size < 100:
        return Amount(amount.size, timed=False)
    if not amount.bare:
        return amount
    if amount.size < 10:
        return Amount(amount.size * 60, timed=True)
    if amount.size < 100 or (amount.size in {120, 150, 180, 240} and rest.effort is None):
        return Amount(amount.size, timed=True)
    return Amount(amount.size)
