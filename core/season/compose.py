"""One week's roles and volume made into sessions: quality first, then the long run, then easy miles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.athlete import Level, RaceDistance
from core.library import Caps, Slot, caps_for
from core.phases import FEWEST_DAYS, Stretch
from core.plan import WeekKind
from core.reasons import Code, Reason
from core.season.dosing import Room
from core.season.easy import easy_run, plain_long_run, short_run, strides_run
from core.season.long_run import (
    Bound,
    beyond_share,
    day_metres,
    long_metres,
    share_cap,
    spike_limit,
    why_long,
)
from core.season.planned import Making, Planned
from core.season.roles import Roles
from core.units import Distance
from core.week.fill import share_out
from core.workout import Focus

FAST_SHARE, FAST_SHARE_MARATHON, FIRM_SHARE = 0.19, 0.27, 0.17
"""Of the week's minutes: at M or faster, under the floors of 78 and 70 % easy with strides' share
kept; and one session's at steady or faster (ours)."""
FAST_LONG_SHARE = 0.65
"""Of the fast minutes, so many at most in the long run: the hard day has the rest (ours)."""
EASY_SHARES = (0.7, 0.9)
"""An easy run's most of the long run: at first, and once hard days are full (ours)."""
HARD_SHARES = (1.0, 1.0, 0.36, 0.32, 0.28, 0.25, 0.22)
"""A hard day's most of the week, by days of running from one on (ours)."""
CAPS_GROW = 1.1
SETTLES = 30
"""Turns after which a long run and the week it is a share of agree."""
AFTER_TIRING, BEFORE_LONG, MEDIUM_LONG = 0.8, 0.9, 1.4
JOG_MINUTES, EASY_MINUTES = 30, 90
_SPECIFIC = {Stretch.LATE, Stretch.SPECIFIC}


def compose(making: Making, roles: Roles, metres: float) -> list[Planned]:
    """The week's runs in date order, no more metres together than it has."""
    short = [short_run(making, day, place) for day, place in roles.short]
    runs = [run for run in short if run is not None]
    caps = _caps(making, metres)
    fast = _fast_share(making) * making.sizer.easy_minutes(metres)
    long = _long(making, roles, max(0.0, metres - _sum(runs)), caps, fast * FAST_LONG_SHARE)
    fast -= sum(run.sized.fast for run in long)
    hard = _hard(making, roles, metres - _sum(runs) - _sum(long), caps, fast, metres)
    room = metres - _sum(runs) - _sum(long)
    easy = _easy(making, roles, [*runs, *hard], long, room - _sum(hard), EASY_SHARES[0])
    hard = _lengthened(making, roles, hard, room - _sum(easy), metres)
    if room - _sum(hard) - _sum(easy) >= making.sizer.grid:
        easy = _easy(making, roles, [*runs, *hard], long, room - _sum(hard), EASY_SHARES[1])
    runs += [*hard, *easy]
    return sorted([*runs, *_shared(making, long, runs)], key=lambda run: run.on)


def _sum(runs: Sequence[Planned]) -> float:
    return sum(run.sized.metres for run in runs)


def _fast_share(making: Making) -> float:
    marathon = making.frame.shape.distance is RaceDistance.MARATHON and making.frame.goal
    return FAST_SHARE_MARATHON if marathon and making.frame.stretch in _SPECIFIC else FAST_SHARE


def _caps(making: Making, metres: float) -> Caps:
    """The caps of the week, or of one hardly bigger than the last normal one."""
    foot, shape = making.course.foot, making.frame.shape
    marathon = shape.distance is RaceDistance.MARATHON
    week = Distance(min(metres, making.course.normals[-1] * CAPS_GROW))
    return caps_for(week, foot.level, foot.pace_of, marathon=marathon)


def _long(making: Making, roles: Roles, room: float, caps: Caps, fast: float) -> list[Planned]:
    """The long run, with a fast part where it is due and fits; none where the week is too small."""
    if roles.long is None or len(roles.days) < FEWEST_DAYS:
        return []
    course, frame, on = making.course, making.frame, roles.long
    metres, bound = long_metres(course, frame, making.sizer, room, on, len(roles.days))
    others = making.least * (len(roles.days) - len(roles.short) - 1)
    if metres > room - others:
        metres, bound = max(making.least, making.sizer.floored(room - others)), Bound.WEEK
    if metres < making.least or metres > min(room, spike_limit(course, on)) + 1:
        return []
    why = why_long(course, frame, making.sizer, on, bound)
    if roles.fast_long:
        minutes = course.foot.minutes(on.weekday())
        limits = Room(minutes, metres, fast, math.inf, caps, total=metres)
        chosen = making.choice.fast_long(frame, limits, making.standing)
        if chosen is not None:
            reasons = (Reason(Code.FAST_FINISH), *chosen.why, *why)
            return [Planned(on, chosen.sized, long=True, why=reasons)]
    run = plain_long_run(making, on, metres)
    return [] if run is None else [Planned(on, run.sized, long=True, why=why)]


