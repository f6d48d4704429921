"""The day: what it holds, what this morning's answers make of it, and what may be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.forms import Ask, next_step
from bot.outcome import Outcome, Said, Scalar
from bot.services import background
from bot.services.answers import FORM_NAME, checkin_from, questions
from bot.services.desk import Answer, Desk
from bot.services.plan import because, carry, is_away, still_true
from bot.services.raceday.finding import today_s_plan
from bot.services.standing import (
    Air,
    Standing,
    air_of,
    asks_pulse,
    heat_slows,
    readiness_of,
    standing,
    usual_of,
    ways_out,
    with_checkin,
)
from bot.storage import cards, checkins, days, decisions, gates, plans
from bot.storage.athletes import Account
from bot.storage.cards import Card, CardKey
from bot.storage.decisions import DecisionRow
from bot.storage.dossier import Dossier
from bot.storage.plans import LaidChange, PlanRow
from core.adjust import as_planned, decide, even_easier, preview, rest
from core.adjust.decision import Decision
from core.adjust.table import Row
from core.athlete import Spot
from core.checkin import CheckIn
from core.content import Content
from core.day import Day
from core.medium import always_medium
from core.notes import note_for
from core.plan import Plan, Session
from core.readiness import Colour, Readiness, cycle_day_on
from core.reasons import Code, Reason
from core.safety import Allowed, Gate, GateKind, gates_after, sore_spots, worse_mornings
from core.safety.gates import STOPS_ABOVE

TOPIC = "today"
CARD = "today"
SILENT = 3
"""Unanswered mornings after which the card comes without questions (coaching.md 10)."""
_AIR = frozenset({"celsius", "indoors"})
"""What is looked up and not answered: a race morning asks nothing until somebody begins."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day's view and whose it is."""

    account: Account
    day: Day
    card: Card | None = None


Verdict = Callable[[Decision, Standing], Decision]


async def look(desk: Desk) -> Today | None:
    """Today as it stands; None for a stranger or before onboarding is over."""
    dossier = await desk.dossier()
    return None if dossier is None else seen(dossier, desk.content)


async def ask(desk: Desk) -> Answer[Today]:
    """/today: the card of the day, decided now if the morning has not come yet."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if dossier.decision is None and dossier.plan is not None:
        dossier = await settle(desk, dossier)
    return _told(dossier, desk, Said.ASK)


async def look_ahead(desk: Desk) -> Today | None:
    """Tomorrow, as the gates that are open now would have it."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    return Today(dossier.account, tomorrow_of(dossier, desk.content))


def seen(dossier: Dossier, content: Content) -> Today | None:
    """The view of a dossier; None before onboarding is over."""
    if dossier.account.profile is None:
        return None
    return Today(dossier.account, day_of(dossier, content), dossier.card(CARD))


def day_of(dossier: Dossier, content: Content) -> Day:
    """Everything that the card of the day shows."""
    on, stands, air = dossier.today, standing(dossier, content), air_of(dossier)
    plan = dossier.plan.plan if dossier.plan else None
    row = dossier.decision
    decision = row.decision if row else None
    draft = dossier.draft(FORM_NAME, on.isoformat())
    answers = draft.answers if draft else {}
    done = dossier.checkin is not None and draft is None
    logged = tuple(a.activity for a in dossier.activities if a.activity.on == on)
    silent = dossier.account.silent_mornings >= SILENT
    raced = today_s_plan(dossier, stands, content)
    silent = silent or (raced is not None and not set(answers) - _AIR)
    asks = "" if done or silent else open_question(dossier, stands)
    runs = plan is not None and plan.on(on) is not None
    heat = _heat(decision, air, runs=runs, asks=bool(asks))
    planned = decision.before if decision else dossier.planned(on)
    session = plan.on(on) if plan else None
    return Day(
        on=on,
        level=stands.athlete.level,
        plan=plan,
        week=plan.week_of(on) if plan else None,
        planned=planned,
        session=session,
        next=_next(plan, on, stands, content),
        paces=stands.paces,
        measured=stands.athlete.measured_distance,
        strength=strength_on(plan, on),
        checkin=dossier.checkin if done else checkin_from(answers, on),
        readiness=readiness_of(dossier),
        decision=decision,
        rules=_rules(decision, content),
        undone=decision is not None and any(r.code is Code.ATHLETE_ASKED for r in decision.reasons),
        allowance=stands.allowance,
        sore=stands.sore,
        logged=logged,
        usual=usual_of(dossier),
        asks=asks,
        menu=str(answers.get("menu", "")),
        change_id=_undoable(row, dossier.plan),
        first=not dossier.activities and not dossier.log.unknown,
        untold=untold(dossier),
        ways_out=ways_out(dossier, stands),
        because=(*still_true(because(dossier, on), planned, session), *heat),
        celsius=air.celsius,
        hot_runs=air.hot_runs,
        treadmill=air.indoors,
        asks_cycle=stands.athlete.asks_cycle,
        mends=mendable(dossier),
        note=_note(dossier, plan, stands, content),
        background=background.of_today(dossier) if done and _quiet(dossier, stands) else None,
        race=raced,
    )


