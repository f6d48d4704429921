"""/plateau: gather sixteen weeks, ask what they cannot tell, keep the diagnosis, lay one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.outcome import Said, Scalar
from bot.schedule import DueKind, next_due
from bot.services.change import lay, take_back
from bot.services.decision import open_gates_of
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.services.plateau.looking_back import asked_for, is_due, measured
from bot.services.plateau.looking_back import recheck_due as recheck_due
from bot.services.plateau.seeing import TOPIC as TOPIC
from bot.services.plateau.seeing import Plateau as Plateau
from bot.services.plateau.seeing import (
    answer,
    known,
    laid_change,
    of_row,
    past_of,
    reps_change,
    seen,
    with_offers,
)
from bot.services.prescribed import case_of
from bot.services.standing import standing
from bot.storage import diagnoses, drafts, dues
from bot.storage.diagnoses import DiagnosisRow, offered
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.owner import Owner
from bot.storage.past import Past
from core.plan import Change
from core.plateau import (
    ANSWERS,
    MOST_QUESTIONS,
    Asked,
    Prescription,
    Question,
    Remedy,
    diagnose,
    prescribe,
)
from core.safety import Allowed, GateKind, Sign
from core.safety import told as gates_told

FORM = "plateau"
FRESH = timedelta(days=7)
"""So long a diagnosis can be applied; later the log has more to say (ours)."""
_NOT_NOW = {Allowed.STOP, Allowed.WALK_ONLY, Allowed.LADDER}


async def begin(desk: Desk, *, anew: bool = False) -> Answer[Plateau]:
    """Look; what is under way is told instead, unless it is to be looked at anew."""
    dossier = await known(desk)
    if dossier is None:
        return answer(Said.STRANGER)
    row = None if anew else await diagnoses.applied(desk.unit, dossier.account.id)
    if row is not None and row.in_force:
        told = await asked_for(desk, dossier, row) if is_due(row, dossier) else None
        view = of_row(desk.content, dossier, row)
        return told or answer(Said.DONE, "stands", {"diagnosis": row.id}, view)
    return await _go_on(desk, dossier, {})


async def reply(desk: Desk, asked: str, told: str) -> Answer[Plateau]:
    """An answer to a question, or "" to skip it; then the next one, or the diagnosis."""
    dossier = await known(desk)
    if dossier is None:
        return answer(Said.STRANGER)
    fits = asked in set(Asked) and (not told or told in set(ANSWERS[Asked(asked)]))
    draft = dossier.draft(FORM, dossier.today.isoformat())
    if not fits or draft is None:
        return answer(Said.STALE, "over")
    if asked in draft.answers["told"]:
        return answer(Said.ALREADY)
    return await _go_on(desk, dossier, {**draft.answers["told"], asked: told})


async def _go_on(desk: Desk, dossier: Dossier, told: Mapping[str, Any]) -> Answer[Plateau]:
    """Ask what is still open, five questions at most; else keep the diagnosis and tell it."""
    past = await past_of(desk, dossier)
    case, rules = case_of(desk.content, dossier, past, told), desk.content.plateau
    found = measured(diagnose(case, rules), case, rules)
    view = seen(desk.content, dossier, past.checkins)
    left = [each for each in found.questions if each.asked not in told]
    await drafts.drop(desk.unit, dossier.account.id, FORM)
    if left and len(told) < MOST_QUESTIONS:
        number, asks = len(told) + 1, left[0]
        answers = {"told": dict(told), "asks": asks.asked.value}
        saved = SavedDraft(FORM, dossier.today.isoformat(), answers, desk.now)
        await drafts.save(desk.unit, dossier.account.id, saved)
        facts: dict[str, Scalar] = {"asked": asks.asked.value, "number": number}
        return answer(Said.ASK, "question", facts, replace(view, question=asks, number=number))
    row_id = await diagnoses.add(desk.unit, dossier.account.id, found, now=desk.now)
    if found.doctor is not None and found.doctor.alarming:
        dossier = await _holds_the_load(desk, dossier)
    view = with_offers(desk, dossier, replace(view, diagnosis=found, diagnosis_id=row_id))
    return answer(Said.DONE, "found", {"diagnosis": row_id}, view)


async def _holds_the_load(desk: Desk, dossier: Dossier) -> Dossier:
    """What belongs to a doctor is said once, and the load waits until it is answered."""
    known = {row.gate.sign for row in (*dossier.gates, *dossier.closed_gates)}
    open_ = tuple(row.gate for row in dossier.gates)
    if Sign.ALWAYS_TIRED in known or any(gate.kind is GateKind.NO_GROWTH for gate in open_):
        return dossier
    after = gates_told(Sign.ALWAYS_TIRED, open_, dossier.today)
    dossier = await open_gates_of(desk, dossier, after, "plateau")
    return await rebuild(desk, dossier, dossier.today + timedelta(days=1))


async def asking(desk: Desk) -> Plateau | None:
    """The question that is open, for an answer that is given twice."""
    dossier = await known(desk)
    draft = dossier.draft(FORM, dossier.today.isoformat()) if dossier else None
    if dossier is None or draft is None:
        return None
    asked = Asked(draft.answers["asks"])
    view = seen(desk.content, dossier, ())
    question = Question(asked, ANSWERS[asked])
    return replace(view, question=question, number=len(draft.answers["told"]) + 1)


def waits_for(dossier: Dossier, draft: SavedDraft) -> Asked | None:
    """The question of today that words may answer."""
    if draft.form != FORM or draft.local_date != dossier.today.isoformat():
        return None
    return Asked(draft.answers["asks"])


async def other(desk: Desk, diagnosis_id: int, number: int) -> Answer[Plateau]:
    """Another prescription of the same diagnosis; 0 is the first one again."""
    dossier, rows = await _found(desk)
    if dossier is None:
        return answer(Said.STRANGER)
    row = _by_id(rows, diagnosis_id)
    if row is None or offered(row.diagnosis, number) is None:
        return answer(Said.STALE, "gone")
    if row.in_force:
        return _already(row)
    await diagnoses.choose(desk.unit, row.id, number)
    view = replace(of_row(desk.content, dossier, row), chosen=number)
    return answer(Said.DONE, "other", {"diagnosis": row.id}, view)


async def apply(desk: Desk, diagnosis_id: int, number: int) -> Answer[Plateau]:
    """Lay that very prescription over the plan, from tomorrow, and promise the look back."""
    dossier, rows = await _found(desk)
    if dossier is None:
        return answer(Said.STRANGER)
    row = _by_id(rows, diagnosis_id)
    chosen = offered(row.diagnosis, number) if row is not None else None
    if row is None or chosen is None:
        return answer(Said.STALE, "gone")
    if row.in_force:
        return _already(row)
    if row.diagnosis.on < dossier.today - FRESH or row.recheck is not None:
        return answer(Said.STALE, "stale")
    level = standing(dossier, desk.content).allowance.level
    if level in _NOT_NOW and chosen.remedy is not Remedy.SEE_DOCTOR:
        return answer(Said.REFUSED, "waits", {"diagnosis": row.id})
    return await _lay(desk, await _without_earlier(desk, dossier, rows), row, number, chosen)


async def _lay(
    desk: Desk, dossier: Dossier, row: DiagnosisRow, number: int, chosen: Prescription
) -> Answer[Plateau]:
    change, change_id = change_of(desk, dossier, chosen), 0
    if change is not None:
        dossier, change_id = await lay(desk, dossier, change)
    await diagnoses.apply(
        desk.unit,
        row.id,
        chosen=number,
        change_id=change_id or None,
        recheck_on=chosen.recheck_on,
        now=desk.now,
    )
    at = next_due(DueKind.RECHECK, dossier.account.hours, desk.now, chosen.recheck_on)
    await dues.put(desk.unit, Owner.athlete(dossier.account.id), DueKind.RECHECK, at)
    facts: dict[str, Scalar] = {"diagnosis": row.id, "change": change_id}
    view = of_row(desk.content, dossier, replace(row, chosen=number))
    return answer(Said.DONE, "applied", facts, replace(view, change=change, change_id=change_id))


async def _without_earlier(desk: Desk, dossier: Dossier, rows: Sequence[DiagnosisRow]) -> Dossier:
    """One change at a time: what an earlier diagnosis laid goes first."""
    for earlier in rows:
        if not earlier.in_force:
            continue
        if dossier.plan and earlier.change_id and dossier.plan.change(earlier.change_id):
            dossier = await take_back(desk, dossier, earlier.change_id)
        await diagnoses.drop(desk.unit, earlier.id)
    return dossier


def change_of(desk: Desk, dossier: Dossier, chosen: Prescription) -> Change | None:
    """What the prescription changes in the plan as it is now; None where it changes no day."""
    if dossier.plan is None:
        return None
    content = desk.content
    case = case_of(content, dossier, Past(dossier.checkins))
    pace_of = standing(dossier, content).pace_of
    plan = dossier.plan.plan
    return prescribe(chosen, plan, case, content.plateau, content.phases, pace_of)


async def plan_reps(desk: Desk, on_day: str) -> Answer[Plateau]:
    """Put six even reps into this week's next hard session; undone like any other change."""
    dossier = await known(desk)
    if dossier is None:
        return answer(Said.STRANGER)
    change = reps_change(desk, dossier)
    if change is None or change.edits[0].on.isoformat() != on_day:
        return answer(Said.STALE, "reps-stale")
    dossier, change_id = await lay(desk, dossier, change)
    view = seen(desk.content, dossier, ())
    facts: dict[str, Scalar] = {"change": change_id, "reps_on": on_day}
    return answer(Said.DONE, "reps", facts, replace(view, change=change, change_id=change_id))


