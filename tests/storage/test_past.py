from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage import athletes, checkins, past, plans
from bot.storage.engine import Database
from bot.storage.past import Past
from tests.storage.samples import CHECKIN, MONDAY, NOW, plan

LAST = MONDAY + timedelta(days=30)


@pytest.fixture
async def athlete_id(database: Database) -> int:
    async with database.write() as unit:
        return (await athletes.create(unit, user_id=7, chat_id=7, name="Ana", now=NOW)).id


async def test_there_is_none_at_the_start(database: Database, athlete_id: int) -> None:
    async with database.write() as unit:
        assert await past.between(unit, athlete_id, MONDAY, LAST) == Past()


async def test_mornings_come_oldest_first_and_both_ends_count(
    database: Database, athlete_id: int
) -> None:
    mornings = [replace(CHECKIN, on=MONDAY + timedelta(days=n)) for n in range(5)]
    async with database.write() as unit:
        for each in reversed(mornings):
            await checkins.save(unit, athlete_id, each, now=NOW)
        found = await past.between(unit, athlete_id, mornings[1].on, mornings[3].on)
    assert found.checkins == tuple(mornings[1:4])


async def test_a_plan_that_was_replaced_keeps_its_strength_days_up_to_the_next(
    database: Database, athlete_id: int
) -> None:
    """Each made-up plan has its strength on its first Wednesday."""
    starts = [MONDAY + timedelta(weeks=n) for n in (0, 1, 2)]
    async with database.write() as unit:
        row = None
        for first in starts:
            row = await plans.replace(unit, athlete_id, plan(first), seen=row, now=NOW)
        found = await past.between(unit, athlete_id, MONDAY, LAST)
        later = await past.between(unit, athlete_id, starts[1], LAST)
    wednesdays = tuple(first + timedelta(days=2) for first in starts)
    assert found.strength == wednesdays[:2]
    assert later.strength == wednesdays[1:2]


async def test_a_day_that_the_next_plan_took_over_is_not_the_old_ones(
    database: Database, athlete_id: int
) -> None:
    async with database.write() as unit:
        row = await plans.replace(unit, athlete_id, plan(MONDAY), seen=None, now=NOW)
        tuesday = MONDAY + timedelta(days=1)
        await plans.replace(unit, athlete_id, plan(tuesday), seen=row, now=NOW)
        found = await past.between(unit, athlete_id, MONDAY, LAST)
    assert found.strength == ()