_OF_THE_AIR = {Code.HEAT, Code.TOO_HOT, Code.DANGER, Code.INDOORS}


def _heat(decision: Decision | None, air: Air, *, runs: bool, asks: bool) -> tuple[Reason, ...]:
    """What heat does to the day, where no verdict tells it: before the answers, and for paces."""
    told = decision.reasons if decision else ()
    verdict = tuple(r for r in told if r.code in _OF_THE_AIR)
    if verdict:
        return verdict if asks else ()
    by_effort = decision is not None and decision.by_effort and not asks
    return heat_slows(air) if runs and not by_effort else ()


def _quiet(dossier: Dossier, stands: Standing) -> bool:
    """A day of rest by the plan, on which nothing else is asked and nothing is wrong."""
    asked = ways_out(dossier, stands) or untold(dossier) is not None
    new = not dossier.activities and not dossier.log.unknown
    free = stands.allowance.level is Allowed.FREE
    row, on = dossier.decision, dossier.today
    planned = row.decision.before if row else dossier.planned(on)
    return free and not asked and not new and planned is None


def _note(dossier: Dossier, plan: Plan | None, stands: Standing, content: Content) -> str:
    """What is said by the way behind *Why?*; nothing while a gate is open."""
    on = dossier.today
    week = plan.week_of(on) if plan else None
    if plan is None or week is None or stands.allowance.level is not Allowed.FREE:
        return ""
    medium = always_medium(dossier.log, on, content.decisions.meant)
    note = note_for(content.notes, on, plan.on(on), week, medium=medium)
    return note.key if note else ""


def untold(dossier: Dossier) -> Session | None:
    """Yesterday's session while nobody has told of it; not asked for in a long silence."""
    if dossier.account.silent_mornings >= SILENT:
        return None
    yesterday = dossier.today - timedelta(days=1)
    return dossier.planned(yesterday) if yesterday in dossier.log.unknown else None


def expected(dossier: Dossier, content: Content) -> Decision | None:
    """What tomorrow's decision would be without answers: open gates and what was run speak."""
    if dossier.plan is None:
        return None
    on = dossier.today + timedelta(days=1)
    stands = standing(dossier, content, on)
    return decide(
        on,
        dossier.plan.plan,
        Readiness(on, Colour.UNKNOWN),
        stands.allowance,
        log=dossier.log,
        athlete=stands.athlete,
        decisions=content.decisions,
        library=content.library,
        pace_of=stands.pace_of,
    )


def was_harder(dossier: Dossier, content: Content) -> bool:
    """Whether today's run was harder than it was meant to be, so that tomorrow is easy."""
    verdict = expected(dossier, content)
    return verdict is not None and any(r.code is Code.YESTERDAY_HARDER for r in verdict.reasons)


def tomorrow_of(dossier: Dossier, content: Content) -> Day:
    """Tomorrow without questions; its session is what gates and today's run would leave of it."""
    on = dossier.today + timedelta(days=1)
    stands = standing(dossier, content, on)
    plan = dossier.plan.plan if dossier.plan else None
    session = plan.on(on) if plan else None
    verdict = expected(dossier, content)
    left = verdict.after if verdict else None
    return Day(
        on=on,
        level=stands.athlete.level,
        plan=plan,
        week=plan.week_of(on) if plan else None,
        planned=session,
        session=left,
        next=_next(plan, on, stands, content),
        paces=stands.paces,
        measured=stands.athlete.measured_distance,
        strength=strength_on(plan, on),
        allowance=stands.allowance,
        ways_out=ways_out(dossier, stands),
        because=still_true(because(dossier, on), session, left),
    )


