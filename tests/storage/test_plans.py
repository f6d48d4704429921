from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from bot.storage import athletes, days, plans
from bot.storage.engine import Database, Unit
from bot.storage.errors import Stale
from core.plan import apply_change
from tests.storage.samples import EASY, EIGHT_HUNDREDS, LONG, MONDAY, NOW, change, plan, session

TUESDAY, SUNDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=6)


async def _athlete(unit: Unit) -> int:
    who = await athletes.create(unit, user_id=7, chat_id=7, name="Ana", now=NOW)
    return who.id


async def _planned(database: Database) -> plans.PlanRow:
    async with database.write() as unit:
        return await plans.replace(unit, await _athlete(unit), plan(), seen=None, now=NOW)


async def _read(database: Database, athlete_id: int) -> plans.PlanRow | None:
    async with database.read() as unit:
        return await plans.in_force(unit, athlete_id)


async def _lay(database: Database, seen: plans.PlanRow, on: date, workout: object) -> plans.PlanRow:
    async with database.write() as unit:
        return await plans.lay_change(unit, seen, change(seen.plan, on, workout), now=NOW)


async def _undo(database: Database, seen: plans.PlanRow, change_id: int) -> plans.PlanRow:
    async with database.write() as unit:
        return await plans.undo_change(unit, seen, change_id, now=NOW)


async def _replace(
    database: Database, seen: plans.PlanRow | None, starts: date, athlete_id: int = 1
) -> plans.PlanRow:
    async with database.write() as unit:
        return await plans.replace(unit, athlete_id, plan(starts), seen=seen, now=NOW)


async def test_nobody_starts_with_a_plan(database: Database) -> None:
    async with database.write() as unit:
        assert await plans.in_force(unit, await _athlete(unit)) is None


async def test_what_is_saved_is_what_is_read(database: Database) -> None:
    made = await _planned(database)
    assert made.plan == made.base == plan()
    assert await _read(database, made.athlete_id) == made


async def test_a_change_is_laid_over_an_untouched_base(database: Database) -> None:
    made = await _planned(database)
    laid = await _lay(database, made, TUESDAY, EASY)
    assert laid.base == made.base
    assert laid.plan == apply_change(made.base, change(made.base, TUESDAY, EASY))
    assert laid.version == made.version + 1
    assert await _read(database, made.athlete_id) == laid


async def test_undo_gives_exactly_the_plan_before(database: Database) -> None:
    made = await _planned(database)
    laid = await _lay(database, made, TUESDAY, None)
    undone = await _undo(database, laid, laid.changes[0].id)
    assert undone.plan == made.plan
    assert await _read(database, made.athlete_id) == undone


async def test_undoing_an_older_change_lays_the_later_ones_again(database: Database) -> None:
    first = await _lay(database, await _planned(database), TUESDAY, EASY)
    both = await _lay(database, first, SUNDAY, EASY)
    undone = await _undo(database, both, both.changes[0].id)
    assert plans.goes_with(both, both.changes[0].id) == ()
    assert undone.changes == both.changes[1:]
    assert undone.plan.on(TUESDAY) == plan().on(TUESDAY)
    assert undone.plan.on(SUNDAY) == session(SUNDAY, EASY)


async def test_a_later_change_that_no_longer_fits_is_named_and_goes_with_it(
    database: Database,
) -> None:
    first = await _lay(database, await _planned(database), TUESDAY, EASY)
    second = await _lay(database, first, TUESDAY, None)
    third = await _lay(database, second, SUNDAY, EASY)
    lost = plans.goes_with(third, third.changes[0].id)
    undone = await _undo(database, third, third.changes[0].id)
    assert lost == (third.changes[1],)
    assert undone.changes == (third.changes[2],)
    assert await _read(database, undone.athlete_id) == undone


async def test_a_change_is_undone_only_once(database: Database) -> None:
    laid = await _lay(database, await _planned(database), TUESDAY, EASY)
    undone = await _undo(database, laid, laid.changes[0].id)
    assert plans.goes_with(undone, laid.changes[0].id) is None
    with pytest.raises(Stale, match="not in force"):
        await _undo(database, undone, laid.changes[0].id)


async def test_a_change_after_an_undone_one_comes_last(database: Database) -> None:
    laid = await _lay(database, await _planned(database), TUESDAY, EASY)
    again = await _lay(database, await _undo(database, laid, laid.changes[0].id), TUESDAY, LONG)
    assert await _read(database, again.athlete_id) == again
    assert again.plan.on(TUESDAY) == session(TUESDAY, LONG)


