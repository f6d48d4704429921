"""The days before a goal race: seven-day windows of falling volume, intensity kept (coaching.md 9)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.athlete import Race, RaceDistance
from core.library import Caps, Slot, caps_for
from core.phases import Shape
from core.reasons import Code, Reason
from core.season.compose import focuses
from core.season.dosing import Room, sized_in
from core.season.easy import SHORT_MINUTES, easy_run, plain_long_run
from core.season.long_run import day_metres, long_metres, spike_limit
from core.season.near import Near, near
from core.season.planned import Making, Planned
from core.season.pools import has_fast_part
from core.season.roles import HARD_MINUTES, weekdays
from core.taper import Window, kept
from core.units import Distance
from core.week.fill import share_out
from core.week.layout import APART, APART_MASTERS
from core.workout import Focus

DAY = timedelta(days=1)
TOUCH_DAYS, STRIDES_DAYS = (5, 4), (2, 3)
TOUCH_MINUTES, STRIDES_MINUTES, EVE_MINUTES, EASY_MINUTES = 30.0, 30.0, 20.0, 60.0
MEDIUM_FROM, RACE_PACE_FROM, QUALITY_FROM, SECOND_WINDOW, WHOLE_WINDOW = 6, 12, 8, 8, 7
"""Days before the race from which longer runs, marathon pace and firm sessions have their place."""
APART_LONG = 3
MEDIUM_SHARE, QUALITY_SHARE, TOUCH_SHARE, FAST_SHARE = 0.45, 0.6, 0.45, 0.25
"""Of a window: its longer run, its firm sessions' metres, the touch, and minutes at M or faster."""
EVE_DAYS = 5
"""Who runs so often jogs on the eve, the others rest (ours)."""


@dataclass(frozen=True, slots=True)
class Approach:
    """One race's taper: the mean of the big weeks, and the metres of the last long run."""

    race: Race
    shape: Shape
    big: Distance
    last_long: float
    others: tuple[Race, ...]
    untapered: Mapping[date, float]

    def before(self, day: date) -> int:
        return (self.race.on - day).days

    def on(self, before: int) -> date:
        return self.race.on - before * DAY


def taper_runs(
    making: Making, race: Race, races: Sequence[Race], untapered: Mapping[date, float]
) -> list[Planned]:
    """Every run from the first day of the taper to the eve of the race, in date order.

    They are counted in the course as they come. `untapered` are the metres that days would have had
    without a taper: what a window shorter than a week is measured against.
    """
    course, shape = making.course, making.frame.shape
    starts = max(shape.taper.starts(race.on), course.foot.start)
    approach = Approach(
        race,
        shape,
        course.big_week(starts),
        course.longest(starts),
        tuple(other for other in races if other != race),
        untapered,
    )
    runs: list[Planned] = []
    for window in reversed(shape.taper.windows):
        found = _window_runs(making, approach, window)
        for run in found:
            course.count(run.on, run.sized.metres, hard=run.sized.hard, long=run.long)
            if run.long and approach.before(run.on) >= shape.taper.last_long:
                approach = replace(approach, last_long=run.sized.metres)
        runs += found
    return runs


def _window_runs(making: Making, approach: Approach, window: Window) -> list[Planned]:
    """One window: the long run of its place, what is firm, easy days in what is left."""
    days = _days(making, approach, window)
    if not days:
        return []
    metres = kept(window, approach.big) * _untapered(making, approach, window)
    caps = caps_for(approach.big, making.course.foot.level, making.sizer.pace_of)
    last = _last_days(making, approach, days, metres, caps) if window.nearest == 1 else []
    free = [day for day in days if day not in {run.on for run in last}]
    room = metres - sum(run.sized.metres for run in last)
    fixed = last + _long(making, approach, free, room, caps)
    if window.nearest > 1:
        fixed += _quality(making, approach, window, days, metres, caps, fixed)
    room = metres - sum(run.sized.metres for run in fixed)
    easy = _easy(making, approach, days, fixed, room)
    return sorted([*fixed, *easy], key=lambda run: run.on)


def _untapered(making: Making, approach: Approach, window: Window) -> float:
    """The metres of the window's days inside the plan, had there been no taper."""
    days = [approach.on(before) for before in range(window.nearest, window.furthest + 1)]
    a_day = approach.big.metres / 7
    inside = [day for day in days if day >= making.course.foot.start]
    if window.days >= WHOLE_WINDOW or not any(day in approach.untapered for day in days):
        return a_day * len(inside)
    return sum(approach.untapered.get(day, 0.0) for day in inside)


