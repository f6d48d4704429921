"""What one member would run of a squad's session, from their plan, their week and their morning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.services.change import first_open
from bot.services.desk import Desk
from bot.services.standing import Standing, air_of, readiness_of, standing
from bot.storage import plans
from bot.storage.dossier import Dossier
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from core.plan import Plan
from core.reasons import Code, Fact, Reason
from core.season import is_beginner_start
from core.squad import GroupSession
from core.squad.amount import COACH_SHARE
from core.squad.morning import Morning, this_morning
from core.squad.taker import Taker
from core.squad.version import Version, version_for
from core.workout import Workout


def workout_for(workout: Workout, session: GroupSession, taker: Taker) -> Workout:
    """By time for who has no measured distance."""
    return workout if taker.athlete.measured_distance else session.twin or workout


def told(squad: SquadRow, row: SessionRow, *, smaller: bool = False) -> Reason:
    """The reason that says when and where; its version tells a session that moved from before,
    `smaller` that the coach wanted less of it.
    """
    session = row.session
    facts: dict[str, Fact] = {
        "on": session.on.isoformat(),
        "minute": session.minute,
        "squad": squad.title,
        "session": row.id,
        "version": row.version,
    }
    if session.place:
        facts["place"] = session.place
    if smaller:
        facts["smaller"] = 1
    return Reason(Code.SQUAD_SET, facts)


def taker_of(
    desk: Desk, dossier: Dossier, on: date, *, without: int = 0, smaller: bool = False
) -> Taker:
    """The member as a version is made for them; `without`: the change that holds it already.

    Today's session replaces what is under today's verdict; another day leaves today alone.
    """
    stands = standing(dossier, desk.content, on=on)
    plan, first = _plan_for(dossier, on, without)
    return Taker(
        athlete=stands.athlete,
        plan=plan,
        log=dossier.log,
        pace_of=stands.pace_of,
        allowance=stands.allowance,
        first=first,
        spaced=is_beginner_start(stands.athlete, dossier.log, dossier.today),
        share=COACH_SHARE if smaller else 1.0,
    )


def _plan_for(dossier: Dossier, on: date, without: int) -> tuple[Plan | None, date]:
    row, first = dossier.plan, first_open(dossier)
    if row is None:
        return None, first
    gone = {without}
    if on == dossier.today:
        gone.add((dossier.decision.change_id or 0) if dossier.decision else 0)
    elif dossier.decision is not None:
        first = max(first, dossier.today.fromordinal(dossier.today.toordinal() + 1))
    kept = [laid for laid in row.changes if laid.id not in gone]
    if len(kept) == len(row.changes):
        return row.plan, first
    plan = plans.assemble(
        plan_id=row.id,
        athlete_id=row.athlete_id,
        version=row.version,
        made_at=row.made_at,
        base=row.base,
        laid=kept,
    ).plan
    return plan, first


@dataclass(frozen=True, slots=True)
class Made:
    """A version with what it was made from."""

    version: Version
    taker: Taker
    stands: Standing


def made_for(
    desk: Desk,
    dossier: Dossier,
    squad: SquadRow,
    row: SessionRow,
    *,
    without: int = 0,
    smaller: bool = False,
) -> Made | None:
    """This member's version as of now: on its day, after the morning's answers."""
    session = row.session
    if session.workout is None or dossier.account.profile is None:
        return None
    taker = taker_of(desk, dossier, session.on, without=without, smaller=smaller)
    workout = workout_for(session.workout, session, taker)
    version = version_for(session.on, workout, taker, told(squad, row, smaller=smaller))
    version = this_morning(
        version,
        taker,
        _morning(dossier) if session.on == dossier.today else None,
        decisions=desk.content.decisions,
        library=desk.content.library,
    )
    return Made(version, taker, standing(dossier, desk.content, on=session.on))


def _morning(dossier: Dossier) -> Morning:
    """Today, as its own decision sees it."""
    air = air_of(dossier)
    return Morning(readiness_of(dossier), air.celsius, air.hot_days, air.dangers, air.indoors)
