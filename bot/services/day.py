"""What the card of the day shows: session, questions, verdict, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.forms import Ask, next_step
from bot.services import background
from bot.services.answers import (
    FORM_NAME,
    checkin_from,
    questions,
)
from bot.services.plan import because, still_true
from bot.services.raceday.finding import today_s_plan
from bot.services.slips import ill_by_a_slip, mendable
from bot.services.standing import (
    Air,
    Standing,
    air_of,
    asks_pulse,
    heat_slows,
    readiness_of,
    standing,
    usual_of,
    ways_out,
)
from bot.services.tomorrow import next_session, strength_on
from bot.storage.decisions import DecisionRow
from bot.storage.dossier import Dossier
from bot.storage.plans import PlanRow
from core.adjust.decision import Decision
from core.adjust.table import Row
from core.content import Content
from core.day import Day
from core.medium import always_medium
from core.notes import note_for
from core.plan import Plan, Session
from core.reasons import Code, Reason
from core.safety import Allowed

SILENT = 3
"""Unanswered mornings after which the card comes without questions (coaching.md 10)."""
_AIR = frozenset({"celsius", "indoors"})
"""What is looked up and not answered: a race morning asks nothing until somebody begins."""


def day_of(dossier: Dossier, content: Content) -> Day:
    """Everything that the card of the day shows."""
    on, stands, air = dossier.today, standing(dossier, content), air_of(dossier)
    plan = dossier.plan.plan if dossier.plan else None
    ahead = standing(dossier, content, on + timedelta(days=1)) if stands.gates else stands
    row = dossier.decision
    decision = row.decision if row else None
    draft = dossier.draft(FORM_NAME, on.isoformat())
    answers = draft.answers if draft else {}
    done = dossier.checkin is not None and draft is None
    logged = tuple(a.activity for a in dossier.activities if a.activity.on == on)
    silent = dossier.account.silent_mornings >= SILENT
    raced = today_s_plan(dossier, stands, content)
    silent = silent or (raced is not None and not _begun(answers))
    asks = "" if done or silent else open_question(dossier, stands)
    runs = plan is not None and plan.on(on) is not None
    heat = _heat(decision, air, runs=runs, asks=bool(asks))
    planned = decision.before if decision else dossier.planned(on)
    session = plan.on(on) if plan else None
    return Day(
        on=on,
        level=stands.athlete.level,
        plan=plan,
        week=plan.week_of(on) if plan else None,
        planned=planned,
        session=session,
        next=next_session(plan, on, ahead, content),
        paces=stands.paces,
        measured=stands.athlete.measured_distance,
        strength=strength_on(plan, on),
        checkin=dossier.checkin if done else checkin_from(answers, on),
        readiness=readiness_of(dossier),
        decision=decision,
        rules=_rules(decision, content),
        undone=decision is not None and any(r.code is Code.ATHLETE_ASKED for r in decision.reasons),
        allowance=stands.allowance,
        sore=stands.sore,
        logged=logged,
        usual=usual_of(dossier),
        asks=asks,
        menu=str(answers.get("menu", "")),
        change_id=undoable(row, dossier.plan),
        first=not dossier.activities and not dossier.log.unknown,
        untold=untold(dossier),
        ways_out=ways_out(dossier, stands),
        because=(*still_true(because(dossier, on), planned, session), *heat),
        celsius=air.celsius,
        hot_runs=air.hot_runs,
        treadmill=air.indoors,
        asks_cycle=stands.athlete.asks_cycle,
        mends=mendable(dossier),
        mends_ill=ill_by_a_slip(dossier) is not None,
        note=_note(dossier, plan, stands, content),
        background=background.of_today(dossier) if done and _quiet(dossier, stands) else None,
        race=raced,
    )


def _begun(answers: Mapping[str, Any]) -> bool:
    """Whether the check-in was asked for or answered; the weather alone, told or looked up, begins
    none on a race's morning.
    """
    told = set(answers) - {"menu"}
    asked_for = bool(answers) and not told
    return asked_for or bool(told - _AIR) or bool(answers.get("menu"))


_OF_THE_AIR = {Code.HEAT, Code.TOO_HOT, Code.DANGER, Code.INDOORS}


def _heat(decision: Decision | None, air: Air, *, runs: bool, asks: bool) -> tuple[Reason, ...]:
    """What heat does to the day, where no verdict tells it: before the answers, and for paces."""
    told = decision.reasons if decision else ()
    verdict = tuple(r for r in told if r.code in _OF_THE_AIR)
    if verdict:
        return verdict if asks else ()
    by_effort = decision is not None and decision.by_effort and not asks
    return heat_slows(air) if runs and not by_effort else ()


def _quiet(dossier: Dossier, stands: Standing) -> bool:
    """A day of rest by the plan, on which nothing else is asked and nothing is wrong."""
    asked = ways_out(dossier, stands) or untold(dossier) is not None
    new = not dossier.activities and not dossier.log.unknown
    free = stands.allowance.level is Allowed.FREE
    row, on = dossier.decision, dossier.today
    planned = row.decision.before if row else dossier.planned(on)
    return free and not asked and not new and planned is None


def _note(dossier: Dossier, plan: Plan | None, stands: Standing, content: Content) -> str:
    """What is said by the way behind *Why?*; nothing while a gate is open."""
    on = dossier.today
    week = plan.week_of(on) if plan else None
    if plan is None or week is None or stands.allowance.level is not Allowed.FREE:
        return ""
    medium = always_medium(dossier.log, on, content.decisions.meant)
    note = note_for(content.notes, on, plan.on(on), week, medium=medium)
    return note.key if note else ""


def untold(dossier: Dossier) -> Session | None:
    """Yesterday's session while nobody has told of it; not asked for in a long silence."""
    if dossier.account.silent_mornings >= SILENT:
        return None
    yesterday = dossier.today - timedelta(days=1)
    return dossier.planned(yesterday) if yesterday in dossier.log.unknown else None


def open_question(dossier: Dossier, stands: Standing) -> str:
    """The first of this morning's questions without an answer; "" where all have one."""
    draft = dossier.draft(FORM_NAME, dossier.today.isoformat())
    form = questions(stands.sore, asks_pulse=asks_pulse(dossier))
    step = next_step(form, draft.answers if draft else {})
    return step.key if isinstance(step, Ask) else ""


def _rules(decision: Decision | None, content: Content) -> tuple[Row, ...]:
    return tuple(content.decisions[key] for key in decision.rules) if decision else ()


def undoable(row: DecisionRow | None, plan: PlanRow | None) -> int:
    """The id of the decision's change while it is in force, else 0."""
    if row is None or row.change_id is None or plan is None:
        return 0
    return row.change_id if plan.change(row.change_id) else 0
