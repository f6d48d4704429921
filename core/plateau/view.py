"""The log read for a diagnosis: what each run trained, how hard it was, week by week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from statistics import fmean

from core.activity import Activity, Evenness
from core.checkin import CheckIn
from core.fitness import result_vdot
from core.library import Recipe, WarmUp
from core.paces import paces_for
from core.plateau.case import Case
from core.plateau.rules import Rules
from core.units import Distance, Duration, Pace
from core.workout import Effort, Focus

WEEKS = 16
LIFTED_WEEKS = 8
DAY = timedelta(days=1)
USUAL_PACE = Pace(360.0)
"""Easy running where no fitness is known (ours)."""
HARD_RPE = 7
"""A run that was told so is a hard one, whatever it was called (ours)."""
QUALITY = {Focus.THRESHOLD, Focus.VO2MAX, Focus.SPEED, Focus.ECONOMY, Focus.RACE_PACE}
_EASY = {Focus.EASY, Focus.LONG}
_TESTS = {Focus.RACE, Focus.TEST}
_QUICK = {Effort.STRIDE, Effort.SPRINT, Effort.FAST, Effort.MILE}
_ENOUGH_TO_READ = 0.5
"""The share of the runs that must have a key of the library before keys say anything (ours)."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run with what is known or safely guessed about it; metres and minutes may be guesses."""

    activity: Activity
    focus: Focus
    metres: float
    minutes: float
    quick: bool

    @property
    def on(self) -> date:
        return self.activity.on

    @property
    def rpe(self) -> int | None:
        return self.activity.rpe

    @property
    def quality(self) -> bool:
        """A hard session that is neither race nor test."""
        told = (self.rpe or 0) >= HARD_RPE and not self.activity.key
        hard = self.activity.hard and self.focus in {Focus.EASY, Focus.STEADY}
        return self.focus in QUALITY or (self.focus not in {*_TESTS, Focus.LONG} and (told or hard))

    @property
    def easy(self) -> bool:
        return self.focus in _EASY and not self.quality

    @property
    def hard(self) -> bool:
        return self.quality or self.focus in _TESTS or self.activity.hard

    @property
    def paced(self) -> bool:
        """Whether both distance and time were told."""
        told = self.activity.distance is not None and self.activity.time is not None
        return told and self.metres > 0 and self.minutes > 0

    @property
    def lost(self) -> bool:
        """Fewer reps than meant, or the last ones slower."""
        done, meant = self.activity.reps_done, self.activity.reps_planned
        fewer = done is not None and meant is not None and done < meant
        return fewer or self.activity.evenness in {Evenness.FADED, Evenness.CUT_SHORT}