def _days(making: Making, approach: Approach, window: Window) -> list[date]:
    """The running days of the window; its eve only for who runs often."""
    foot, usual = making.course.foot, set(weekdays(making.course))
    found = []
    for before in range(window.furthest, window.nearest - 1, -1):
        day = approach.on(before)
        free = near(day, approach.others, foot.age) not in {Near.RACE, Near.REST, Near.EVE}
        eve = before == 1 and making.course.frequency < EVE_DAYS
        if day >= foot.start and day.weekday() in usual and free and not eve:
            found.append(day)
    return found


def _long(
    making: Making, approach: Approach, days: Sequence[date], metres: float, caps: Caps
) -> list[Planned]:
    """The last long run, or a shorter one after it; for marathoners two weeks out at race pace."""
    day = _long_day(making, approach, days)
    if day is None:
        return []
    before, sizer, course = approach.before(day), making.sizer, making.course
    share = approach.shape.taper.longest_share(before)
    if share == 1.0:
        week = approach.big.metres * window.share
        wanted, _ = long_metres(course, making.frame, sizer, week, day, course.frequency)
    else:
        limit = min(spike_limit(course, day), day_metres(course, sizer, day))
        wanted = min(approach.last_long * share, limit, metres * MEDIUM_SHARE)
    wanted = sizer.rounded(wanted)
    if wanted < making.least:
        return []
    why = (Reason(Code.TAPER, {"percent": round(100 * share)}),)
    if before >= RACE_PACE_FROM and approach.shape.distance is RaceDistance.MARATHON:
        fast_minutes = FAST_SHARE * sizer.easy_minutes(metres)
        fast = Room(math.inf, wanted, fast_minutes, math.inf, caps, total=wanted)
        if share < 1.0 and (run := _at_race_pace(making, day, fast)) is not None:
            return [replace(run, why=why)]
    run = plain_long_run(making, day, wanted)
    return [replace(run, why=why)] if run else []


def _at_race_pace(making: Making, day: date, room: Room) -> Planned | None:
    """A medium-long run with some of it at marathon pace (R108), the most that fits."""
    for recipe in making.pool(Slot.MEDIUM_LONG):
        if has_fast_part(recipe) and recipe.focus is Focus.RACE_PACE:
            for dose in reversed(recipe.doses):
                sized = sized_in(making.sizer, recipe, dose, 0, room)
                if sized is not None:
                    return Planned(day, sized, long=True)
    return None


def _long_day(making: Making, approach: Approach, days: Sequence[date]) -> date | None:
    """The usual long day; where that comes a day too late for the last long run, one before it."""
    last, last_long = approach.shape.taper.last_long, making.course.last_long
    for day in days:
        if last <= approach.before(day) <= last + 1 and _usual_comes_late(making, approach):
            return day
    for day in days:
        usual = day.weekday() == making.course.foot.long_day
        rested = last_long is None or (day - last_long).days >= APART_LONG
        if usual and rested and approach.before(day) >= MEDIUM_FROM:
            return day
    return None


def _usual_comes_late(making: Making, approach: Approach) -> bool:
    late = approach.on(approach.shape.taper.last_long - 1)
    return making.course.foot.long_day == late.weekday()


def _quality(
    making: Making,
    approach: Approach,
    window: Window,
    days: Sequence[date],
    metres: float,
    caps: Caps,
    fixed: Sequence[Planned],
) -> list[Planned]:
    """Firm sessions of a window before the race week: as fast as before, fewer reps."""
    course, foot = making.course, making.course.foot
    if course.only_easy or window.days < WHOLE_WINDOW:
        return []
    wanted = foot.shapes.hard_days(foot.level, making.frame.stretch.phase, course.frequency)
    wanted = min(wanted, 1) if window.nearest <= SECOND_WINDOW or course.start_week else wanted
    room = (metres - sum(run.sized.metres for run in fixed)) * QUALITY_SHARE
    fast = FAST_SHARE * making.sizer.easy_minutes(metres) - sum(run.sized.fast for run in fixed)
    runs: list[Planned] = []
    for day in days:
        if len(runs) == wanted or not _spaced(making, approach, day, [*fixed, *runs]):
            continue
        limits = Room(
            minutes=foot.minutes(day.weekday()),
            metres=min(room, spike_limit(course, day)),
            fast=fast,
            firm=math.inf,
            caps=caps,
            usual=making.sizer.easy_minutes(room),
        )
        chosen = making.choice.hard(
            ("first", "second")[len(runs)],
            focuses(making, len(runs)),
            making.frame,
            limits,
            making.standing,
            lighter=True,
        )
        if chosen is not None:
            runs.append(Planned(day, chosen.sized, why=chosen.why))
            room -= chosen.sized.metres
            fast -= chosen.sized.fast
    return runs


