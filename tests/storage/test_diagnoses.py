from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage import athletes, diagnoses, export, plans
from bot.storage.diagnoses import offered
from bot.storage.engine import Database
from bot.storage.plans import PlanRow
from tests.storage.plateau_samples import DIAGNOSIS, RECHECK, RECHECK_ON, STRENGTH, VARY
from tests.storage.samples import EASY, MONDAY, NOW, change, plan

LATER = NOW + timedelta(hours=1)
EASIER = change(plan(), MONDAY + timedelta(days=1), EASY)


@pytest.fixture
async def athlete_id(database: Database) -> int:
    async with database.write() as unit:
        return (await athletes.create(unit, user_id=7, chat_id=7, name="Ana", now=NOW)).id


async def _applied(database: Database, athlete_id: int) -> tuple[int, PlanRow]:
    """A diagnosis whose first prescription lies over a plan."""
    async with database.write() as unit:
        number = await diagnoses.add(unit, athlete_id, DIAGNOSIS, now=NOW)
        row = await plans.replace(unit, athlete_id, plan(), seen=None, now=NOW)
        row = await plans.lay_change(unit, row, EASIER, now=NOW)
        laid = row.changes[-1].id
        await diagnoses.apply(
            unit,
            number,
            chosen=0,
            change_id=laid,
            recheck_on=RECHECK_ON,
            now=LATER,
        )
    return number, row


async def test_what_was_found_is_read_as_it_was_written(
    database: Database, athlete_id: int
) -> None:
    async with database.write() as unit:
        number = await diagnoses.add(unit, athlete_id, DIAGNOSIS, now=NOW)
        row = await diagnoses.get(unit, athlete_id, number)
    assert row is not None
    assert (row.id, row.diagnosis, row.chosen, row.made_at) == (number, DIAGNOSIS, 0, NOW)
    assert (row.prescription, row.in_force, row.stands) == (VARY, False, False)


async def test_nobody_reads_anothers(database: Database, athlete_id: int) -> None:
    async with database.write() as unit:
        number = await diagnoses.add(unit, athlete_id, DIAGNOSIS, now=NOW)
        other = await athletes.create(unit, user_id=8, chat_id=8, name="Rui", now=NOW)
        assert await diagnoses.get(unit, other.id, number) is None
        assert await diagnoses.recent(unit, other.id) == ()
        assert await diagnoses.applied(unit, other.id) is None


async def test_the_newest_comes_first(database: Database, athlete_id: int) -> None:
    async with database.write() as unit:
        numbers = [await diagnoses.add(unit, athlete_id, DIAGNOSIS, now=NOW) for _ in range(3)]
        assert [row.id for row in await diagnoses.recent(unit, athlete_id)] == numbers[::-1]


async def test_an_alternative_is_on_offer_once_it_was_chosen(
    database: Database, athlete_id: int
) -> None:
    async with database.write() as unit:
        number = await diagnoses.add(unit, athlete_id, DIAGNOSIS, now=NOW)
        await diagnoses.choose(unit, number, 1)
        row = await diagnoses.get(unit, athlete_id, number)
    assert row is not None
    assert row.prescription == STRENGTH


async def test_applied_it_is_in_force_until_it_is_looked_back_on(
    database: Database, athlete_id: int
) -> None:
    number, row = await _applied(database, athlete_id)
    async with database.write() as unit:
        found = await diagnoses.applied(unit, athlete_id)
        assert found is not None
        assert (found.id, found.change_id, found.recheck_on) == (
            number,
            row.changes[-1].id,
            RECHECK_ON,
        )
        assert found.in_force
        await diagnoses.close(unit, number, RECHECK, now=LATER)
        assert await diagnoses.applied(unit, athlete_id) is None
        closed = await diagnoses.get(unit, athlete_id, number)
    assert closed is not None
    assert (closed.recheck, closed.in_force) == (RECHECK, False)


async def test_an_undone_change_takes_it_out_of_force(database: Database, athlete_id: int) -> None:
    number, row = await _applied(database, athlete_id)
    async with database.write() as unit:
        await plans.undo_change(unit, row, row.changes[-1].id, now=LATER)
        found = await diagnoses.get(unit, athlete_id, number)
    assert found is not None
    assert (found.stands, found.in_force) == (False, False)


async def test_advice_that_changes_no_day_is_in_force_all_the_same(
    database: Database, athlete_id: int
) -> None:
    async with database.write() as unit:
        number = await diagnoses.add(unit, athlete_id, DIAGNOSIS, now=NOW)
        await diagnoses.apply(
            unit,
            number,
            chosen=1,
            change_id=None,
            recheck_on=RECHECK_ON,
            now=LATER,
        )
        found = await diagnoses.applied(unit, athlete_id)
        assert found is not None
        assert found.in_force
        await diagnoses.drop(unit, number)
        assert await diagnoses.applied(unit, athlete_id) is None


async def test_a_plan_made_anew_carries_it_under_another_change(
    database: Database, athlete_id: int
) -> None:
    number, row = await _applied(database, athlete_id)
    async with database.write() as unit:
        new = await plans.replace(unit, athlete_id, plan(), seen=row, now=LATER)
        new = await plans.lay_change(unit, new, EASIER, now=LATER)
        await diagnoses.lay_again(unit, number, new.changes[-1].id)
        found = await diagnoses.applied(unit, athlete_id)
    assert found is not None
    assert (found.change_id, found.in_force) == (new.changes[-1].id, True)


async def test_it_is_exported_and_forgotten_with_the_athlete(
    database: Database, athlete_id: int
) -> None:
    await _applied(database, athlete_id)
    async with database.write() as unit:
        account = await athletes.get(unit, athlete_id)
        assert account is not None
        held = await export.everything(unit, account, now=LATER)
        (told,) = held["diagnoses"]
        assert told["data"]["verdict"] == "plateau"
        await athletes.forget(unit, account, 0)
        assert await diagnoses.recent(unit, athlete_id) == ()


@pytest.mark.parametrize(("number", "expected"), [(0, VARY), (1, STRENGTH), (2, None), (-1, None)])
def test_a_number_tells_the_prescription(number: int, expected: object) -> None:
    assert offered(DIAGNOSIS, number) == expected


def test_without_a_prescription_nothing_is_on_offer() -> None:
    assert offered(replace(DIAGNOSIS, prescription=None, alternatives=()), 0) is None
