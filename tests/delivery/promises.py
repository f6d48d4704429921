"""Promised messages and what became of them, for the tests of the outbox."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.delivery.seam import Seam
from bot.rehearsal.model import Person
from bot.reply import Reply
from bot.storage import athletes, deliveries
from bot.storage.athletes import State
from bot.storage.deliveries import Delivery, Intent
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from bot.storage.tables import deliveries as table
from tests.delivery.house import START, House

DAY = START.date()
MINUTE = timedelta(minutes=1)


async def draw(delivery: Delivery) -> Reply | None:
    return Reply(f"{delivery.kind} {delivery.subject}".strip())


async def pause(unit: Unit, owner: Owner) -> None:
    await athletes.set_state(unit, owner.id, State.BLOCKED)


SEAM = Seam(
    renderers=dict.fromkeys(("morning", "evening"), draw),
    cards={"morning": "day"},
    on_forbidden=pause,
)


async def promise(
    database: Database,
    kind: str = "morning",
    *,
    chat_id: int = 1,
    subject: str = "",
    expires: timedelta = timedelta(hours=6),
    priority: int = 0,
    athlete: int = 1,
) -> None:
    intent = Intent(kind, chat_id, DAY, subject, {"n": 1}, priority)
    async with database.write() as unit:
        owner = Owner.athlete(athlete)
        await deliveries.promise(unit, owner, [intent], START, START + expires)


async def states(database: Database) -> list[tuple[str, int, int | None]]:
    """State, attempts and message id of every delivery."""
    async with database.read() as unit:
        found = await unit.connection.execute(
            select(table.c.state, table.c.attempts, table.c.message_id).order_by(table.c.id)
        )
    return [(row.state, row.attempts, row.message_id) for row in found]


async def anna_in(house: House) -> Person:
    """An athlete who has written to the coach, so that it may write to her."""
    anna = house.telegram.person(1, "Anna")
    house.telegram.say(anna, None, "/start")
    await house.settle()
    house.telegram.world.calls.clear()
    return anna


async def silent(_update: object, _context: object) -> None:
    return
