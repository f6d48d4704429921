"""The board: each member against their own usual; no kilometres, no paces, nobody behind anybody.

What a member keeps to themselves is not handed in here, so that nothing can be said about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Activity, Log
from core.adjust.table import DecisionTable
from core.athlete import Result, ResultKind
from core.units import Distance
from core.workout import Focus

WEEK = 7
LATELY = 28
"""Days that a share or a count is taken over (ours)."""
BEFORE = 56
"""Days before those that are the usual (ours)."""
ENOUGH = 4
"""Runs told in each stretch before a share of them means anything (ours)."""
POINTS = 0.10
"""How much the share of easy runs kept easy must rise to be worth a line (ours)."""
RESULTS_LAST = 365
"""Days after which a result is no baseline any more."""
SAME_METRES = 5.0
HURT_ABOVE = 2
"""Pain of 0-10 above which a run earns nothing here: it should have been eased (coaching.md 4)."""
LINES = 6
"""The most lines a board has, so that it stays a card."""


class Gained(StrEnum):
    """What somebody got better at, in the order that the board tells it."""

    TRIAL = "trial"
    EASY = "easy"
    ROUTINES = "routines"


@dataclass(frozen=True, slots=True)
class Lived:
    """What one member lets the board read: runs, results, and the days that had a routine."""

    name: str
    log: Log = Log()
    results: tuple[Result, ...] = ()
    routines: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Gain:
    """One line: `percent` better than their own usual (TRIAL: faster than their last over that
    distance; EASY: points of the share kept easy, 0 where it is all of them; ROUTINES: more of
    them, 0 where there were none before).
    """

    name: str
    kind: Gained
    percent: float
    distance: Distance | None = None


def board(members: Iterable[Lived], monday: date, table: DecisionTable) -> tuple[Gain, ...]:
    """The week that begins on `monday`: who got better at what, one line each, the most first."""
    found = [gain for member in members if (gain := best_gain(member, monday, table))]
    order = list(Gained)
    found.sort(key=lambda gain: (order.index(gain.kind), -gain.percent, gain.name))
    return tuple(found[:LINES])


def best_gain(member: Lived, monday: date, table: DecisionTable) -> Gain | None:
    """The first thing that this member got better at by the end of the week; None: nothing new."""
    sunday = monday + timedelta(days=WEEK - 1)
    return (
        _trial(member, monday, sunday)
        or _kept_easy(member, sunday, table)
        or _routines(member, sunday)
    )


def _trial(member: Lived, monday: date, sunday: date) -> Gain | None:
    """A time trial of the week that beat the best of a year over the same distance."""
    gains = []
    for trial in member.results:
        if trial.kind is not ResultKind.TRIAL or not monday <= trial.on <= sunday:
            continue
        before = [r.time for r in member.results if _comparable(r, trial)]
        if trial.representative and before and trial.time < min(before) and _sound(member, trial):
            percent = 100 * (1 - trial.time.seconds / min(before).seconds)
            gains.append(Gain(member.name, Gained.TRIAL, round(percent, 1), trial.distance))
    return max(gains, key=lambda gain: gain.percent, default=None)


def _comparable(result: Result, trial: Result) -> bool:
    """An earlier result over the same distance, not older than a year, that counts."""
    return (
        result.representative
        and 0 < (trial.on - result.on).days <= RESULTS_LAST
        and abs(result.distance.metres - trial.distance.metres) <= SAME_METRES
    )


def _sound(member: Lived, trial: Result) -> bool:
    """Nobody is told well done for a trial that hurt."""
    return not any(hurt(run) for run in member.log.on(trial.on))


def hurt(run: Activity) -> bool:
    """Whether the run hurt more than may be run with."""
    return any(score > HURT_ABOVE for _, score in run.pain)


def kept_easy(run: Activity, table: DecisionTable) -> bool | None:
    """Whether an easy run stayed easy; None for other runs, and where its RPE was not told."""
    if run.focus not in {Focus.EASY, Focus.LONG} or run.rpe is None or not run.ran:
        return None
    return not run.hard and not hurt(run) and run.rpe < table.meant[run.focus] + table.harder_by


def easy_share(runs: Sequence[Activity], table: DecisionTable) -> float | None:
    """The share of easy runs that stayed easy; None below four that anybody told about."""
    told = [kept for run in runs if (kept := kept_easy(run, table)) is not None]
    return sum(told) / len(told) if len(told) >= ENOUGH else None


def _kept_easy(member: Lived, sunday: date, table: DecisionTable) -> Gain | None:
    now = easy_share(member.log.within(sunday, LATELY), table)
    usual = easy_share(member.log.within(sunday - timedelta(days=LATELY), BEFORE), table)
    if now is None or usual is None:
        return None
    risen = round(100 * (now - usual))
    if now == 1.0 or now - usual >= POINTS:
        return Gain(member.name, Gained.EASY, float(max(risen, 0)))
    return None


def _routines(member: Lived, sunday: date) -> Gain | None:
    """More routines in four weeks than the eight before had on average."""
    now = _days(member.routines, sunday, LATELY)
    usual = _days(member.routines, sunday - timedelta(days=LATELY), BEFORE) * LATELY / BEFORE
    if now < ENOUGH or now <= usual:
        return None
    percent = 100 * (now / usual - 1) if usual else 0.0
    return Gain(member.name, Gained.ROUTINES, float(round(percent)))


def _days(days: Iterable[date], last: date, window: int) -> int:
    return len({day for day in days if 0 <= (last - day).days < window})
