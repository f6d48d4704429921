"""How much a week is: growth, its limits, and what lighter weeks keep (coaching.md 8)."""

from __future__ import annotations

from collections.abc import Sequence

from core.athlete import Priority, Race, RaceDistance
from core.phases import Ramp, Stretch
from core.plan import WeekKind
from core.season.course import Course
from core.season.frame import Frame

RETURN_SHARES = (0.80, 0.95)
"""After a race's easy days: of the last normal week, or of a macrocycle's start (ours)."""
RECOVERY_KEEPS = 0.5
"""What a week of easy days after a race keeps at most (ours)."""
DOWN_AIM = 0.03
"""A down week is aimed a little high, since its runs are rounded down."""
RACE_KEEPS = {True: 0.5, False: 0.75}
"""What a race week keeps beside the race: with a mini-taper, and trained through (ours)."""
_SHORT = {RaceDistance.FIVE_K, RaceDistance.TEN_K}
_HELD = {Stretch.LATE, Stretch.SPEED, Stretch.SPECIFIC, Stretch.PEAK}


def ramp(course: Course, frame: Frame) -> Ramp:
    """The careful one from age 50, in the first twelve weeks, or hurt within twelve."""
    foot = course.foot
    careful = foot.older or frame.starts < foot.careful_until
    return foot.shapes.careful if careful else foot.shapes.usual


def most(normals: Sequence[float], rule: Ramp) -> float:
    """The biggest week that may follow the normal weeks so far, in metres."""
    last = normals[-1]
    limit = last + max(last * rule.share, rule.least.metres)
    if len(normals) > 1:
        before = normals[-2]
        two_weeks = max(before * rule.two_weeks_share, rule.two_weeks_least.metres)
        limit = min(limit, before + two_weeks)
    return limit


def peak(course: Course, frame: Frame, days: int) -> float:
    """The biggest week of the macrocycle: what the goal needs, within its start's reach."""
    needed = frame.shape.needed(course.foot.level, days).metres
    reach = course.began * course.foot.shapes.limits.peak_times
    return max(course.began, min(needed, reach))


def week_metres(course: Course, frame: Frame, races: Sequence[Race], *, grows: bool) -> float:
    """The volume meant for a week, remembered as the aim where it is a normal one."""
    last = course.normals[-1]
    if frame.kind is WeekKind.RECOVERY:
        return last * RECOVERY_KEEPS
    if frame.kind is WeekKind.RETURN:
        return last * RETURN_SHARES[min(course.returned, len(RETURN_SHARES) - 1)]
    if frame.kind is WeekKind.RACE:
        inside = (race for race in races if frame.starts <= race.on <= frame.ends)
        mini_taper = any(race.priority is not Priority.C for race in inside)
        return last * RACE_KEEPS[mini_taper]
    if frame.kind is WeekKind.TAPER and not frame.tapering:
        return last * RACE_KEEPS[False]
    if frame.kind is WeekKind.DOWN:
        return last * (1 - course.foot.shapes.limits.down + DOWN_AIM)
    course.aim = _normal_week(course, frame, grows=grows)
    return course.aim


def _normal_week(course: Course, frame: Frame, *, grows: bool) -> float:
    """The next normal week: a step up until the peak; short races hold it while speed comes in.

    A week that does not grow is no bigger than the last one came to.
    """
    last = course.normals[-1]
    if not course.weeks and not course.foot.continues:
        return last
    held = frame.stretch in _HELD and frame.shape.distance in _SHORT
    rule = ramp(course, frame)
    if grows and course.foot.grows:
        last = max(course.aim, last)
        last += 0.0 if held else max(last * rule.growth, rule.growth_least.metres)
    top = peak(course, frame, course.frequency)
    return min(most(course.normals, rule), top, last)
