"""Today's decision: gates, then weather, then answers, each over what the one before left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from core.activity import Log
from core.adjust.course import Course, gate, run
from core.adjust.decision import Action, Case, Decision
from core.adjust.down_week import down_week
from core.adjust.spacing import demanding
from core.adjust.table import Becomes, DecisionTable, Offer, Stage
from core.athlete import Athlete
from core.checkin import Danger
from core.conditions import NEW_TO_HEAT_DAYS
from core.library import Library
from core.plan import Change, ChangeKind, Edit, Plan, Session
from core.readiness import Colour, Readiness
from core.reasons import Code
from core.safety import Allowance
from core.workout import PaceOf


def decide(
    day: date,
    plan: Plan,
    readiness: Readiness,
    allowance: Allowance,
    *,
    log: Log,
    athlete: Athlete,
    decisions: DecisionTable,
    library: Library,
    pace_of: PaceOf,
    celsius: float | None = None,
    hot_days: int = NEW_TO_HEAT_DAYS,
    dangers: tuple[Danger, ...] = (),
    indoors: bool = False,
) -> Decision:
    """The day's verdict over the plan in force; it never makes a day harder than planned.

    `plan` is laid without an earlier verdict of the same day. `allowance` is safety's word for it.
    `hot_days`: days run in heat lately; the first seven are judged one step stricter. `dangers`:
    what keeps everybody in today; `indoors`: the run is on a treadmill, whatever the weather.
    """
    case = Case(
        day,
        plan,
        readiness,
        allowance,
        log,
        athlete,
        decisions,
        library,
        pace_of,
        celsius=celsius,
        hot_days=hot_days,
        dangers=dangers,
        indoors=indoors,
    )
    course = run(case)
    earned = None if course.gated else down_week(case, course.others)
    if earned is not None:
        course.others |= earned.sessions
        course.reasons.append(earned.reason)
    return _decision(course, case, earned=earned is not None)


def preview(
    session: Session,
    plan: Plan,
    allowance: Allowance,
    *,
    athlete: Athlete,
    decisions: DecisionTable,
    library: Library,
    pace_of: PaceOf,
) -> Session | None:
    """A day to come as the gates open now would have it: what /tomorrow and /week may promise."""
    unknown = Readiness(session.on, Colour.UNKNOWN)
    case = Case(session.on, plan, unknown, allowance, Log(), athlete, decisions, library, pace_of)
    course = Course(session)
    gate(course, case)
    return course.session


def _decision(course: Course, case: Case, *, earned: bool) -> Decision:
    planned = case.plan.on(case.day)
    change = _change(course, case, earned=earned)
    rows = sorted(course.rows, key=lambda row: row not in course.changed)
    return Decision(
        on=case.day,
        action=_action(course, planned),
        before=planned,
        after=course.session,
        change=change,
        reasons=tuple(course.reasons),
        rules=tuple(row.key for row in rows),
        offers=_offers(course, change),
        by_effort=any(row.effort for row in course.rows),
        warm_up_decides=any(row.warm_up_decides for row in course.changed),
        gated=change is not None and not change.undoable,
    )


def _change(course: Course, case: Case, *, earned: bool) -> Change | None:
    """Every day that differs from the plan, in one change, so that one undo takes all back."""
    after: Mapping[date, Session | None] = {case.day: course.session, **course.others}
    edits = tuple(
        Edit(day, before, after[day])
        for day in sorted(after)
        if (before := case.plan.on(day)) != after[day]
    )
    if not edits:
        return None
    kind = ChangeKind.DOWN_WEEK if earned else ChangeKind.READINESS
    if course.changed and course.changed[-1].stage is Stage.WEATHER:
        kind = ChangeKind.WEATHER
    allowed = all(Offer.UNDO in row.offers for row in course.changed)
    undoable = allowed and not course.gated
    return Change(kind, edits, tuple(course.reasons), undoable=undoable)


_OTHER_WORKOUT = {Becomes.EASY, Becomes.WALK, Becomes.LADDER}


def _action(course: Course, planned: Session | None) -> Action:
    if course.session == planned:
        return Action.KEEP
    if course.session is None:
        return Action.REST
    if any(reason.code is Code.MOVED for reason in course.reasons):
        return Action.MOVE
    made = {row.becomes for row in course.changed}
    if made & {Becomes.WALK, Becomes.LADDER} or (Becomes.EASY in made and demanding(planned)):
        return Action.SWAP
    eased = {Becomes.EASY, Becomes.PLAIN, Becomes.SPARED}
    return Action.EASE if made & eased else Action.TRIM


def _offers(course: Course, change: Change | None) -> tuple[Offer, ...]:
    """The offers of the row that decided, without what makes no sense or safety forbids."""
    rows = course.changed or course.rows
    offers = list(rows[-1].offers) if rows else []
    if change is not None and change.undoable and Offer.UNDO not in offers:
        offers.insert(0, Offer.UNDO)
    senseless = set()
    if change is None or not change.undoable:
        senseless |= {Offer.UNDO, Offer.KEEP_AS_PLANNED}
    if course.session is None:
        senseless |= {Offer.EVEN_EASIER, Offer.REST}
    return tuple(offer for offer in offers if offer not in senseless)
