"""The "always medium" trap: easy runs creep up and hard runs go flat (R34)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from core.activity import Activity, Evenness, Log
from core.workout import Focus

DAYS = 28
EASY_RUNS, HARD_RUNS = 4, 2
"""Runs with a told effort from which four weeks say anything (ours)."""
CREPT = 2
"""RPE over its meaning at which an easy run was none (ours, as for the day after)."""
_EASY = {Focus.EASY, Focus.LONG}
_HARD = {Focus.THRESHOLD, Focus.VO2MAX, Focus.SPEED, Focus.RACE_PACE}


def always_medium(log: Log, today: date, meant: Mapping[Focus, int]) -> bool:
    """Whether in four weeks half of the easy runs were too hard and half of the hard ones flat."""
    told = [a for a in log.within(today, DAYS) if a.rpe is not None and a.focus in meant]
    easy = [_over(a, meant) >= CREPT for a in told if a.focus in _EASY and not a.hard]
    hard = [_flat(a, meant) for a in told if a.focus in _HARD]
    if len(easy) < EASY_RUNS or len(hard) < HARD_RUNS:
        return False
    return sum(easy) * 2 >= len(easy) and sum(hard) * 2 >= len(hard)


def medium_share(log: Log, today: date, meant: Mapping[Focus, int]) -> float | None:
    """The share of four weeks' told runs that landed in the middle; None for fewer than four."""
    told = [a for a in log.within(today, DAYS) if a.rpe is not None and a.focus in meant]
    middle = [_over(a, meant) >= CREPT for a in told if a.focus in _EASY and not a.hard]
    middle += [_flat(a, meant) for a in told if a.focus in _HARD]
    return sum(middle) / len(middle) if len(middle) >= EASY_RUNS else None


def _over(activity: Activity, meant: Mapping[Focus, int]) -> int:
    return (activity.rpe or 0) - meant[activity.focus]


def _flat(activity: Activity, meant: Mapping[Focus, int]) -> bool:
    """A hard run that stayed below its meaning, faded, or ended early."""
    done, planned = activity.reps_done, activity.reps_planned
    fewer = done is not None and planned is not None and done < planned
    faded = activity.evenness in {Evenness.FADED, Evenness.CUT_SHORT}
    return fewer or faded or _over(activity, meant) < 0
