"""The end of a process: what is in flight ends, the rest is given back, nothing is lost."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select
from telegram import Update

from bot.delivery.patience import Patience
from bot.delivery.seam import Seam
from bot.reply import Reply
from bot.storage import leases
from bot.storage.deliveries import Delivery
from bot.storage.engine import Database
from bot.storage.tables import deliveries, inbox
from tests.delivery.house import FAST, Context, HastyClock, echo, house_of
from tests.delivery.promises import SEAM, promise, silent, states

AT_ONCE = Patience(long_poll=1, stop_seconds=0.05)


async def test_an_answer_on_the_wire_arrives_before_the_end(database: Database) -> None:
    async with house_of(database) as house:
        anna = house.telegram.person(1, "Anna")
        gate = house.wire.gate("sendMessage")
        house.telegram.say(anna, None, "hello")
        await gate.reached.wait()
        house.stop.set()
        asyncio.get_running_loop().call_later(0.02, gate.opened.set)
    assert house.said(anna) == ["heard hello"]
    async with database.read() as unit:
        assert (await unit.connection.execute(select(inbox.c.state))).scalar_one() == "done"


async def test_an_answer_that_takes_too_long_is_given_by_the_next_process(
    database: Database,
) -> None:
    started = asyncio.Event()

    async def endless(_update: Update, _context: Context) -> None:
        started.set()
        await asyncio.Event().wait()

    clock = HastyClock()
    async with house_of(database, handler=endless, patience=AT_ONCE, clock=clock) as house:
        anna = house.telegram.person(1, "Anna")
        house.telegram.say(anna, None, "hello")
        await started.wait()
    async with database.read() as unit:
        row = (await unit.connection.execute(select(inbox))).one()
        assert (row.state, row.owner, row.lease_until, row.attempts) == ("new", None, None, 0)
    async with house_of(database, handler=echo, clock=clock, telegram=house.telegram) as second:
        await second.settle()
        assert second.said(anna) == ["heard hello"]


async def test_nothing_new_is_begun_once_the_end_has_come(database: Database) -> None:
    async with house_of(database) as house:
        anna = house.telegram.person(1, "Anna")
        gate = house.wire.gate("sendMessage")
        for text in ("one", "two"):
            house.telegram.say(anna, None, text)
        await gate.reached.wait()
        house.stop.set()
        asyncio.get_running_loop().call_later(0.02, gate.opened.set)
    assert house.said(anna) == ["heard one"]
    async with database.read() as unit:
        found = await unit.connection.execute(select(inbox.c.state).order_by(inbox.c.update_id))
        assert list(found.scalars()) == ["done", "new"]


async def test_a_morning_on_the_wire_is_marked_before_the_end(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = house.telegram.person(1, "Anna")
        house.telegram.say(anna, None, "/start")
        await house.settle()
        gate = house.wire.gate("sendMessage")
        await promise(enrolled)
        house.delivery.outbox.bell.set()
        await gate.reached.wait()
        house.stop.set()
        asyncio.get_running_loop().call_later(0.02, gate.opened.set)
    assert house.said(anna) == ["morning"]
    assert [state for state, _, _ in await states(enrolled)] == ["sent"]


@pytest.mark.parametrize(("kind", "state"), [("morning", "uncertain"), ("evening", "held")])
async def test_what_is_cut_short_on_the_wire_is_uncertain(
    enrolled: Database, kind: str, state: str
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent, patience=AT_ONCE) as house:
        gate = house.wire.gate("sendMessage")
        await promise(enrolled, kind)
        house.delivery.outbox.bell.set()
        await gate.reached.wait()
    assert [state for state, _, _ in await states(enrolled)] == [state]


async def test_what_is_cut_short_before_the_wire_is_simply_pending(enrolled: Database) -> None:
    drawing = asyncio.Event()

    async def endless(_delivery: Delivery) -> Reply:
        drawing.set()
        await asyncio.Event().wait()
        raise AssertionError

    seam = Seam(renderers={"morning": endless})
    async with house_of(enrolled, seam=seam, handler=silent, patience=AT_ONCE) as house:
        await promise(enrolled)
        house.delivery.outbox.bell.set()
        await drawing.wait()
    async with enrolled.read() as unit:
        row = (await unit.connection.execute(select(deliveries))).one()
        assert (row.state, row.attempts, row.called_at) == ("pending", 0, None)


async def test_the_poller_s_lease_is_left_to_the_next(database: Database) -> None:
    async with house_of(database) as house:
        house.telegram.say(house.telegram.person(1), None, "hello")
        await house.settle()
        async with database.read() as unit:
            assert await leases.until(unit, "poller") is not None
    async with database.read() as unit:
        assert await leases.until(unit, "poller") is None


async def test_the_end_comes_within_five_seconds_though_all_hands_are_busy(
    database: Database,
) -> None:
    busy = asyncio.Semaphore(0)

    async def endless(_update: Update, _context: Context) -> None:
        busy.release()
        await asyncio.Event().wait()

    loop = asyncio.get_running_loop()
    async with house_of(database, handler=endless, patience=FAST) as house:
        for number in range(1, 20):
            house.telegram.say(house.telegram.person(number), None, "hello")
        for _ in range(FAST.workers):
            await busy.acquire()
        begun = loop.time()
    assert loop.time() - begun < 5