def open_question(dossier: Dossier, stands: Standing) -> str:
    """The first of this morning's questions without an answer; "" where all have one."""
    draft = dossier.draft(FORM_NAME, dossier.today.isoformat())
    form = questions(stands.sore, asks_pulse=asks_pulse(dossier))
    step = next_step(form, draft.answers if draft else {})
    return step.key if isinstance(step, Ask) else ""


async def settle(desk: Desk, dossier: Dossier, checkin: CheckIn | None = None) -> Dossier:
    """Decide the day on these answers, in place of an earlier decision; the dossier afterwards.

    Once the day's run is logged the answers are kept and change nothing, unless safety speaks.
    """
    if checkin is not None:
        dossier = await _take_in(desk, dossier, checkin)
    if dossier.decision is not None and is_over(dossier, desk.content):
        return await touch(desk, dossier)
    row = dossier.plan
    earlier, later = _undoable(dossier.decision, row), tuple[LaidChange, ...]()
    if row is not None and earlier:
        later = plans.goes_with(row, earlier) or ()
        row = await plans.undo_change(desk.unit, row, earlier, now=desk.now)
        dossier = replace(dossier, plan=row)
    if row is None:
        return dossier
    stands, air = standing(dossier, desk.content), air_of(dossier)
    decision = decide(
        dossier.today,
        row.plan,
        readiness_of(dossier),
        stands.allowance,
        celsius=air.celsius,
        hot_days=air.hot_days,
        dangers=air.dangers,
        indoors=air.indoors,
        log=dossier.log,
        athlete=stands.athlete,
        decisions=desk.content.decisions,
        library=desk.content.library,
        pace_of=stands.pace_of,
    )
    dossier = await _put_in_force(desk, dossier, decision)
    return await carry(desk, dossier, [laid.change for laid in later])


def is_over(dossier: Dossier, content: Content) -> bool:
    """Whether today's run is told of, and nothing forbids running now."""
    told = any(a.activity.on == dossier.today for a in dossier.activities)
    return told and standing(dossier, content).allowance.level is not Allowed.STOP


async def _take_in(desk: Desk, dossier: Dossier, checkin: CheckIn) -> Dossier:
    """Save the answers and the gates that they open or renew."""
    account, athlete = dossier.account, dossier.account.profile
    checkin = replace(checkin, travelling=checkin.travelling or is_away(dossier))
    if athlete is not None and athlete.asks_cycle and checkin.cycle_day is None:
        checkin = replace(checkin, cycle_day=cycle_day_on(dossier.checkins, dossier.today))
    await checkins.save(desk.unit, account.id, checkin, now=desk.now)
    dossier = with_checkin(dossier, checkin)
    if athlete is None:
        return dossier
    spots = sore_spots(athlete, dossier.checkins, dossier.log, dossier.today)
    before = [row.gate for row in dossier.gates]
    after = gates_after(checkin, before, worse_mornings(spots))
    if tuple(before) == after:
        return dossier
    return await open_gates_of(desk, dossier, after, "checkin")


async def open_gates_of(desk: Desk, dossier: Dossier, after: tuple[Gate, ...], how: str) -> Dossier:
    """Make these the saved gates; `how` says what opened or closed those that change."""
    account = dossier.account
    await gates.settle(desk.unit, account.id, dossier.gates, after, how=how, now=desk.now)
    return replace(dossier, gates=await gates.opened(desk.unit, account.id))


async def _put_in_force(desk: Desk, dossier: Dossier, decision: Decision) -> Dossier:
    """Lay the decision's change, save it, and have the card drawn again."""
    row, account = dossier.plan, dossier.account
    change_id = None
    if row is not None and decision.change is not None:
        row = await plans.lay_change(desk.unit, row, decision.change, now=desk.now)
        change_id = row.changes[-1].id
    saved = await decisions.save(desk.unit, account.id, decision, change_id=change_id, now=desk.now)
    await days.show(desk.unit, account.id, dossier.today, decision.after)
    dossier = await touch(desk, dossier)
    new = DecisionRow(saved, decision, change_id, desk.now)
    others = tuple(d for d in dossier.decisions if d.decision.on != decision.on)
    return replace(dossier, plan=row, decisions=(*others, new))


