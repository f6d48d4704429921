"""Decisions: one a day is in force, the earlier ones stay to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.tables import decisions
from core.adjust.decision import Decision

DECISION = Noun("decision", Decision)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision in force; `change_id` is the change it laid, while that is kept."""

    id: int
    decision: Decision
    change_id: int | None
    made_at: datetime


async def save(
    unit: Unit, athlete_id: int, decision: Decision, *, change_id: int | None, now: datetime
) -> int:
    """Put the day's decision in force in place of an earlier one; its id."""
    earlier = (
        decisions.c.athlete_id == athlete_id,
        decisions.c.date == decision.on,
        decisions.c.replaced_at.is_(None),
    )
    await unit.connection.execute(update(decisions).where(*earlier).values(replaced_at=now))
    statement = (
        decisions.insert()
        .values(
            athlete_id=athlete_id,
            date=decision.on,
            data=DECISION.write(decision),
            format=DECISION.format,
            change_id=change_id,
            made_at=now,
        )
        .returning(decisions.c.id)
    )
    return int((await unit.connection.execute(statement)).scalar_one())


async def get(unit: Unit, athlete_id: int, decision_id: int) -> DecisionRow | None:
    """One of the athlete's own by its id, in force or not: buttons live for ever."""
    statement = select(decisions).where(
        decisions.c.id == decision_id, decisions.c.athlete_id == athlete_id
    )
    row = (await unit.connection.execute(statement)).first()
    if row is None:
        return None
    return DecisionRow(row.id, DECISION.read(row.data, row.format), row.change_id, row.made_at)


async def on(unit: Unit, athlete_id: int, day: date) -> DecisionRow | None:
    """The decision in force on that day."""
    statement = select(decisions.c.id).where(
        decisions.c.athlete_id == athlete_id,
        decisions.c.date == day,
        decisions.c.replaced_at.is_(None),
    )
    found = (await unit.connection.execute(statement)).scalar()
    return None if found is None else await get(unit, athlete_id, found)
