from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.storage import (
    activities,
    athletes,
    cards,
    checkins,
    days,
    decisions,
    dossier,
    drafts,
    gates,
    plans,
)
from bot.storage.athletes import Account
from bot.storage.cards import CardKey
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from core.activity import Activity, Done
from core.athlete import Pause
from core.away import away
from core.safety.gates import Gate, GateKind
from tests.storage.samples import (
    ACTIVITY,
    ATHLETE,
    CHECKIN,
    EASY,
    GATE,
    LONG,
    MONDAY,
    NOW,
    change,
    decision,
    plan,
    session,
)

TODAY = MONDAY + timedelta(days=8)
MORNING = NOW + timedelta(days=8)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


async def _ana(unit: Unit) -> Account:
    new = await athletes.create(unit, user_id=7, chat_id=70, name="Ana", now=NOW)
    return await athletes.save(unit, replace(new, profile=ATHLETE))


async def _load(database: Database, now: datetime = MORNING) -> Dossier:
    async with database.read() as unit:
        found = await dossier.load(unit, 7, now)
    assert found is not None
    return found


@pytest.fixture
async def ana(database: Database) -> Account:
    async with database.write() as unit:
        return await _ana(unit)


async def test_a_stranger_has_none(database: Database) -> None:
    async with database.read() as unit:
        assert await dossier.load(unit, 404, NOW) is None


async def test_a_newcomers_is_empty(database: Database, ana: Account) -> None:
    found = await _load(database)
    assert found.account == ana
    assert found.today == TODAY
    assert found.plan is found.checkin is found.decision is found.card("day") is None
    assert (found.drafts, found.checkins, found.gates, found.log.activities) == ((), (), (), ())


async def test_today_is_the_athletes_own_date(database: Database, ana: Account) -> None:
    async with database.write() as unit:
        hours = replace(ana.hours, zone="Pacific/Auckland")
        await athletes.save(unit, replace(ana, hours=hours))
    assert (await _load(database, NOW.replace(hour=11))).today == MONDAY
    assert (await _load(database, NOW.replace(hour=12))).today == MONDAY + timedelta(days=1)


async def test_it_holds_what_was_saved_as_core_values(database: Database, ana: Account) -> None:
    tuesday = MONDAY + timedelta(days=1)
    async with database.write() as unit:
        made = await plans.replace(unit, ana.id, plan(), seen=None, now=NOW)
        laid = await plans.lay_change(unit, made, change(made.plan, tuesday, EASY), now=NOW)
        await days.show(unit, ana.id, tuesday, session(tuesday, EASY))
        await checkins.save(unit, ana.id, CHECKIN, now=NOW)
        await checkins.save(unit, ana.id, replace(CHECKIN, on=TODAY), now=NOW)
        run = await activities.add(unit, ana.id, ACTIVITY, now=NOW)
        await gates.settle(unit, ana.id, (), [GATE], how="", now=NOW)
        draft = SavedDraft("check-in", TODAY.isoformat(), {"legs": 2}, NOW)
        await drafts.save(unit, ana.id, draft)
        eased = decision(TODAY, laid.changes[0].change)
        verdict = await decisions.save(
            unit, ana.id, eased, change_id=laid.changes[0].id, now=MORNING
        )
        key = CardKey(70, "day", TODAY.isoformat())
        placed = await cards.place(
            unit, Owner.athlete(ana.id), key, message_id=99, shown=1, now=MORNING
        )
    found = await _load(database)
    assert found.plan == laid
    assert found.shown == {tuesday: session(tuesday, EASY)}
    assert found.checkins == (CHECKIN, replace(CHECKIN, on=TODAY))
    assert found.checkin == replace(CHECKIN, on=TODAY)
    assert [row.id for row in found.activities] == [run]
    assert found.log.activities == (ACTIVITY,)
    assert [row.gate for row in found.gates] == [GATE]
    assert found.draft("check-in", TODAY.isoformat()) == draft
    assert found.decision == decisions.DecisionRow(verdict, eased, laid.changes[0].id, MORNING)
    assert found.card("day") == placed.card


async def test_three_statements_are_enough(database: Database, ana: Account) -> None:
    async with database.write() as unit:
        await plans.replace(unit, ana.id, plan(), seen=None, now=NOW)
    async with database.read() as unit:
        await dossier.load(unit, 7, MORNING)
        assert unit.statements <= 3


async def test_each_part_ends_where_nobody_asks_any_more(database: Database, ana: Account) -> None:
    async with database.write() as unit:
        for back in (60, 61):
            await checkins.save(unit, ana.id, replace(CHECKIN, on=ago(back)), now=NOW)
        for back in (112, 113):
            await activities.add(unit, ana.id, replace(ACTIVITY, on=ago(back)), now=NOW)
        for back in (14, 15):
            await decisions.save(unit, ana.id, decision(ago(back)), change_id=None, now=NOW)
            await days.show(unit, ana.id, ago(back), session(ago(back)))
    found = await _load(database)
    assert [each.on for each in found.checkins] == [ago(60)]
    assert [each.on for each in found.log.activities] == [ago(112)]
    assert [row.decision.on for row in found.decisions] == [ago(14)]
    assert list(found.shown) == [ago(14)]


