"""Fitness renewed by training: up slowly on reps held easily, down at once on lost ones."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.activity import Activity, Evenness, Log
from core.workout import Focus

UP_AFTER_DAYS = 28
"""Never more than one VDOT in four weeks from training."""
UP_SESSIONS = 3
EASIER = 1
"""RPE under a session's meaning that shows its paces have become easy (ours)."""
HARDER = 2
DOWN_WITHIN_DAYS = 21
"""Two bad sessions say something only while they are close together (ours)."""
WARM = 24.0
"""From here on, degrees Celsius, a lost session proves nothing (ours)."""
PULSE_CREEP = 3
"""Beats by which the pulse of the same kind of session may not have risen (ours)."""

_PACED = {Focus.THRESHOLD, Focus.VO2MAX, Focus.SPEED, Focus.RACE_PACE}
Meant = Mapping[Focus, int]
"""The RPE that a session of each focus means; a number of the decision table."""


class Verdict(StrEnum):
    """What one hard session says about the paces it was run at."""

    EASY = "easy"
    RIGHT = "right"
    LOST = "lost"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Renewal:
    """One change of VDOT, from the day it was earned, with the days that show it."""

    on: date
    change: float
    evidence: tuple[date, ...]


def verdict(activity: Activity, meant: Meant, ill: AbstractSet[date] = frozenset()) -> Verdict:
    """Heat and illness silence a lost session; without an RPE nothing is said."""
    if activity.focus not in _PACED or not activity.ran or activity.focus not in meant:
        return Verdict.SILENT
    over = None if activity.rpe is None else activity.rpe - meant[activity.focus]
    if not _held(activity) or (over is not None and over >= HARDER):
        excused = activity.on in ill or (activity.celsius or 0.0) >= WARM
        return Verdict.SILENT if excused else Verdict.LOST
    if over is None:
        return Verdict.SILENT
    return Verdict.EASY if over <= -EASIER else Verdict.RIGHT


def _held(activity: Activity) -> bool:
    """Whether all reps were run, none of them fading."""
    done, planned = activity.reps_done, activity.reps_planned
    fewer = done is not None and planned is not None and done < planned
    return not fewer and activity.evenness not in {Evenness.FADED, Evenness.CUT_SHORT}


@dataclass(slots=True)
class _Reading:
    """The sessions since the last renewal, as they are read one after the other."""

    since: date
    easy: list[Activity] = field(default_factory=list)
    lost: list[Activity] = field(default_factory=list)

    def read(self, activity: Activity, said: Verdict) -> Renewal | None:
        """The renewal that this session completes, if it does."""
        if said is Verdict.LOST:
            self.easy.clear()
            self.lost.append(activity)
            return self._down(activity.on)
        if said in {Verdict.EASY, Verdict.RIGHT}:
            self.lost.clear()
        if said is Verdict.EASY:
            self.easy.append(activity)
            return self._up(activity.on)
        return None

    def _down(self, on: date) -> Renewal | None:
        shown = [a for a in self.lost if (on - a.on).days <= DOWN_WITHIN_DAYS]
        return self._renewed(on, -1.0, shown) if len(shown) >= 2 else None

    def _up(self, on: date) -> Renewal | None:
        shown = [a for a in self.easy if (on - a.on).days < UP_AFTER_DAYS]
        ripe = (on - self.since).days >= UP_AFTER_DAYS and len(shown) >= UP_SESSIONS
        return self._renewed(on, 1.0, shown) if ripe and not _pulse_creeps(shown) else None

    def _renewed(self, on: date, change: float, shown: list[Activity]) -> Renewal:
        self.since = on
        self.easy.clear()
        self.lost.clear()
        return Renewal(on, change, tuple(a.on for a in shown))


def _pulse_creeps(shown: list[Activity]) -> bool:
    """Whether the pulse of one kind of session rose while it felt easier; heat aside (R38)."""
    for focus in {a.focus for a in shown}:
        cool = [a for a in shown if a.focus is focus and (a.celsius or 0.0) < WARM]
        beats = [a.pulse.bpm for a in cool if a.pulse is not None]
        if len(beats) > 1 and beats[-1] - beats[0] >= PULSE_CREEP:
            return True
    return False


def renewals(
    log: Log,
    since: date,
    today: date,
    meant: Meant,
    *,
    refused: AbstractSet[date] = frozenset(),
    ill: AbstractSet[date] = frozenset(),
) -> tuple[Renewal, ...]:
    """What training since a result has earned, oldest first; a refused one counts as never made.

    Each is told with its evidence and can be refused by its day. Four weeks lie between a renewal
    and the next step up, so no four weeks hold more than one VDOT of it.
    """
    reading, earned = _Reading(since), []
    for activity in log.activities:
        if not since < activity.on <= today:
            continue
        renewal = reading.read(activity, verdict(activity, meant, ill))
        if renewal is not None and renewal.on not in refused:
            earned.append(renewal)
    return tuple(earned)
