"""What a gap in the running does to the plan: let go, shift what matters, step back, return.

Nobody is blamed and nothing is made up later than three days; unanswered days are not missed ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Log
from core.adjust import demanding, fewer_reps, next_fit, plain, shorter
from core.athlete import Athlete
from core.plan import Change, ChangeKind, Edit, Plan, Session, hard
from core.reasons import Code, Reason
from core.workout import PaceOf

FULL_UP_TO = 5
"""Days off that cost nothing (Daniels)."""
RESTART_AFTER = 14
"""Days off after which a plan is made anew from what was run, a base first (R158; ours)."""
SHIFT_UP_TO = 3
"""Missed runs of a week up to which the most important one is shifted; more is a step back."""
STEP_BACK_SHARES = (0.75,) * 7
SLEEPER_SHARES = (0.9,) * 28
NOTHING_FAST_UP_TO = 0.5
"""What is kept, a share a day: after more missed runs, and for who sleeps little (ours)."""


class Answer(StrEnum):
    """What the coach does about a gap."""

    NOTHING = "nothing"
    LET_GO = "let-go"
    SHIFT = "shift"
    STEP_BACK = "step-back"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Setback:
    """The answer with its reasons, and the change that it lays, if any."""

    answer: Answer
    reasons: tuple[Reason, ...] = ()
    change: Change | None = None


def missed(plan: Plan, log: Log, today: date, days: int = 7) -> tuple[Session, ...]:
    """The planned sessions of the last days that were told as not run, oldest first.

    Days where the plan in force already says rest, and days nobody answered, are not missed.
    """
    past = plan.between(today - timedelta(days=days), today - timedelta(days=1))
    return tuple(s for s in past if log.on(s.on) and not any(run.ran for run in log.on(s.on)))


def days_off(log: Log, today: date) -> int:
    """Whole days without a run before today; an unanswered day counts as run, 0 with no log."""
    runs = [run.on for run in log.activities if run.ran and run.on < today]
    last = max((*runs, *(day for day in log.unknown if day < today)), default=None)
    return 0 if last is None else (today - last).days - 1


def after_gap(plan: Plan, log: Log, today: date, athlete: Athlete, pace_of: PaceOf) -> Setback:
    """What to do about the runs missed in the last week, or about a longer time off."""
    off = days_off(log, today)
    if off > FULL_UP_TO:
        return graded_return(plan, today, off, pace_of)
    gone = missed(plan, log, today)
    if not gone:
        return Setback(Answer.NOTHING)
    facts = {"runs": len(gone)}
    if len(gone) == 1:
        return Setback(Answer.LET_GO, (Reason(Code.LET_GO, facts),))
    if len(gone) <= SHIFT_UP_TO:
        return _shift(plan, gone, today, athlete)
    reasons = (Reason(Code.STEP_BACK, facts),)
    change = _cut(plan, today, STEP_BACK_SHARES, ChangeKind.MISSED, reasons, pace_of=pace_of)
    return Setback(Answer.STEP_BACK, reasons, change)


def _shift(plan: Plan, gone: tuple[Session, ...], today: date, athlete: Athlete) -> Setback:
    """The missed session that matters most on a day that fits; the others are let go."""
    reason = Reason(Code.MISSED, {"runs": len(gone)})
    for session in sorted(filter(demanding, gone), key=_weight, reverse=True):
        day = next_fit(plan, session, athlete, earliest=today)
        if day is not None:
            facts = {"from": session.on.isoformat(), "to": day.isoformat()}
            reasons = (reason, Reason(Code.MOVED, facts))
            moved = replace(session, on=day, why=(*session.why, reasons[1]))
            edit = Edit(day, plan.on(day), moved)
            return Setback(Answer.SHIFT, reasons, Change(ChangeKind.MISSED, (edit,), reasons))
    return Setback(Answer.LET_GO, (Reason(Code.LET_GO, {"runs": len(gone)}),))


def _weight(session: Session) -> tuple[bool, date]:
    """The long run before a hard day, the later before the earlier (ours)."""
    return session.long, session.on


def return_loads(off: int) -> tuple[tuple[int, float], ...]:
    """The way back after so many days off, as (days, share of the load), first stretch first.

    Daniels' four categories: to 5 days nothing; to 28 half the time off at 50 %, half at 75 %;
    to 8 weeks thirds at 33, 50, 75 %; longer three weeks each at 33, 50, 70, 85 %.
    """
    if off <= FULL_UP_TO:
        return ()
    if off <= 28:
        half = -(-off // 2)
        return (half, 0.50), (off - half, 0.75)
    if off <= 56:
        third = -(-off // 3)
        return (third, 0.33), (third, 0.50), (off - 2 * third, 0.75)
    return (21, 0.33), (21, 0.50), (21, 0.70), (21, 0.85)


def coming_back(change: Change) -> bool:
    """Whether the change is a way back by degrees after some days off."""
    told = any(reason.code is Code.TIME_OFF for reason in change.why)
    return change.kind is ChangeKind.MISSED and told


def graded_return(plan: Plan, today: date, off: int, pace_of: PaceOf) -> Setback:
    """The plan's next weeks at the loads of the way back; up to half load nothing is fast."""
    shares = tuple(share for days, share in return_loads(off) for _ in range(days))
    if not shares:
        return Setback(Answer.NOTHING)
    reasons = (Reason(Code.TIME_OFF, {"days": off, "percent": round(100 * shares[0])}),)
    change = _cut(plan, today, shares, ChangeKind.MISSED, reasons, pace_of=pace_of)
    return Setback(Answer.RETURN, reasons, change)


def short_sleeper(plan: Plan, today: date, usual: float, pace_of: PaceOf) -> Change | None:
    """Four smaller weeks, once a plan, for a usual night of so few hours (coaching.md 5)."""
    told = Code.SLEEP_USUAL_SHORT
    if any(reason.code is told for session in plan.sessions for reason in session.why):
        return None
    reasons = (Reason(told, {"hours": round(usual, 1)}),)
    return _cut(plan, today, SLEEPER_SHARES, ChangeKind.DOWN_WEEK, reasons, pace_of=pace_of)


def _cut(
    plan: Plan,
    first: date,
    shares: tuple[float, ...],
    kind: ChangeKind,
    reasons: tuple[Reason, ...],
    *,
    pace_of: PaceOf,
) -> Change | None:
    """Every run from `first` on at its day's share; races stay, they are judged by themselves."""
    edits = []
    for ahead, share in enumerate(shares):
        session = plan.on(first + timedelta(days=ahead))
        if session is not None and session.race is None and share < 1:
            edits.append(Edit(session.on, session, _smaller(session, share, reasons, pace_of)))
    return Change(kind, tuple(edits), reasons) if edits else None


def _smaller(
    session: Session, share: float, reasons: tuple[Reason, ...], pace_of: PaceOf
) -> Session:
    workout = session.workout
    if share <= NOTHING_FAST_UP_TO:
        workout = shorter(plain(workout, pace_of), share, pace_of)
    elif session.hard and not session.long:
        workout = fewer_reps(workout, share)
    else:
        workout = shorter(workout, share, pace_of)
    still = session.hard and hard(workout, pace_of)
    return replace(session, workout=workout, hard=still, why=(*session.why, *reasons))