async def test_others_data_stays_theirs(database: Database, ana: Account) -> None:
    async with database.write() as unit:
        other = await athletes.create(unit, user_id=8, chat_id=8, name="Rui", now=NOW)
        await plans.replace(unit, other.id, plan(), seen=None, now=NOW)
        await checkins.save(unit, other.id, CHECKIN, now=NOW)
        await gates.settle(unit, other.id, (), [GATE], how="", now=NOW)
    found = await _load(database)
    assert (found.plan, found.checkins, found.gates) == (None, (), ())


async def test_only_the_decision_in_force_counts(database: Database, ana: Account) -> None:
    async with database.write() as unit:
        first = await decisions.save(unit, ana.id, decision(TODAY), change_id=None, now=NOW)
        second = await decisions.save(unit, ana.id, decision(TODAY), change_id=None, now=NOW)
        assert await decisions.on(unit, ana.id, TODAY) == await decisions.get(unit, ana.id, second)
        assert await decisions.get(unit, ana.id, first) is not None
        assert await decisions.get(unit, ana.id + 1, first) is None
    assert [row.id for row in (await _load(database)).decisions] == [second]


async def test_closed_gates_are_told_apart_and_fade_after_sixty_days(
    database: Database, ana: Account
) -> None:
    ladder = Gate(GateKind.LADDER, MONDAY, spot=GATE.spot, step=1)
    async with database.write() as unit:
        await gates.settle(unit, ana.id, (), [GATE], how="", now=NOW)
        known = await gates.opened(unit, ana.id)
        await gates.settle(unit, ana.id, known, [ladder], how="walk-and-hop", now=MORNING)
    found = await _load(database)
    assert [row.gate for row in found.gates] == [ladder]
    assert [(row.gate, row.closed_how, row.closed_at) for row in found.closed_gates] == [
        (GATE, "walk-and-hop", MORNING)
    ]
    assert (await _load(database, MORNING + timedelta(days=61))).closed_gates == ()


async def test_planned_days_that_nobody_spoke_of_are_unknown(
    database: Database, ana: Account
) -> None:
    """The plan rests on Mondays; Tuesday was run, Wednesday honestly not, Thursday eased away."""
    tuesday, wednesday, thursday = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
    async with database.write() as unit:
        made = await plans.replace(unit, ana.id, plan(), seen=None, now=NOW)
        await plans.lay_change(unit, made, change(made.plan, thursday, None), now=NOW)
        await activities.add(unit, ana.id, Activity(tuesday), now=NOW)
        await activities.add(unit, ana.id, Activity(wednesday, Done.NOT_RUN), now=NOW)
    found = await _load(database)
    assert found.log.unknown == (ago(4), ago(3), ago(2))
    assert TODAY not in found.log.unknown


async def test_days_of_plans_that_were_replaced_still_count_as_planned(
    database: Database, ana: Account
) -> None:
    async with database.write() as unit:
        old = await plans.replace(unit, ana.id, plan(ago(40), 4), seen=None, now=NOW)
        await plans.replace(unit, ana.id, plan(ago(1)), seen=old, now=NOW)
    found = await _load(database)
    planned = [s.on for s in plan(ago(40), 4).sessions] + [s.on for s in plan(ago(1)).sessions]
    assert list(found.log.unknown) == [day for day in planned if day < TODAY]


async def test_days_of_a_pause_and_days_away_without_running_are_not_unknown(
    database: Database, ana: Account
) -> None:
    """Paused on Wednesday and back on Thursday; away on Friday, easy runs on Saturday."""
    profile = replace(ATHLETE, pauses=(Pause(ago(3), ago(2)), Pause(ago(9), ago(8))))
    async with database.write() as unit:
        made = await plans.replace(unit, ana.id, plan(), seen=None, now=NOW)
        off = away(made.plan, ago(1), ago(1), lambda _: None, runs=False)
        made = await plans.lay_change(unit, made, off, now=NOW)
        await athletes.save(unit, replace(ana, profile=profile))
        await days.show(unit, ana.id, ago(1), session(ago(1), LONG))
    found = await _load(database)
    assert ago(3) not in found.log.unknown
    assert ago(1) not in found.log.unknown, "though the morning had shown a run"
    assert ago(2) in found.log.unknown, "who is back is asked again"


async def test_a_day_that_is_over_is_what_it_was_shown_as(database: Database, ana: Account) -> None:
    async with database.write() as unit:
        await plans.replace(unit, ana.id, plan(), seen=None, now=NOW)
        await days.show(unit, ana.id, ago(1), session(ago(1), LONG))
        await days.show(unit, ana.id, ago(2), None)
        await days.show(unit, ana.id, TODAY, None)
    found = await _load(database)
    assert found.planned(ago(1)) == session(ago(1), LONG)
    assert found.planned(ago(2)) is None
    assert found.planned(ago(3)) == plan().on(ago(3))
    assert found.planned(TODAY) == plan().on(TODAY)
    assert ago(2) not in found.log.unknown
    assert ago(1) in found.log.unknown
