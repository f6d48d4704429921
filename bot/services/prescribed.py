"""What /plateau and /fix laid, laid again over a plan made anew: a change outlives the Monday."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.services.desk import Desk
from bot.services.standing import standing
from bot.storage import diagnoses, plans
from bot.storage.dossier import Dossier
from bot.storage.past import Past
from bot.storage.plans import PlanRow
from core.content import Content
from core.plan import Change, ChangeKind, Plan
from core.plateau import Answer, Asked, Case, prescribe
from core.symptoms import Remedy, change_for, told

DAY = timedelta(days=1)


def case_of(
    content: Content,
    dossier: Dossier,
    past: Past,
    answers: Mapping[str, Any] | None = None,
) -> Case:
    """Everything a diagnosis looks at; a question that was skipped ("") is no answer."""
    stands = standing(dossier, content)
    return Case(
        athlete=stands.athlete,
        log=dossier.log,
        today=dossier.today,
        library=content.library,
        meant=content.decisions.meant,
        checkins=past.checkins,
        strength=past.strength,
        plan=dossier.plan.plan if dossier.plan else None,
        fitness=stands.fitness,
        allowance=stands.allowance,
        answers={Asked(asked): Answer(told) for asked, told in (answers or {}).items() if told},
    )


async def lay_again(desk: Desk, dossier: Dossier, before: Sequence[Change]) -> Dossier:
    """Of the changes that stood before, those of /plateau and /fix that still run."""
    row = dossier.plan
    if row is None:
        return dossier
    if any(change.kind is ChangeKind.PLATEAU for change in before):
        row = await _prescribed(desk, dossier, row)
    for change in before:
        again = _fixed(desk, dossier, row.plan, change)
        if again is not None:
            row = await plans.lay_change(desk.unit, row, again, now=desk.now)
    return replace(dossier, plan=row)


async def _prescribed(desk: Desk, dossier: Dossier, row: PlanRow) -> PlanRow:
    """The prescription in force; its diagnosis follows the new change, so that undo is known."""
    applied = await diagnoses.applied(desk.unit, dossier.account.id)
    chosen = applied.prescription if applied is not None and applied.in_force else None
    if applied is None or chosen is None:
        return row
    content, case = desk.content, case_of(desk.content, dossier, Past(dossier.checkins))
    case = replace(case, today=_first(dossier, row) - DAY, plan=row.plan)
    pace_of = standing(dossier, content).pace_of
    change = prescribe(chosen, row.plan, case, content.plateau, content.phases, pace_of)
    if change is None:
        return row
    row = await plans.lay_change(desk.unit, row, change, now=desk.now)
    await diagnoses.lay_again(desk.unit, applied.id, row.changes[-1].id)
    return row


def _fixed(desk: Desk, dossier: Dossier, plan: Plan, change: Change) -> Change | None:
    """What /fix laid: a lighter week's rest, or the one session that is still to come."""
    found, row = told(change), dossier.plan
    if found is None or row is None:
        return None
    first, table = _first(dossier, row), desk.content.symptoms
    cause = table.causes.get(found[0])
    once = cause is not None and cause.remedy is not Remedy.DOWN_WEEK
    over = found[1] < first or (once and all(edit.on < first for edit in change.edits))
    if cause is None or over:
        return None
    stands = standing(dossier, desk.content)
    return change_for(
        cause,
        plan,
        first,
        numbers=table.numbers,
        athlete=stands.athlete,
        library=desk.content.library,
        pace_of=stands.pace_of,
        until=found[1],
    )


def _first(dossier: Dossier, row: PlanRow) -> date:
    """The first day that may be changed: today only where the plan begins with it."""
    return dossier.today if row.base.starts == dossier.today else dossier.today + DAY
