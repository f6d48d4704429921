"""The re-check: before and after, on its day or when somebody asks after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.outcome import Said
from bot.schedule import DueKind
from bot.services.desk import Answer, Desk
from bot.services.plateau.seeing import Plateau, answer, of_row, past_of
from bot.services.prescribed import case_of
from bot.storage import diagnoses, dues
from bot.storage.diagnoses import DiagnosisRow
from bot.storage.dossier import Dossier
from bot.storage.owner import Owner
from core.plateau import Case, Diagnosis, Rules, recheck
from core.plateau.measures import own
from core.plateau.view import View


async def recheck_due(desk: Desk, dossier: Dossier) -> DiagnosisRow | None:
    """Today's re-check, decided and kept; None where it was undone, or is told already."""
    row = await diagnoses.applied(desk.unit, dossier.account.id)
    return await close(desk, dossier, row) if row is not None and is_due(row, dossier) else None


def is_due(row: DiagnosisRow, dossier: Dossier) -> bool:
    """Whether the day has come, and what was applied still stands."""
    return row.in_force and (row.recheck_on or date.max) <= dossier.today


async def close(desk: Desk, dossier: Dossier, row: DiagnosisRow) -> DiagnosisRow | None:
    """Compare, and keep what came of it."""
    chosen = row.prescription
    if chosen is None:
        return None
    case = case_of(desk.content, dossier, await past_of(desk, dossier))
    found = recheck(replace(row.diagnosis, prescription=chosen), case, desk.content.plateau)
    if found is None:
        return None
    await diagnoses.close(desk.unit, row.id, found, now=desk.now)
    return replace(row, recheck=found)


def measured(diagnosis: Diagnosis, case: Case, rules: Rules) -> Diagnosis:
    """The diagnosis with the measures of its alternatives' causes as they are now: whichever is
    applied, its re-check has something to compare with.
    """
    view, baseline = View(case, rules), list(diagnosis.baseline)
    for each in diagnosis.alternatives:
        now = own(each.cause, view)
        if now is not None and all(known.measure is not now.measure for known in baseline):
            baseline.append(now)
    return replace(diagnosis, baseline=tuple(baseline))


async def asked_for(desk: Desk, dossier: Dossier, row: DiagnosisRow) -> Answer[Plateau] | None:
    """The re-check told now: its message was lost to a pause, or /plateau came first that day."""
    closed = await close(desk, dossier, row)
    if closed is None:
        return None
    await dues.put(desk.unit, Owner.athlete(dossier.account.id), DueKind.RECHECK, None)
    view = of_row(desk.content, dossier, closed)
    return answer(Said.DONE, "recheck", {"diagnosis": row.id}, view)
