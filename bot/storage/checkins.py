"""Check-ins: one a day, the latest answers count."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.tables import checkins
from bot.storage.upsert import upsert
from core.checkin import CheckIn

CHECKIN = Noun("check-in", CheckIn)


async def save(unit: Unit, athlete_id: int, checkin: CheckIn, *, now: datetime) -> None:
    """Write the day's check-in over an earlier one."""
    await upsert(
        unit,
        checkins,
        athlete_id=athlete_id,
        date=checkin.on,
        answers=CHECKIN.write(checkin),
        format=CHECKIN.format,
        answered_at=now,
    )


async def between(unit: Unit, athlete_id: int, first: date, last: date) -> tuple[CheckIn, ...]:
    """The check-ins of a window, both ends included, oldest first."""
    window = (checkins.c.athlete_id == athlete_id, checkins.c.date.between(first, last))
    rows = await unit.connection.execute(select(checkins).where(*window).order_by(checkins.c.date))
    return tuple(CHECKIN.read(row.answers, row.format) for row in rows)
