"""Weeks before they have sessions: the phase, the goal ahead, and whether it is a lighter one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.athlete import Level, Priority, Race
from core.phases import Division, Emphasis, Shape, Stretch, divide, is_short, stretches
from core.plan import WeekKind
from core.season.footing import Footing
from core.taper import recovery_days

DAY, WEEK = timedelta(days=1), timedelta(days=7)
FIRST_BASE = 4
"""Weeks of base that a break, a race's recovery or a beginner's start asks for (R158; ours)."""
MOST_OF_A_WEEK = 4
LOOK_BACK = 104 * WEEK
ROLLING = (Stretch.BASE,) * 6 + (Stretch.EARLY,) * 3 + (Stretch.LATE,) * 3
"""Without a race: six weeks of base and six of build, and again (ours)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A week's place: `goal` is the A race it leads to or comes from (None: rolling).

    `nth` counts the weeks of its stretch from 1, `cycle` numbers macrocycles, rolling ones too, and
    `cycle_week` the weeks since one began, from 1; `back` marks the return after a goal race.
    """

    starts: date
    stretch: Stretch
    shape: Shape
    goal: Race | None
    nth: int
    cycle: int
    cycle_week: int
    kind: WeekKind = WeekKind.NORMAL
    division: Division | None = None
    blocks: bool = False
    back: bool = False

    @property
    def ends(self) -> date:
        return self.starts + WEEK - DAY

    @property
    def emphasis(self) -> Emphasis:
        """What its hard days train."""
        return self.shape.emphasis[self.stretch]

    @property
    def tapering(self) -> bool:
        """Whether most of the week lies in the goal race's taper."""
        if self.goal is None or self.goal.on < self.starts:
            return False
        return self.shape.taper.starts(self.goal.on) <= self.ends - (MOST_OF_A_WEEK - 1) * DAY


def monday(day: date) -> date:
    """The first day of the day's week."""
    return day - timedelta(days=day.weekday())


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
    shape = foot.shapes.shapes[foot.goal]
    weeks += _rolling(
        foot,
        shape,
        _next(weeks, foot),
        until,
        cycle=(len(goals) + 1) * 100,
        quiet_until=quiet_until,
    )
    kept = _with_return_weeks(_counted(weeks))
    kept = [frame for frame in kept if frame.ends >= foot.start]
    kept = _after_races(kept, foot, races)
    return _with_race_weeks(_with_down_weeks(kept, foot, quiet_until), races)


def _next(weeks: Sequence[Frame], foot: Footing) -> date:
    """The Monday after the weeks so far."""
    first = monday(foot.start if foot.after_break else min(foot.start, foot.athlete.started))
    return weeks[-1].starts + WEEK if weeks else max(first, monday(foot.start) - LOOK_BACK)


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
    yield from _rolling(foot, shape, first, begins - WEEK, cycle=cycle, quiet_until=date.min)
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


