"""The plan: built at the start, laid anew from what was run, and looked at week by week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.services.desk import Desk
from bot.services.standing import fitness_of, standing
from bot.storage import plans
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from core.activity import Activity, Log
from core.athlete import Athlete
from core.paces import Paces
from core.plan import Plan
from core.season import Refusal, build_plan


def built(desk: Desk, dossier: Dossier, athlete: Athlete, start: date) -> Plan | Refusal:
    """A plan from `start`, from what was really run so far."""
    fitness = fitness_of(dossier, athlete)
    return build_plan(
        athlete, dossier.log, desk.content.library, desk.content.phases, fitness, start
    )


async def rebuild(desk: Desk, dossier: Dossier, start: date) -> tuple[Dossier, Refusal | None]:
    """Put a new base in force from `start`; where none can be built the old one stays."""
    athlete = dossier.account.profile
    if athlete is None:
        return dossier, None
    made = built(desk, dossier, athlete, start)
    if isinstance(made, Refusal):
        return dossier, made
    row = await plans.replace(desk.unit, dossier.account.id, made, seen=dossier.plan, now=desk.now)
    return replace(dossier, plan=row), None


def is_due(dossier: Dossier) -> bool:
    """Whether the plan wants to be laid anew: on Mondays, from what was really run."""
    if dossier.plan is None:
        return True
    return dossier.today.weekday() == 0 and dossier.plan.base.starts < dossier.today


@dataclass(frozen=True, slots=True)
class Season:
    """What /plan and /week look at; `first` is the Monday of the week in question."""

    account: Account
    athlete: Athlete
    plan: Plan | None
    paces: Paces | None
    today: date
    first: date
    done: Mapping[date, Activity]
    log: Log


async def look(desk: Desk, weeks_on: int = 0) -> Season | None:
    """The plan and a week of it, `weeks_on` from this one; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    stands = standing(dossier, desk.content)
    monday = dossier.today - timedelta(days=dossier.today.weekday())
    return Season(
        account=dossier.account,
        athlete=stands.athlete,
        plan=dossier.plan.plan if dossier.plan else None,
        paces=stands.paces if stands.allowance.pace else None,
        today=dossier.today,
        first=monday + timedelta(weeks=max(-8, min(weeks_on, 52))),
        done={a.activity.on: a.activity for a in dossier.activities},
        log=dossier.log,
    )
