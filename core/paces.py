"""Training paces from VDOT, and the one number that a step shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from core.athlete import Level
from core.fitness import SHOWN_FROM, pace_at, race_pace
from core.rows import between
from core.units import Distance, Pace
from core.workout import Effort, PaceOf, Step

EASY_AFTER_M = 37.0
"""Easy is at least this much slower than M, s/km: one minute a mile (R35)."""


@dataclass(frozen=True, slots=True)
class Paces:
    """The paces of one VDOT; `easy_bound` is "not faster than" and has no slow side (R40)."""

    vdot: float
    easy_bound: Pace
    easy: Pace
    steady: Pace
    m: Pace
    half: Pace
    t: Pace
    ten_k: Pace
    i: Pace
    five_k: Pace
    three_k: Pace
    mile: Pace
    r: Pace
    fast: Pace

    @property
    def shown(self) -> bool:
        """Below VDOT 30 paces serve totals only and no athlete sees them (coaching.md 7)."""
        return self.vdot >= SHOWN_FROM


@lru_cache(maxsize=1024)
def paces_for(vdot: float) -> Paces:
    """T 88 %, I 97.5 %, M as printed below VDOT 45, R from I: what Daniels' tables really are."""
    m = Pace(race_pace(vdot, Distance(42195)).seconds_per_km + _m_as_printed(vdot))
    i = pace_at(vdot, 0.975)
    bound = Pace(max(pace_at(vdot, 0.735).seconds_per_km, m.seconds_per_km + EASY_AFTER_M))
    mile = race_pace(vdot, Distance.of_miles(1))
    return Paces(
        vdot=vdot,
        easy_bound=bound,
        easy=Pace(max(pace_at(vdot, 0.66).seconds_per_km, bound.seconds_per_km)),
        steady=Pace((bound.seconds_per_km + m.seconds_per_km) / 2),
        m=m,
        half=Pace(min(race_pace(vdot, Distance(21097.5)).seconds_per_km, m.seconds_per_km)),
        t=pace_at(vdot, 0.88),
        ten_k=race_pace(vdot, Distance(10000)),
        i=i,
        five_k=race_pace(vdot, Distance(5000)),
        three_k=race_pace(vdot, Distance(3000)),
        mile=mile,
        r=Pace(i.seconds_per_km - _r_ahead(vdot) / 0.4),
        fast=Pace(mile.seconds_per_km * 0.95),
    )


def _m_as_printed(vdot: float) -> float:
    """How much slower the printed M is than the predicted marathon, s/km; linear between rows."""
    return between(vdot, ((30, 12.0), (35, 6.0), (40, 2.0), (45, 0.0)))


def _r_ahead(vdot: float) -> float:
    """R400 before I400, s: 8 to VDOT 47, 7 at 48-49, 6 from 50; linear between, without jumps."""
    return between(vdot, ((47, 8.0), (48, 7.0), (49, 7.0), (50, 6.0)))


_ASSUMED = {Level.BEGINNER: 28.0, Level.INTERMEDIATE: 38.0, Level.ADVANCED: 48.0}
"""VDOT assumed for totals only while there is no fitness; ours, on the slow side."""


def pace_of(paces: Paces | None, level: Level) -> PaceOf:
    """How fast this athlete covers ground at each effort; without fitness a guess by level."""
    return _speeds(paces or paces_for(_ASSUMED[level])).__getitem__


@lru_cache(maxsize=1024)
def _speeds(paces: Paces) -> dict[Effort, Pace]:
    walk = Pace(max(600.0, paces.easy.seconds_per_km * 1.1))
    return {
        Effort.REST: walk,
        Effort.WALK: walk,
        Effort.JOG: Pace(paces.easy.seconds_per_km * 1.1),
        Effort.EASY: paces.easy,
        Effort.STEADY: paces.steady,
        Effort.MARATHON: paces.m,
        Effort.HALF: paces.half,
        Effort.THRESHOLD: paces.t,
        Effort.TEN_K: paces.ten_k,
        Effort.FIVE_K: paces.five_k,
        Effort.THREE_K: paces.three_k,
        Effort.MILE: paces.mile,
        Effort.FAST: paces.fast,
        Effort.STRIDE: Pace(paces.mile.seconds_per_km * 0.92),
        Effort.SPRINT: Pace(paces.mile.seconds_per_km * 0.8),
    }


class Show(StrEnum):
    """How a pace is meant."""

    NOT_FASTER = "not-faster"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Target:
    """The one number of a step."""

    show: Show
    pace: Pace


_BY_EFFORT_ONLY = {Effort.REST, Effort.WALK, Effort.JOG, Effort.STRIDE, Effort.SPRINT, Effort.FAST}


def target(effort: Effort, paces: Paces | None, level: Level | None = None) -> Target | None:
    """The pace to show beside the effort, or None: no fitness, below VDOT 30, or run by feel.

    Beginners see no pace on easy running (coaching.md 3).
    """
    if paces is None or not paces.shown or effort in _BY_EFFORT_ONLY:
        return None
    if effort is Effort.EASY:
        return None if level is Level.BEGINNER else Target(Show.NOT_FASTER, paces.easy_bound)
    return Target(Show.ABOUT, _speeds(paces)[effort])


def step_target(step: Step, paces: Paces | None, level: Level | None = None) -> Target | None:
    """The same for a step: uphill no pace means anything."""
    return None if step.uphill else target(step.effort, paces, level)
