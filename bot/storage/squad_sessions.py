"""A squad's sessions: set once a day, moved or cancelled, never two on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.exc import IntegrityError

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.errors import Stale
from bot.storage.tables import squad_sessions
from core.squad import GroupSession, SessionState

GROUP_SESSION = Noun("group session", GroupSession)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session of a squad; `made_by` is the athlete id of who set it, None once forgotten."""

    id: int
    squad_id: int
    session: GroupSession
    made_by: int | None = None
    version: int = 1


class Taken(Stale):
    """The squad has another session on that day."""


async def get(unit: Unit, session_id: int) -> SessionRow | None:
    """By its id; in a writing unit, nobody else decides about it until it ends."""
    statement = select(squad_sessions).where(squad_sessions.c.id == session_id)
    if unit.writes:  # SQLite has one writer anyway and leaves this out
        statement = statement.with_for_update(key_share=True)
    return await _first(unit, statement)


async def on(unit: Unit, squad_id: int, day: date) -> SessionRow | None:
    """The session of that day that is not cancelled."""
    return await _first(
        unit,
        select(squad_sessions).where(
            squad_sessions.c.squad_id == squad_id,
            squad_sessions.c.date == day,
            squad_sessions.c.state != SessionState.CANCELLED.value,
        ),
    )


async def between(unit: Unit, squad_id: int, first: date, last: date) -> tuple[SessionRow, ...]:
    """The squad's sessions of those days, cancelled ones too, by day."""
    statement = (
        select(squad_sessions)
        .where(
            squad_sessions.c.squad_id == squad_id,
            squad_sessions.c.date >= first,
            squad_sessions.c.date <= last,
        )
        .order_by(squad_sessions.c.date, squad_sessions.c.id)
    )
    return tuple(row_of(row) for row in (await unit.connection.execute(statement)).mappings())


async def create(
    unit: Unit, squad_id: int, session: GroupSession, *, made_by: int | None, now: datetime
) -> SessionRow:
    """Set a session; Taken if the squad has one on that day."""
    values = {"squad_id": squad_id, "made_by": made_by, "made_at": now, **_columns(session)}
    statement = squad_sessions.insert().values(values).returning(squad_sessions.c.id)
    try:
        async with unit.connection.begin_nested():
            number = (await unit.connection.execute(statement)).scalar_one()
    except IntegrityError as error:
        raise Taken(f"squad {squad_id} has a session on {session.on}") from error
    return SessionRow(number, squad_id, session, made_by)


async def save(unit: Unit, changed: SessionRow) -> SessionRow:
    """Write what was read at `changed.version`: Stale if another coach came between, or Taken."""
    statement = (
        update(squad_sessions)
        .where(squad_sessions.c.id == changed.id, squad_sessions.c.version == changed.version)
        .values(**_columns(changed.session), version=changed.version + 1)
    )
    try:
        async with unit.connection.begin_nested():
            written = (await unit.connection.execute(statement)).rowcount
    except IntegrityError as error:
        raise Taken(f"squad {changed.squad_id} has a session on {changed.session.on}") from error
    if written != 1:
        raise Stale(f"session {changed.id} has changed since it was read")
    return replace(changed, version=changed.version + 1)


async def _first(unit: Unit, statement: Select[Any]) -> SessionRow | None:
    row = (await unit.connection.execute(statement)).mappings().first()
    return row_of(row) if row else None


def row_of(row: Mapping[Any, Any]) -> SessionRow:
    """The session in a row of `squad_sessions`."""
    session = GROUP_SESSION.read(row["data"], row["format"])
    return SessionRow(row["id"], row["squad_id"], session, row["made_by"], row["version"])


def _columns(session: GroupSession) -> dict[str, Any]:
    return {
        "date": session.on,
        "state": session.state.value,
        "data": GROUP_SESSION.write(session),
        "format": GROUP_SESSION.format,
    }
