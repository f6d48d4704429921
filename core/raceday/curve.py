"""The taper as windows back from the race, run and planned, against the big weeks before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Log
from core.athlete import Priority, Race
from core.plan import Plan
from core.taper import Taper, big_week, kept
from core.taper import Window as Cut
from core.units import Distance
from core.workout import Effort, PaceOf

DAY = timedelta(days=1)
WEEK = 7
WEEKS_BEFORE, BIG_SHOWN = 6, 3
MINI_DAYS = 3
"""Easy days before a B race (coaching.md 9)."""


class Stage(StrEnum):
    """Where an athlete stands to a race's taper."""

    BEFORE = "before"
    IN = "in"
    MINI = "mini"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Window:
    """So many days with what was run and is planned in them; `share` of the big weeks, as a week.

    `wanted` is the share that the rule asks for (None before the taper), `hard` its hard sessions.
    """

    first: date
    last: date
    metres: float
    share: float
    wanted: float | None = None
    hard: int = 0
    runs: int = 0


@dataclass(frozen=True, slots=True)
class Curve:
    """`starts` is the first day that is cut, `big` the mean of the three biggest weeks before,
    `shares` what the rule's own windows keep of them, in date order.
    """

    race: Race
    stage: Stage
    starts: date
    big: Distance
    windows: tuple[Window, ...]
    no_legs_from: date
    last_long: date
    shares: tuple[float, ...] = ()

    def window(self, today: date) -> Window | None:
        return next((w for w in self.windows if w.first <= today <= w.last), None)


@dataclass(frozen=True, slots=True)
class _Days:
    """What the windows are read from: `metres` by day, run and to come; a week as `told` stands in
    for days before `known`, when nobody counted yet.
    """

    metres: Mapping[date, float]
    plan: Plan
    log: Log
    today: date
    told: Distance
    known: date

    def weeks(self, before: date, count: int) -> list[Distance]:
        """So many seven-day windows that end on the eve of a day, oldest first."""
        firsts = [before - n * WEEK * DAY for n in range(count, 0, -1)]
        return [Distance(self.run(first, first + (WEEK - 1) * DAY)) for first in firsts]

    def run(self, first: date, last: date) -> float:
        counted = sum(amount for day, amount in self.metres.items() if first <= day <= last)
        before = (min(last + DAY, self.known) - first).days
        return counted + max(0, before) * self.told.metres / WEEK

    def hard(self, first: date, last: date) -> int:
        """Hard days run and to come."""
        told = [a for a in self.log.activities if first <= a.on <= min(last, self.today)]
        ran = {a.on for a in told if a.ran and a.hard}
        ahead = {s.on for s in self.plan.between(first, last) if s.hard and s.on >= self.today}
        return len(ran | (ahead - {a.on for a in told}))

    def window(self, first: date, last: date, big: Distance, wanted: float | None) -> Window:
        metres = self.run(first, last)
        a_week = metres * WEEK / ((last - first).days + 1)
        return Window(
            first=first,
            last=last,
            metres=metres,
            share=a_week / big.metres if big.metres else 0.0,
            wanted=wanted,
            hard=self.hard(first, last),
            runs=sum(first <= day <= last for day in self.metres),
        )


def curve(
    race: Race,
    taper: Taper,
    plan: Plan,
    log: Log,
    *,
    today: date,
    pace_of: PaceOf,
    usual: tuple[date, Distance] | None = None,
) -> Curve:
    """Three weeks before the taper and its windows up to the eve of the race, in date order.

    `usual`: the first day of coaching, and the week that was told for the time before it.
    """
    known, told = usual or (date.min, Distance(0))
    metres = by_day(plan, log, today, pace_of, race.on)
    days = _Days(metres, plan, log, today, told, known)
    starts = taper.starts(race.on)
    big = big_week(days.weeks(starts, WEEKS_BEFORE))
    cut = [_cut(each, race.on, big, days) for each in reversed(taper.windows)]
    first = cut[0].first
    shown = [
        days.window(first - n * WEEK * DAY, first - ((n - 1) * WEEK + 1) * DAY, big, None)
        for n in range(BIG_SHOWN, 0, -1)
    ]
    return Curve(
        race=race,
        stage=stage(race, starts, today),
        starts=begins(race, starts),
        big=big,
        windows=(*shown, *cut),
        no_legs_from=race.on - taper.legs * DAY,
        last_long=race.on - taper.last_long * DAY,
        shares=tuple(kept(each, big) for each in reversed(taper.windows)),
    )


def _cut(each: Cut, race: date, big: Distance, days: _Days) -> Window:
    """A window of the rule as a whole week: three days alone say nothing of a volume.

    The days of such a week that lie before the taper count in full (ours).
    """
    first, last = race - each.furthest * DAY, race - each.nearest * DAY
    share = kept(each, big)
    if each.days < WEEK:
        share = (share * each.days + WEEK - each.days) / WEEK
        first = last - (WEEK - 1) * DAY
    return days.window(first, last, big, share)


def stage(race: Race, starts: date, today: date) -> Stage:
    """An A race has its taper, a B race three easy days, a C race none."""
    if race.priority is Priority.C:
        return Stage.NONE
    if today < begins(race, starts):
        return Stage.BEFORE
    return Stage.MINI if race.priority is Priority.B else Stage.IN


def begins(race: Race, starts: date) -> date:
    """The first day that is lighter for the race."""
    if race.priority is Priority.A:
        return starts
    return race.on - (MINI_DAYS if race.priority is Priority.B else 1) * DAY


def by_day(plan: Plan, log: Log, today: date, pace_of: PaceOf, until: date) -> Mapping[date, float]:
    """Metres of every day before a race: run where it is over, planned where it is to come."""
    found: dict[date, float] = {}
    for activity in log.activities:
        if activity.ran and activity.on <= today:
            told = activity.distance
            if told is None and activity.time is not None:
                told = pace_of(Effort.EASY).distance_in(activity.time)
            if told is not None:
                found[activity.on] = found.get(activity.on, 0.0) + told.metres
    for session in plan.sessions:
        if today <= session.on < until and session.on not in found:
            found[session.on] = session.workout.distance(pace_of).metres
    return {day: metres for day, metres in found.items() if day < until}
