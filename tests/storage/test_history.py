"""The longer past in one statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.storage import activities, athletes, checkins, days, decisions, history, plans
from bot.storage.engine import Database
from core.activity import Activity
from core.adjust import Action
from core.plan import Phase
from core.units import Distance
from tests.storage.samples import CHECKIN, MONDAY, NOW, decision, plan, session

WEEK = timedelta(weeks=1)


async def athlete(database: Database) -> int:
    async with database.write() as unit:
        who = await athletes.create(unit, user_id=7, chat_id=7, name="Ana", now=NOW)
        return who.id


async def test_phases_are_those_of_the_newest_plan_that_held_the_week(database: Database) -> None:
    who = await athlete(database)
    base = plan(MONDAY + WEEK, weeks=3)
    peaks = replace(base, weeks=tuple(replace(w, phase=Phase.PEAK) for w in base.weeks))
    async with database.write() as unit:
        first = await plans.replace(unit, who, plan(), seen=None, now=NOW)
        await plans.replace(unit, who, peaks, seen=first, now=NOW)
    async with database.read() as unit:
        held = (await history.since(unit, who, MONDAY)).phases
        later = (await history.since(unit, who, MONDAY + 2 * WEEK)).phases
        nobody = await history.since(unit, who + 1, MONDAY)
    mondays = [MONDAY + n * WEEK for n in range(4)]
    assert held == dict(zip(mondays, [plan().weeks[0].phase, *[Phase.PEAK] * 3], strict=True))
    assert sorted(later) == mondays[2:]
    assert (nobody.phases, nobody.log.activities) == ({}, ())


async def test_runs_come_in_the_order_of_their_days(database: Database) -> None:
    who = await athlete(database)
    days = [MONDAY + timedelta(days=n) for n in (3, 0, 9)]
    runs = [Activity(day, distance=Distance(5000)) for day in days]
    async with database.write() as unit:
        for run in runs:
            await activities.add(unit, who, run, now=NOW)
    async with database.read() as unit:
        whole = (await history.since(unit, who, MONDAY)).log
        lately = (await history.since(unit, who, MONDAY + WEEK)).log
    assert whole.activities == (runs[1], runs[0], runs[2])
    assert lately.activities == (runs[2],)


async def test_some_weeks_hold_their_days_their_mornings_and_the_decisions_in_force(
    database: Database,
) -> None:
    who, last = await athlete(database), MONDAY + timedelta(days=6)
    before, after = MONDAY - timedelta(days=1), last + timedelta(days=1)
    async with database.write() as unit:
        for day in (before, MONDAY, last, after):
            await days.show(unit, who, day, session(day) if day is not last else None)
            await checkins.save(unit, who, replace(CHECKIN, on=day), now=NOW)
            await decisions.save(unit, who, decision(day), change_id=None, now=NOW)
        again = replace(decision(MONDAY), action=Action.REST)
        await decisions.save(unit, who, again, change_id=None, now=NOW)
    async with database.read() as unit:
        found = await history.stretch(unit, who, MONDAY, last, answered_from=before)
        nobody = await history.stretch(unit, who + 1, MONDAY, last, answered_from=before)
    assert found.shown == {MONDAY: session(MONDAY), last: None}
    assert [checkin.on for checkin in found.checkins] == [before, MONDAY, last]
    assert found.decisions == (again, decision(last))
    assert nobody == history.Stretch({}, (), ())


async def test_weeks_and_strength_days_are_those_of_the_plan_that_held_them(
    database: Database,
) -> None:
    who, last = await athlete(database), MONDAY + timedelta(days=13)
    lifts = tuple((MONDAY + timedelta(days=n), "strength-home") for n in (1, 3, 8))
    second = MONDAY + WEEK
    first = replace(plan(), strength=lifts)
    later = replace(plan(second), strength=((second + timedelta(days=4), "strength-gym"),))
    async with database.write() as unit:
        seen = await plans.replace(unit, who, first, seen=None, now=NOW)
        await plans.replace(unit, who, later, seen=seen, now=NOW)
    async with database.read() as unit:
        found = await history.stretch(unit, who, MONDAY, last, answered_from=MONDAY)
    assert found.weeks == {MONDAY: first.weeks[0], second: later.weeks[0]}
    assert found.strength == dict([*lifts[:2], *later.strength])