async def touch(desk: Desk, dossier: Dossier) -> Dossier:
    """The day's card shows something new from now on; the dossier has its newest row."""
    key = CardKey(dossier.account.chat_id, CARD, f"{dossier.today}")
    card = await cards.touch(desk.unit, key)
    others = tuple(c for c in dossier.cards if c.key != key)
    return replace(dossier, cards=(*others, card) if card else others)


async def undo(desk: Desk, on: date, change_id: int | None = None) -> Answer[Today]:
    """*Undo* or *Keep as planned*: the day as it was planned; a gate hears none of it.

    A button knows which change it takes back; words mean the one in force.
    """
    return await _answered(desk, on, _back_to_plan, change_id=change_id)


async def easier(desk: Desk, on: date) -> Answer[Today]:
    """*Even easier*: one step less than was decided."""
    return await _answered(desk, on, lambda d, stands: even_easier(d, stands.pace_of))


async def take_rest(desk: Desk, on: date) -> Answer[Today]:
    """*Rest instead*, where the decision left the choice."""
    return await _answered(desk, on, lambda d, _: rest(d))


def _back_to_plan(decision: Decision, _stands: Standing) -> Decision:
    return as_planned(decision)


async def _answered(
    desk: Desk, on: date, verdict: Verdict, change_id: int | None = None
) -> Answer[Today]:
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if on != dossier.today:
        return _told(dossier, desk, Said.STALE, day_on=on.isoformat())
    row = dossier.decision
    logged = any(a.activity.on == on for a in dossier.activities)
    if row is None or logged or (change_id is not None and change_id != row.change_id):
        return _told(dossier, desk, Said.ALREADY)
    decision = verdict(row.decision, standing(dossier, desk.content))
    if decision == row.decision:
        return _told(dossier, desk, Said.REFUSED if row.decision.gated else Said.ALREADY)
    if earlier := _undoable(row, dossier.plan):
        undone = await plans.undo_change(desk.unit, dossier.plan, earlier, now=desk.now)
        dossier = replace(dossier, plan=undone)
    return _told(await _put_in_force(desk, dossier, decision), desk, Said.DONE)


def _told(dossier: Dossier, desk: Desk, said: Said, **facts: Scalar) -> Answer[Today]:
    return Answer(Outcome(TOPIC, said, facts=facts), seen(dossier, desk.content))


def strength_on(plan: Plan | None, on: date) -> str:
    """The strength routine of the day, "" for none."""
    return next((key for day, key in plan.strength if day == on), "") if plan else ""


def _rules(decision: Decision | None, content: Content) -> tuple[Row, ...]:
    return tuple(content.decisions[key] for key in decision.rules) if decision else ()


def _next(plan: Plan | None, on: date, stands: Standing, content: Content) -> Session | None:
    return _previewed(plan.next_session(on) if plan else None, plan, stands, content)


def _previewed(
    session: Session | None, plan: Plan | None, stands: Standing, content: Content
) -> Session | None:
    if session is None or plan is None:
        return None
    return preview(
        session,
        plan,
        stands.allowance,
        athlete=stands.athlete,
        decisions=content.decisions,
        library=content.library,
        pace_of=stands.pace_of,
    )


def mendable(dossier: Dossier) -> tuple[Spot, ...]:
    """Places whose number of this morning stopped all running: a slip may be put right today."""
    told = dossier.checkin.pains if dossier.checkin else ()
    high = {pain.spot for pain in told if (pain.score or 0) > STOPS_ABOVE}
    opened = (row.gate for row in dossier.gates if row.gate.kind is GateKind.PAIN)
    return tuple(g.spot for g in opened if g.spot in high and g.since == dossier.today and g.spot)


def _undoable(row: DecisionRow | None, plan: PlanRow | None) -> int:
    """The id of the decision's change while it is in force, else 0."""
    if row is None or row.change_id is None or plan is None:
        return 0
    return row.change_id if plan.change(row.change_id) else 0
