"""What each day of a week is for, before anything has a size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.athlete import Level, Race
from core.phases import FEWEST_DAYS, Stretch
from core.plan import Phase, WeekKind
from core.season.course import Course
from core.season.frame import Frame
from core.season.near import Near, near
from core.week.layout import APART, APART_MASTERS, distance, hard_days, spread_days

STRIDES_FROM = 3
QUALITY_FROM = 3
"""The week of a start, and of base, from which strides and the first firm run come."""
HARD_MINUTES = 35
EVE_DAYS, MEDIUM_LONG_DAYS, JOG_DAYS = 5, 6, 7
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Roles:
    """The days of one week to run on, and what they carry; those in no list are plain easy.

    `short` days are easy because of a race near by, `lost` hard days could not be spaced.
    """

    days: tuple[date, ...]
    long: date | None = None
    fast_long: bool = False
    hard: tuple[date, ...] = ()
    strides: tuple[date, ...] = ()
    medium_long: date | None = None
    jog: date | None = None
    short: tuple[tuple[date, Near], ...] = ()
    lost: int = 0

    @property
    def easy(self) -> tuple[date, ...]:
        """The days whose size is whatever the week has left."""
        taken = {self.long, *self.hard, *(day for day, _ in self.short)}
        return tuple(day for day in self.days if day not in taken)


def weekdays(course: Course) -> tuple[int, ...]:
    """The weekdays to run on now; a start's first weeks are every second day (coaching.md 3)."""
    foot = course.foot
    keep = tuple(d for d in (foot.long_day, *foot.athlete.club_nights) if d in foot.days)
    keep = tuple(dict.fromkeys(keep))[: course.frequency]
    return spread_days(foot.days, course.frequency, keep, APART if course.only_easy else 1)


def jogs_on_eves(course: Course) -> bool:
    """Who runs often jogs the day before a race; others rest, and so does everybody below 18."""
    return course.frequency >= EVE_DAYS and not course.foot.minor


Cut = tuple[date, date]
"""The days that a taper has: its first day and the race's."""


def week_roles(
    course: Course, frame: Frame, races: Sequence[Race], cut: Cut | None = None
) -> Roles:
    """The roles of a loading, down, return or race week; no hard day where a taper has the days."""
    foot = course.foot
    on = {day: frame.starts + day * DAY for day in weekdays(course)}
    close = {day: near(on[day], races, foot.age) for day in on}
    rest = {Near.RACE, Near.REST} | (set() if jogs_on_eves(course) else {Near.EVE})
    run = {day: on[day] for day in on if close[day] not in rest}
    free = frozenset(day for day in run if close[day] is None)
    tapered = frozenset(d for d, day in run.items() if cut and cut[0] - DAY <= day <= cut[1])
    long = foot.long_day if foot.long_day in free and not _day_after(course, on) else None
    fast_long = (
        long is not None
        and long not in tapered
        and _fast_long(course, frame)
        and not _too_soon(run[long], course.last_hard, _apart(course))
    )
    wanted = _hard_wanted(course, frame, races, fast_long=fast_long)
    hard = hard_days(
        tuple(run),
        long,
        wanted,
        apart=_apart(course),
        long_hard=fast_long,
        closed=_closed(course, run, free - tapered),
        clubs=foot.athlete.club_nights,
    )
    roles = Roles(
        days=tuple(run.values()),
        long=None if long is None else run[long],
        fast_long=fast_long,
        hard=tuple(run[day] for day in hard),
        short=tuple((run[day], place) for day in run if (place := close[day]) is not None),
        lost=0 if cut or len(free) < len(run) else wanted - len(hard),
    )
    return _with_extras(course, frame, roles)


def _apart(course: Course) -> int:
    return APART_MASTERS if course.foot.masters else APART


def _day_after(course: Course, on: Mapping[int, date]) -> bool:
    """Whether the long day comes right after a hard day of the week before."""
    return course.last_hard == on[course.foot.long_day] - DAY


def _fast_long(course: Course, frame: Frame) -> bool:
    """Every other long run of a long-race build has a fast part (R74), for who is ready."""
    ready = course.foot.level is not Level.BEGINNER and course.start_week is None
    ready = ready and course.frequency > FEWEST_DAYS and not course.foot.tendon_sore
    due = frame.kind is WeekKind.NORMAL and not course.fast_long
    return ready and due and frame.emphasis.fast_long


