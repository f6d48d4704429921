"""A week composed: quality first, then the long run, then easy kilometres."""

from __future__ import annotations

import math
from dataclasses import replace

from core.library import Caps
from core.phases import FEWEST_DAYS
from core.plan import WeekKind
from core.reasons import Code, Reason
from core.season.dosing import Room
from core.season.easy import easy_run, plain_long_run, short_run
from core.season.filling import easy_days, hard_most, in_share, lengthened
from core.season.long_run import Bound, long_metres, spike_limit, why_long
from core.season.outline import Outline, hard_run, total
from core.season.planned import Making, Planned
from core.season.roles import Roles

FIRM_SHARE = 0.17
"""Of the week's minutes, one session's at steady or faster (ours)."""
FAST_LONG_SHARE, FIRST_SHARE = 0.65, 0.6
"""Of the fast minutes: the long run's at most, and the first of two hard days' (ours)."""
FIRST_METRES = 1.2
"""How much more than its half of the metres the first of two hard days may take (ours)."""
EASY_SHARES = (0.7, 0.9)
"""An easy run's most of the long run: at first, and once hard days are full (ours)."""


def compose(making: Making, roles: Roles, metres: float) -> list[Planned]:
    """The week's runs in date order, no more metres together than it has."""
    outline = Outline(making, roles, metres)
    short = [short_run(making, day, place) for day, place in roles.short]
    runs = [run for run in short if run is not None]
    caps, fast = outline.caps(), outline.fast_minutes
    long = _long(outline, max(0.0, metres - total(runs)), fast * FAST_LONG_SHARE, caps)
    fast -= sum(run.sized.fast for run in long)
    room = metres - total(runs) - total(long)
    hard = _hard(outline, room, fast, caps)
    easy = easy_days(outline, [*runs, *hard], long, room - total(hard), EASY_SHARES[0])
    hard = lengthened(outline, hard, room - total(easy))
    if room - total(hard) - total(easy) >= making.sizer.grid:
        easy = easy_days(outline, [*runs, *hard], long, room - total(hard), EASY_SHARES[1])
    runs += [*hard, *easy]
    return sorted([*runs, *in_share(outline, long, runs)], key=lambda run: run.on)


def _long(outline: Outline, room: float, fast: float, caps: Caps) -> list[Planned]:
    """The long run, with a fast part where it is due and fits; none where the week is too small."""
    making, roles = outline.making, outline.roles
    if roles.long is None or len(roles.days) < FEWEST_DAYS:
        return []
    course, frame, on = making.course, making.frame, roles.long
    metres, bound = long_metres(making, room, on, len(roles.days))
    others = making.least * (len(roles.days) - len(roles.short) - 1)
    if metres > room - others:
        metres, bound = max(making.least, making.sizer.floored(room - others)), Bound.WEEK
    if metres < making.least or metres > min(room, spike_limit(course, on)) + 1:
        return []
    why = why_long(making, on, bound)
    if roles.fast_long:
        minutes = course.foot.minutes(on.weekday())
        limits = Room(minutes, metres, fast, math.inf, caps, total=metres)
        chosen = making.choice.fast_long(frame, limits, making.standing)
        if chosen is not None:
            reasons = (Reason(Code.FAST_FINISH), *chosen.why, *why)
            return [Planned(on, chosen.sized, long=True, why=reasons)]
    run = plain_long_run(making, on, metres) or easy_run(making, on, metres)
    return [replace(run, why=why)] if run else []


def _hard(outline: Outline, room: float, fast: float, caps: Caps) -> list[Planned]:
    """The hard days in turn; each leaves the others, and the easy days, their least."""
    making, roles = outline.making, outline.roles
    runs: list[Planned] = []
    room -= making.least * len(roles.easy)
    for nth, on in enumerate(roles.hard):
        still = len(roles.hard) - nth
        metres = room if still == 1 else room / still * FIRST_METRES
        limits = Room(
            minutes=making.course.foot.minutes(on.weekday()),
            metres=min(metres, hard_most(outline, on)),
            fast=fast if still == 1 else fast * FIRST_SHARE,
            firm=outline.minutes * FIRM_SHARE,
            caps=caps,
            usual=outline.minutes / len(roles.days),
        )
        lighter = making.frame.kind is WeekKind.DOWN
        run = hard_run(making, nth, on, limits, lighter=lighter)
        if run is not None:
            runs.append(run)
            room -= run.sized.metres
            fast -= run.sized.fast
    return runs
