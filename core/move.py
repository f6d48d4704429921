"""The athlete's own edits of a week: a session on another day, two days changed over, one left out.

A week keeps its sessions and its rest days: what moves changes places with what it finds there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.adjust import LATEST, Misfit, crowded, demanding
from core.adjust.cutting import has_bits
from core.athlete import Athlete
from core.plan import Change, ChangeKind, Edit, Plan, Session, WeekKind, apply_change
from core.reasons import Code, Reason

AHEAD = 7
"""Days, the first included, that /move and /skip look at."""
_CUT_WEEKS = {WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}


@dataclass(frozen=True, slots=True)
class Option:
    """A day a session might go to; `misfit` is why not, `there` what it changes places with."""

    on: date
    there: Session | None
    misfit: Misfit | None


def options(
    plan: Plan, session: Session, athlete: Athlete, first: date, *, spaced: bool = False
) -> tuple[Option, ...]:
    """Every other day of the session's week from `first` on, with what speaks against it.

    `spaced`: a beginner's first weeks, with a day between runs (coaching.md 3).
    """
    week = plan.week_of(session.on)
    if week is None:
        return ()
    days = (week.starts + timedelta(days=n) for n in range(7))
    return tuple(
        Option(day, plan.on(day), why_not(plan, session, day, athlete, first, spaced=spaced))
        for day in days
        if day >= first and day != session.on
    )


def why_not(
    plan: Plan,
    session: Session,
    day: date,
    athlete: Athlete,
    first: date,
    *,
    spaced: bool = False,
) -> Misfit | None:
    """Why the session and whatever the day holds cannot change places; None where they can."""
    if min(day, session.on) < first:
        return Misfit.PAST
    if misfit := _away_from_its_place(plan, session, day, athlete):
        return misfit
    changed = apply_change(plan, _exchange(plan, session.on, day))
    for edited in (day, session.on):
        if misfit := _neighbours(changed, edited, athlete):
            return misfit
        if spaced and _run_beside(changed, edited) and not _run_beside(plan, edited):
            return Misfit.RUNS_IN_A_ROW
    return None


def _away_from_its_place(
    plan: Plan, session: Session, day: date, athlete: Athlete
) -> Misfit | None:
    """What the day itself says, whatever stands around it."""
    there, week = plan.on(day), plan.week_of(day)
    if session.race is not None or (there is not None and there.race is not None):
        return Misfit.RACE
    if week is None or not week.starts <= session.on <= week.ends:
        return Misfit.OTHER_WEEK
    moving = [s for s in (session, there) if s is not None]
    if week.kind in _CUT_WEEKS and any(map(demanding, moving)):
        return Misfit.OTHER_WEEK
    if day.weekday() in athlete.rest_days:
        return Misfit.REST_DAY
    if any((onto - first_planned(s)).days > LATEST for s, onto in _places(session, there, day)):
        return Misfit.TOO_LATE
    return None


def _places(session: Session, there: Session | None, day: date) -> tuple[tuple[Session, date], ...]:
    """The sessions that move, each with its new day; only hard and long ones can come too late."""
    pairs = ((session, day), (there, session.on))
    return tuple((s, onto) for s, onto in pairs if s is not None and demanding(s))


def first_planned(session: Session) -> date:
    """The day that the session stood on before anything moved it."""
    moves = (r.facts.get("from") for r in session.why if r.code is Code.MOVED)
    return min((date.fromisoformat(str(day)) for day in moves if day), default=session.on)


def _neighbours(plan: Plan, day: date, athlete: Athlete) -> Misfit | None:
    """Whether what the day holds now stands too near to what is around it."""
    session = plan.on(day)
    if session is None:
        return None
    if demanding(session):
        return crowded(plan, session, day, athlete)
    before = plan.on(day - timedelta(days=1))
    return Misfit.STRIDES_AFTER if has_bits(session.workout) and demanding(before) else None


def _run_beside(plan: Plan, day: date) -> bool:
    beside = (day - timedelta(days=1), day + timedelta(days=1))
    return plan.on(day) is not None and any(plan.on(each) is not None for each in beside)


def moved(plan: Plan, session: Session, day: date) -> Change:
    """The change that puts the session on the day and what it finds there on the session's own.

    Ask `why_not` first: this only writes it down.
    """
    return _exchange(plan, session.on, day)


def _exchange(plan: Plan, one: date, other: date) -> Change:
    """The two days with their sessions changed over; reasons of the first that moves lead."""
    edits, reasons = [], [Reason(Code.ATHLETE_ASKED)]
    for day, source in ((other, one), (one, other)):
        session = plan.on(source)
        if session is not None:
            why = Reason(Code.MOVED, {"from": source.isoformat(), "to": day.isoformat()})
            reasons.append(why)
            session = replace(session, on=day, why=(*session.why, why))
        edits.append(Edit(day, plan.on(day), session))
    by_day = tuple(sorted(edits, key=lambda edit: edit.on))
    return Change(ChangeKind.MOVED, by_day, tuple(reasons))


def skipped(session: Session) -> Change:
    """The session left out, and nothing in its place."""
    on = Reason(Code.SKIPPED, {"on": session.on.isoformat()})
    edit = Edit(session.on, session, None)
    return Change(ChangeKind.SKIPPED, (edit,), (Reason(Code.ATHLETE_ASKED), on))
