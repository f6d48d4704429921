"""Sunday's review waits for the answer about the run, and comes once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.storage import deliveries
from bot.storage.deliveries import Intent
from bot.storage.engine import Database
from bot.storage.owner import Owner
from tests.delivery.house import START, house_of
from tests.delivery.promises import DAY, MINUTE, SEAM, anna_in, promise, silent

OWNER = Owner.athlete(1)
HOUR = timedelta(hours=1)


async def waits(database: Database) -> None:
    """Promised for an hour from now."""
    intent = Intent("evening", 1, DAY, due_at=START + HOUR)
    async with database.write() as unit:
        await deliveries.promise(unit, OWNER, [intent], START, START + 6 * HOUR)


async def hasten(database: Database, kind: str = "evening", days: int = 0) -> None:
    async with database.write() as unit:
        day = DAY + timedelta(days=days)
        await deliveries.hasten(unit, OWNER, kind, day, START + MINUTE)


async def test_what_was_promised_for_later_comes_then(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await waits(enrolled)
        await house.advance(START + HOUR - MINUTE)
        assert house.said(anna) == []
        await house.advance(START + HOUR)
        assert house.said(anna) == ["evening"]


async def test_hastened_it_comes_now_and_not_again(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await waits(enrolled)
        await hasten(enrolled)
        await hasten(enrolled)
        await house.advance(START + 2 * MINUTE)
        assert house.said(anna) == ["evening"]
        await hasten(enrolled)
        await house.advance(START + 2 * HOUR)
        assert house.said(anna) == ["evening"]


@pytest.mark.parametrize(("kind", "days"), [("morning", 0), ("evening", 1), ("evening", -1)])
async def test_only_that_kind_of_that_day_is_hastened(
    enrolled: Database, kind: str, days: int
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await waits(enrolled)
        await hasten(enrolled, kind, days)
        await house.advance(START + 2 * MINUTE)
        assert house.said(anna) == []


async def test_what_is_due_already_keeps_its_place(enrolled: Database) -> None:
    await promise(enrolled, "evening")
    await hasten(enrolled)
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await house.advance(START + MINUTE)
        assert house.said(anna) == ["evening"]
