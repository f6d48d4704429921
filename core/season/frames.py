"""Every week of a season in order: macrocycles back from their races, rolling weeks without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.athlete import Level, Priority, Race
from core.phases import Shape, Stretch, divide, stretches
from core.plan import WeekKind
from core.season.footing import Footing
from core.season.frame import DAY, WEEK, Frame, monday
from core.season.lighter import (
    after_races,
    with_down_weeks,
    with_race_weeks,
    with_return_weeks,
)
from core.taper import recovery_days

FIRST_BASE = 4
"""Weeks of base that a break, a race's recovery or a beginner's start asks for (R158; ours)."""
LOOK_BACK = 104 * WEEK
ROLLING = (Stretch.BASE,) * 6 + (Stretch.EARLY,) * 3 + (Stretch.LATE,) * 3
"""Without a race: six weeks of base and six of build, and again (ours)."""


def frames(
    foot: Footing, races: Sequence[Race], until: date, quiet_until: date
) -> tuple[Frame, ...]:
    """Every week from the start's to the one that holds `until`, each with its kind.

    Walks and the walk-run ladder last until `quiet_until`: a base begins after them.

    The first macrocycle is counted from when coaching began, a break ended, or the last goal race's
    recovery: a plan made anew in the middle of a season goes on where the season stands.
    """
    weeks: list[Frame] = []
    raced = _last_goal(foot)
    if raced is not None:
        weeks += _recovery(foot, raced, monday(raced.on) + WEEK, cycle=0)
    goals = [race for race in races if race.priority is Priority.A]
    for cycle, goal in enumerate(goals, start=1):
        base = FIRST_BASE if weeks or foot.after_break or _starting(foot) else 0
        base += 0 if weeks else max(0, (quiet_until - foot.start).days // 7)
        weeks += _macrocycle(foot, goal, _next(weeks, foot), cycle=cycle * 100, base_first=base)
        weeks += _recovery(foot, goal, monday(goal.on) + WEEK, cycle=cycle * 100)
    first = _next(weeks, foot)
    origin = first if weeks else max(first, monday(min(quiet_until, until)))
    shape = foot.shapes.shapes[foot.goal]
    weeks += _rolling(shape, first, until, cycle=(len(goals) + 1) * 100, origin=origin)
    kept = with_return_weeks(_counted(weeks))
    kept = [frame for frame in kept if frame.ends >= foot.start]
    kept = after_races(kept, foot, races)
    return with_race_weeks(with_down_weeks(kept, foot, quiet_until), races)


def _next(weeks: Sequence[Frame], foot: Footing) -> date:
    """The Monday after the weeks so far; before any, the one that the season is counted from.

    That is the week of the first day after coaching began, or whole rolling cycles later.
    """
    if weeks:
        return weeks[-1].starts + WEEK
    if foot.after_break:
        return monday(foot.start)
    first = monday(min(foot.start, foot.athlete.started + DAY))
    cycle = len(ROLLING) * WEEK
    return first + max(0, (foot.start - LOOK_BACK - first) // cycle) * cycle


def _starting(foot: Footing) -> bool:
    return foot.beginner_week is not None and foot.beginner_week <= FIRST_BASE


def _last_goal(foot: Footing) -> Race | None:
    """The last A race that was run within reach of this season."""
    raced = [
        race
        for race in foot.athlete.races
        if foot.start - LOOK_BACK <= race.on < foot.start and race.priority is Priority.A
    ]
    return max(raced, key=lambda race: race.on, default=None)


def _recovery(foot: Footing, race: Race, first: date, *, cycle: int) -> Iterator[Frame]:
    """The weeks after an A race from `first` on: by distance, and all that its easy days reach."""
    shape = foot.shapes.shape(race.distance)
    easy_until = race.on + timedelta(days=recovery_days(race.distance, foot.age))
    last = max(monday(race.on) + shape.recovery * WEEK, monday(easy_until))
    for nth, starts in enumerate(_mondays(first, last), start=1):
        kind = WeekKind.RECOVERY
        yield Frame(starts, Stretch.RECOVERY, shape, race, nth, cycle, nth, kind)


def _macrocycle(
    foot: Footing, goal: Race, first: date, *, cycle: int, base_first: int
) -> Iterator[Frame]:
    """The weeks to an A race, its own included; what a whole season leaves over rolls before it."""
    shape, limits = foot.shapes.shape(goal.distance), foot.shapes.limits
    weeks = max(0, (monday(goal.on) - first).days // 7 + 1)
    division = divide(weeks, shape, base_first=base_first)
    begins = first + division.lead * WEEK
    yield from _rolling(shape, first, begins - WEEK, cycle=cycle, origin=first)
    blocks = (
        foot.level is Level.ADVANCED
        and foot.athlete.seasons >= limits.blocks_seasons
        and division.build >= limits.blocks_build
    )
    parts = stretches(division, shape, blocks=blocks)
    for week, stretch in enumerate(parts):
        yield Frame(
            starts=begins + week * WEEK,
            stretch=stretch,
            shape=shape,
            goal=goal,
            nth=week - parts.index(stretch) + 1,
            cycle=cycle + 99,
            cycle_week=week + 1,
            division=division,
            blocks=blocks,
        )


def _rolling(shape: Shape, first: date, last: date, *, cycle: int, origin: date) -> Iterator[Frame]:
    """Weeks with no race to lead to, base and build in turn from `origin` on, base before it."""
    for starts in _mondays(first, last):
        turn, week = divmod(max(0, (starts - origin).days // 7), len(ROLLING))
        nth = week - ROLLING.index(ROLLING[week]) + 1
        yield Frame(starts, ROLLING[week], shape, None, nth, cycle + turn, week + 1)


def _mondays(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += WEEK


def _counted(weeks: Sequence[Frame]) -> list[Frame]:
    """Weeks of one stretch in a row counted through, also where a macrocycle begins among them."""
    found: list[Frame] = []
    for frame in weeks:
        goes_on = bool(found) and found[-1].stretch is frame.stretch
        found.append(replace(frame, nth=found[-1].nth + 1 if goes_on else frame.nth))
    return found
