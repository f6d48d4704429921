"""What was asked of the old plan, asked of the new one: a re-plan forgets no wish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from core.athlete import Athlete
from core.away import away, busy, runs_there, span
from core.move import moved, skipped, why_not
from core.plan import Change, ChangeKind, Edit, Plan, apply_change
from core.reasons import Code
from core.workout import PaceOf

LASTING = {ChangeKind.MOVED, ChangeKind.SKIPPED, ChangeKind.AWAY, ChangeKind.BUSY}
"""The athlete's own edits, told on every day that they touch."""
AGREED = {ChangeKind.ASKED, ChangeKind.DOWN_WEEK}
"""What was agreed on for sessions to come: kept on those that are still of their kind.

What /plateau and /fix prescribe is not among them: that is worked out anew on the new plan.
"""
CARRIED = LASTING | AGREED
"""A plan that is made from what was run has its own answer to all other changes."""
LONGER = 1.2
"""A carried session is at most so many times as long as the one it replaces (ours)."""


def carried(
    changes: Iterable[Change], plan: Plan, athlete: Athlete, pace_of: PaceOf, *, spaced: bool
) -> Iterator[Change]:
    """The changes in their order, over a plan made anew; those without a place in it are left."""
    for change in changes:
        again = _again(change, plan, athlete, pace_of, spaced=spaced)
        if again is not None:
            plan = apply_change(plan, again)
            yield again


def _again(
    change: Change, plan: Plan, athlete: Athlete, pace_of: PaceOf, *, spaced: bool
) -> Change | None:
    if change.kind in AGREED:
        told = any(reason.code is Code.SYMPTOM for reason in change.why)
        return None if told else _laid_again(change, plan, pace_of)
    if change.kind is ChangeKind.MOVED:
        return _moved_again(change, plan, athlete, spaced=spaced)
    if change.kind is ChangeKind.SKIPPED:
        session = plan.on(_fact(change, Code.SKIPPED, "on"))
        return None if session is None or session.race is not None else skipped(session)
    days = span(change)
    if days is None or days[1] < plan.starts:
        return None
    first = max(days[0], plan.starts)
    if change.kind is ChangeKind.AWAY:
        return away(plan, first, days[1], pace_of, runs=runs_there(change))
    return busy(plan, first, days[1], pace_of)


def _laid_again(change: Change, plan: Plan, pace_of: PaceOf) -> Change | None:
    """Its edits on the days whose session is still the like of what they changed."""
    found = (_edit_again(edit, plan, change.kind, pace_of) for edit in change.edits)
    edits = tuple(edit for edit in found if edit is not None)
    return replace(change, edits=edits) if edits else None


def _edit_again(edit: Edit, plan: Plan, kind: ChangeKind, pace_of: PaceOf) -> Edit | None:
    now, was, after = plan.on(edit.on), edit.before, edit.after
    if now is None or was is None or edit.on < plan.starts or now.race is not None:
        return None
    if (now.hard, now.long, now.focus) != (was.hard, was.long, was.focus):
        return None
    most = 1.0 if kind is ChangeKind.DOWN_WEEK else LONGER
    minutes = after.workout.minutes(pace_of) if after else 0.0
    fits = minutes <= most * now.workout.minutes(pace_of)
    return Edit(edit.on, now, after) if fits else None


def _moved_again(change: Change, plan: Plan, athlete: Athlete, *, spaced: bool) -> Change | None:
    one, other = _fact(change, Code.MOVED, "from"), _fact(change, Code.MOVED, "to")
    session = plan.on(one)
    if session is None:
        return None
    fits = why_not(plan, session, other, athlete, plan.starts, spaced=spaced) is None
    return moved(plan, session, other) if fits else None


def _fact(change: Change, code: Code, name: str) -> date:
    """A day that the change's reasons tell; `date.min`, on which no plan has a session, without."""
    told = (r.facts.get(name) for r in change.why if r.code is code)
    return date.fromisoformat(str(next(told, None) or date.min))
