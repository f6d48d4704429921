"""How much fast running one session may hold (Daniels' shares with the floors of coaching.md 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.athlete import Level
from core.library.totals import turns
from core.units import Distance
from core.workout import Effort, PaceOf, Step, Workout, step_metres, step_minutes


class Band(StrEnum):
    """The intensities that have a cap of their own."""

    MARATHON = "m"
    THRESHOLD = "t"
    INTERVAL = "i"
    REPETITION = "r"


BAND = {
    Effort.MARATHON: Band.MARATHON,
    Effort.HALF: Band.THRESHOLD,
    Effort.THRESHOLD: Band.THRESHOLD,
    Effort.TEN_K: Band.INTERVAL,
    Effort.FIVE_K: Band.INTERVAL,
    Effort.THREE_K: Band.INTERVAL,
    Effort.MILE: Band.REPETITION,
    Effort.FAST: Band.REPETITION,
}
"""Strides and sprints have no cap: they are counted in reps."""


@dataclass(frozen=True, slots=True)
class Caps:
    """The most of each band in one session; I by time and by distance have floors of their own."""

    m_minutes: float
    t_minutes: float
    i_minutes: float
    i_metres: float
    r_metres: float


def caps_for(week: Distance, level: Level, pace_of: PaceOf, *, marathon: bool = False) -> Caps:
    """The caps of a week of so much; M is a quarter of it for marathoners, else a fifth."""

    def minutes(share: float, effort: Effort) -> float:
        return pace_of(effort).time_for(week * share).minutes

    floor = 0.5 if level is Level.BEGINNER else 1.0
    ten_km = pace_of(Effort.FIVE_K).time_for(Distance(10_000)).minutes
    return Caps(
        m_minutes=min(110, max(minutes(0.25 if marathon else 0.20, Effort.MARATHON), 45 * floor)),
        t_minutes=max(minutes(0.10, Effort.THRESHOLD), 20 * floor),
        i_minutes=min(ten_km, max(minutes(0.08, Effort.FIVE_K), 15 * floor)),
        i_metres=min(10_000, max(0.08 * week.metres, 5_000 * floor)),
        r_metres=min(8_000, max(0.05 * week.metres, 2_400 * floor)),
    )


def used(workout: Workout, caps: Caps, pace_of: PaceOf) -> dict[Band, float]:
    """The share of each band's cap that the session takes; 1.0 is all of it."""
    shares: dict[Band, float] = {}
    for step, times in turns(workout.blocks):
        band = BAND.get(step.effort)
        if band is not None:
            shares[band] = shares.get(band, 0.0) + times * _share(step, band, caps, pace_of)
    return shares


def _share(step: Step, band: Band, caps: Caps, pace_of: PaceOf) -> float:
    if band is Band.MARATHON:
        return step_minutes(step, pace_of) / caps.m_minutes
    if band is Band.THRESHOLD:
        return step_minutes(step, pace_of) / caps.t_minutes
    if band is Band.REPETITION:
        return step_metres(step, pace_of) / caps.r_metres
    if step.time is not None:
        return step.time.minutes / caps.i_minutes
    return step_metres(step, pace_of) / caps.i_metres


def within(workout: Workout, caps: Caps, pace_of: PaceOf) -> bool:
    """Whether each band keeps its own cap and, in mixed sessions, all of them the largest one."""
    shares = used(workout, caps, pace_of)
    if any(share > 1.0001 for share in shares.values()):
        return False
    if len(shares) < 2:
        return True
    whole = {band: _minutes(band, caps, pace_of) for band in shares}
    return sum(_banded(workout, pace_of)) <= max(whole.values()) + 0.01


def _banded(workout: Workout, pace_of: PaceOf) -> Iterator[float]:
    """The minutes of every step that has a band."""
    for step, times in turns(workout.blocks):
        if step.effort in BAND:
            yield times * step_minutes(step, pace_of)


def _minutes(band: Band, caps: Caps, pace_of: PaceOf) -> float:
    """A band's cap in minutes."""
    if band is Band.MARATHON:
        return caps.m_minutes
    if band is Band.THRESHOLD:
        return caps.t_minutes
    if band is Band.REPETITION:
        return pace_of(Effort.MILE).time_for(Distance(caps.r_metres)).minutes
    return max(caps.i_minutes, pace_of(Effort.FIVE_K).time_for(Distance(caps.i_metres)).minutes)
