"""The plan: built at the start, laid anew from what was run, and looked at week by week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.schedule import local_day
from bot.services import prescribed, reach
from bot.services.desk import Desk
from bot.services.standing import fitness_of, standing
from bot.storage import cards, decisions, dues, plans
from bot.storage.athletes import Account
from bot.storage.cards import CardKey
from bot.storage.decisions import DecisionRow
from bot.storage.dossier import Dossier
from bot.storage.owner import Owner
from bot.storage.plans import LaidChange, PlanRow
from core.activity import Activity, Log
from core.athlete import Athlete
from core.away import span
from core.carry import CARRIED, LASTING, carried
from core.content import Content
from core.paces import Paces
from core.plan import Change, ChangeKind, Plan, Session
from core.reasons import OF_A_SQUAD, Code, Reason
from core.safety import GateKind
from core.season import Refusal, build_plan, is_beginner_start, week_was_kept
from core.setback import FULL_UP_TO, RESTART_AFTER, coming_back, days_off
from core.units import Units

WITH_SQUADS = "squad-plan"
"""The due that brings a plan in line with the sessions of the athlete's squads."""
AHEAD = timedelta(weeks=2)
"""A plan that ends sooner is laid anew, for there has to be one beyond it (ours)."""


def built(desk: Desk, dossier: Dossier, athlete: Athlete, start: date) -> Plan | Refusal:
    """A plan from `start`, from what was really run so far."""
    return _built(desk.content, dossier, athlete, start)


def _built(content: Content, dossier: Dossier, athlete: Athlete, start: date) -> Plan | Refusal:
    fitness, held = fitness_of(dossier, athlete), _held(dossier)
    made = build_plan(
        replace(athlete, miles=dossier.account.units is Units.MILES),
        dossier.log,
        content.library,
        content.phases,
        fitness,
        start,
        grows=not held,
        continues=dossier.plan is not None,
    )
    return replace(made, why=(*held, *made.why)) if isinstance(made, Plan) else made


def _held(dossier: Dossier) -> tuple[Reason, ...]:
    """Why the load stays as it is: a question for a doctor is still open (coaching.md 1)."""
    gate = next((row.gate for row in dossier.gates if row.gate.kind is GateKind.NO_GROWTH), None)
    if gate is None:
        return ()
    return (Reason(Code.NO_GROWTH, {"sign": gate.sign.value if gate.sign else ""}),)


def _is_held(plan: Plan) -> bool:
    return any(reason.code is Code.NO_GROWTH for reason in plan.why)


def refusal_of(dossier: Dossier, content: Content) -> Refusal | None:
    """Why no plan can be made from today as things stand; None where one can."""
    athlete = dossier.account.profile
    made = _built(content, dossier, athlete, dossier.today) if athlete else None
    return made if isinstance(made, Refusal) else None


async def rebuild(desk: Desk, dossier: Dossier, start: date) -> Dossier:
    """Put a new base in force from `start`; where none can be built the old one stays.

    A race that can't be reached safely any more is told in a message of its own; the plan goes on
    without it, since the one that led there asks for what was not run. What stands in the chat
    already stays: this week's days before `start`, and today's decision.
    """
    athlete, old = dossier.account.profile, dossier.plan
    if athlete is None:
        return dossier
    made = built(desk, dossier, athlete, start)
    far = isinstance(made, Refusal) and not _held(dossier)  # held back it is not out of reach yet
    await reach.tell(desk, dossier, made if far and isinstance(made, Refusal) else None)
    while isinstance(made, Refusal) and made.race is not None:
        out_of_reach = made.race
        athlete = replace(athlete, races=tuple(r for r in athlete.races if r != out_of_reach))
        made = built(desk, dossier, athlete, start)
    if isinstance(made, Refusal):
        return dossier
    made = _with_this_week(made, dossier, start)
    row = await plans.replace(desk.unit, dossier.account.id, made, seen=old, now=desk.now)
    dossier = replace(dossier, plan=row)
    if start > dossier.today:
        dossier = await _lay_today(desk, dossier, old)
    asked = [laid.change for laid in old.changes] if old else []
    if any(change.kind is ChangeKind.SQUAD for change in asked):  # laid again over the new plan
        await dues.put(desk.unit, Owner.athlete(dossier.account.id), WITH_SQUADS, desk.now)
    return await carry(desk, dossier, asked)


def _with_this_week(made: Plan, dossier: Dossier, start: date) -> Plan:
    """The new base with the days of this week that lie before it, as they stood."""
    old = dossier.plan
    monday = dossier.today - timedelta(days=dossier.today.weekday())
    days = [monday + timedelta(days=n) for n in range((start - monday).days)]
    if old is None or not days:
        return made
    stood = [session for day in days if (session := _stood(dossier, day)) is not None]
    week = old.plan.week_of(dossier.today)
    return replace(
        made,
        weeks=made.weeks if week is None or made.week_of(monday) else (week, *made.weeks),
        sessions=(*stood, *(s for s in made.sessions if s.on not in days)),
        strength=(*(each for each in old.plan.strength if each[0] in days), *made.strength),
    )


def _stood(dossier: Dossier, day: date) -> Session | None:
    """The day as it was shown; today as it was before its decision, which is laid over it again."""
    row, plan = dossier.decision, dossier.plan
    if day != dossier.today or row is None or row.change_id is None or plan is None:
        return dossier.planned(day)
    return row.decision.before if plan.change(row.change_id) else plan.plan.on(day)


