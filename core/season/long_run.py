"""How long the long run is: by the week, the month, the clock and the goal."""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum

from core.athlete import RaceDistance
from core.phases import FEWEST_DAYS, PhaseShapes, Shape
from core.plan import WeekKind
from core.reasons import Code, Reason
from core.season.course import Course
from core.season.frame import Frame
from core.season.planned import Making
from core.season.sizer import Sizer
from core.units import Distance

AIM = (0.50, 0.42, 0.36, 0.32, 0.30, 0.28)
"""The share of the week that a long run aims at, by days of running from two on (ours)."""
BIG_WEEK_SHARE, OVER_MEAN, DOWN_LONG = 0.22, 1.15, 0.8
"""A long run worth having: of a big week, of the mean run of any; and a down week's, of the longest
run of the month (ours)."""
AIM_MORE = {RaceDistance.HALF: 0.03, RaceDistance.MARATHON: 0.06}


def safe_metres(shape: Shape, sizer: Sizer) -> float:
    """The longest run that the race asks for: its distance, or its time if that is shorter.

    Up to a round amount, or nobody whose 2:45 h are no whole kilometres could ever reach it.
    """
    if shape.safe.longest is None:
        return 0.0
    longest = shape.safe.longest.metres
    if shape.safe.or_time is not None:
        longest = min(longest, sizer.easy_metres(shape.safe.or_time.minutes))
    return sizer.raised(longest)


def share_cap(shapes: PhaseShapes, frame: Frame, sizer: Sizer, week: float) -> float:
    """The most of a week that its long run may be.

    Towards a marathon the share gives way until the safe long run is reached: under 60 km a week
    the two rules of coaching.md contradict each other, and published plans go to 40-56 %.
    """
    cap = week * shapes.long_share(Distance(week))
    shape = frame.shape
    if shape.long_share is None or frame.goal is None:
        return cap
    return max(cap, min(week * shape.long_share, safe_metres(shape, sizer)))


class Bound(StrEnum):
    """What holds a long run where it is."""

    WEEK = "week"
    GOAL = "goal"
    MONTH = "month"
    DAY = "day"
    CLOCK = "clock"


def long_metres(making: Making, week: float, on: date, runs: int) -> tuple[float, Bound]:
    """The long run of a week of so many metres and runs, and what bounds it; maybe nothing."""
    course, frame, sizer = making.course, making.frame, making.sizer
    foot, shape = course.foot, frame.shape
    safe, a_run = safe_metres(shape, sizer), week / max(1, runs) * OVER_MEAN
    aim = week * (AIM[max(0, runs - FEWEST_DAYS)] + AIM_MORE.get(shape.distance, 0.0))
    if frame.goal is not None and frame.kind is not WeekKind.DOWN:
        aim = max(aim, safe)
    if frame.kind is WeekKind.DOWN:
        aim = min(aim, course.longest(on) * DOWN_LONG)
    bounds = {
        Bound.WEEK: min(aim, share_cap(foot.shapes, frame, sizer, week)),
        Bound.GOAL: max(shape.long[foot.level].metres, safe, week * BIG_WEEK_SHARE, a_run),
        Bound.MONTH: spike_limit(course, on),
        Bound.DAY: day_metres(course, sizer, on),
        Bound.CLOCK: sizer.easy_metres(shape.long_time.minutes),
    }
    bound = min(bounds, key=bounds.__getitem__)
    return sizer.rounded(bounds[bound]), bound


def spike_limit(course: Course, on: date) -> float:
    """1.10 × the longest run of 30 days (Frandsen 2025); a newcomer's first run is no longer."""
    longest = course.longest(on)
    first = course.foot.newcomer and not course.runs
    return (
        longest
        if first or not course.foot.grows
        else longest * course.foot.shapes.limits.long_growth
    )


def day_metres(course: Course, sizer: Sizer, on: date) -> float:
    """How far easy running takes in the day's minutes."""
    minutes = course.foot.minutes(on.weekday())
    return math.inf if math.isinf(minutes) else sizer.easy_metres(minutes)


def why_long(making: Making, on: date, bound: Bound) -> tuple[Reason, ...]:
    """What held the long run back, where that is the month or the clock."""
    course, minutes = making.course, making.frame.shape.long_time.minutes
    longest = round(course.longest(on))
    if bound is Bound.CLOCK:
        return (Reason(Code.LONG_RUN_CAPPED, {"minutes": minutes, "longest": longest}),)
    if bound is Bound.MONTH:
        metres = round(spike_limit(course, on))
        return (Reason(Code.LONG_RUN_CAPPED, {"metres": metres, "longest": longest}),)
    return ()


def beyond_share(course: Course, week: float, long: float) -> tuple[Reason, ...]:
    """That a marathoner's long run is more of the week than others' (see `share_cap`)."""
    if long <= week * course.foot.shapes.long_share(Distance(week)) + 1:
        return ()
    return (Reason(Code.LONG_FOR_MARATHON, {"percent": round(100 * long / week)}),)
