"""Whether a 3 km time trial is wise today, and what must be waited for (coaching.md 7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Log
from core.athlete import Athlete, ResultKind
from core.checkin import CheckIn
from core.units import Duration
from core.workout import Focus

RUNNING_DAYS = 42
UNBROKEN = Duration.of_minutes(30)
CLEAR_DAYS = 14
RACE_FREE_DAYS = 21
BETWEEN_DAYS = 35
COOL_BELOW = 22.0
"""Degrees Celsius (ours)."""


class TrialWait(StrEnum):
    """What a time trial waits for; three times eight minutes serves until then."""

    DOCTOR = "doctor"
    PAIN = "pain"
    ILLNESS = "illness"
    SIX_WEEKS = "six-weeks"
    UNBROKEN = "unbroken"
    NOT_GREEN = "not-green"
    WARM = "warm"
    RACE_NEAR = "race-near"
    LAST_TRIAL = "last-trial"


def trial_waits(
    athlete: Athlete,
    log: Log,
    checkins: Sequence[CheckIn],
    today: date,
    *,
    green: bool,
    doctor_flag: bool = False,
    celsius: float | None = None,
) -> tuple[TrialWait, ...]:
    """Everything that speaks against a trial today; empty means that it may be offered."""
    recent = [c for c in checkins if timedelta(0) <= today - c.on <= timedelta(days=CLEAR_DAYS)]
    against = {
        TrialWait.DOCTOR: doctor_flag,
        TrialWait.PAIN: _hurt(athlete, log, recent, today),
        TrialWait.ILLNESS: any(c.ill or c.fever_celsius is not None for c in recent),
        TrialWait.SIX_WEEKS: not _six_weeks(athlete, log, today),
        TrialWait.UNBROKEN: not _unbroken(athlete, log, today),
        TrialWait.NOT_GREEN: not green,
        TrialWait.WARM: celsius is not None and celsius >= COOL_BELOW,
        TrialWait.RACE_NEAR: any(
            abs((race.on - today).days) <= RACE_FREE_DAYS for race in athlete.races
        ),
        TrialWait.LAST_TRIAL: _tested(athlete, log, today),
    }
    return tuple(wait for wait, holds in against.items() if holds)


def _hurt(athlete: Athlete, log: Log, recent: Sequence[CheckIn], today: date) -> bool:
    """An open injury, or pain told in a run or on a morning of the last two weeks."""
    runs = log.within(today, CLEAR_DAYS)
    return (
        any(not injury.healed for injury in athlete.injuries)
        or any(score > 0 for run in runs for _, score in run.pain)
        or any(pain.score != 0 for checkin in recent for pain in checkin.pains)
    )


def _six_weeks(athlete: Athlete, log: Log, today: date) -> bool:
    """Six weeks with a run in each; the told usual week speaks for the four before the start."""
    told_from = athlete.started - timedelta(days=28) if athlete.usual.runs else athlete.started
    weeks = (today - timedelta(days=7 * n) for n in range(RUNNING_DAYS // 7))
    return all(log.within(end, 7) or told_from < end <= athlete.started for end in weeks)


def _unbroken(athlete: Athlete, log: Log, today: date) -> bool:
    """Half an hour in one piece within the six weeks, or told at the start and still near."""
    runs = (r for r in log.within(today, RUNNING_DAYS) if r.focus is not Focus.WALK_RUN)
    if any(run.time is not None and run.time >= UNBROKEN for run in runs):
        return True
    told = athlete.can_run_20_min and athlete.usual.longest.km >= 5
    return told and (today - athlete.started).days <= RUNNING_DAYS


def _tested(athlete: Athlete, log: Log, today: date) -> bool:
    """A trial or a test in the last five weeks."""
    trials = [r.on for r in athlete.results if r.kind is ResultKind.TRIAL]
    tests = [run.on for run in log.activities if run.ran and run.focus is Focus.TEST]
    return any(0 <= (today - on).days < BETWEEN_DAYS for on in (*trials, *tests))