def _spaced(
    making: Making, approach: Approach, day: date, fixed: Sequence[Planned]
) -> bool:
    """Whether a firm session can stand here: clear of what was hard or long, and of what comes."""
    course = making.course
    apart = APART_MASTERS if course.foot.masters else APART
    tiring = {run.on: apart if run.sized.hard else APART for run in fixed}
    tiring |= {course.last_long: APART} if course.last_long else {}
    tiring |= {course.last_hard: apart} if course.last_hard else {}
    next_long = {
        approach.on(before): apart
        for before in range(MEDIUM_FROM, approach.shape.taper.days + 1)
        if approach.on(before).weekday() == course.foot.long_day
    }
    clear = all(abs((day - on).days) >= gap for on, gap in (tiring | next_long).items())
    others = _alone(approach, day)
    free = near(day, approach.others, course.foot.age) is None
    long_enough = course.foot.minutes(day.weekday()) >= HARD_MINUTES
    return clear and others and free and long_enough and approach.before(day) >= QUALITY_FROM


def _alone(approach: Approach, day: date) -> bool:
    """Whether no other race lies in the day's week or beside it: a race is its week's hard day."""
    monday = day - day.weekday() * DAY
    return not any(monday - DAY <= race.on <= monday + 7 * DAY for race in approach.others)


def _last_days(
    making: Making,
    approach: Approach,
    days: Sequence[date],
    metres: float,
    caps: Caps,
    long: Sequence[Planned],
) -> list[Planned]:
    """Race week: a short touch of race pace, strides two days out, a jog on the eve (R147-R149)."""
    course = making.course
    runs: list[Planned] = []
    tiring = {course.last_long, course.last_hard, *(run.on for run in long)}
    fresh = {approach.before(day): day for day in days if day - DAY not in tiring}
    touch = next((fresh[b] for b in TOUCH_DAYS if b in fresh), None)
    if touch is not None and not course.only_easy and _alone(approach, touch):
        run = _touch(making, touch, metres * TOUCH_SHARE, caps)
        runs += [run] if run else []
    touched = {run.on for run in runs if run.sized.hard}
    strides = next((b for b in STRIDES_DAYS if b in fresh and fresh[b] - DAY not in touched), None)
    if strides is not None:
        run = _shakeout(making, fresh[strides], STRIDES_MINUTES, strides=True)
        runs += [run] if run else []
    eve = approach.on(1)
    if eve in days:
        run = _shakeout(making, eve, EVE_MINUTES, strides=False)
        runs += [run] if run else []
    return runs


def _touch(making: Making, day: date, metres: float, caps: Caps) -> Planned | None:
    """The least of a sharpener, at race pace where there is one."""
    course = making.course
    limits = Room(
        minutes=course.foot.minutes(day.weekday()),
        metres=min(metres, spike_limit(course, day)),
        fast=math.inf,
        firm=math.inf,
        caps=caps,
        usual=TOUCH_MINUTES,
    )
    pool = [r for r in making.pool(Slot.SHARPENER) if has_fast_part(r)]
    for recipe in sorted(pool, key=lambda r: (r.focus is not Focus.RACE_PACE, len(r.races), r.minutes.least)):
        sized = sized_in(making.sizer, recipe, recipe.doses[0], 0, limits)
        if sized is not None:
            return Planned(day, sized, why=(Reason(Code.RACE_PACE_TOUCH),))
    return None


def _shakeout(making: Making, day: date, minutes: float, *, strides: bool) -> Planned | None:
    limit = min(
        spike_limit(making.course, day),
        day_metres(making.course, making.sizer, day),
        making.sizer.easy_metres(minutes),
    )
    metres = making.sizer.rounded(limit)
    why = (Reason(Code.RACE_WEEK),)
    for recipe in making.pool(Slot.SHAKEOUT) if strides else ():
        if len(recipe.pieces) > 1 and (sized := making.sizer.filled(recipe, metres)) is not None:
            return Planned(day, sized, why=why)
    run = easy_run(making, day, metres, Slot.SHAKEOUT)
    return replace(run, why=why) if run else None


def _easy(
    making: Making, approach: Approach, days: Sequence[date], fixed: Sequence[Planned], room: float
) -> list[Planned]:
    """The other days share what the window has left."""
    course, sizer = making.course, making.sizer
    taken = {run.on for run in fixed}
    free = [day for day in days if day not in taken]
    minutes = [
        EASY_MINUTES if near(day, approach.others, course.foot.age) is None else SHORT_MINUTES
        for day in free
    ]
    most = [
        min(spike_limit(course, day), day_metres(course, sizer, day), sizer.easy_metres(most))
        for day, most in zip(free, minutes, strict=True)
    ]
    shares = share_out(max(0.0, room), [1.0] * len(free), making.least, most, sizer.grid)
    runs = [easy_run(making, d, m) for d, m in zip(free, shares, strict=True) if m]
    return [run for run in runs if run is not None]
