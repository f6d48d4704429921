"""An athlete's longer past, each part in one statement: a few weeks as they were, or a year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Integer, Row, Select, Text, cast, literal_column, or_, select, union_all

from bot.storage.activities import ACTIVITY
from bot.storage.checkins import CHECKIN
from bot.storage.codec import decode
from bot.storage.columns import Id
from bot.storage.days import SESSION, Shown
from bot.storage.decisions import DECISION
from bot.storage.engine import Unit
from bot.storage.tables import activities, checkins, days, decisions, plans
from core.activity import Log
from core.adjust.decision import Decision
from core.checkin import CheckIn
from core.plan import Phase, Session, Week


@dataclass(frozen=True, slots=True)
class History:
    """The log since a day, and the phase of every week that a plan held, by its Monday."""

    log: Log
    phases: Mapping[date, Phase]


async def since(unit: Unit, athlete_id: int, first: date) -> History:
    """Everything from `first` on; of plans only their weeks are read, the newest plan's last."""
    runs = select(
        literal_column("'run'", Text()).label("part"),
        activities.c.date.label("day"),
        cast(activities.c.id, Id).label("place"),
        cast(activities.c.data, Text).label("data"),
        cast(activities.c.format, Integer).label("format"),
    ).where(activities.c.athlete_id == athlete_id, activities.c.date >= first)
    held = select(
        literal_column("'plan'", Text()),
        plans.c.starts_on,
        cast(plans.c.version, Id),
        cast(plans.c.base["weeks"], Text),
        cast(plans.c.format, Integer),
    ).where(plans.c.athlete_id == athlete_id)
    rows = (await unit.connection.execute(union_all(runs, held))).all()
    told = sorted((row for row in rows if row.part == "run"), key=lambda row: (row.day, row.place))
    log = Log(tuple(ACTIVITY.read_text(row.data, row.format) for row in told))
    made = sorted((row for row in rows if row.part == "plan"), key=lambda row: row.place)
    return History(log, _phases(made, first))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some weeks as they were: sessions as they were shown, check-ins, decisions in force, and the
    weeks and strength days of the plans that held them, the newest plan's where several did.
    """

    shown: Shown
    checkins: tuple[CheckIn, ...]
    decisions: tuple[Decision, ...]
    weeks: Mapping[date, Week] = field(default_factory=dict)
    strength: Mapping[date, str] = field(default_factory=dict)


async def stretch(
    unit: Unit, athlete_id: int, first: date, last: date, *, answered_from: date
) -> Stretch:
    """From `first` to `last`, both included; check-ins from earlier on, for what was usual then."""
    parts = [
        *_dated(athlete_id, first, last, answered_from),
        *_of_plans(athlete_id, first, last),
    ]
    rows = (await unit.connection.execute(union_all(*parts))).all()
    rows = sorted(rows, key=lambda row: row.day)
    return Stretch(
        shown={row.day: _shown(row) for row in rows if row.part == "shown"},
        checkins=tuple(
            CHECKIN.read_text(row.data, row.number) for row in rows if row.part == "checkin"
        ),
        decisions=tuple(
            DECISION.read_text(row.data, row.number) for row in rows if row.part == "decision"
        ),
        weeks=_weeks(_made(rows, "weeks"), first, last),
        strength=_strength(_made(rows, "strength"), first, last),
    )


def _dated(athlete_id: int, first: date, last: date, answered_from: date) -> Iterator[Select[Any]]:
    """Rows of a day each."""
    given = (
        ("shown", days, days.c.shown, first, ()),
        ("checkin", checkins, checkins.c.answers, answered_from, ()),
        ("decision", decisions, decisions.c.data, first, (decisions.c.replaced_at.is_(None),)),
    )
    for part, table, data, since, more in given:
        yield select(
            literal_column(f"'{part}'", Text()).label("part"),
            table.c.date.label("day"),
            cast(data, Text).label("data"),
            cast(table.c.format, Integer).label("number"),
        ).where(table.c.athlete_id == athlete_id, table.c.date.between(since, last), *more)


def _of_plans(athlete_id: int, first: date, last: date) -> Iterator[Select[Any]]:
    """The same shape: what plans in force between them say of whole weeks."""
    for part in ("weeks", "strength"):
        yield select(
            literal_column(f"'{part}'", Text()),
            plans.c.starts_on,
            cast(plans.c.base[part], Text),
            cast(plans.c.version, Integer),
        ).where(
            plans.c.athlete_id == athlete_id,
            plans.c.starts_on <= last,
            or_(plans.c.replaced_at.is_(None), plans.c.replaced_at >= _instant(first)),
        )


def _instant(day: date) -> datetime:
    """Early enough for every zone."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)


def _made(rows: Iterable[Row[Any]], part: str) -> list[Row[Any]]:
    """One part of the plans, the newest last: a plan's number is its version."""
    return sorted((row for row in rows if row.part == part), key=lambda row: row.number)


def _weeks(made: Iterable[Row[Any]], first: date, last: date) -> dict[date, Week]:
    held: dict[date, Week] = {}
    for row in made:
        for stored in json.loads(row.data or "[]"):
            week = decode(Week, stored, "week")
            if first <= week.starts <= last and week.ends >= row.day:
                held[week.starts] = week
    return held


def _strength(made: Iterable[Row[Any]], first: date, last: date) -> dict[date, str]:
    """Each plan speaks for the days from its start on, so a later one takes away, too."""
    held: dict[date, str] = {}
    for row in made:
        held = {day: key for day, key in held.items() if day < row.day}
        told = ((date.fromisoformat(day), key) for day, key in json.loads(row.data or "[]"))
        held |= {day: key for day, key in told if max(first, row.day) <= day <= last}
    return held


def _shown(row: Row[Any]) -> Session | None:
    return None if row.data is None else SESSION.read_text(row.data, row.number)


def _phases(made: Iterable[Row[Any]], first: date) -> dict[date, Phase]:
    """A later plan speaks for the weeks that it held itself."""
    held: dict[date, Phase] = {}
    for row in made:
        for week in json.loads(row.data or "[]"):
            monday = date.fromisoformat(week["starts"])
            if first <= monday and monday + timedelta(days=6) >= row.day:
                held[monday] = Phase(week["phase"])
    return held
