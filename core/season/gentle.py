"""Weeks without training: walks, the walk-run ladder, recovery after a race, pregnancy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from core.athlete import Race
from core.library import Slot
from core.reasons import Code, Reason
from core.season.care import Care
from core.season.easy import easy_run
from core.season.long_run import day_metres, spike_limit
from core.season.near import Near, near
from core.season.planned import Making, Planned
from core.season.roles import weekdays
from core.season.sizer import Sized
from core.week.layout import APART, spread_days

WALK = "walk-30"
WALK_MINUTES, EASY_MINUTES = 30.0, 30.0
RECOVERY_SHARE = 0.6
"""A week of recovery is at most so much of a normal one (ours)."""
RECOVERY_RUNS, LADDER_RUNS, PREGNANT_RUNS = 4, 3, 4
DAY = timedelta(days=1)
_NO_STEP = {Near.RACE, Near.REST, Near.AFTER, Near.EVE}


def ladder_week(making: Making, care: Care, races: Sequence[Race]) -> list[Planned]:
    """Walks until running is allowed, then the ladder's steps, every second day."""
    course, ladder = making.course, making.choice.pools.library.ladder
    runs: list[Planned] = []
    for day in ladder_days(course.foot.days):
        on = making.frame.starts + day * DAY
        if on < course.foot.start or near(on, races, course.foot.age) in _NO_STEP:
            continue
        if on < care.walk_until:
            runs.append(walk(making, on, care))
            continue
        step = min((course.ladder or 0) // care.a_step, len(ladder) - 1)
        rung = _rung(making, on, ladder[step])
        if rung is None:
            runs.append(walk(making, on, care))
            continue
        runs.append(Planned(on, rung, why=(Reason(Code.RETURN_LADDER, {"step": step + 1}),)))
        course.ladder = (course.ladder or 0) + 1
    if (course.ladder or 0) // care.a_step >= len(ladder):
        course.ladder = None
    return runs


def _rung(making: Making, on: date, key: str) -> Sized | None:
    """A step of the ladder; None where the day has too few minutes for it."""
    recipe = making.choice.pools.library[key]
    sized = making.sizer.sized(recipe, recipe.doses[0])
    fits = sized is not None and sized.minutes <= making.course.foot.minutes(on.weekday()) + 0.5
    return sized if fits else None


def walk(making: Making, on: date, care: Care) -> Planned:
    """Half an hour of brisk walking, or what the day has."""
    recipe = making.choice.pools.library[WALK]
    minutes = min(WALK_MINUTES, making.course.foot.minutes(on.weekday()))
    sized = making.sizer.sized(recipe, recipe.doses[0], minutes=int(minutes))
    assert sized is not None  # noqa: S101 - no day to run on is shorter than the shortest walk
    return Planned(on, sized, why=care.why[:1])


def recovery_week(making: Making, races: Sequence[Race]) -> list[Planned]:
    """Slow runs of half an hour at most, none while the legs still rest (R151)."""
    course, foot = making.course, making.course.foot
    days = [
        on
        for on in _days(making, min(RECOVERY_RUNS, course.frequency))
        if near(on, races, foot.age) not in {Near.RACE, Near.REST, Near.EVE}
    ]
    share = course.normals[-1] * RECOVERY_SHARE / max(1, len(days))
    most = making.sizer.rounded(max(share, making.least))
    runs = [easy_run(making, on, min(_short(making, on), most), Slot.RECOVERY) for on in days]
    why = (Reason(Code.RACE_RECOVERY, {"days": 7 * _weeks_left(making)}),)
    return [Planned(run.on, run.sized, why=why) for run in runs if run is not None]


def _weeks_left(making: Making) -> int:
    """Weeks of recovery from the race, this one with them."""
    goal = making.frame.goal
    if goal is None:
        return 1
    gone = (making.frame.starts - goal.on).days // 7
    return max(1, making.course.foot.shapes.shape(goal.distance).recovery - gone)


def easy_week(making: Making, care: Care) -> list[Planned]:
    """Pregnant: a few easy runs by talk test, never more than usual; walks for who does not run."""
    course = making.course
    runs: list[Planned] = []
    left = course.foot.week.metres
    for on in _days(making, min(PREGNANT_RUNS, course.frequency)):
        metres = min(_short(making, on), left)
        run = easy_run(making, on, metres) if course.foot.runs and care.climbed is None else None
        if run is None:
            run = walk(making, on, care)
        runs.append(Planned(run.on, run.sized, why=care.why[:1]))
        left -= run.sized.metres
    return runs


def _short(making: Making, on: date) -> float:
    sizer = making.sizer
    limit = min(spike_limit(making.course, on), day_metres(making.course, sizer, on))
    return sizer.rounded(min(limit, sizer.easy_metres(EASY_MINUTES)))


def ladder_days(days: tuple[int, ...]) -> tuple[int, ...]:
    """The weekdays of the ladder: three at most, none next to each other."""
    return spread_days(days, LADDER_RUNS, (), APART)


def _days(making: Making, count: int) -> list[date]:
    """So many of the week's running days, spread."""
    days = spread_days(weekdays(making.course), count)
    return [making.frame.starts + day * DAY for day in days]
