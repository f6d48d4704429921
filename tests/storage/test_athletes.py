from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import Table, insert, select

from bot.schedule import Dial, Hours
from bot.storage import athletes
from bot.storage.athletes import Account, State
from bot.storage.engine import Database
from bot.storage.errors import Stale
from bot.storage.export import belongs_to
from bot.storage.tables import HELD_WITHOUT_AN_ATHLETE, buckets, inbox, metadata
from core.units import Units
from tests.storage.filled import content, fill_database
from tests.storage.samples import ATHLETE, NOW


async def _create(database: Database, user_id: int = 7) -> Account:
    async with database.write() as unit:
        return await athletes.create(
            unit, user_id=user_id, chat_id=70, name="Ana", now=NOW, zone="Europe/Lisbon"
        )


async def _find(database: Database, user_id: int = 7) -> Account | None:
    async with database.read() as unit:
        return await athletes.find(unit, user_id)


async def _save(database: Database, account: Account) -> Account:
    async with database.write() as unit:
        return await athletes.save(unit, account)


async def test_a_newcomer_is_found_by_telegrams_id_and_by_ours(database: Database) -> None:
    made = await _create(database, 2**52 - 1)
    assert await _find(database, 2**52 - 1) == made
    async with database.read() as unit:
        assert await athletes.get(unit, made.id) == made
    assert made.state is State.ONBOARDING
    assert made.hours == Hours("Europe/Lisbon", 390)


async def test_a_stranger_is_nobody(database: Database) -> None:
    assert await _find(database, 404) is None
    async with database.read() as unit:
        assert await athletes.get(unit, 404) is None


async def test_everything_that_is_saved_comes_back(database: Database) -> None:
    changed = replace(
        await _create(database),
        chat_id=-1_002_000_000_000,
        name="<Ána> 🏃",
        state=State.ACTIVE,
        hours=Hours("Asia/Kathmandu", 300, 480, 1200, 1080, Dial.CHATTY),
        locale="de",
        units=Units.MILES,
        clock24=False,
        asks_pulse=False,
        profile=ATHLETE,
        consented_at=NOW,
    )
    saved = await _save(database, changed)
    assert saved == replace(changed, version=changed.version + 1)
    assert await _find(database) == saved


async def test_a_save_on_top_of_somebody_elses_is_refused(database: Database) -> None:
    seen = await _create(database)
    first = await _save(database, replace(seen, name="Ann"))
    with pytest.raises(Stale):
        await _save(database, replace(seen, units=Units.MILES))
    assert await _find(database) == first


async def test_use_cases_about_one_athlete_wait_for_each_other(database: Database) -> None:
    """Without a conflict and a retry: who reads in order to write is the only one."""
    await _create(database)

    async def one_more() -> None:
        async with database.write() as unit:
            seen = await athletes.find(unit, 7)
            assert seen is not None
            await athletes.save(unit, replace(seen, name=seen.name + "x"))

    await asyncio.gather(*(one_more() for _ in range(12)))
    end = await _find(database)
    assert end is not None
    assert end.name == "Ana" + 12 * "x"


async def test_a_block_is_noticed_by_whoever_had_read_before(database: Database) -> None:
    seen = await _create(database)
    async with database.write() as unit:
        assert await athletes.set_state(unit, seen.id, State.BLOCKED)
        assert not await athletes.set_state(unit, seen.id, State.BLOCKED)
        assert not await athletes.set_state(unit, 404, State.BLOCKED)
    with pytest.raises(Stale):
        await _save(database, seen)
    found = await _find(database)
    assert found is not None
    assert found.state is State.BLOCKED


async def test_silence_is_counted_until_something_is_heard(database: Database) -> None:
    seen = await _create(database)
    async with database.write() as unit:
        assert [await athletes.count_silent_morning(unit, seen.id) for _ in range(3)] == [1, 2, 3]
        assert await athletes.count_silent_morning(unit, 404) == 0
    await _save(database, seen)
    counted = await _find(database)
    async with database.write() as unit:
        await athletes.heard_from(unit, seen.id)
    heard = await _find(database)
    assert counted is not None
    assert heard is not None
    assert (counted.silent_mornings, heard.silent_mornings) == (3, 0)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_every_table_reaches_the_athlete_or_is_named_as_holding_nobody(table: Table) -> None:
    """Through foreign keys that cascade; `inbox` is keyed by Telegram's id and emptied apart."""
    ana = Account(1, 1, 1, "Ana", State.ACTIVE, Hours("UTC", 0))
    reached = belongs_to(table, ana) is not None and table is not inbox
    assert reached != (table.name in HELD_WITHOUT_AN_ATHLETE)


async def test_forgetting_erases_every_row_of_one_and_none_of_another(database: Database) -> None:
    await fill_database(database, 1, 2)
    before = await content(database)
    async with database.write() as unit:
        ana = await athletes.get(unit, 1)
        assert ana is not None
        await athletes.forget(unit, ana, upto_update_id=5)
    after = await content(database)
    for name, rows in before.items():
        if name not in HELD_WITHOUT_AN_ATHLETE:
            assert after[name] == rows[1:], name
    assert str(before["athletes"][0][1]) not in str({**after, "inbox": []})


async def test_forgetting_empties_what_was_sent_before_the_tap_that_confirmed_it(
    database: Database,
) -> None:
    """The tap itself may have to be answered again; what came after it is a stranger's."""
    ana = await _create(database)
    sent = [
        {"update_id": n, "key": key, "raw": {"n": n}, "outcome": {}, "state": state}
        for n, key, state in [
            (1, 7, "failed"),
            (2, 8, "failed"),
            (3, 7, "new"),
            (4, 7, "applied"),
            (5, 7, "new"),
        ]
    ]
    async with database.write() as unit:
        await unit.connection.execute(insert(inbox), [{**row, "received_at": NOW} for row in sent])
        await unit.connection.execute(
            insert(buckets), [{"id": "chat:70", "tat": 1.0}, {"id": "bot", "tat": 2.0}]
        )
        await athletes.forget(unit, ana, upto_update_id=4)
    async with database.read() as unit:
        kept = select(inbox.c.update_id, inbox.c.raw, inbox.c.outcome, inbox.c.state)
        rows = (await unit.connection.execute(kept.order_by(inbox.c.update_id))).all()
        left = (await unit.connection.execute(select(buckets.c.id))).scalars().all()
    assert [tuple(row) for row in rows] == [
        (1, None, None, "done"),
        (2, {"n": 2}, {}, "failed"),
        (3, None, None, "done"),
        (4, {"n": 4}, {}, "applied"),
        (5, {"n": 5}, {}, "new"),
    ]
    assert left == ["bot"]


async def test_ids_are_never_given_out_twice(database: Database) -> None:
    """Old buttons live for ever, and must not speak of somebody new."""
    first = await _create(database, 7)
    async with database.write() as unit:
        await athletes.forget(unit, first, 0)
    again = await _create(database, 7)
    assert again.id > first.id
