"""The dossier's one statement: rows of nine tables in one shape, told apart by `part`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Null,
    Row,
    Select,
    Table,
    Text,
    bindparam,
    case,
    cast,
    literal_column,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.types import TypeEngine

from bot.storage.engine import Unit
from bot.storage.tables import (
    Id,
    Instant,
    activities,
    cards,
    changes,
    checkins,
    days,
    decisions,
    drafts,
    gates,
    plans,
)

SHOWN_DAYS, DECISION_DAYS, CHECKIN_DAYS, LOG_DAYS = 14, 14, 60, 112
"""How far back each part goes: two weeks, two weeks, the baseline's window, sixteen weeks."""

_SHAPE: dict[str, TypeEngine[Any]] = {
    "id": Id,
    "name": Text(),
    "note": Text(),
    "day": Date(),
    "number": Integer(),
    "format": Integer(),
    "big": BigInteger(),
    "data": Text(),
    "more": Text(),
    "since": Instant(),
    "until": Instant(),
}

Parts = Mapping[str, list[Row[Any]]]


async def fetch(unit: Unit, athlete_id: int, today: date, now: datetime) -> Parts:
    """Rows by part, each in the order of day and number or id; missing parts are empty lists."""
    since = {
        "shown_from": today - timedelta(days=SHOWN_DAYS),
        "decided_from": today - timedelta(days=DECISION_DAYS),
        "answered_from": today - timedelta(days=CHECKIN_DAYS),
        "logged_from": today - timedelta(days=LOG_DAYS),
        "closed_from": now - timedelta(days=CHECKIN_DAYS),
    }
    given = {"athlete": athlete_id, "today": today.isoformat(), **since}
    parts: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in await unit.connection.execute(_statement(), given):
        parts[row.part].append(row)
    for rows in parts.values():
        rows.sort(key=lambda row: (row.day or date.min, row.number or 0, row.id or 0))
    return parts


@cache
def _statement() -> CompoundSelect[Any]:
    """Built once: what changes from call to call is bound."""
    return union_all(*_plan(), *_told(), *_judged(), *_half_done())


def _plan() -> Iterator[Select[Any]]:
    in_force = (_own(plans), plans.c.replaced_at.is_(None))
    yield _part(
        "plan",
        id=plans.c.id,
        number=plans.c.version,
        format=plans.c.format,
        data=plans.c.base,
        since=plans.c.made_at,
    ).where(*in_force)
    yield _part(
        "change",
        id=changes.c.id,
        number=changes.c.seq,
        format=changes.c.format,
        data=changes.c.result,
        more=changes.c.reason,
        since=changes.c.laid_at,
    ).where(changes.c.plan_id == plans.c.id, changes.c.undone_at.is_(None), *in_force)
    yield _part(
        "day",
        day=days.c.date,
        number=case((days.c.shown.is_(None), 0), else_=1),
        format=days.c.format,
        data=case((days.c.date >= _day("shown_from"), days.c.shown)),
    ).where(_own(days), days.c.date >= _day("logged_from"))


def _told() -> Iterator[Select[Any]]:
    yield _part(
        "checkin", day=checkins.c.date, format=checkins.c.format, data=checkins.c.answers
    ).where(_own(checkins), checkins.c.date >= _day("answered_from"))
    yield _part(
        "activity",
        id=activities.c.id,
        day=activities.c.date,
        format=activities.c.format,
        data=activities.c.data,
        since=activities.c.logged_at,
    ).where(_own(activities), activities.c.date >= _day("logged_from"))


def _judged() -> Iterator[Select[Any]]:
    recent = or_(gates.c.closed_at.is_(None), gates.c.closed_at >= _instant("closed_from"))
    yield _part(
        "gate",
        id=gates.c.id,
        note=gates.c.closed_how,
        format=gates.c.format,
        data=gates.c.data,
        since=gates.c.opened_at,
        until=gates.c.closed_at,
    ).where(_own(gates), recent)
    yield _part(
        "decision",
        id=decisions.c.id,
        day=decisions.c.date,
        format=decisions.c.format,
        big=decisions.c.change_id,
        data=decisions.c.data,
        since=decisions.c.made_at,
    ).where(
        _own(decisions),
        decisions.c.replaced_at.is_(None),
        decisions.c.date >= _day("decided_from"),
    )


def _half_done() -> Iterator[Select[Any]]:
    yield _part(
        "draft",
        name=drafts.c.form,
        note=drafts.c.local_date,
        format=drafts.c.format,
        data=drafts.c.answers,
        since=drafts.c.asked_at,
    ).where(_own(drafts))
    todays_or_no_days = cards.c.subject.in_((bindparam("today", type_=Text()), ""))
    yield _part(
        "card",
        id=cards.c.id,
        name=cards.c.kind,
        note=cards.c.subject,
        number=cards.c.revision,
        format=cards.c.shown,
        big=cards.c.message_id,
    ).where(_own(cards), todays_or_no_days)


def _part(part: str, **given: ColumnElement[Any]) -> Select[Any]:
    """One branch of the union, NULL where it has nothing to say."""
    columns = (_as(given.get(name, null()), kind).label(name) for name, kind in _SHAPE.items())
    return select(literal_column(f"'{part}'", Text()).label("part"), *columns)


def _as(column: ColumnElement[Any], kind: TypeEngine[Any]) -> ColumnElement[Any]:
    """NULL with a type, and JSON as its text: parsing and checking it in one go is quicker."""
    wants_text = isinstance(column.type, JSON) and isinstance(kind, Text)
    return cast(column, kind) if wants_text or isinstance(column, Null) else column


def _own(table: Table) -> ColumnElement[bool]:
    return table.c.athlete_id == bindparam("athlete", type_=Id)


def _day(name: str) -> ColumnElement[date]:
    return bindparam(name, type_=Date())


def _instant(name: str) -> ColumnElement[datetime]:
    return bindparam(name, type_=Instant())
