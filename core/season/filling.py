"""What the hard and the long days leave of a week, shared out over the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.library import Slot
from core.phases import FEWEST_DAYS
from core.season.easy import easy_run, plain_long_run, strides_run
from core.season.long_run import beyond_share, day_metres, share_cap, spike_limit
from core.season.outline import Outline, total
from core.season.planned import Planned
from core.week.fill import share_out

HARD_SHARES = (1.0, 1.0, 0.36, 0.32, 0.28, 0.25, 0.22)
"""A hard day's most of the week, by days of running from one on (ours)."""
SETTLES = 30
"""Turns after which a long run and the week it is a share of agree."""
AFTER_TIRING, BEFORE_LONG, MEDIUM_LONG = 0.8, 0.9, 1.4
JOG_MINUTES, EASY_MINUTES = 30.0, 90.0
DAY = timedelta(days=1)


def hard_most(outline: Outline, on: date) -> float:
    """The most metres of a hard session on a day: by the month, and by the week."""
    share = HARD_SHARES[len(outline.roles.days) - 1]
    return min(spike_limit(outline.making.course, on), outline.metres * share)


def lengthened(outline: Outline, hard: Sequence[Planned], room: float) -> list[Planned]:
    """Hard days with longer warm-ups and cool-downs, where the week has room left for them."""
    making, found = outline.making, []
    for run in hard:
        most = run.sized.metres + (room - total(hard)) / len(hard)
        minutes = making.course.foot.minutes(run.on.weekday())
        most = min(most, hard_most(outline, run.on))
        found.append(replace(run, sized=making.choice.longer(run.sized, most, minutes)))
    return found


def easy_days(
    outline: Outline,
    runs: Sequence[Planned],
    long: Sequence[Planned],
    room: float,
    share: float,
) -> list[Planned]:
    """The days without a run so far, each up to a share of the long run; strides in their place."""
    making, roles = outline.making, outline.roles
    taken = {run.on for run in (*runs, *long)} | {day for day, _ in roles.short}
    days = [day for day in roles.days if day not in taken]
    tiring = {run.on for run in (*runs, *long) if run.long or run.sized.hard}
    weights = [_weight(outline, day, tiring) for day in days]
    of_long = total(long) * (share if len(roles.days) > FEWEST_DAYS else 1.0)
    most = [_most(outline, day, of_long) for day in days]
    step = outline.sizer.step(min(outline.mean, max(most, default=0.0)))
    metres = share_out(room, weights, making.least, most, step)
    found: list[Planned] = []
    strides = 0
    for day, amount in zip(days, metres, strict=True):
        run = strides_run(making, day, amount, strides) if day in roles.strides and amount else None
        strides += run is not None
        if run is None and amount:
            run = easy_run(making, day, amount, _slot(outline, day))
        found += [run] if run else []
    return found


def _weight(outline: Outline, day: date, tiring: set[date]) -> float:
    if day == outline.roles.medium_long:
        return MEDIUM_LONG
    if day - DAY in tiring:
        return AFTER_TIRING
    return BEFORE_LONG if day + DAY == outline.roles.long else 1.0


def _most(outline: Outline, day: date, of_long: float) -> float:
    making, course, sizer = outline.making, outline.making.course, outline.sizer
    jog = day == outline.roles.jog
    most = min(
        spike_limit(course, day),
        day_metres(course, sizer, day),
        sizer.easy_metres(JOG_MINUTES if jog else EASY_MINUTES),
    )
    return min(most, max(of_long, outline.mean, making.least))


def _slot(outline: Outline, day: date) -> Slot:
    if day == outline.roles.medium_long:
        return Slot.MEDIUM_LONG
    return Slot.RECOVERY if day == outline.roles.jog else Slot.EASY


def in_share(outline: Outline, long: Sequence[Planned], others: Sequence[Planned]) -> list[Planned]:
    """The long run, cut to its share of what the week came to; a week's only run is no long run."""
    if not long or not others:
        return [replace(run, long=False) for run in long]
    making, run, rest = outline.making, long[0], total(others)
    shapes, metres = making.course.foot.shapes, run.sized.metres
    for _ in range(SETTLES):
        cap = share_cap(shapes, making.frame, making.sizer, rest + metres)
        if metres <= cap + 1:
            break
        metres = making.sizer.floored(cap)
    more = beyond_share(making.course, rest + metres, metres)
    if metres == run.sized.metres:
        return [replace(run, why=(*run.why, *more))]
    cut = plain_long_run(making, run.on, metres) or easy_run(making, run.on, metres)
    return [replace(cut, why=more)] if cut else []
