"""The course of a decision: what gates, weather and answers in turn make of the session."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from core.adjust.becoming import become
from core.adjust.decision import Case
from core.adjust.facts import circumstances, harder_yesterday, kind_of
from core.adjust.spacing import demanding, next_fit
from core.adjust.table import Becomes, Row, Situation, Stage, When, match
from core.conditions import rule_heat
from core.plan import Session, phase_on
from core.readiness import Colour
from core.reasons import Code, Reason
from core.safety import Allowed

_NOT_RUN = {Allowed.STOP, Allowed.WALK_ONLY, Allowed.LADDER}
"""Where the gate is the whole day: only great heat can take more from it."""


@dataclass(slots=True)
class Course:
    """A decision while it is made: today's session, other days, and which rows changed what."""

    session: Session | None
    others: dict[date, Session] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    def take(self, row: Row, session: Session | None) -> None:
        """Note the row that spoke and what it made of the session."""
        self.rows.append(row)
        if session != self.session:
            self.changed.append(row)
        self.session = session

    @property
    def gated(self) -> bool:
        """Whether safety took something away."""
        return any(row.stage is Stage.GATE for row in self.changed)


def run(case: Case) -> Course:
    """All three stages."""
    course = Course(case.plan.on(case.day))
    gate(course, case)
    _weather(course, case)
    _answers(course, case)
    return course


def _row(course: Course, case: Case, stage: Stage) -> Row | None:
    """The stage's row for the session as it stands."""
    kind = kind_of(course.session, case.plan, case.day)
    when = {When.SORE_SPOT} if case.allowance.bans else set[When]()
    when |= {When.DANGER_OUTDOORS} if case.dangers else set()
    if stage is Stage.ANSWERS:
        when |= circumstances(case)
    phase = phase_on(case.plan, case.day)
    allowed, colour = case.allowance.level, case.readiness.colour
    situation = Situation(
        kind, colour, allowed, frozenset(when), phase, rule_heat(case.celsius, case.hot_days)
    )
    return match(case.table, stage, situation)


def gate(course: Course, case: Case) -> None:
    """Safety first: what the open gates leave of the session."""
    course.reasons += case.allowance.reasons
    row = _row(course, case, Stage.GATE)
    if row is None:
        return
    session = course.session and become(row, course.session, case)
    if row.becomes is Becomes.SPARED and session != course.session:
        spots = [("spot", spot) for spot in case.allowance.sore[:1]]
        course.reasons.append(Reason(Code.SPARED, dict(spots)))
    course.take(row, session)


def _weather(course: Course, case: Case) -> None:
    if course.session is None:
        return
    if case.indoors:
        course.reasons.append(Reason(Code.INDOORS))
        return
    row = _row(course, case, Stage.WEATHER)
    if row is None:
        return
    if case.allowance.level in _NOT_RUN and row.becomes is not Becomes.REST:
        return  # a walk is no run to be made easier
    if When.DANGER_OUTDOORS in row.when:
        course.reasons += [Reason(Code.DANGER, {"danger": danger}) for danger in case.dangers]
    elif case.celsius is not None:
        code = Code.TOO_HOT if row.becomes is Becomes.REST else Code.HEAT
        course.reasons.append(Reason(code, {"celsius": case.celsius}))
    course.take(row, become(row, course.session, case))


def _answers(course: Course, case: Case) -> None:
    over = case.allowance.level in _NOT_RUN or (course.session is None and course.rows)
    row = None if over else _row(course, case, Stage.ANSWERS)
    if row is None:
        return
    session, most = course.session, None
    if row.moves and session is not None and demanding(session):
        most = _move(course, session, case)
    course.reasons += _said(row, case)
    course.take(row, session and become(row, session, case, most))


def _move(course: Course, session: Session, case: Case) -> float | None:
    """Puts the session on the next day that fits; the minutes of the run it takes the place of."""
    moved_before = any(reason.code is Code.MOVED for reason in session.why)
    target = None if moved_before else next_fit(case.plan, session, case.athlete)
    if target is None:
        course.reasons.append(Reason(Code.DROPPED))
        return None
    moved = Reason(Code.MOVED, {"from": session.on.isoformat(), "to": target.isoformat()})
    course.reasons.append(moved)
    course.others[target] = replace(session, on=target, why=(*session.why, moved))
    displaced = case.plan.on(target)
    return displaced.workout.minutes(case.pace_of) if displaced else None


_CODE = {"race-stands": Code.RACE_STANDS, "taper-stands": Code.TAPER_STANDS}


def _said(row: Row, case: Case) -> list[Reason]:
    """The reasons of the morning's row: its own, then what the answers showed."""
    reasons = [Reason(_CODE[row.key])] if row.key in _CODE else []
    if When.TWO_REDS in row.when:
        reasons.append(Reason(Code.EASY_UNTIL_GREEN))
    if When.HARDER_YESTERDAY in row.when and (harder := harder_yesterday(case)):
        reasons.append(harder)
    if row.warm_up_decides:
        reasons.append(Reason(Code.WARM_UP_DECIDES))
    reds = case.readiness.row(Colour.RED)
    if reds >= case.table.ask_why_after:
        reasons.append(Reason(Code.RED_DAYS, {"days": reds}))
    if reds >= case.table.doctor_after:
        reasons.append(Reason(Code.SEE_DOCTOR, {"sign": "reds"}))
    return [*reasons, *case.readiness.reasons]
