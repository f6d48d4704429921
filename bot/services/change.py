"""The athlete's own changes of the plan: laid, named, and taken back, with today decided anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said
from bot.services.decision import settle, touch
from bot.services.desk import Answer, Desk
from bot.services.standing import standing
from bot.storage import plans
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.plans import LaidChange, PlanRow
from core.athlete import Level
from core.paces import Paces
from core.plan import Change, Plan

TOPIC = "change"


@dataclass(frozen=True, slots=True)
class Changed:
    """What was done or is asked: the change, those that go with it, and the plan as it is now."""

    account: Account
    today: date
    plan: Plan
    paces: Paces | None
    level: Level
    measured: bool
    change: Change | None = None
    change_id: int = 0
    gone: tuple[Change, ...] = ()


async def lay(desk: Desk, dossier: Dossier, change: Change) -> tuple[Dossier, int]:
    """Lay the change; what it does to today is laid below today's decision, which is made anew.

    A change that edits today fits `open_plan`, any other the plan in force.
    """
    row, decides = dossier.plan, edits_today(dossier, change)
    if row is None:
        raise ValueError("there is no plan to change")
    if decides:
        row = await without_decision(desk, dossier, row)
    row = await plans.lay_change(desk.unit, row, change, now=desk.now)
    change_id = row.changes[-1].id
    dossier = replace(dossier, plan=row)
    if decides and dossier.decision is not None:
        return await settle(desk, dossier), change_id
    return await touch(desk, dossier), change_id


def edits_today(dossier: Dossier, change: Change) -> bool:
    """Whether the change has something to say about today."""
    return any(edit.on == dossier.today for edit in change.edits)


def open_plan(dossier: Dossier) -> Plan | None:
    """The plan as it is without today's decision: what the athlete moves and leaves out today."""
    row = dossier.plan
    if row is None:
        return None
    mine = _decided(dossier, row)
    kept = [laid for laid in row.changes if laid.id != mine]
    return _assembled(row, kept).plan


def plan_for(dossier: Dossier, *days: date) -> Plan | None:
    """The plan that a change of these days is written for."""
    if dossier.today in days:
        return open_plan(dossier)
    return dossier.plan.plan if dossier.plan else None


def first_open(dossier: Dossier) -> date:
    """The first day that can still be changed: today, until its run is logged."""
    logged = any(row.activity.on == dossier.today for row in dossier.activities)
    return dossier.today + timedelta(days=int(logged))


async def without_decision(desk: Desk, dossier: Dossier, row: PlanRow) -> PlanRow:
    """The plan with what today's decision laid taken off it."""
    mine = _decided(dossier, row)
    return await plans.undo_change(desk.unit, row, mine, now=desk.now) if mine else row


def _decided(dossier: Dossier, row: PlanRow) -> int:
    """The id of what today's decision laid, 0 where that is nothing."""
    mine = dossier.decision.change_id if dossier.decision else None
    return mine if mine is not None and row.change(mine) else 0


def _assembled(row: PlanRow, laid: Sequence[LaidChange]) -> PlanRow:
    return plans.assemble(
        plan_id=row.id,
        athlete_id=row.athlete_id,
        version=row.version,
        made_at=row.made_at,
        base=row.base,
        laid=laid,
    )


async def undo(desk: Desk, change_id: int, *, sure: bool = False) -> Answer[Changed]:
    """Take a change back; where others would go with it, they are named before the tap counts."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    laid = dossier.plan.change(change_id)
    if laid is None or not laid.change.undoable:
        return Answer(Outcome(TOPIC, Said.ALREADY), seen(dossier, desk))
    gone = _goes_with(dossier, dossier.plan, change_id)
    facts = {"change": change_id}
    if gone and not sure:
        view = seen(dossier, desk, laid.change, change_id, gone)
        return Answer(Outcome(TOPIC, Said.ASK, facts=facts), view)
    dossier = await take_back(desk, dossier, change_id)
    return Answer(Outcome(TOPIC, Said.DONE, facts=facts), seen(dossier, desk, laid.change))


def _goes_with(dossier: Dossier, row: PlanRow, change_id: int) -> tuple[Change, ...]:
    """The athlete's later changes that go too; today's decision is made anew and is not named."""
    mine = _decided(dossier, row)
    lifted = _assembled(row, [laid for laid in row.changes if laid.id != mine])
    return tuple(laid.change for laid in plans.goes_with(lifted, change_id) or ())


async def take_back(desk: Desk, dossier: Dossier, change_id: int) -> Dossier:
    """Undo it and what goes with it; today is decided anew where it was touched."""
    row = dossier.plan
    if row is None:
        return dossier
    laid = row.change(change_id)
    decides = laid is not None and edits_today(dossier, laid.change)
    decides = decides or _decided(dossier, row) in {
        gone.id for gone in plans.goes_with(row, change_id) or ()
    }
    if decides:
        row = await without_decision(desk, dossier, row)
    row = await plans.undo_change(desk.unit, row, change_id, now=desk.now)
    dossier = replace(dossier, plan=row)
    if decides and dossier.decision is not None:
        return await settle(desk, dossier)
    return await touch(desk, dossier)


async def look(desk: Desk) -> Changed | None:
    """The plan as it is; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return None
    return seen(dossier, desk)


def seen(
    dossier: Dossier,
    desk: Desk,
    change: Change | None = None,
    change_id: int = 0,
    gone: tuple[Change, ...] = (),
) -> Changed:
    """The view of a dossier that has a plan."""
    if dossier.plan is None:
        raise ValueError("there is no plan")
    stands = standing(dossier, desk.content)
    return Changed(
        account=dossier.account,
        today=dossier.today,
        plan=dossier.plan.plan,
        paces=stands.paces if stands.allowance.pace else None,
        level=stands.athlete.level,
        measured=stands.athlete.measured_distance,
        change=change,
        change_id=change_id,
        gone=gone,
    )