class View:
    """A case with everything counted from its last day; built once for a diagnosis."""

    def __init__(self, case: Case, rules: Rules) -> None:
        self.case, self.rules = case, rules
        self.today = case.today
        ran_today = any(a.ran and a.on == case.today for a in case.log.activities)
        self.last = case.today if ran_today else case.today - DAY

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every run of sixteen weeks, oldest first; the order they were told in does not matter."""
        first = self.last - timedelta(days=7 * WEEKS - 1)
        runs = (self._run(a) for a in self.case.log.activities if a.ran and first <= a.on)
        return tuple(sorted((r for r in runs if r.on <= self.last), key=_order))

    def within(self, days: int, *, until: int = 0) -> tuple[Run, ...]:
        """The runs of the last `days` days, without the last `until` of them."""
        first, last = self.last - timedelta(days=days - 1), self.last - timedelta(days=until)
        return tuple(run for run in self.runs if first <= run.on <= last)

    @cached_property
    def quality(self) -> tuple[Run, ...]:
        """The hard sessions of sixteen weeks."""
        return tuple(run for run in self.runs if run.quality)

    @cached_property
    def raced(self) -> tuple[Run, ...]:
        """Races and tests of sixteen weeks: those that were logged, and those told as a result."""
        first = self.last - timedelta(days=7 * WEEKS - 1)
        logged = [run for run in self.runs if run.focus in _TESTS]
        days = {run.on for run in logged}
        told = [
            self._run(Activity(r.on, distance=r.distance, time=r.time, focus=Focus.RACE, hard=True))
            for r in self.case.athlete.results
            if r.all_out and first <= r.on <= self.last and r.on not in days
        ]
        return tuple(sorted([*logged, *told], key=_order))

    @cached_property
    def covered(self) -> int:
        """Days from the first run of the log to its last day; 0 without a run."""
        return (self.last - self.runs[0].on).days + 1 if self.runs else 0

    @cached_property
    def weeks(self) -> tuple[tuple[Run, ...], ...]:
        """Whole weeks, Monday to Sunday, that the log covers, newest first."""
        return tuple(week for week, _ in self._whole_weeks)

    @cached_property
    def sundays(self) -> tuple[date, ...]:
        """The last day of each of `weeks`."""
        return tuple(sunday for _, sunday in self._whole_weeks)

    @cached_property
    def _whole_weeks(self) -> tuple[tuple[tuple[Run, ...], date], ...]:
        sunday = self.last - (self.last.weekday() + 1) % 7 * DAY
        found = []
        while self.runs and sunday - 6 * DAY >= self.runs[0].on - self.runs[0].on.weekday() * DAY:
            found.append((tuple(r for r in self.runs if 0 <= (sunday - r.on).days < 7), sunday))
            sunday -= 7 * DAY
        return tuple(found[:WEEKS])

    @cached_property
    def keyed(self) -> bool:
        """Whether enough runs of eight weeks have a key to say what was not among them."""
        runs = self.within(56)
        known = sum(run.activity.key in self.case.library for run in runs)
        return len(runs) >= 12 and known >= _ENOUGH_TO_READ * len(runs)

    @cached_property
    def easy_pace(self) -> Pace:
        vdot = self.vdot
        return paces_for(vdot).easy if vdot else USUAL_PACE

    @cached_property
    def vdot(self) -> float | None:
        """Today's fitness, else that of the newest result."""
        if self.case.fitness is not None:
            return self.case.fitness.vdot
        told = (r for r in self.case.athlete.results if r.representative and r.on <= self.today)
        worth = [(r.on, number) for r in told if (number := result_vdot(r)) is not None]
        return max(worth)[1] if worth else None

    @cached_property
    def lifted(self) -> Mapping[date, int]:
        """Strength days told with the weekly review, by the Monday of their week (eight weeks)."""
        told = self.case.athlete.lifted
        return {on: n for on, n in told if 0 <= (self.today - on).days < 7 * LIFTED_WEEKS}

    @cached_property
    def strength(self) -> frozenset[date]:
        """Days with strength so far: as planned, but none of a week that was told to have had none.

        The days before those of the plan in force are the case's own.
        """
        plan = self.case.plan
        planned = (on for on, _ in plan.strength) if plan else ()
        days = {*self.case.strength, *planned}
        none = {monday for monday, count in self.case.athlete.lifted if not count}
        return frozenset(
            on for on in days if on <= self.last and on - on.weekday() * DAY not in none
        )

    def mornings(self, days: int, *, until: int = 0) -> tuple[CheckIn, ...]:
        """The check-ins of the last `days` days, without the last `until` of them or sick ones."""
        first = self.today - timedelta(days=days - 1)
        last = self.today - timedelta(days=until)
        found = (c for c in self.case.checkins if first <= c.on <= last and not c.ill)
        return tuple(sorted(found, key=lambda c: c.on))

    def _run(self, activity: Activity) -> Run:
        recipe = self._recipe(activity)
        told = activity.focus is not Focus.EASY or recipe is None
        focus = activity.focus if told else recipe.focus if recipe else Focus.EASY
        metres, minutes = _size(activity, self.easy_pace)
        quick = focus in {Focus.SPEED, Focus.ECONOMY} or (recipe is not None and _has_quick(recipe))
        return Run(activity, focus, metres, minutes, quick)

    def _recipe(self, activity: Activity) -> Recipe | None:
        library = self.case.library
        return library[activity.key] if activity.key in library else None  # noqa: SIM401 - no dict


def _order(run: Run) -> tuple[object, ...]:
    a = run.activity
    return (a.on, a.key, run.metres, run.minutes, a.rpe or 0, a.reps_done or 0, str(a.evenness))


def _size(activity: Activity, easy: Pace) -> tuple[float, float]:
    """Metres and minutes; the one that is not known follows from easy running."""
    distance, time = activity.distance, activity.time
    if distance is not None and time is not None:
        return distance.metres, time.minutes
    if distance is not None:
        return distance.metres, easy.time_for(distance).minutes
    if time is not None:
        return easy.distance_in(Duration.of_minutes(time.minutes)).metres, time.minutes
    return 0.0, 0.0


def _has_quick(recipe: Recipe) -> bool:
    """Strides, sprints or anything at mile pace, those of the warm-up included."""
    steps = (step for piece in recipe.pieces for step in piece.steps)
    sharp = recipe.warm_up in {WarmUp.SHARP, WarmUp.SPRINT}
    return sharp or any(step.effort in _QUICK for step in steps)


def mean(values: Iterable[float]) -> float | None:
    """The mean, or None of nothing."""
    found = list(values)
    return fmean(found) if found else None


def share(flags: Iterable[bool]) -> tuple[int, int]:
    """How many of how many."""
    found = list(flags)
    return sum(found), len(found)


def commonest(values: Iterable[str]) -> tuple[str, int]:
    """The value met most often, and how often; ("", 0) of nothing. A draw goes by name."""
    counted = Counter(values)
    if not counted:
        return "", 0
    best = min(counted, key=lambda value: (-counted[value], value))
    return best, counted[best]


def km(metres: float) -> float:
    """Kilometres with one place, for facts."""
    return round(Distance(metres).km, 1)