async def look_at_change(desk: Desk, change_id: int) -> Plateau | None:
    """A change that was laid without a diagnosis, for an answer that is given twice."""
    dossier = await known(desk)
    laid = laid_change(dossier, change_id) if dossier else None
    if dossier is None or laid is None:
        return None
    return replace(seen(desk.content, dossier, ()), change=laid.change, change_id=laid.id)


async def look(desk: Desk, diagnosis_id: int) -> Plateau | None:
    """A saved diagnosis again: for *Why*, the picture, and answers that are given twice."""
    dossier = await known(desk)
    row = await diagnoses.get(desk.unit, dossier.account.id, diagnosis_id) if dossier else None
    if dossier is None or row is None:
        return None
    view = of_row(desk.content, dossier, row)
    return with_offers(desk, dossier, view)


async def _found(desk: Desk) -> tuple[Dossier | None, Sequence[DiagnosisRow]]:
    dossier = await known(desk)
    rows = await diagnoses.recent(desk.unit, dossier.account.id) if dossier else ()
    return dossier, rows


def _by_id(rows: Sequence[DiagnosisRow], diagnosis_id: int) -> DiagnosisRow | None:
    return next((row for row in rows if row.id == diagnosis_id), None)


def _already(row: DiagnosisRow) -> Answer[Plateau]:
    on = row.recheck_on.isoformat() if row.recheck_on else ""
    return answer(Said.ALREADY, "applied", {"diagnosis": row.id, "recheck_on": on})
