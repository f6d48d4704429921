"""*My version* of a squad's session, for one member alone; and groups of similar pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.schedule import local_day
from bot.services.desk import Desk
from bot.services.squad_made import Made, made_for
from bot.storage import members, squad_lives, squad_taps
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier, of
from bot.storage.engine import Unit
from bot.storage.plans import LaidChange
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from core.fitness import effective_fitness
from core.paces import pace_of, paces_for
from core.plan import ChangeKind
from core.reasons import Code
from core.squad import Answer, Attendance, GroupSession, Share
from core.squad.pacing import PaceGroup, main_effort, pace_groups

LOG_DAYS = timedelta(days=112)
"""Runs that a fitness is read from."""


@dataclass(frozen=True, slots=True)
class Mine:
    """A session for one person: `made` None for who has no profile; `laid`: it is in their plan."""

    squad: SquadRow
    row: SessionRow
    account: Account | None = None
    member: bool = False
    made: Made | None = None
    laid: LaidChange | None = None


async def look(desk: Desk, session_id: int) -> Mine | None:
    """What this person would run; None where there is no such session for them to see."""
    tapped = await squad_taps.of(desk.unit, session_id, desk.user_id)
    if tapped is None or not tapped.squad.active:
        return None
    account, is_in = tapped.account, tapped.member is not None
    elsewhere = desk.chat_id < 0 and desk.chat_id != tapped.squad.chat_id
    behind = tapped.row.session.on < local_day(desk.now, tapped.squad.squad.zone or "UTC")
    if elsewhere or behind or (desk.chat_id > 0 and not is_in):
        return None
    if account is None or account.profile is None:
        return Mine(tapped.squad, tapped.row, account, is_in)
    dossier = await of(desk.unit, account, desk.now)
    laid = _laid(dossier, session_id)
    without = laid.id if laid else 0
    made = made_for(
        desk, dossier, tapped.squad, tapped.row, without=without, smaller=tapped.smaller
    )
    return Mine(tapped.squad, tapped.row, account, is_in, made, laid)


async def session_of(desk: Desk, session_id: int) -> GroupSession | None:
    """The session itself, which its own group alone may ask for."""
    tapped = await squad_taps.of(desk.unit, session_id, desk.user_id)
    here = tapped is not None and desk.chat_id in {tapped.squad.chat_id, desk.user_id}
    return tapped.row.session if tapped is not None and here else None


def _laid(dossier: Dossier, session_id: int) -> LaidChange | None:
    """The change of the own plan that holds the session."""
    for laid in dossier.plan.changes if dossier.plan else ():
        if laid.change.kind is not ChangeKind.SQUAD:
            continue
        said = next((r for r in laid.change.why if r.code is Code.SQUAD_SET), None)
        if said is not None and said.facts.get("session") == session_id:
            return laid
    return None


async def groups_of(
    unit: Unit, squad: SquadRow, row: SessionRow, attended: Sequence[Attendance], now: datetime
) -> tuple[PaceGroup, ...]:
    """Groups of similar pace among those who come and let the squad see theirs; nobody else."""
    workout = row.session.workout
    effort = main_effort(workout) if workout else None
    coming = {one.athlete_id for one in attended if one.answer is Answer.IN}
    if effort is None or len(coming) < 2:
        return ()
    everybody = await members.of_squad(unit, squad.id)
    shown = [m for m in everybody if m.id in coming and m.member.allows(Share.GROUP)]
    if len(shown) < 2:
        return ()
    today = local_day(now, squad.squad.zone or "UTC")
    lives = await squad_lives.of(unit, [m.id for m in shown], today - LOG_DAYS, today, today)
    paces = []
    for member in shown:
        athlete = member.account.profile
        fitness = effective_fitness(athlete, lives[member.id].log, today) if athlete else None
        own = paces_for(fitness.vdot) if fitness else None
        if athlete is not None and own is not None and own.shown:
            paces.append(pace_of(own, athlete.level)(effort))
    return pace_groups(paces)
