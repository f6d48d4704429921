"""Sessions of an athlete's squads that lie ahead, and what of them is in the own plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Table, and_, select

from bot.storage import squad_sessions, squads
from bot.storage.engine import Unit
from bot.storage.plans import PlanRow
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from bot.storage.tables import attendance, changes, members
from bot.storage.tables import squad_sessions as session_rows
from bot.storage.tables import squads as squad_rows
from core.squad import Answer


class Laid(StrEnum):
    """Where the own version of a session stands; UNDONE: the athlete took it back themselves."""

    NOT = "not"
    IN_FORCE = "in-force"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Ahead:
    """A session to come of a squad the athlete is, or was, in; what they said; its change."""

    squad: SquadRow
    row: SessionRow
    answer: Answer | None
    laid: Laid
    change_id: int | None = None
    member: bool = True
    smaller: bool = False

    @property
    def wanted(self) -> bool:
        """Whether it belongs into the own plan."""
        stands = self.squad.active and not self.row.session.cancelled
        return stands and self.member and self.answer is Answer.IN


async def ahead(
    unit: Unit, athlete_id: int, plan: PlanRow | None, today: date
) -> tuple[Ahead, ...]:
    """What the athlete answered of sessions from today on, by day."""
    statement = (
        select(
            squad_rows,
            session_rows,
            attendance.c.answer,
            attendance.c.change_id,
            attendance.c.smaller,
            changes.c.plan_id,
            changes.c.undone_at,
            members.c.athlete_id.label("member_id"),
        )
        .select_from(attendance)
        .join(session_rows, session_rows.c.id == attendance.c.session_id)
        .join(squad_rows, squad_rows.c.id == session_rows.c.squad_id)
        .outerjoin(changes, changes.c.id == attendance.c.change_id)
        .outerjoin(
            members,
            and_(
                members.c.squad_id == squad_rows.c.id,
                members.c.athlete_id == attendance.c.athlete_id,
            ),
        )
        .where(attendance.c.athlete_id == athlete_id, session_rows.c.date >= today)
        .order_by(session_rows.c.date, session_rows.c.id)
    )
    found = await unit.connection.execute(statement)
    return tuple(_ahead(row, plan) for row in found)


def _ahead(row: Row[Any], plan: PlanRow | None) -> Ahead:
    seen = row._mapping  # noqa: SLF001 - SQLAlchemy's name for its own public mapping
    change_id, answer = seen[attendance.c.change_id], seen[attendance.c.answer]
    laid = Laid.NOT
    if change_id is not None and plan is not None and seen[changes.c.plan_id] == plan.id:
        laid = Laid.IN_FORCE if plan.change(change_id) is not None else Laid.UNDONE
    return Ahead(
        squad=squads.row_of(_part(row, squad_rows)),
        row=squad_sessions.row_of(_part(row, session_rows)),
        answer=None if answer is None else Answer(answer),
        laid=laid,
        change_id=change_id,
        member=seen["member_id"] is not None,
        smaller=seen[attendance.c.smaller],
    )


def _part(row: Row[Any], table: Table) -> dict[str, Any]:
    """One table's columns of a joined row, under their own names."""
    seen = row._mapping  # noqa: SLF001 - SQLAlchemy's name for its own public mapping
    return {column.key: seen[column] for column in table.c}
