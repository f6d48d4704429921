"""What the log says about the weeks before a plan; days before coaching began count as told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.activity import Activity, Log
from core.athlete import Athlete, UsualWeek
from core.units import Distance
from core.workout import Effort, Focus, PaceOf

WEEKS, MONTH = 6, 30
USUAL_WEEKS = 4
FULLEST = 2
BREAK_DAYS = 14
"""So many days without a run make a break: a base comes first (R158; the length is ours)."""
LOADED = 0.85
LEAST_RUNS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """A run that counts for the longest of 30 days."""

    on: date
    metres: float


@dataclass(frozen=True, slots=True)
class Ran:
    """The log read back from a day; `known` is the first day that it can speak for.

    What is told of long runs counts nothing while twenty minutes cannot be run (`can_run`);
    `continues`: a plan was in force until now.
    """

    log: Log
    told: UsualWeek
    start: date
    known: date
    pace_of: PaceOf
    can_run: bool = True
    continues: bool = False

    def weeks(self) -> tuple[Distance, ...]:
        """The six seven-day windows before the start, oldest first."""
        return tuple(Distance(self._mixed(n, self.told.distance.metres)) for n in _windows())

    def usual(self) -> UsualWeek:
        """The usual of the last four windows, with the longest run of 30 days.

        The mean of all four; but where a plan goes on, a down week or one with a run missed is no
        usual one: while one of the last two was full, the two fullest count.
        """
        weeks = [week.metres for week in self.weeks()[-USUAL_WEEKS:]]
        runs = [self._runs(n) for n in _windows()][-USUAL_WEEKS:]
        longest = max((run.metres for run in self.recent()), default=0.0)
        fullest = sum(sorted(weeks)[-FULLEST:]) / FULLEST
        if self.continues and max(weeks[-FULLEST:]) >= LOADED * fullest:
            most = sorted(runs)[-FULLEST:]
            return UsualWeek(round(sum(most) / FULLEST), Distance(fullest), Distance(longest))
        mean = Distance(sum(weeks) / len(weeks))
        return UsualWeek(round(sum(runs) / len(runs)), mean, Distance(longest))

    def goes_on(self) -> bool:
        """Whether a plan goes on from a month that the log knows whole: its first week may grow."""
        month = self.start - timedelta(weeks=USUAL_WEEKS)
        return self.continues and self.known <= month and not self.after_break()

    def week_before(self, day: date) -> Distance:
        """The usual week as it stood on an earlier day: what a macrocycle started from."""
        return replace(self, start=min(day, self.start)).usual().distance

    def recent(self) -> tuple[Run, ...]:
        """The runs of the last 30 days; what was told stands a day before coaching began."""
        last = self.start - timedelta(days=1)
        runs = [Run(a.on, self._metres(a)) for a in self.log.within(last, MONTH)]
        told_on = self.known - timedelta(days=1)
        if (last - told_on).days < MONTH and self.can_run:
            runs.append(Run(told_on, self.told.longest.metres))
        return tuple(sorted((r for r in runs if r.metres > 0), key=lambda run: run.on))

    def weeks_running(self) -> int:
        """How many windows in a row, back from the start, have two runs or more, no walks."""
        count = 0
        while self._ran_through(count):
            count += 1
        return count

    def climbed(self) -> bool:
        """Whether the weeks of running follow weeks on the walk-run ladder."""
        before = self._window(self.weeks_running())
        return any(a.focus is Focus.WALK_RUN for a in before)

    def _ran_through(self, n: int) -> bool:
        runs = self._window(n)
        return len(runs) >= LEAST_RUNS and all(a.focus is not Focus.WALK_RUN for a in runs)

    def after_break(self) -> bool:
        """Whether the last run known lies two weeks back or more."""
        last = max((a.on for a in self.log.activities if a.ran), default=self.known)
        return self.told.runs == 0 or (self.start - last).days > BREAK_DAYS

    def loaded(self) -> int:
        """Weeks since the last lighter one that the log covers: a down week comes the sooner."""
        weeks = [week.metres for week in self.weeks()]
        count = 0
        for n in range(WEEKS - 1):
            start = self.start - timedelta(days=7 * (n + 1))
            if start < self.known or weeks[-1 - n] < LOADED * max(weeks) or not weeks[-1 - n]:
                break
            count += 1
        return count

    def last_hard(self) -> date | None:
        """The last run that asks for an easy day after it."""
        tiring = (a.on for a in self.log.activities if a.ran and (a.hard or a.focus in _TIRING))
        return max(tiring, default=None)

    def _window(self, n: int) -> tuple[Activity, ...]:
        return self.log.within(self.start - timedelta(days=7 * n + 1), 7)

    def _metres(self, run: Activity) -> float:
        if run.distance is not None:
            return run.distance.metres
        return self.pace_of(Effort.EASY).distance_in(run.time).metres if run.time else 0.0

    def _mixed(self, n: int, told: float) -> float:
        """A window's metres: the told week for its unknown days, what was run for the others."""
        return told * self._unknown(n) + sum(self._metres(a) for a in self._window(n))

    def _runs(self, n: int) -> float:
        return self.told.runs * self._unknown(n) + len(self._window(n))

    def _unknown(self, n: int) -> float:
        """The share of the window that lies before the log can speak."""
        first = self.start - timedelta(days=7 * (n + 1))
        return min(7, max(0, (self.known - first).days)) / 7


_TIRING = {Focus.LONG, Focus.RACE, Focus.TEST}


def _windows() -> range:
    """Window numbers, oldest first; 0 ends the day before the start."""
    return range(WEEKS - 1, -1, -1)


def ran(
    athlete: Athlete, log: Log, start: date, pace_of: PaceOf, *, continues: bool = False
) -> Ran:
    """The log as seen from the first day of a plan."""
    first = min((a.on for a in log.activities if a.ran), default=None)
    known = min(first or athlete.started, athlete.started)
    if first is None and (start - known).days < 7:
        known = start  # a first plan: nothing could be logged yet, so what was told stands whole
    can_run = athlete.can_run_20_min
    return Ran(log, athlete.usual, start, known, pace_of, can_run, continues=continues)