async def _lay_today(desk: Desk, dossier: Dossier, old: PlanRow | None) -> Dossier:
    """Today's decision over the new base, so that its undo still is exact; other days are new."""
    row = dossier.decision
    laid = old.change(row.change_id) if old and row and row.change_id else None
    edits = [edit for edit in laid.change.edits if edit.on == dossier.today] if laid else []
    if row is None or laid is None or dossier.plan is None or not edits:
        return dossier
    change = replace(laid.change, edits=tuple(edits))
    plan = await plans.lay_change(desk.unit, dossier.plan, change, now=desk.now)
    decision, change_id = replace(row.decision, change=change), plan.changes[-1].id
    account_id = dossier.account.id
    new = await decisions.save(desk.unit, account_id, decision, change_id=change_id, now=desk.now)
    await cards.touch(desk.unit, CardKey(dossier.account.chat_id, "today", f"{dossier.today}"))
    others = tuple(each for each in dossier.decisions if each is not row)
    kept = DecisionRow(new, decision, change_id, row.made_at)
    return replace(dossier, plan=plan, decisions=(*others, kept))


async def carry(desk: Desk, dossier: Dossier, asked: Sequence[Change]) -> Dossier:
    """Lay what had been agreed on over the plan as it is now, where it still has a place."""
    wishes = [change for change in asked if change.kind in CARRIED]
    dossier = await prescribed.lay_again(desk, dossier, asked)
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
        if laid.id != mine and _is_told(laid.change) and not _moved_on(row, laid, on)
        for reason in laid.change.why
        if _is_about(laid.change, on, local_day(laid.laid_at, zone) == on)
    ]
    about = [reason for reason in found if _is_of(reason, on)]
    return tuple(r for place, r in enumerate(about) if r not in about[:place])


def _moved_on(row: PlanRow, laid: LaidChange, on: date) -> bool:
    """Whether the athlete's own move of that day is an old story: moved on since, or back again."""
    own = [each for each in row.changes if _moves(each.change, on)]
    if not _moves(laid.change, on):
        return False
    now, once = next(e.after for e in own[-1].change.edits if e.on == on), row.base.on(on)
    back = now is not None and once is not None and now.workout == once.workout
    return laid is not own[-1] or back


def _moves(change: Change, on: date) -> bool:
    own = change.kind in {ChangeKind.MOVED, ChangeKind.SKIPPED}
    return own and any(edit.on == on for edit in change.edits)


_TOLD = LASTING | {ChangeKind.MISSED, ChangeKind.SQUAD, ChangeKind.PLATEAU}


def _is_told(change: Change) -> bool:
    """Whether the days that it touches say so: not where it is a decision of the morning."""
    fixes = any(reason.code is Code.SYMPTOM for reason in change.why)
    return change.kind in _TOLD or fixes or _told_once(change)


def _told_once(change: Change) -> bool:
    """Whether it is said on the morning that it is laid, and then only behind *Why?*."""
    return any(reason.code is Code.SLEEP_USUAL_SHORT for reason in change.why)


def _is_about(change: Change, on: date, laid_then: bool) -> bool:
    days = span(change)
    if days is not None:
        return days[0] <= on <= days[1]
    if _told_once(change):
        return laid_then
    return any(edit.on == on for edit in change.edits) or (
        laid_then and change.kind is ChangeKind.MISSED
    )


def _is_of(reason: Reason, on: date) -> bool:
    """Whether the reason says something about that day, and not only about another."""
    if reason.code is Code.ATHLETE_ASKED:
        return False
    if reason.code in OF_A_SQUAD:
        there = reason.facts.get("on") == on.isoformat()
        return there != (reason.code is Code.SQUAD_ROOM)
    days = {reason.facts.get("from"), reason.facts.get("to")}
    return reason.code is not Code.MOVED or on.isoformat() in days


def still_true(
    reasons: Iterable[Reason], planned: Session | None, session: Session | None
) -> tuple[Reason, ...]:
    """Without what was said of a squad's session that this morning made less: where and when the
    squad meets stays as long as anything is run, how big it was meant does not.
    """
    kept = {Code.SQUAD_SET} if session is not None else set()
    less = session != planned
    return tuple(r for r in reasons if not less or r.code not in OF_A_SQUAD or r.code in kept)


def is_away(dossier: Dossier) -> bool:
    """Whether today is one of the days away from home: nothing is usual there."""
    row = dossier.plan
    away = (
        [laid.change for laid in row.changes if laid.change.kind is ChangeKind.AWAY] if row else []
    )
    spans = (span(change) for change in away)
    return any(days is not None and days[0] <= dossier.today <= days[1] for days in spans)


def is_due(dossier: Dossier, content: Content) -> bool:
    """Whether the plan wants to be laid anew: on Mondays, where what was run is not what was laid,
    and on any day where the load must stop growing, or may grow again.

    While an athlete comes back by degrees from some days off, those are of the plan as it was.
    """
    if dossier.plan is None or bool(_held(dossier)) is not _is_held(dossier.plan.base):
        return True
    monday = dossier.today.weekday() == 0 and dossier.plan.base.starts < dossier.today
    return monday and not _comes_back(dossier) and not _went_well(dossier, content)


def _went_well(dossier: Dossier, content: Content) -> bool:
    """A week as it was laid, nothing in the way, and weeks enough ahead: the plan just goes on."""
    athlete, row = dossier.account.profile, dossier.plan
    if athlete is None or row is None or row.base.ends < dossier.today + AHEAD:
        return False
    stands = standing(dossier, content)
    spared = stands.gates or is_beginner_start(athlete, dossier.log, dossier.today)
    return not spared and week_was_kept(row.base, dossier.log, dossier.today, stands.pace_of)


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
    base: Plan | None
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
        base=dossier.plan.base if dossier.plan else None,
        paces=stands.paces if stands.allowance.pace else None,
        today=dossier.today,
        first=monday + timedelta(weeks=max(-8, min(weeks_on, 52))),
        done={a.activity.on: a.activity for a in dossier.activities},
        log=dossier.log,
    )
