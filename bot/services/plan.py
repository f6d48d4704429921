"""The plan: built at the start, laid anew from what was run, and looked at week by week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.schedule import local_day
from bot.services.desk import Desk
from bot.services.standing import fitness_of, standing
from bot.storage import plans
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from core.activity import Activity, Log
from core.athlete import Athlete
from core.away import span
from core.carry import LASTING, carried
from core.paces import Paces
from core.plan import Change, ChangeKind, Plan
from core.reasons import Code, Reason
from core.season import Refusal, build_plan, is_beginner_start
from core.setback import FULL_UP_TO, RESTART_AFTER, coming_back, days_off


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
    asked = [laid.change for laid in dossier.plan.changes] if dossier.plan else []
    row = await plans.replace(desk.unit, dossier.account.id, made, seen=dossier.plan, now=desk.now)
    return await carry(desk, replace(dossier, plan=row), asked), None


async def carry(desk: Desk, dossier: Dossier, asked: Sequence[Change]) -> Dossier:
    """Lay what the athlete had asked for over the plan as it is now, where it still has a place."""
    wishes = [change for change in asked if change.kind in LASTING]
    row, athlete = dossier.plan, dossier.account.profile
    if not wishes or row is None or athlete is None:
        return dossier
    stands = standing(dossier, desk.content)
    spaced = is_beginner_start(athlete, dossier.log, dossier.today)
    for change in carried(wishes, row.plan, stands.athlete, stands.pace_of, spaced=spaced):
        row = await plans.lay_change(desk.unit, row, change, now=desk.now)
    return replace(dossier, plan=row)


def because(dossier: Dossier, on: date) -> tuple[Reason, ...]:
    """Why the day is as it is, beside its decision: moved, left out, away, busy, coming back."""
    row, mine = dossier.plan, dossier.decision.change_id if dossier.decision else None
    if row is None:
        return ()
    zone = dossier.account.hours.zone
    found = [
        reason
        for laid in row.changes
        if laid.id != mine and laid.change.kind in _TOLD
        for reason in laid.change.why
        if _is_about(laid.change, on, local_day(laid.laid_at, zone) == on)
    ]
    about = [reason for reason in found if _is_of(reason, on)]
    return tuple(r for place, r in enumerate(about) if r not in about[:place])


_TOLD = LASTING | {ChangeKind.MISSED}


def _is_about(change: Change, on: date, laid_then: bool) -> bool:
    days = span(change)
    if days is not None:
        return days[0] <= on <= days[1]
    return any(edit.on == on for edit in change.edits) or (
        laid_then and change.kind is ChangeKind.MISSED
    )


def _is_of(reason: Reason, on: date) -> bool:
    """Whether the reason says something about that day, and not only about another."""
    if reason.code is Code.ATHLETE_ASKED:
        return False
    days = {reason.facts.get("from"), reason.facts.get("to")}
    return reason.code is not Code.MOVED or on.isoformat() in days


def is_away(dossier: Dossier) -> bool:
    """Whether today is one of the days away from home: nothing is usual there."""
    row = dossier.plan
    away = (
        [laid.change for laid in row.changes if laid.change.kind is ChangeKind.AWAY] if row else []
    )
    spans = (span(change) for change in away)
    return any(days is not None and days[0] <= dossier.today <= days[1] for days in spans)


def is_due(dossier: Dossier) -> bool:
    """Whether the plan wants to be laid anew: on Mondays, from what was really run.

    While an athlete comes back by degrees from some days off, those are of the plan as it was.
    """
    if dossier.plan is None:
        return True
    monday = dossier.today.weekday() == 0 and dossier.plan.base.starts < dossier.today
    return monday and not _comes_back(dossier)


def _comes_back(dossier: Dossier) -> bool:
    changes = [laid.change for laid in dossier.plan.changes] if dossier.plan else []
    ahead = any(coming_back(c) and any(e.on >= dossier.today for e in c.edits) for c in changes)
    return ahead or FULL_UP_TO < days_off(dossier.log, dossier.today) <= RESTART_AFTER


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
