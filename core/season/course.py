"""What has been run so far while a season is being written; planned runs count as run."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.season.footing import EASY_WEEKS, Footing
from core.season.ran import MONTH, Run
from core.taper import big_week
from core.units import Distance

WEEKS = 6


@dataclass(slots=True)
class Course:
    """The state that one week hands to the next.

    `normals` are the metres of the normal weeks so far (the usual week first), `aim` the volume
    meant for the last of them, `began` what the macrocycle started from, `frequency` the runs a
    week. `start_week` is the week of a beginner's or returner's start and `ladder` the runs done on
    the walk-run ladder, both None once over. `weeks` counts whole weeks, `settled` those since the
    frequency changed, `returned` the weeks of coming back from a race; `fast_long` says that the
    last long run had a fast part.
    """

    foot: Footing
    normals: list[float]
    aim: float
    began: float
    frequency: int
    start_week: int | None = None
    ladder: int | None = None
    cycle: int = -1
    weeks: int = 0
    settled: int = 0
    returned: int = 0
    fast_long: bool = False
    last_hard: date | None = None
    last_long: date | None = None
    recent: deque[Run] = field(default_factory=deque)
    runs: list[Run] = field(default_factory=list)
    hard_days: list[date] = field(default_factory=list)

    @property
    def only_easy(self) -> bool:
        """Whether this is one of a start's first weeks: every second day, easy (coaching.md 3)."""
        return self.ladder is not None or (
            self.start_week is not None and self.start_week <= EASY_WEEKS
        )

    def restart(self, share: float) -> None:
        """Begin anew from a share of the last normal week."""
        self.aim = self.normals[-1] * share
        self.normals = [self.aim]
        self.returned = 0

    def count(self, on: date, metres: float, *, hard: bool = False, long: bool = False) -> None:
        """Count a planned run as run."""
        run = Run(on, metres)
        self.recent.append(run)
        self.runs.append(run)
        if hard:
            self.last_hard = on
            self.hard_days.append(on)
        if long:
            self.last_long, self.fast_long = on, hard

    def raced(self, on: date, metres: float) -> None:
        """Count a race: the longest run knows it, the volume of the weeks does not."""
        self.recent.append(Run(on, metres))
        self.last_hard = on

    def longest(self, on: date) -> float:
        """The longest run of the 30 days before a day; an empty month counts as 20 minutes.

        Days before the plan, in its first week, see what its first day sees.
        """
        on = max(on, self.foot.start)
        first = on - timedelta(days=MONTH)
        while self.recent and self.recent[0].on < first:
            self.recent.popleft()
        longest = max((run.metres for run in self.recent if run.on < on), default=0.0)
        return max(longest, self.foot.empty_month)

    def longest_run(self, on: date) -> float:
        """The same, races left out: nobody's long runs are measured by a race."""
        first = on - timedelta(days=MONTH)
        runs = (run for run in (*self.foot.recent, *self.runs) if first <= run.on < on)
        return max((run.metres for run in runs), default=self.foot.empty_month)

    def big_week(self, before: date) -> Distance:
        """The mean of the three biggest seven-day windows of the six that end before a day."""
        windows = [self._window(before - timedelta(days=7 * n)) for n in range(WEEKS, 0, -1)]
        return big_week([Distance(metres) for metres in windows])

    def _window(self, first: date) -> float:
        """Metres run in seven days; days before the plan count their share of their week."""
        last = first + timedelta(days=6)
        planned = sum(run.metres for run in self.runs if first <= run.on <= last)
        start = self.foot.start
        before = min(7, max(0, (start - first).days))
        if not before:
            return planned
        weeks_back = (start - first - timedelta(days=1)).days // 7
        week = self.foot.last_six[max(0, WEEKS - 1 - weeks_back)]
        return planned + week.metres * before / 7
