"""Seven-day windows of falling volume back from a goal race, intensity kept (coaching.md 9)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.athlete import Race, RaceDistance
from core.library import Slot
from core.reasons import Code, Reason
from core.season.approach import WHOLE_WINDOW, Approach
from core.season.dosing import Room, sized_in
from core.season.easy import SHORT_MINUTES, easy_run, plain_long_run
from core.season.long_run import long_metres
from core.season.outline import hard_run, total
from core.season.planned import Making, Planned
from core.season.pools import has_fast_part
from core.season.race_week import last_days
from core.season.roles import HARD_MINUTES
from core.taper import Window
from core.week.fill import share_out
from core.week.layout import APART, APART_MASTERS
from core.workout import Focus

MEDIUM_FROM, RACE_PACE_FROM, QUALITY_FROM = 6, 12, 8
"""Days before the race from which longer runs, marathon pace and firm sessions have their place."""
APART_LONG = 3
ONE_QUALITY = 8
MEDIUM_SHARE, QUALITY_SHARE, FAST_SHARE, LONG_SHARE = 0.6, 0.6, 0.25, 0.6
"""Of a window: its longer run, its firm sessions' metres, minutes at M or faster; a last long run
that would have less than so much of its length is left out (ours)."""
EASY_MINUTES, FIRM_MINUTES = 60.0, 50.0


def taper_runs(
    making: Making, race: Race, races: Sequence[Race], untapered: Mapping[date, float]
) -> list[Planned]:
    """Every run from the first day of the taper to the eve of the race, in date order.

    They are counted in the course as they come.
    """
    course, shape = making.course, making.frame.shape
    starts = max(shape.taper.starts(race.on), course.foot.start)
    approach = Approach(
        making=making,
        race=race,
        shape=shape,
        big=course.big_week(starts),
        last_long=course.longest_run(starts),
        others=tuple(other for other in races if other != race),
        untapered=untapered,
    )
    runs: list[Planned] = []
    for window in reversed(shape.taper.windows):
        found = _window_runs(approach, window)
        for run in found:
            course.count(run.on, run.sized.metres, hard=run.sized.hard, long=run.long)
            if run.long and approach.before(run.on) >= shape.taper.last_long:
                approach = replace(approach, last_long=run.sized.metres)
        runs += found
    return runs


def _window_runs(approach: Approach, window: Window) -> list[Planned]:
    """One window: what has a purpose, the long run of its place, easy days in what is left."""
    days = approach.days(window)
    metres = approach.metres(window)
    long_day = _long_day(approach, days)
    runs: list[Planned] = []
    if window.nearest == 1:
        course = approach.making.course
        others = [day for day in days if day != long_day]
        runs += last_days(approach, others, {course.last_long, course.last_hard, long_day}, metres)
    if long_day is not None:
        runs += _long(approach, window, long_day, metres - total(runs))
    if window.nearest > 1 and window.days >= WHOLE_WINDOW:
        runs += _quality(approach, window, days, metres, runs)
    runs += _easy(approach, days, runs, metres - total(runs))
    return sorted(_lengthened(approach, runs, metres - total(runs)), key=lambda run: run.on)


def _lengthened(approach: Approach, runs: list[Planned], room: float) -> list[Planned]:
    """What the window has left goes to warm-ups and cool-downs of its firm runs."""
    making = approach.making
    found = []
    for run in runs:
        longer = run.sized
        if run.sized.firm and not run.long:
            most = min(run.sized.metres + room, approach.most(run.on))
            minutes = min(FIRM_MINUTES, making.course.foot.minutes(run.on.weekday()))
            longer = making.choice.longer(run.sized, most, minutes)
        room -= longer.metres - run.sized.metres
        found.append(replace(run, sized=longer))
    return found


def _long_day(approach: Approach, days: Sequence[date]) -> date | None:
    """The usual long day; where that is a day too late for the last long run, one before it.

    But not from a Monday: the week before it has had its long run.
    """
    last, course = approach.taper.last_long, approach.making.course
    comes_late = approach.on(last - 1).weekday() == course.foot.long_day > 0
    for day in days:
        if comes_late and last <= approach.before(day) <= last + 1 and approach.free(day):
            return day
    for day in days:
        usual = day.weekday() == course.foot.long_day
        rested = course.last_long is None or (day - course.last_long).days >= APART_LONG
        if usual and rested and approach.free(day) and approach.before(day) >= MEDIUM_FROM:
            return day
    return None


def _long(approach: Approach, window: Window, day: date, metres: float) -> list[Planned]:
    """The last long run, or a shorter one after it; for marathoners two weeks out at race pace."""
    making, sizer = approach.making, approach.making.sizer
    share = approach.taper.longest_share(approach.before(day))
    why = (Reason(Code.TAPER, {"percent": round(100 * share)}),)
    marathon = approach.shape.distance is RaceDistance.MARATHON
    if share == 1.0:
        # a marathon's last long run stands in a whole week; the others' weeks are partly cut
        week = approach.big.metres * (1.0 if marathon else window.share)
        runs = making.course.frequency
        wanted, _ = long_metres(making, week, day, runs)
        if metres < wanted * LONG_SHARE:
            return []
        run = plain_long_run(making, day, min(wanted, sizer.rounded(metres)))
        return [replace(run, why=why)] if run else []
    wanted = min(approach.last_long * share, approach.most(day), metres * MEDIUM_SHARE)
    wanted = sizer.rounded(wanted)
    if wanted < making.least:
        return []
    run = None
    sore = making.course.foot.tendon_sore
    if marathon and approach.before(day) >= RACE_PACE_FROM and not sore:
        run = _at_race_pace(approach, day, wanted, FAST_SHARE * sizer.easy_minutes(metres))
    run = run or plain_long_run(making, day, wanted)
    return [replace(run, why=why)] if run else []


def _at_race_pace(approach: Approach, day: date, metres: float, fast: float) -> Planned | None:
    """A medium-long run with some of it at marathon pace (R108), the most that fits."""
    making = approach.making
    minutes = making.course.foot.minutes(day.weekday())
    room = Room(minutes, metres, fast, math.inf, approach.caps(), total=metres)
    for recipe in making.pool(Slot.MEDIUM_LONG):
        if has_fast_part(recipe) and recipe.focus is Focus.RACE_PACE:
            for dose in reversed(recipe.doses):
                sized = sized_in(making.sizer, recipe, dose, 0, room)
                if sized is not None:
                    return Planned(day, sized, long=True)
    return None


def _quality(
    approach: Approach,
    window: Window,
    days: Sequence[date],
    metres: float,
    fixed: Sequence[Planned],
) -> list[Planned]:
    """Firm sessions of a window before the race week: as fast as before, fewer reps."""
    making, course, foot = approach.making, approach.making.course, approach.making.course.foot
    if course.only_easy or foot.tendon_sore:
        return []
    wanted = foot.shapes.hard_days(foot.level, making.frame.stretch.phase, course.frequency)
    if window.nearest <= ONE_QUALITY or course.start_week is not None:
        wanted = min(wanted, 1)
    room = (metres - total(fixed)) * QUALITY_SHARE
    fast = FAST_SHARE * making.sizer.easy_minutes(metres) - sum(run.sized.fast for run in fixed)
    runs: list[Planned] = []
    for day in days:
        so_far = [*fixed, *runs]
        if len(runs) == wanted or not _spaced(approach, day, so_far):
            continue
        if _hard_in_week(approach, day, so_far) >= wanted:
            continue
        limits = Room(
            minutes=foot.minutes(day.weekday()),
            metres=min(room, approach.most(day)),
            fast=fast,
            firm=math.inf,
            caps=approach.caps(),
            usual=making.sizer.easy_minutes(room),
        )
        run = hard_run(making, len(runs), day, limits, lighter=True)
        if run is not None:
            runs.append(run)
            room -= run.sized.metres
            fast -= run.sized.fast
    return runs


def _hard_in_week(approach: Approach, day: date, runs: Sequence[Planned]) -> int:
    """Hard days of the calendar week that the day lies in: before the taper, and in it."""
    monday = day - timedelta(days=day.weekday())
    days = {run.on for run in runs if run.sized.hard} | set(approach.making.course.hard_days)
    return sum(monday <= on < monday + timedelta(days=7) for on in days)


def _spaced(approach: Approach, day: date, fixed: Sequence[Planned]) -> bool:
    """Whether a firm session can stand here: clear of what was hard or long, and of what comes."""
    course = approach.making.course
    apart = APART_MASTERS if course.foot.masters else APART
    tiring = {run.on: apart if run.sized.hard else APART for run in fixed}
    if course.last_long is not None:
        tiring[course.last_long] = APART
    if course.last_hard is not None:
        tiring[course.last_hard] = apart
    for before in range(MEDIUM_FROM, approach.taper.days + 1):
        if approach.on(before).weekday() == course.foot.long_day:
            tiring[approach.on(before)] = apart
    return (
        all(abs((day - on).days) >= gap for on, gap in tiring.items())
        and approach.free(day)
        and approach.alone(day)
        and course.foot.minutes(day.weekday()) >= HARD_MINUTES
        and approach.before(day) >= QUALITY_FROM
    )


def _easy(
    approach: Approach, days: Sequence[date], fixed: Sequence[Planned], room: float
) -> list[Planned]:
    """The other days share what the window has left."""
    making, sizer = approach.making, approach.making.sizer
    taken = {run.on for run in fixed}
    free = [day for day in days if day not in taken]
    most = [
        min(
            approach.most(day),
            sizer.easy_metres(EASY_MINUTES if approach.free(day) else SHORT_MINUTES),
        )
        for day in free
    ]
    shares = share_out(max(0.0, room), [1.0] * len(free), making.least, most, sizer.grid)
    runs = [easy_run(making, d, m) for d, m in zip(free, shares, strict=True) if m]
    return [run for run in runs if run is not None]
