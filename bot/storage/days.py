"""What the athlete was shown on each day: it outlives every re-plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from bot.storage.codec import Noun, Stored
from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import days
from bot.storage.upsert import upsert
from core.plan import Session

SESSION = Noun("session", Session)
Shown = Mapping[date, Session | None]
"""Sessions by day, None for a rest day; days that are missing were never shown."""


async def show(unit: Unit, athlete_id: int, on: date, session: Session | None) -> None:
    """Record what the day's card shows now."""
    await upsert(unit, days, **_values(athlete_id, on, session))


async def keep(unit: Unit, athlete_id: int, planned: Shown) -> None:
    """Record days that passed without a card, as they stood; shown ones stay what they are."""
    if planned:
        rows = [_values(athlete_id, on, session) for on, session in planned.items()]
        await unit.connection.execute(insert(unit, days).on_conflict_do_nothing(), rows)


async def between(unit: Unit, athlete_id: int, first: date, last: date) -> Shown:
    """The recorded days of a window, both ends included."""
    statement = select(days).where(
        days.c.athlete_id == athlete_id, days.c.date.between(first, last)
    )
    rows = (await unit.connection.execute(statement)).all()
    return {row.date: read(row.shown, row.format) for row in rows}


def read(stored: Stored, format_: int) -> Session | None:
    """The session in a row's `shown`, or the rest day."""
    return None if stored is None else SESSION.read(stored, format_)


def _values(athlete_id: int, on: date, session: Session | None) -> dict[str, object]:
    return {
        "athlete_id": athlete_id,
        "date": on,
        "shown": None if session is None else SESSION.write(session),
        "format": SESSION.format,
    }