def _hard(
    making: Making, roles: Roles, room: float, caps: Caps, fast: float, week: float
) -> list[Planned]:
    """The hard days in turn; each leaves the others, and the easy days, their least."""
    course, frame, sizer = making.course, making.frame, making.sizer
    runs: list[Planned] = []
    room -= making.least * len(roles.easy)
    for nth, on in enumerate(roles.hard):
        still = len(roles.hard) - nth
        share = room if still == 1 else room / still * 1.2
        metres = min(share, spike_limit(course, on), week * HARD_SHARES[len(roles.days) - 1])
        limits = Room(
            minutes=course.foot.minutes(on.weekday()),
            metres=metres,
            fast=fast if still == 1 else fast * 0.6,
            firm=sizer.easy_minutes(week) * FIRM_SHARE,
            caps=caps,
            usual=sizer.easy_minutes(week / max(1, len(roles.days))),
        )
        lighter = frame.kind is WeekKind.DOWN
        place = "first" if nth == 0 else "second"
        chosen = making.choice.hard(
            place, focuses(making, nth), frame, limits, making.standing, lighter=lighter
        )
        if chosen is not None:
            runs.append(Planned(on, chosen.sized, why=chosen.why))
            room -= chosen.sized.metres
            fast -= chosen.sized.fast
    return runs


def focuses(making: Making, nth: int) -> tuple[Focus, ...]:
    """What the week's first (0) or second hard day trains, in turn."""
    foot, emphasis = making.course.foot, making.frame.emphasis
    if foot.level is Level.BEGINNER and making.frame.stretch is Stretch.BASE:
        emphasis = foot.shapes.start
    return emphasis.first if nth == 0 else emphasis.second


def _lengthened(
    making: Making, roles: Roles, hard: Sequence[Planned], room: float, week: float
) -> list[Planned]:
    """Hard days with longer warm-ups and cool-downs, where the week has kilometres left for them."""
    found = []
    for run in hard:
        most = min(
            run.sized.metres + (room - _sum(hard)) / len(hard),
            spike_limit(making.course, run.on),
            week * HARD_SHARES[len(roles.days) - 1],
        )
        longer = making.choice.longer(run.sized, most, making.course.foot.minutes(run.on.weekday()))
        found.append(replace(run, sized=longer))
    return found


def _easy(
    making: Making,
    roles: Roles,
    runs: Sequence[Planned],
    long: Sequence[Planned],
    room: float,
    share: float,
) -> list[Planned]:
    """The other days share what the week has left, each up to a share of the long run."""
    taken = {run.on for run in (*runs, *long)} | {day for day, _ in roles.short}
    days = [day for day in roles.days if day not in taken]
    tiring = {run.on for run in (*runs, *long) if run.long or run.sized.hard}
    weights = [_weight(day, roles, tiring) for day in days]
    share = share if len(roles.days) > FEWEST_DAYS else 1.0
    most = [_most(making, roles, day, _sum(long) * share) for day in days]
    sizer = making.sizer
    found: list[Planned] = []
    strides = 0
    for day, metres in zip(
        days, share_out(room, weights, making.least, most, sizer.grid), strict=True
    ):
        if not metres:
            continue
        run = None
        if day in roles.strides:
            run = strides_run(making, day, metres, strides)
            strides += run is not None
        run = run or easy_run(making, day, metres, _slot(roles, day))
        found += [run] if run else []
    return found


def _weight(day: date, roles: Roles, tiring: set[date]) -> float:
    if day == roles.medium_long:
        return MEDIUM_LONG
    if day - timedelta(days=1) in tiring:
        return AFTER_TIRING
    return BEFORE_LONG if roles.long and day == roles.long - timedelta(days=1) else 1.0


def _most(making: Making, roles: Roles, day: date, most_of_long: float) -> float:
    course, sizer = making.course, making.sizer
    most = min(
        spike_limit(course, day),
        day_metres(course, sizer, day),
        sizer.easy_metres(JOG_MINUTES if day == roles.jog else EASY_MINUTES),
    )
    if not most_of_long:
        return min(most, max(course.normals[-1] / len(roles.days), making.least))
    return min(most, max(most_of_long, making.least))


def _slot(roles: Roles, day: date) -> Slot:
    if day == roles.medium_long:
        return Slot.MEDIUM_LONG
    return Slot.RECOVERY if day == roles.jog else Slot.EASY


def _shared(making: Making, long: Sequence[Planned], others: Sequence[Planned]) -> list[Planned]:
    """The long run cut to its share of what the week came to; plain, where it had to be cut."""
    if not long:
        return []
    run, rest = long[0], _sum(others)
    metres = run.sized.metres
    for _ in range(SETTLES):
        cap = share_cap(making.course.foot.shapes, making.frame, making.sizer, rest + metres)
        if metres <= cap + 1:
            break
        metres = making.sizer.floored(cap)
    if metres < making.least:
        return []
    more = beyond_share(making.course, rest + metres, metres)
    if metres == run.sized.metres:
        return [replace(run, why=(*run.why, *more))]
    cut = plain_long_run(making, run.on, metres)
    return [] if cut is None else [replace(cut, why=more)]