def _rolling(
    foot: Footing, shape: Shape, first: date, last: date, *, cycle: int, quiet_until: date
) -> Iterator[Frame]:
    """Weeks with no race to lead to, counted from when coaching began, or running did again."""
    origin = monday(foot.start if foot.after_break else foot.athlete.started)
    origin = max(origin, monday(min(quiet_until, last)))
    for starts in _mondays(first, last):
        turn, week = divmod((starts - origin).days // 7, len(ROLLING))
        if turn < 0:
            turn, week = 0, 0
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


def _with_return_weeks(weeks: Sequence[Frame]) -> list[Frame]:
    """After a goal race volume comes back in steps: one week after a short race, else two (ours)."""
    found = list(weeks)
    for at in range(1, len(found)):
        raced = found[at - 1].goal
        if found[at - 1].stretch is Stretch.RECOVERY and raced:
            for week in range(at, min(len(found), at + (1 if is_short(raced) else 2))):
                if found[week].stretch is not Stretch.RECOVERY and not found[week].tapering:
                    found[week] = replace(found[week], kind=WeekKind.RETURN, back=True)
    return found


def _after_races(weeks: Sequence[Frame], foot: Footing, races: Sequence[Race]) -> list[Frame]:
    """Weeks that a race's easy days take up recover, those they only begin come back, and so do the
    weeks after a recovering one; the phase stays (coaching.md 9)."""
    found: list[Frame] = []
    raced = [*(race for race in foot.athlete.races if race.on < foot.start), *races]
    for frame in weeks:
        kind = frame.kind
        if kind is WeekKind.NORMAL:
            days = max((_easy_days(frame, race, foot.age) for race in raced), default=0)
            recovered = bool(found) and found[-1].kind is WeekKind.RECOVERY
            if days >= MOST_OF_A_WEEK:
                kind = WeekKind.RECOVERY
            elif days or recovered:
                kind = WeekKind.RETURN
        found.append(frame if kind is frame.kind else replace(frame, kind=kind))
    return found


def _easy_days(frame: Frame, race: Race, age: int | None) -> int:
    """How many of the week's days are the easy ones after a race of the weeks before."""
    if race.on >= frame.starts:
        return 0
    until = race.on + timedelta(days=recovery_days(race.distance, age))
    return max(0, min(7, (until - frame.starts).days + 1))


def _with_down_weeks(weeks: Sequence[Frame], foot: Footing, quiet_until: date) -> list[Frame]:
    """Every third or fourth week of a stretch of loading is a down week, the taper being one too."""
    limits = foot.shapes.limits
    every = limits.down_every_masters if foot.masters else limits.down_every
    found, loading = list(weeks), foot.loaded
    run: list[int] = []
    first = max(foot.start, monday(min(quiet_until, weeks[-1].ends)))
    for at, frame in enumerate([*found, None]):
        if frame and frame.kind is WeekKind.NORMAL and not frame.tapering:
            run += [at] if frame.starts >= first else []
            continue
        into_taper = frame is not None and frame.tapering
        for place in down_weeks(len(run), every, loading, into_taper=into_taper):
            found[run[place]] = replace(found[run[place]], kind=WeekKind.DOWN)
        run, loading = [], 0
    return found


def down_weeks(weeks: int, every: int, loaded: int, *, into_taper: bool) -> tuple[int, ...]:
    """Which of so many loading weeks (from 0) are down, `loaded` ones lying behind.

    Cycles are `every` weeks long; before a taper, which lightens the next week by itself, some are a
    week shorter, so that the last one ends exactly there.
    """
    if not into_taper:
        return tuple(range(max(0, every - 1 - loaded), weeks, every))
    total = weeks + 1 + loaded
    cycles = -(-total // every)
    less, rest = divmod(cycles * every - total, cycles)
    # the early cycles are the shorter ones; a season too short for that has its last one cut
    short = range(rest) if less == 0 else range(cycles - rest, cycles)
    ends, end = [], -1 - loaded
    for cycle in range(cycles):
        end += every - less - (cycle in short)
        ends.append(end)
    return tuple(end for end in ends[:-1] if 0 <= end < weeks)


def _with_race_weeks(weeks: Sequence[Frame], races: Sequence[Race]) -> tuple[Frame, ...]:
    """A week with a race is a race week; one mostly in a goal race's taper, or with all but the last
    day of a mini-taper in it, a taper week."""
    race_weeks = {monday(race.on) for race in races}
    early = {monday(r.on) for r in races if r.priority is Priority.B and r.on.weekday() <= 1}
    found = []
    for frame in weeks:
        kind = frame.kind
        if frame.starts in race_weeks:
            kind = WeekKind.RACE
        elif frame.tapering or (frame.starts + WEEK in early and kind is WeekKind.NORMAL):
            kind = WeekKind.TAPER
        found.append(frame if kind is frame.kind else replace(frame, kind=kind))
    return tuple(found)
