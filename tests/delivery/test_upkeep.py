"""What is looked after now and then, and how one process knows that it is alone on a file."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from bot.config import Rates
from bot.delivery.alone import Alone
from bot.delivery.beats import Beats, Every, ring
from bot.delivery.pacing import REMEMBERED, Pacing
from bot.delivery.upkeep import Upkeep
from bot.storage import dues
from bot.storage.engine import Database
from bot.storage.owner import Owner
from bot.storage.tables import cards, deliveries, inbox
from tests.delivery.house import HastyClock, House, house_of
from tests.delivery.promises import SEAM, anna_in, promise, silent


def test_one_process_is_alone_on_a_file_until_it_gives_up(tmp_path: Path) -> None:
    first, second = Alone(tmp_path / "nextgear.db"), Alone(tmp_path / "nextgear.db")
    assert first.take()
    assert not second.take()
    first.give_up()
    first.give_up()
    assert second.take()
    second.give_up()


def test_where_no_lock_can_be_had_nobody_claims_to_be_alone(tmp_path: Path) -> None:
    assert not Alone(tmp_path / "no such folder" / "nextgear.db").take()


async def left(database: Database) -> list[int]:
    """How many rows of inbox, deliveries and cards there are."""
    async with database.read() as unit:
        return [
            len((await unit.connection.execute(select(table))).all())
            for table in (inbox, deliveries, cards)
        ]


async def test_old_ids_deliveries_and_cards_are_swept_away(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        await anna_in(house)
        async with enrolled.write() as unit:
            await dues.clear(unit, Owner.athlete(1))
        await promise(enrolled)
        await promise(enrolled, "evening", expires=timedelta(days=90))
        await house.settle()
        await promise(enrolled, "evening", subject="held", expires=timedelta(days=90))
        for days, rows in ((0, [1, 3, 1]), (4, [0, 3, 1]), (57, [0, 0, 0])):
            await house.advance(timedelta(days=days))
            house.delivery.upkeep.sweeping.set()
            await house.delivery.upkeep.sweep()
            assert await left(enrolled) == rows, days


async def test_a_backup_is_made_at_its_beat(house: House) -> None:
    saved = asyncio.Event()

    async def backup() -> None:
        saved.set()

    upkeep = Upkeep(house.delivery.parts, house.delivery.outbox, backup)
    upkeep.saving.set()
    await upkeep.save()
    assert saved.is_set()
    none = Upkeep(house.delivery.parts, house.delivery.outbox)
    none.saving.set()
    await none.save()


async def test_beats_ring_their_bells() -> None:
    bell = asyncio.Event()
    beats = Beats([Every(0.01, "test", ring(bell))])
    beats.stop()
    await beats.start()
    await asyncio.wait_for(bell.wait(), 5)
    beats.stop()
    beats.stop()


async def test_work_in_hand_is_renewed_before_its_lease_runs_out(house: House) -> None:
    gate = house.wire.gate("sendMessage")
    house.telegram.say(house.telegram.person(1), None, "hello")
    await gate.reached.wait()

    async def lease() -> timedelta:
        async with house.database.read() as unit:
            until = (await unit.connection.execute(select(inbox.c.lease_until))).scalar_one()
        return until - house.clock.now()

    assert await lease() == house.delivery.parts.patience.lease
    renewing = asyncio.create_task(house.delivery.work.renew())
    await asyncio.sleep(0)
    house.clock.set(house.clock.now() + house.delivery.parts.patience.lease / 3)
    await renewing
    assert await lease() == house.delivery.parts.patience.lease
    gate.opened.set()
    await house.settle()


async def test_what_was_said_long_ago_takes_no_memory(database: Database) -> None:
    clock = HastyClock()
    pacing = Pacing(database, clock, Rates())
    for chat_id in range(1, REMEMBERED + 2):
        await pacing.used(chat_id)
    clock.set(clock.now() + timedelta(seconds=5))
    await pacing.used(1)
    assert len(pacing._chats) == 1
