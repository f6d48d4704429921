"""Days away from home, and weeks with little time: what is left of the running, and no growth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.adjust import easy_run, fewer_reps, plain, shorter
from core.adjust.cutting import running_minutes
from core.plan import Change, ChangeKind, Edit, Plan, Session, hard
from core.reasons import Code, Fact, Reason
from core.workout import Focus, PaceOf

MOST_AWAY = 45.0
"""Minutes of an easy run on the road (ours)."""
BUSY_EASY, BUSY_LONG, BUSY_HARD = 0.7, 0.7, 0.7
"""Shares kept: fitness holds on a third less while some of it stays quick (Hickson 1985)."""
LONGEST = 60
"""Days; who is away for longer wants a plan made anew (ours)."""


def away(plan: Plan, first: date, last: date, pace_of: PaceOf, *, runs: bool) -> Change:
    """No running, or with `runs` easy runs by effort where the plan has any; races stay."""
    facts: dict[str, Fact] = {"from": first.isoformat(), "until": last.isoformat()}
    why = Reason(Code.AWAY, {**facts, "runs": int(runs)})
    edits = tuple(
        Edit(s.on, s, _on_the_road(s, why, pace_of) if runs else None)
        for s in plan.between(first, last)
        if s.race is None
    )
    return Change(ChangeKind.AWAY, edits, (why,))


def _on_the_road(session: Session, why: Reason, pace_of: PaceOf) -> Session:
    """A plain easy run of the same length, but no longer than it should be on strange ground."""
    if session.focus is Focus.WALK_RUN:
        return replace(session, why=(*session.why, why))
    easy = easy_run(int(min(MOST_AWAY, running_minutes(session.workout, pace_of))))
    return replace(session, workout=easy, hard=False, long=False, why=(*session.why, why))


def busy(plan: Plan, first: date, last: date, pace_of: PaceOf) -> Change:
    """Maintain, not build (R244): everything shorter, one quick session a week, races stay."""
    facts = {"from": first.isoformat(), "until": last.isoformat()}
    why, quick = Reason(Code.BUSY, facts), set[date]()
    edits = []
    for session in plan.between(first, last):
        if session.race is not None:
            continue
        monday = session.on - timedelta(days=session.on.weekday())
        keeps = session.hard and not session.long and monday not in quick
        quick |= {monday} if keeps else set()
        after = _maintained(session, why, pace_of, keeps_quick=keeps)
        edits.append(Edit(session.on, session, after))
    return Change(ChangeKind.BUSY, tuple(edits), (why,))


def _maintained(session: Session, why: Reason, pace_of: PaceOf, *, keeps_quick: bool) -> Session:
    workout = session.workout
    if keeps_quick:
        workout = fewer_reps(workout, BUSY_HARD)
    elif session.focus is not Focus.WALK_RUN:
        share = BUSY_LONG if session.long else BUSY_EASY
        workout = shorter(plain(workout, pace_of), share, pace_of)
    still = session.hard and hard(workout, pace_of)
    return replace(session, workout=workout, hard=still, why=(*session.why, why))


def span(change: Change) -> tuple[date, date] | None:
    """The first and last day that the athlete is away or busy; None for other changes."""
    told = next((r.facts for r in change.why if r.code in {Code.AWAY, Code.BUSY}), None)
    if told is None:
        return None
    return date.fromisoformat(str(told["from"])), date.fromisoformat(str(told["until"]))


def runs_there(change: Change) -> bool:
    """Whether an athlete who is away runs."""
    return any(r.code is Code.AWAY and bool(r.facts.get("runs")) for r in change.why)


def ended(change: Change, today: date) -> Change | None:
    """What stays of it for who is back today: the days behind; None where none of it is over."""
    days = span(change)
    if days is None or today <= days[0]:
        return None
    until = min(days[1], today - timedelta(days=1)).isoformat()
    why = tuple(
        replace(r, facts={**r.facts, "until": until}) if r.code in {Code.AWAY, Code.BUSY} else r
        for r in change.why
    )
    return replace(change, edits=tuple(e for e in change.edits if e.on < today), why=why)
