"""Which weeks are lighter than their neighbours: down, race, recovery and return weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.athlete import Priority, Race
from core.phases import Stretch, is_short
from core.plan import WeekKind
from core.season.footing import Footing
from core.season.frame import MOST_OF_A_WEEK, WEEK, Frame, monday
from core.taper import recovery_days


def with_return_weeks(weeks: Sequence[Frame]) -> list[Frame]:
    """After a goal race volume comes back in steps: one week after short ones, else two (ours)."""
    found = list(weeks)
    for at in range(1, len(found)):
        raced = found[at - 1].goal
        if found[at - 1].stretch is Stretch.RECOVERY and raced:
            for week in range(at, min(len(found), at + (1 if is_short(raced) else 2))):
                if found[week].stretch is not Stretch.RECOVERY and not found[week].tapering:
                    found[week] = replace(found[week], kind=WeekKind.RETURN, back=True)
    return found


def after_races(weeks: Sequence[Frame], foot: Footing, races: Sequence[Race]) -> list[Frame]:
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


def with_down_weeks(weeks: Sequence[Frame], foot: Footing, quiet_until: date) -> list[Frame]:
    """Every third or fourth week of loading is a down week, and the taper counts as one."""
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

    Cycles are `every` weeks long; before a taper, which is a lighter week itself, some are a week
    shorter, so that the last one ends exactly there.
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


def with_race_weeks(weeks: Sequence[Frame], races: Sequence[Race]) -> tuple[Frame, ...]:
    """A week with a race is a race week, one mostly in a taper or a mini-taper a taper week."""
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