async def test_what_was_read_before_somebody_elses_change_writes_nothing(
    database: Database,
) -> None:
    seen = await _planned(database)
    now = await _lay(database, seen, TUESDAY, EASY)
    for late in (
        _lay(database, seen, SUNDAY, EASY),
        _undo(
            database,
            plans.assemble(
                plan_id=now.id,
                athlete_id=now.athlete_id,
                version=seen.version,
                made_at=NOW,
                base=now.base,
                laid=now.changes,
            ),
            now.changes[0].id,
        ),
        _replace(database, seen, SUNDAY),
        _replace(database, None, SUNDAY),
    ):
        with pytest.raises(Stale):
            await late
    assert await _read(database, now.athlete_id) == now


async def test_a_change_that_does_not_fit_is_stale(database: Database) -> None:
    seen = await _planned(database)
    other = change(plan(), TUESDAY, EASY)
    laid = await _lay(database, seen, TUESDAY, None)
    with pytest.raises(Stale, match="fit"):
        async with database.write() as unit:
            await plans.lay_change(unit, laid, other, now=NOW)


async def test_of_many_at_once_each_change_is_laid_or_told_that_it_is_stale(
    database: Database,
) -> None:
    made = await _planned(database)

    async def change_one_day(offset: int) -> int:
        for attempt in range(50):
            try:
                async with database.write() as unit:
                    seen = await plans.in_force(unit, made.athlete_id)
                    assert seen is not None
                    edit = change(seen.plan, MONDAY + timedelta(days=offset), LONG)
                    await plans.lay_change(unit, seen, edit, now=NOW)
            except Stale:
                continue
            return attempt
        raise AssertionError("never got through")

    await asyncio.gather(*(change_one_day(n) for n in range(6)))
    end = await _read(database, made.athlete_id)
    assert end is not None
    assert end.version == made.version + 6
    assert [end.plan.on(MONDAY + timedelta(days=n)) for n in range(6)] == [
        session(MONDAY + timedelta(days=n), LONG) for n in range(6)
    ]


async def test_a_new_plan_takes_the_old_ones_place(database: Database) -> None:
    old = await _planned(database)
    new = await _replace(database, old, MONDAY + timedelta(days=7))
    assert new.version == old.version + 1
    assert await _read(database, old.athlete_id) == new


async def test_what_was_shown_and_what_stood_in_the_plan_outlive_a_new_one(
    database: Database,
) -> None:
    old = await _lay(database, await _planned(database), SUNDAY, EASY)
    wednesday = MONDAY + timedelta(days=2)
    async with database.write() as unit:
        await days.show(unit, old.athlete_id, TUESDAY, session(TUESDAY, LONG))
        await days.show(unit, old.athlete_id, wednesday, None)
    await _replace(database, old, MONDAY + timedelta(days=7))
    async with database.read() as unit:
        kept = await days.between(unit, old.athlete_id, MONDAY, MONDAY + timedelta(days=20))
    assert kept == {
        **{(day := MONDAY + timedelta(days=n)): plan().on(day) for n in range(7)},
        TUESDAY: session(TUESDAY, LONG),
        wednesday: None,
        SUNDAY: session(SUNDAY, EASY),
    }


async def test_a_plan_can_end_and_another_begin_later(database: Database) -> None:
    old = await _planned(database)
    async with database.write() as unit:
        await plans.end(unit, old, now=NOW, until=TUESDAY)
    assert await _read(database, old.athlete_id) is None
    async with database.read() as unit:
        kept = await days.between(unit, old.athlete_id, MONDAY, SUNDAY)
    assert kept == {MONDAY: None}
    new = await _replace(database, None, MONDAY + timedelta(days=70))
    assert new.version == old.version + 1


async def test_a_plan_that_has_run_out_records_no_day_beyond_its_end(database: Database) -> None:
    old = await _planned(database)
    await _replace(database, old, MONDAY + timedelta(days=100))
    async with database.read() as unit:
        kept = await days.between(unit, old.athlete_id, MONDAY, MONDAY + timedelta(days=200))
    assert max(kept) == old.plan.ends
    assert kept[TUESDAY] == session(TUESDAY, EIGHT_HUNDREDS, hard=True)
