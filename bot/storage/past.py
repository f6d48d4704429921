"""What a diagnosis looks back on beside the runs: mornings, and strength days that plans held."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Integer, Row, Text, cast, literal_column, select, union_all

from bot.storage.checkins import CHECKIN
from bot.storage.columns import Id
from bot.storage.engine import Unit
from bot.storage.tables import checkins, plans
from core.checkin import CheckIn


@dataclass(frozen=True, slots=True)
class Past:
    """Check-ins, oldest first, and the strength days of plans that are no longer in force."""

    checkins: tuple[CheckIn, ...] = ()
    strength: tuple[date, ...] = ()


async def between(unit: Unit, athlete_id: int, first: date, last: date) -> Past:
    """Both ends included, in one statement; of plans only their strength days are read."""
    answered = select(
        literal_column("'checkin'", Text()).label("part"),
        checkins.c.date.label("day"),
        cast(literal_column("0"), Id).label("place"),
        cast(checkins.c.answers, Text).label("data"),
        cast(checkins.c.format, Integer).label("format"),
    ).where(checkins.c.athlete_id == athlete_id, checkins.c.date.between(first, last))
    held = select(
        literal_column("'plan'", Text()),
        plans.c.starts_on,
        cast(plans.c.version, Id),
        cast(plans.c.base["strength"], Text),
        cast(plans.c.format, Integer),
    ).where(plans.c.athlete_id == athlete_id)
    rows = (await unit.connection.execute(union_all(answered, held))).all()
    told = sorted((row for row in rows if row.part == "checkin"), key=lambda row: row.day)
    made = sorted((row for row in rows if row.part == "plan"), key=lambda row: row.place)
    return Past(
        tuple(CHECKIN.read_text(row.data, row.format) for row in told),
        tuple(sorted({day for day in _strength(made) if first <= day <= last})),
    )


def _strength(made: Iterable[Row[Any]]) -> Iterator[date]:
    """Of each plan the days before the next one began; the newest is told by the plan itself."""
    for plan, following in pairwise(made):
        for day, _ in json.loads(plan.data or "[]"):
            held = date.fromisoformat(day)
            if plan.day <= held < following.day:
                yield held