def _hard_wanted(course: Course, frame: Frame, races: Sequence[Race], *, fast_long: bool) -> int:
    """How many hard days beside the long run the week would have if all could be spaced."""
    foot, days = course.foot, course.frequency
    if frame.kind is WeekKind.RECOVERY or frame.back or course.only_easy or foot.tendon_sore:
        return 0
    if any(frame.starts <= race.on <= frame.ends for race in races):
        return 0  # any race is that week's hard day
    if frame.stretch is Stretch.BASE and frame.nth < QUALITY_FROM:
        return 0
    wanted = foot.shapes.hard_days(foot.level, frame.stretch.phase, days)
    if frame.kind in {WeekKind.DOWN, WeekKind.RETURN} or course.start_week is not None:
        wanted = min(wanted, 1)
    if foot.masters and days <= 4:
        wanted = min(wanted, 1)
    if fast_long:
        most = 2 if foot.level is Level.ADVANCED and days >= 5 and not foot.minor else 1
        wanted = min(wanted, most)
    return wanted


def _closed(course: Course, run: Mapping[int, date], free: frozenset[int]) -> tuple[int, ...]:
    """Weekdays that may not be hard: near a race, too soon after a hard or long day, too short.

    A newcomer's very first run is easy too (coaching.md 2).
    """
    foot = course.foot
    coming = [on for on in run.values() if on >= foot.start]
    first = min(coming, default=None) if foot.newcomer and not course.runs else None
    return tuple(
        day
        for day, on in run.items()
        if day not in free
        or on < foot.start
        or on == first
        or foot.minutes(day) < HARD_MINUTES
        or _too_soon(on, course.last_hard, _apart(course))
        or _too_soon(on, course.last_long, APART)
    )


def _too_soon(on: date, last: date | None, apart: int) -> bool:
    return last is not None and (on - last).days < apart


def _with_extras(course: Course, frame: Frame, roles: Roles) -> Roles:
    """Strides on easy days that follow nothing hard or long, the second-longest run, the jog."""
    tiring = {roles.long, *roles.hard, course.last_hard, course.last_long}
    fresh = tuple(day.weekday() for day in roles.easy if day - DAY not in tiring)
    count = min(_strides_wanted(course, frame), len(fresh))
    chosen = spread_days(fresh, count) if count else ()
    strides = tuple(day for day in roles.easy if day.weekday() in chosen)
    medium = _medium_long(course, frame, roles, strides)
    jog = _jog(course, roles, (*strides, medium))
    return replace(roles, strides=strides, medium_long=medium, jog=jog)


def _strides_wanted(course: Course, frame: Frame) -> int:
    """R47, R80, R113, R141: twice a week in base, once or twice later."""
    early = course.start_week is not None and course.start_week < STRIDES_FROM
    first = course.foot.newcomer and not course.weeks
    if early or first or course.foot.tendon_sore:
        return 0
    if frame.kind is WeekKind.NORMAL:
        return 2 if frame.stretch.phase is Phase.BASE or course.frequency >= 5 else 1
    return 0 if frame.kind is WeekKind.RECOVERY else 1


def _medium_long(
    course: Course, frame: Frame, roles: Roles, strides: tuple[date, ...]
) -> date | None:
    """With six days and more one easy run is longer: the one furthest from all that tires."""
    if course.frequency < MEDIUM_LONG_DAYS or frame.kind is not WeekKind.NORMAL:
        return None
    tiring = [day.weekday() for day in (*roles.hard, roles.long) if day]
    found = [day for day in roles.easy if day not in strides]
    return max(
        found,
        key=lambda day: min((distance(day.weekday(), t) for t in tiring), default=7),
        default=None,
    )


def _jog(course: Course, roles: Roles, taken: tuple[date | None, ...]) -> date | None:
    """At seven days one run is a short jog (R133): the one after the first hard day."""
    if course.frequency < JOG_DAYS:
        return None
    found = [day for day in roles.easy if day not in taken]
    return min(found, key=lambda day: (day - DAY not in roles.hard, day), default=None)
