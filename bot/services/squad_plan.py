"""A squad's session in each member's own plan: laid once they are in, taken back when they are not.

One due brings an athlete's plan in line with all that they answered, so that taps stay cheap and a
session that moves, is called off or is left finds its way out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.services.change import first_open, lay, take_back
from bot.services.desk import Desk
from bot.services.plan import WITH_SQUADS
from bot.services.squad_aside import step_aside
from bot.services.squad_made import taker_of, told, workout_for
from bot.storage import athletes, attendance, dues, members, plans, squad_plans
from bot.storage.athletes import State
from bot.storage.deliveries import Intent
from bot.storage.dossier import Dossier, of
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.owner import Owner
from bot.storage.plans import PlanRow
from bot.storage.squad_plans import Ahead, Laid
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from core.content import Content
from core.reasons import Code
from core.squad.setting import Proposal, propose
from core.squad.version import version_for

PLAN = WITH_SQUADS
LOOKED_AT = 60
"""Members whose plans a proposal looks at, those who joined first."""
FRIENDLY = "fartlek-minutes"
"""What is proposed to a squad of whose members nobody has a plan."""


# What is owed


async def owe(unit: Unit, athlete_id: int, now: datetime) -> None:
    """Bring this athlete's plan in line, now: they said something, or a session has changed."""
    await dues.put(unit, Owner.athlete(athlete_id), PLAN, now)


async def owe_all(desk: Desk, row: SessionRow) -> None:
    """The same for everybody who answered a session that has changed."""
    for one in await attendance.of_session(desk.unit, row.id):
        await owe(desk.unit, one.athlete_id, desk.now)


async def due(unit: Unit, owed: Due, now: datetime, content: Content) -> Sequence[Intent]:
    """The due itself."""
    account = await athletes.get(unit, owed.owner.id)
    if account is None or account.profile is None or account.state is not State.ACTIVE:
        return ()
    dossier = await of(unit, account, now)
    desk = Desk(unit, content, now, account.user_id, account.chat_id, account.name)
    dossier = await settle_all(desk, dossier)
    await step_aside(desk, dossier)
    return ()


# Into the plan and out of it


async def settle_all(desk: Desk, dossier: Dossier) -> Dossier:
    """Lay what belongs into the plan and is not there, take out what no longer belongs."""
    if dossier.plan is None or dossier.account.profile is None:
        return dossier
    found = await squad_plans.ahead(desk.unit, dossier.account.id, dossier.plan, dossier.today)
    if not found:
        return dossier
    for each in found:
        if each.laid is Laid.IN_FORCE and not _stands(each, dossier.plan):
            dossier = await take_out(desk, dossier, each.change_id or 0)
        elif each.laid is not Laid.IN_FORCE and not each.wanted and each.change_id is not None:
            await attendance.lay(desk.unit, each.row.id, dossier.account.id, None)
    again = await squad_plans.ahead(desk.unit, dossier.account.id, dossier.plan, dossier.today)
    for each in again:
        if each.wanted and each.laid is Laid.NOT:
            dossier = await _put_in(desk, dossier, each)
    return dossier


def _stands(each: Ahead, plan: PlanRow) -> bool:
    """Whether what is laid is what is wanted, as the session stands now."""
    laid = plan.change(each.change_id) if each.change_id else None
    if laid is None or not each.wanted:
        return False
    told = next((r for r in laid.change.why if r.code is Code.SQUAD_SET), None)
    if told is None or bool(told.facts.get("smaller")) is not each.smaller:
        return False
    return told.facts.get("version") == each.row.version


async def take_out(desk: Desk, dossier: Dossier, change_id: int) -> Dossier:
    """Take a session out of the plan; another squad's that went with it is owed to be laid again.

    Only the athlete's own undoing keeps a session out for good.
    """
    if dossier.plan is None or dossier.plan.change(change_id) is None:
        return dossier
    gone = [laid.id for laid in plans.goes_with(dossier.plan, change_id) or ()]
    dossier = await take_back(desk, dossier, change_id)
    await attendance.unlay(desk.unit, dossier.account.id, [change_id, *gone])
    return dossier


async def _put_in(desk: Desk, dossier: Dossier, each: Ahead) -> Dossier:
    session = each.row.session
    if session.workout is None or session.on < first_open(dossier):
        return dossier
    taker = taker_of(desk, dossier, session.on, smaller=each.smaller)
    workout = workout_for(session.workout, session, taker)
    said = told(each.squad, each.row, smaller=each.smaller)
    version = version_for(session.on, workout, taker, said)
    if version.change is None:
        return dossier
    dossier, change_id = await lay(desk, dossier, version.change)
    await attendance.lay(desk.unit, each.row.id, dossier.account.id, change_id)
    return dossier


async def proposal(desk: Desk, row: SquadRow, on: date) -> Proposal:
    """The library session that fits most members' week; a friendly one where none has a plan."""
    found = []
    for member in (await members.of_squad(desk.unit, row.id))[:LOOKED_AT]:
        plan = await plans.in_force(desk.unit, member.id)
        if plan is not None and plan.plan.week_of(on) is not None:
            found.append(plan.plan)
    return propose(found, on, desk.content.library) or Proposal(FRIENDLY, 0, len(found))
