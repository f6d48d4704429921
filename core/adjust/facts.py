"""What the days before and the plan around say about today."""

from __future__ import annotations

from datetime import date, timedelta

from core.activity import Done
from core.adjust.decision import Case
from core.adjust.table import Kind, When
from core.plan import Plan, Session, WeekKind
from core.readiness import Colour
from core.reasons import Code, Reason
from core.workout import Focus

PROTECTED_BEFORE = timedelta(days=2)
"""Days before a race in which answers change nothing (coaching.md 6)."""


def kind_of(session: Session | None, plan: Plan, day: date) -> Kind:
    """What the session is to the table."""
    if session is None:
        return Kind.REST
    if session.race is not None:
        return Kind.RACE
    if protected(plan, day):
        return Kind.TAPER
    if session.focus is Focus.TEST:
        return Kind.TEST
    if session.long:
        return Kind.LONG
    return Kind.HARD if session.hard else Kind.EASY


def protected(plan: Plan, day: date) -> bool:
    """Whether a race is two days off or nearer, or the day belongs to its taper."""
    near = plan.between(day, day + PROTECTED_BEFORE)
    if any(s.race is not None for s in near):
        return True
    week = plan.week_of(day)
    if week is None or week.kind not in {WeekKind.TAPER, WeekKind.RACE}:
        return False
    ahead = plan.between(day, week.ends)
    return week.kind is WeekKind.TAPER or any(s.race is not None for s in ahead)


def circumstances(case: Case) -> frozenset[When]:
    """Which of the table's circumstances hold today."""
    found = set()
    if harder_yesterday(case) is not None:
        found.add(When.HARDER_YESTERDAY)
    if two_reds(case):
        found.add(When.TWO_REDS)
    if case.readiness.signs:
        found.add(When.A_SIGN)
    return frozenset(found)


def harder_yesterday(case: Case) -> Reason | None:
    """Yesterday's run 2 RPE above its meaning, or a hard run that was not planned; races aside."""
    yesterday = case.day - timedelta(days=1)
    planned = case.plan.on(yesterday)
    if planned is not None and planned.race is not None:
        return None
    for run in case.log.on(yesterday):
        meant = case.table.meant[run.focus]
        above = run.rpe is not None and run.rpe >= meant + case.table.harder_by
        unplanned = run.hard and run.done is Done.OTHER and not (planned and planned.hard)
        if run.ran and run.focus is not Focus.RACE and (above or unplanned):
            facts = {"meant": meant} if run.rpe is None else {"rpe": run.rpe, "meant": meant}
            return Reason(Code.YESTERDAY_HARDER, facts)
    return None


def two_reds(case: Case) -> bool:
    """Whether two reds in a row lie behind (or end) today with no green since."""
    before = None
    for colour in (case.readiness.colour, *(past for _, past in case.readiness.recent)):
        if colour is Colour.GREEN:
            return False
        if colour is before is Colour.RED:
            return True
        before = colour
    return False


def not_green(case: Case, days: int) -> int:
    """Mornings that were amber or red in the last `days`, today included."""
    first = case.day - timedelta(days=days - 1)
    colours = [case.readiness.colour]
    colours += [colour for day, colour in case.readiness.recent if day >= first]
    return sum(colour in {Colour.AMBER, Colour.RED} for colour in colours)
