"""The day's decision: made on answers and gates, and put in force in place of an earlier one."""

from __future__ import annotations

from dataclasses import replace

from bot.services.day import undoable
from bot.services.desk import Desk
from bot.services.plan import WITH_SQUADS, carry, is_away
from bot.services.standing import (
    air_of,
    readiness_of,
    standing,
    with_checkin,
)
from bot.storage import cards, checkins, days, decisions, dues, gates, plans
from bot.storage.cards import CardKey
from bot.storage.decisions import DecisionRow
from bot.storage.dossier import Dossier
from bot.storage.owner import Owner
from bot.storage.plans import LaidChange
from core.adjust import decide
from core.adjust.decision import Action, Decision
from core.checkin import CheckIn
from core.content import Content
from core.readiness import cycle_day_on
from core.safety import Allowed, Gate, gates_after, sore_spots, worse_mornings

CARD = "today"
"""The kind of the day's one message."""


async def settle(desk: Desk, dossier: Dossier, checkin: CheckIn | None = None) -> Dossier:
    """Decide the day on these answers, in place of an earlier decision; the dossier afterwards.

    Once the day's run is logged the answers are kept and change nothing, unless safety speaks.
    """
    if checkin is not None:
        dossier = await _take_in(desk, dossier, checkin)
    if dossier.decision is not None and is_over(dossier, desk.content):
        return await touch(desk, dossier)
    row = dossier.plan
    earlier, later = undoable(dossier.decision, row), tuple[LaidChange, ...]()
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
    dossier = await put_in_force(desk, dossier, decision)
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
    await dues.put(desk.unit, Owner.athlete(account.id), WITH_SQUADS, desk.now)
    return replace(dossier, gates=await gates.opened(desk.unit, account.id))


async def put_in_force(desk: Desk, dossier: Dossier, decision: Decision) -> Dossier:
    """Lay the decision's change, save it, and have the card drawn again."""
    row, account = dossier.plan, dossier.account
    change_id = None
    if row is not None and decision.change is not None:
        row = await plans.lay_change(desk.unit, row, decision.change, now=desk.now)
        change_id = row.changes[-1].id
    saved = await decisions.save(desk.unit, account.id, decision, change_id=change_id, now=desk.now)
    await days.show(desk.unit, account.id, dossier.today, decision.after)
    if decision.action in {Action.REST, Action.MOVE}:  # their squads are not to expect them
        await dues.put(desk.unit, Owner.athlete(account.id), WITH_SQUADS, desk.now)
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
