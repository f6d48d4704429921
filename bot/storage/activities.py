"""Runs that were done: any number a day, each with an id that its buttons carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.tables import activities
from core.activity import Activity

ACTIVITY = Noun("activity", Activity)


@dataclass(frozen=True, slots=True)
class LoggedActivity:
    """An activity and the id it is known by."""

    id: int
    activity: Activity
    logged_at: datetime


async def add(unit: Unit, athlete_id: int, activity: Activity, *, now: datetime) -> int:
    """Log one more run (or one honest "not run"); its id."""
    values = {"athlete_id": athlete_id, **_values(activity, now)}
    statement = activities.insert().values(values).returning(activities.c.id)
    return int((await unit.connection.execute(statement)).scalar_one())


async def replace(
    unit: Unit, athlete_id: int, activity_id: int, activity: Activity, *, now: datetime
) -> bool:
    """Correct one of the athlete's own; False if there is none with that id."""
    statement = update(activities).where(*_own(athlete_id, activity_id))
    return (await unit.connection.execute(statement.values(_values(activity, now)))).rowcount == 1


async def remove(unit: Unit, athlete_id: int, activity_id: int) -> bool:
    """Take one of the athlete's own out of the log; False if there is none with that id."""
    statement = delete(activities).where(*_own(athlete_id, activity_id))
    return (await unit.connection.execute(statement)).rowcount == 1


async def between(
    unit: Unit, athlete_id: int, first: date, last: date
) -> tuple[LoggedActivity, ...]:
    """The runs of a window, both ends included, oldest first, in the order they were logged."""
    window = (activities.c.athlete_id == athlete_id, activities.c.date.between(first, last))
    found = select(activities).where(*window).order_by(activities.c.date, activities.c.id)
    return tuple(
        LoggedActivity(row.id, ACTIVITY.read(row.data, row.format), row.logged_at)
        for row in await unit.connection.execute(found)
    )


def _own(athlete_id: int, activity_id: int) -> tuple[Any, Any]:
    return activities.c.id == activity_id, activities.c.athlete_id == athlete_id


def _values(activity: Activity, now: datetime) -> dict[str, object]:
    return {
        "date": activity.on,
        "done": activity.done.value,
        "data": ACTIVITY.write(activity),
        "format": ACTIVITY.format,
        "logged_at": now,
    }
