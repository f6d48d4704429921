"""Two at once on PostgreSQL: whoever waits for another is not waited for, or begins again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.delivery.seam import Seam
from bot.rehearsal.model import Person
from bot.storage import athletes, dues, meta
from bot.storage.deliveries import Intent
from bot.storage.dues import Due
from bot.storage.engine import Database, Unit
from bot.storage.errors import Collision
from bot.storage.owner import Owner
from tests.delivery.house import START, enrol, house_of
from tests.delivery.test_tick import BERLIN, decide, draw, due_at, promised

pytestmark = pytest.mark.parametrize("engine", ["postgresql"])
ANNA, BEN = Person(1, "Anna"), Person(2, "Ben")
MORNING = START.replace(hour=5, minute=30)


async def locking(unit: Unit, due: Due, now: datetime) -> Sequence[Intent]:
    """As the coach's own deciders begin: the athlete is theirs until the unit ends."""
    await athletes.get(unit, due.owner.id)
    return await decide(unit, due, now)


async def somebody_waits(database: Database) -> bool:
    """Whether PostgreSQL has somebody waiting for another's lock."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    async with database.read() as unit:
        return bool((await unit.connection.execute(waiting)).scalar_one())


async def test_the_tick_waits_for_no_athlete_who_is_being_answered(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """A tap has the athlete and sets what is owed anew; the morning is due in between."""
    await enrol(database, ANNA, START, BERLIN)
    await enrol(database, BEN, START, BERLIN)
    seam = Seam(deciders={"morning": locking}, renderers={"morning": draw})
    async with house_of(database, seam=seam) as house:
        async with database.write() as tap:
            await athletes.find(tap, ANNA.id)
            house.clock.set(MORNING)
            settled = asyncio.create_task(house.delivery.tick.settle())
            await _ended_or_waits(settled, database)
            await dues.put(tap, Owner.athlete(1), "morning", MORNING + timedelta(minutes=1))
        await settled
        assert [row[:2] for row in await promised(database)] == [("morning", "2027-03-01")]
        assert await due_at(database, "morning") == MORNING + timedelta(minutes=1)
        await house.advance(timedelta(minutes=1))
    assert [row[:2] for row in await promised(database)] == [("morning", "2027-03-01")] * 2
    assert not [record for record in caplog.records if record.levelno > logging.INFO]


async def _ended_or_waits(task: asyncio.Task[int], database: Database) -> None:
    while not task.done() and not await somebody_waits(database):
        await asyncio.wait({task}, timeout=0.01)


async def test_two_ticks_share_what_is_due_and_decide_nothing_twice(database: Database) -> None:
    decided: tuple[list[int], list[int]] = ([], [])

    def seam(mine: list[int]) -> Seam:
        async def counting(unit: Unit, due: Due, now: datetime) -> Sequence[Intent]:
            mine.append(due.owner.id)
            return await locking(unit, due, now)

        return Seam(deciders={"morning": counting}, renderers={"morning": draw})

    for number in range(1, 41):
        await enrol(database, Person(number, f"{number}"), START, BERLIN)
    one, other = (house_of(database, seam=seam(mine)) for mine in decided)
    async with one as first, other as second:
        for house in (first, second):
            house.clock.set(MORNING)
        await asyncio.gather(*(house.delivery.tick.settle() for house in (first, second)))
    assert sorted([*decided[0], *decided[1]]) == list(range(1, 41))
    assert min(map(len, decided)) > 5


async def test_two_who_wait_for_each_other_are_told_apart_from_a_database_that_is_gone(
    database: Database,
) -> None:
    both_began = asyncio.Barrier(2)

    async def write(*names: str) -> None:
        async with database.write() as unit:
            await meta.put(unit, names[0], "x")
            await both_began.wait()
            await meta.put(unit, names[1], "x")

    ends = await asyncio.gather(write("a", "b"), write("b", "a"), return_exceptions=True)
    assert [type(end) for end in ends if end is not None] == [Collision]
