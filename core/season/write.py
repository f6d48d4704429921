"""The season written week by week: each knows what the weeks before it came to."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import date, timedelta

from core.athlete import Race
from core.library import Library, Standing
from core.phases import Stretch
from core.plan import WeekKind
from core.season.care import Care
from core.season.choice import Choice
from core.season.compose import compose
from core.season.course import Course
from core.season.footing import EASY_WEEKS, START_WEEKS, Footing
from core.season.frame import Frame
from core.season.gentle import easy_week, ladder_week, recovery_week
from core.season.planned import Making, Planned
from core.season.pools import Pools
from core.season.roles import STRIDES_FROM, week_roles
from core.season.sizer import Sizer
from core.season.tapering import taper_runs
from core.season.volume import week_metres
from core.season.written import Season, WrittenWeek
from core.week.layout import APART, spread_days

DAY, WEEK = timedelta(days=1), timedelta(days=7)
FEWEST_RUNS, START_RUNS = 2, 3
AFTER_GOAL = 0.85
"""What a new macrocycle starts from, of the last normal week before the race (ours)."""
JOIN_MINUTES = 28.0
"""A day of running joins where every run stays at least so long (ours)."""


def write(
    foot: Footing, care: Care, library: Library, races: tuple[Race, ...], frames: Sequence[Frame]
) -> tuple[WrittenWeek, ...]:
    """Every week with its runs, first to last."""
    sizer = Sizer(
        foot.pace_of,
        masters=foot.masters,
        by_minutes=foot.by_minutes,
        miles=foot.athlete.miles,
    )
    season = Season(
        foot,
        care,
        races,
        Choice(Pools(foot, library), sizer),
        _course(foot, care, sizer),
        {f.goal.on: f for f in frames if f.goal and f.stretch is Stretch.PEAK},
    )
    for frame in frames:
        _enter(season, frame)
        _write_week(season, frame)
    return tuple(season.weeks)


def _course(foot: Footing, care: Care, sizer: Sizer) -> Course:
    """Where the athlete stands before the first week."""
    starting = foot.beginner_week is not None and foot.beginner_week <= EASY_WEEKS
    wanted = START_RUNS if starting else max(FEWEST_RUNS, foot.runs)
    frequency = min(len(foot.days), wanted)
    least = sizer.least()
    while not starting and frequency > FEWEST_RUNS and foot.week.metres < frequency * least:
        frequency -= 1
    runs = len(spread_days(foot.days, frequency, (foot.long_day,), APART)) if starting else 0
    week = max(foot.week.metres, runs * least)
    return Course(
        foot=foot,
        normals=[week],
        aim=week,
        began=week,
        frequency=frequency,
        start_week=foot.beginner_week,
        ladder=care.climbed,
        last_hard=foot.last_hard,
        recent=deque(foot.recent),
    )


def _enter(season: Season, frame: Frame) -> None:
    """A new macrocycle starts from what was run when it began, or from less after a goal race.

    It never starts from less than every run's twenty minutes: nobody could grow from nothing.
    """
    course = season.course
    if frame.cycle == course.cycle:
        return
    began = course.normals[-1]
    if not season.weeks:
        first = frame.starts - (frame.cycle_week - 1) * WEEK
        began = max(began, season.foot.ran.week_before(first).metres)
    elif season.weeks[-1].frame.stretch is Stretch.RECOVERY:
        course.restart(AFTER_GOAL)
        began = course.normals[-1]
    if frame.stretch is not Stretch.RECOVERY or not season.weeks:
        course.began = max(began, course.frequency * season.choice.sizer.least())
    course.cycle = frame.cycle


def _write_week(season: Season, frame: Frame) -> None:
    """One week: ordinary runs where no taper is, then the days in order."""
    course, foot = season.course, season.foot
    season.choice.week += 1
    season.choice.sizer.by_minutes = foot.by_minutes or course.only_easy
    taper = _taper_days(season, frame)
    whole = frame.starts >= foot.start and (taper is None or taper[0] > frame.ends)
    before = (course.normals[-1], course.start_week, course.only_easy, course.ladder is not None)
    runs, added, lost = _ordinary(season, frame, taper, whole=whole)
    _run_through(season, frame, runs, taper)
    runs += [run for on, run in season.ahead.items() if frame.starts <= on <= frame.ends]
    week = WrittenWeek(
        frame=frame,
        runs=tuple(sorted(runs, key=lambda run: run.on)),
        last=before[0],
        whole=whole,
        start_week=before[1],
        easy=before[2],
        gentle=season.care.easy or before[3] or frame.starts < season.care.walk_until,
        day_added=added,
        lost=lost,
    )
    season.weeks.append(week)
    _leave(season, week, laddered=before[3])


def _taper_days(season: Season, frame: Frame) -> tuple[date, date] | None:
    """First day of the goal's taper and the race day, while they lie ahead of the week's start."""
    goal = frame.goal
    walks = season.course.ladder is not None or frame.starts < season.care.walk_until
    if goal is None or goal.on < frame.starts or goal not in season.races or walks:
        return None
    return max(frame.shape.taper.starts(goal.on), season.foot.start), goal.on


def _ordinary(
    season: Season, frame: Frame, taper: tuple[date, date] | None, *, whole: bool
) -> tuple[list[Planned], bool, int]:
    """The runs on days outside tapers, whether a day of running joined, and hard days lost."""
    if taper and taper[0] <= frame.starts and taper[1] >= frame.ends:
        return [], False, 0
    course = season.course
    making = Making(course, frame, season.choice, _standing(season, frame))
    added, lost = False, 0
    if season.care.easy:
        runs = easy_week(making, season.care)
    elif course.ladder is not None or frame.starts < season.care.walk_until:
        runs = ladder_week(making, season.care, season.races)
    elif frame.stretch is Stretch.RECOVERY or (taper and taper[1] <= frame.ends):
        runs = recovery_week(making, season.races)
    else:
        added = _day_joins(season, frame, whole=whole)
        roles = week_roles(course, frame, season.races, taper)
        metres = week_metres(course, frame, season.races, grows=not added)
        if frame.kind is WeekKind.NORMAL:
            metres = max(metres, making.least * len(roles.days))
        runs = compose(making, roles, metres)
        lost = roles.lost
    kept = [run for run in runs if run.on >= season.foot.start]
    if taper:
        season.untapered |= {run.on: run.sized.metres for run in kept}
        kept = [run for run in kept if not taper[0] <= run.on <= taper[1]]
    return kept, added, lost


def _standing(season: Season, frame: Frame) -> Standing:
    done = season.foot.done | season.choice.uses.keys()
    return Standing(frame.starts, season.course.start_week, frame.cycle_week - 1, frozenset(done))


def _day_joins(season: Season, frame: Frame, *, whole: bool) -> bool:
    """One more day of running, in a normal week, after some at the number before (R135)."""
    course, foot = season.course, season.foot
    more = course.frequency + 1
    enough = course.normals[-1] >= more * season.choice.sizer.easy_metres(JOIN_MINUTES)
    ready = course.settled >= foot.shapes.limits.day_added_every and not course.only_easy
    loading = whole and frame.kind is WeekKind.NORMAL and frame.stretch is not Stretch.PEAK
    if not (more <= len(foot.days) and enough and ready and loading):
        return False
    course.frequency, course.settled = more, 0
    return True


def _run_through(
    season: Season, frame: Frame, runs: Sequence[Planned], taper: tuple[date, date] | None
) -> None:
    """Count the week's days in order; a taper is written on its first day."""
    course = season.course
    by_day = {run.on: run for run in runs}
    for number in range(7):
        day = frame.starts + number * DAY
        if taper and day == taper[0] and frame.goal:
            peak = season.peaks[frame.goal.on]
            making = Making(course, peak, season.choice, _standing(season, peak))
            found = taper_runs(making, frame.goal, season.races, season.untapered)
            season.ahead |= {run.on: run for run in found}
        if day in by_day:
            run = by_day[day]
            course.count(day, run.sized.metres, hard=run.sized.hard, long=run.long)
        for race in season.races:
            if race.on == day:
                course.raced(day, race.distance.metres)


def _leave(season: Season, week: WrittenWeek, *, laddered: bool) -> None:
    """What the next week needs to know of this one."""
    course = season.course
    if not week.whole:
        return
    course.weeks += 1
    loading = week.frame.kind in {WeekKind.NORMAL, WeekKind.DOWN}
    course.settled += loading
    course.returned = course.returned + 1 if week.frame.kind is WeekKind.RETURN else 0
    if week.frame.kind is WeekKind.NORMAL and not laddered and week.runs:
        course.normals.append(week.metres)
    if course.ladder is not None:
        return
    if laddered:
        course.start_week = STRIDES_FROM
        course.normals, course.aim = [week.metres], week.metres
        course.began = max(week.metres, course.frequency * season.choice.sizer.least())
    elif course.start_week is not None:
        course.start_week = course.start_week + 1 if course.start_week < START_WEEKS else None
